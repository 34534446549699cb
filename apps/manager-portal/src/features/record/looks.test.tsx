import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { LooksOfPerson, WeekOfLooks } from "../../views.ts";

const officer = { role: "privacy-officer", name: "Pat Vey", postTitle: "Privacy officer" };
const week = "2026-11-16" as WeekOfLooks["week"];
const kind = {
  code: "without-relation" as const,
  label: "Refused: no part in the child's care",
  meaning: "Asked for a child's record that they have no part in, and were refused.",
};
const person: WeekOfLooks["people"][number] = {
  practitionerId: id(7),
  name: "Amina Yusuf",
  postTitle: "School nurse",
  agency: "Ashbeck Health",
  looks: 3,
  children: 2,
  firstAt: "2026-11-17T09:00:00.000Z",
  lastAt: "2026-11-19T22:10:00.000Z",
  standsOut: true,
};
const found = {
  outcome: { code: "in-order", label: "In order" },
  words: "She covers two schools",
  at: "2026-11-20T09:00:00.000Z",
  by: "Quin Lowe",
};
const aWeek = (of: Partial<WeekOfLooks> = {}): WeekOfLooks => ({
  week,
  lastDay: "2026-11-22",
  before: "2026-11-09" as WeekOfLooks["week"],
  after: "2026-11-23" as WeekOfLooks["week"],
  kind,
  kinds: [
    { ...kind, people: 2, unchecked: 1 },
    { code: "out-of-hours", label: "Out of hours", meaning: "At night.", people: 0, unchecked: 0 },
  ],
  people: [person, { ...person, practitionerId: id(8), name: "Bea Low", found }],
  sealed: 0,
  nextCursor: null,
  ...of,
});
const looks = (of: Partial<LooksOfPerson> = {}): LooksOfPerson => ({
  ...person,
  week,
  lastDay: "2026-11-22",
  kind,
  list: [
    {
      entryId: id(20),
      at: "2026-11-19T22:10:00.000Z",
      child: { childId: id(30), name: "Leo Barlow" },
      what: "Asked to open a child's record, and was refused",
    },
  ],
  sums: [{ what: "Asked to open a child's record, and was refused", looks: 3 }],
  checks: [],
  mayCheck: { may: true },
  ...of,
});

function anOfficer() {
  const api = aSignedInApi(officer);
  api.answers("record.looksOfWeek", aWeek());
  api.answers("record.looksOf", looks());
  return api;
}
const ofAmina = `/looks/without-relation/${id(7)}?week=2026-11-16`;

describe("the week's looks", () => {
  test("by kind and person, with how many, what was found, and what is still to be checked; no child is named", async () => {
    const api = anOfficer();
    const { accessible, user, path } = await drawAt("/looks");
    expect(screen.getByText("16 November 2026 to 22 November 2026")).toBeTruthy();
    const rows = within(screen.getByRole("table", { name: kind.label })).getAllByRole("row");
    expect(rows[1]?.textContent).toContain("3 times, 2 children");
    expect(rows[1]?.textContent).toContain("Still to be checked");
    expect(rows[2]?.textContent).toContain("In order");
    expect(screen.getByRole("tab", { name: `${kind.label} (1 to check)` })).toBeTruthy();
    await accessible();
    await user.click(screen.getByRole("tab", { name: "Out of hours" }));
    expect(path()).toContain("kind=out-of-hours");
    await user.type(screen.getByLabelText("Name"), "low");
    await user.click(screen.getByRole("button", { name: "Show results" }));
    expect(api.askedOf("record.looksOfWeek").at(-1)?.input).toEqual({ kind: "out-of-hours", search: "low" });
    await user.click(screen.getByRole("link", { name: "The week before" }));
    expect(path()).toContain("week=2026-11-09");
  });

  test("who looked for a child and found none: how often, and who waits to be checked; no child is named", async () => {
    const api = anOfficer();
    const none = {
      code: "found-nobody" as const,
      label: "Looked for a child and found none",
      meaning: "Searched for a child, and no child was found.",
    };
    const tried = { ...person, looks: 12, children: 0 };
    const slipped = { ...person, practitionerId: id(8), name: "Bea Low", looks: 1, children: 0, standsOut: false };
    api.answers("record.looksOfWeek", aWeek({ kind: none, people: [tried, slipped] }));
    const { accessible } = await drawAt("/looks?kind=found-nobody");
    const rows = within(screen.getByRole("table", { name: none.label })).getAllByRole("row");
    expect(rows[1]?.textContent).toMatch(/12 times.*Still to be checked/);
    expect(rows[2]?.textContent).toMatch(/1 time[^s].*No more than others with the same part/);
    await accessible();
  });

  test("a week with nothing of a kind says so", async () => {
    const api = anOfficer();
    api.answers("record.looksOfWeek", aWeek({ people: [] }));
    await drawAt("/looks");
    expect(screen.getByText("Nothing of this kind in this week")).toBeTruthy();
  });

  test("is in the privacy officer's menu and in nobody else's", async () => {
    anOfficer();
    await drawAt("/looks");
    const menu = () => within(screen.getByRole("navigation", { name: "Manager" }));
    expect(menu().getByRole("link", { name: "Looks at records" })).toBeTruthy();
  });

  test.each(["team-manager", "service-manager", "strategic-manager", "coordinator"])(
    "a %s is told that they may not",
    async (role) => {
      const api = aSignedInApi({ role });
      api.refuses("record.looksOfWeek", {
        code: "FORBIDDEN",
        refusal: { kind: "not-allowed", action: "record.looks.read", why: "Your post cannot see the week's looks." },
      });
      await drawAt("/looks");
      expect(screen.queryByRole("link", { name: "Looks at records" })).toBeNull();
      expect(screen.queryByText("Amina Yusuf")).toBeNull();
    },
  );
});

describe("one person's looks", () => {
  test("each with its child and what was asked for; what was found goes out with the week, kind and person", async () => {
    const api = anOfficer();
    api.answers("record.checkLooks", { outcome: { code: "breach", label: "A breach" }, told: 1 });
    const { accessible, user, path } = await drawAt(ofAmina);
    const [, row] = screen.getAllByRole("row");
    expect(row?.textContent).toContain("Leo Barlow");
    expect(row?.textContent).toContain("Asked to open a child's record, and was refused");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Keep what I found" }));
    expect(screen.getAllByText("Choose what you found").length).toBeGreaterThan(0);
    await user.click(screen.getByRole("radio", { name: "A breach" }));
    await user.type(screen.getByLabelText("What did you find, and how do you know?"), "A neighbour's child.");
    await user.click(screen.getByRole("button", { name: "Keep what I found" }));
    expect(await screen.findByText(/whoever manages them is told/)).toBeTruthy();
    expect(path()).toContain("/looks?");
    expect(api.askedOf("record.checkLooks").at(-1)?.input).toMatchObject({
      week: "2026-11-16",
      kind: "without-relation",
      practitionerId: id(7),
      outcome: "breach",
      words: "A neighbour's child.",
    });
  });

  test("where no child was found none is named, and what they did is added up", async () => {
    const api = anOfficer();
    const what = "Searched for a child by name or number, and found none";
    api.answers(
      "record.looksOf",
      looks({
        list: [{ entryId: id(20), at: "2026-11-19T22:10:00.000Z", what }],
        sums: [
          { what, looks: 11 },
          { what: "Looked for a child by name where they work, and found none", looks: 1 },
        ],
      }),
    );
    const { accessible } = await drawAt(`/looks/found-nobody/${id(7)}?week=2026-11-16`);
    const [, look] = within(screen.getByRole("table", { name: "Looks, newest first" })).getAllByRole("row");
    expect(look?.textContent).toMatch(/None.*found none/);
    const [, most] = within(screen.getByRole("table", { name: "In the whole week" })).getAllByRole("row");
    expect(most?.textContent).toContain("found none11 times");
    expect(screen.queryByText(/written down for each child/)).toBeNull();
    await accessible();
  });

  test("one's own are for somebody else to check, and what was found before stays in sight", async () => {
    const api = anOfficer();
    api.answers(
      "record.looksOf",
      looks({ mayCheck: { may: false, why: "Somebody else checks your own looks." }, checks: [found] }),
    );
    await drawAt(ofAmina);
    expect(screen.getByText("Somebody else checks your own looks.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Keep what I found" })).toBeNull();
    expect(screen.getByText(/She covers two schools/)).toBeTruthy();
  });
});
