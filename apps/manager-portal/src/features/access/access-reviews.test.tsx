import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, aRestrictedChild, id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { PersonAccess, StaffAccess } from "../../views.ts";

const nia: StaffAccess = {
  practitionerId: id(10),
  name: "Nia Fell",
  postTitle: "Health visitor",
  agency: "Community nursing",
  round: { dueOn: "2026-11-20", isLate: true },
  parts: [
    {
      code: "named-person",
      label: "named person",
      children: 2,
      since: "2026-01-05",
      lastLook: "2026-11-23",
      withoutLook: 1,
    },
    { code: "plan-practitioner", label: "works on the plan", children: 1, since: "2026-02-02", withoutLook: 1 },
  ],
  children: 3,
  childrenApart: 1,
  withoutLook: 2,
  flags: [
    { code: "no-look", label: "Not looked at for 90 days", count: 2 },
    { code: "post-ends", label: "Their post ends within 30 days", count: 1, on: "2026-12-04" },
  ],
  openAsks: 1,
};
const lee: StaffAccess = {
  ...nia,
  practitionerId: id(11),
  name: "Lee Moss",
  round: { lastOn: "2026-11-02", lastBy: "Helen Mold", dueOn: "2027-01-31", isLate: false },
  parts: [],
  children: 0,
  childrenApart: 0,
  withoutLook: 0,
  flags: [],
  openAsks: 0,
};
const ofNia: PersonAccess = {
  ...nia,
  lines: [
    {
      key: `${id(300)}.named-person`,
      relation: { code: "named-person", label: "named person" },
      child: aChild(300, "Leo Barlow"),
      children: 1,
      since: "2026-01-05",
      lastLook: "2026-11-23",
      flags: [],
      isAsked: false,
    },
    {
      key: "others-not-looked-at.plan-practitioner",
      relation: { code: "plan-practitioner", label: "works on the plan" },
      child: aRestrictedChild,
      children: 2,
      since: "2026-02-02",
      flags: [{ code: "no-look", label: "Not looked at for 90 days" }],
      isAsked: true,
    },
  ],
  apart: [
    {
      key: "others.shared",
      what: { code: "shared", label: "Shared with them" },
      child: aRestrictedChild,
      children: 1,
      things: 2,
      since: "2026-11-10",
    },
  ],
  reviews: [
    {
      reviewId: id(800),
      on: "2026-08-20T10:00:00.000Z",
      by: "Helen Mold",
      outcome: "ask-to-end",
      words: "They moved away",
      children: 4,
      asked: 2,
      stillOpen: 1,
    },
  ],
};
const list = { people: [nia, lee], nextCursor: null, everyDays: 90 };

describe("who can see what", () => {
  test("says in numbers what each can see, what to ask about and who is late", async () => {
    const api = aSignedInApi();
    api.answers("access.reviews.list", list);
    const { accessible, user } = await drawAt("/access-reviews");
    const row = screen.getByRole("row", { name: /Nia Fell/ });
    expect(row.textContent).toContain("3 children");
    expect(row.textContent).toContain("Something of 1 child without a part in their care");
    expect(row.textContent).toContain("named person: 2, since 5 January 2026, last look 23 November 2026");
    expect(row.textContent).toContain("2 parts with no look in 90 days");
    expect(row.textContent).toContain("Post ends with 4 December 2026");
    expect(row.textContent).toContain("Asked to end and still open: 1");
    expect(row.textContent).toContain("Late");
    expect(screen.getByRole("row", { name: /Lee Moss/ }).textContent).toContain("No child's record");
    await accessible();
    const names = () => screen.getAllByRole("rowheader").map(({ textContent }) => textContent?.slice(0, 8));
    await user.click(screen.getByRole("button", { name: "Can see" }));
    expect(names()).toEqual(["Lee Moss", "Nia Fell"]);
  });

  test("is on the page of the area for a manager", async () => {
    aSignedInApi();
    await drawAt("/area");
    expect(screen.getAllByRole("link", { name: "Who can see what" }).length).toBeGreaterThan(0);
  });

  test("a co-ordinator has no such page in the menu", async () => {
    const api = aSignedInApi({ role: "coordinator" });
    api.answers("sessions.mine", { sessions: [] });
    await drawAt("/sessions");
    expect(screen.queryByRole("link", { name: "Who can see what" })).toBeNull();
  });

  test("asks by name and for those who are due, and says when nobody matches", async () => {
    const api = aSignedInApi();
    api.answers("access.reviews.list", { ...list, people: [] });
    await drawAt("/access-reviews?search=zz&show=due");
    expect(screen.getByText("Nobody matches")).toBeDefined();
    expect(api.askedOf("access.reviews.list")[0]?.input).toEqual({ search: "zz", show: "due" });
  });

  test("says so to somebody who manages nobody", async () => {
    aSignedInApi().answers("access.reviews.list", { ...list, people: [] });
    await drawAt("/access-reviews");
    expect(screen.getByText("You manage nobody today")).toBeDefined();
  });
});

describe("what one person can see", () => {
  test("names the children the manager works with, counts the others, and ticks nothing", async () => {
    aSignedInApi().answers("access.reviews.person", ofNia);
    const { accessible } = await drawAt(`/access-reviews/${id(10)}`);
    const rows = within(screen.getByRole("table", { name: "Parts of Nia Fell" }));
    expect(rows.getByRole("row", { name: /Leo Barlow/ }).textContent).toContain("named person");
    expect(rows.getByRole("row", { name: /2 children you do not work with/ }).textContent).toContain(
      "Asked to end, still open",
    );
    expect(screen.getByRole("table", { name: "Parts of Nia Fell" }).textContent).not.toContain("Last look 2");
    expect(screen.queryByRole("checkbox", { checked: true })).toBeNull();
    expect(screen.getByRole("table", { name: "Reviews before" }).textContent).toContain(
      "Asked 2 parts to end; 1 still open",
    );
    await accessible();
  });

  test("HIG-26: what is open to them without a part is listed, and is nothing to tick", async () => {
    aSignedInApi().answers("access.reviews.person", ofNia);
    await drawAt(`/access-reviews/${id(10)}`);
    const table = screen.getByRole("table", { name: "What is open to Nia Fell without a part" });
    expect(table.textContent).toContain("1 child you do not work with");
    expect(table.textContent).toContain("Shared with them: 2");
    expect(screen.getAllByRole("checkbox")).toHaveLength(ofNia.lines.length);
  });

  test("keeps everything with one press", async () => {
    const api = aSignedInApi();
    api.answers("access.reviews.person", ofNia);
    api.answers("access.reviews.record", ofNia);
    const { user, path } = await drawAt(`/access-reviews/${id(10)}`);
    await user.click(screen.getByRole("button", { name: "Save the review" }));
    expect(await screen.findByText(/kept everything\./)).toBeDefined();
    expect(path()).toContain("done=kept");
    expect(api.askedOf("access.reviews.record")[0]?.input).toMatchObject({ practitionerId: id(10), end: [] });
  });

  test("asks that a part ends, and asks why first", async () => {
    const api = aSignedInApi();
    api.answers("access.reviews.person", ofNia);
    api.answers("access.reviews.record", ofNia);
    const { user } = await drawAt(`/access-reviews/${id(10)}`);
    await user.click(screen.getByRole("checkbox", { name: "2 children you do not work with: works on the plan" }));
    await user.click(screen.getByRole("button", { name: "Save the review" }));
    expect((await screen.findAllByText("Enter why it should end")).length).toBeGreaterThan(0);
    expect(api.askedOf("access.reviews.record")).toEqual([]);
    await user.type(screen.getByRole("textbox"), "They moved away");
    await user.click(screen.getByRole("button", { name: "Save the review" }));
    expect(await screen.findByText(/is told what you ask to end/)).toBeDefined();
    expect(api.askedOf("access.reviews.record")[0]?.input).toMatchObject({
      end: ["others-not-looked-at.plan-practitioner"],
      words: "They moved away",
    });
  });
});
