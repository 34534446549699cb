import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { id, person } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Parts = Answers["parts"]["forChild"];
type Part = Parts["parts"][number];

const isla = { visibility: "full" as const, childId: id(300), name: "Isla Fraser" };
const aPart = (of: Partial<Part> = {}): Part => ({
  partId: id(900),
  part: { code: "review-officer", label: "Review officer" },
  who: {
    ...person(20, "A. Munro"),
    postTitle: "Review officer",
    agency: { agencyId: id(5), name: "Council", kind: "other" },
  },
  why: "Chairs the review of 18 December",
  from: "2026-11-23T10:00:00.000Z",
  lastDay: "2026-12-18",
  state: "current",
  givenBy: person(1, "Helen Mold"),
  may: { end: { may: true } },
  ...of,
});
const someParts = (of: Partial<Parts> = {}): Parts => ({
  child: isla,
  latestDay: "2027-02-20",
  plans: [
    { planId: id(400), kind: { code: "childs-plan", label: "Child's Plan" }, openedAt: "2026-10-05T09:00:00.000Z" },
  ],
  parts: [
    aPart(),
    aPart({
      partId: id(901),
      who: { ...person(21, "Cal Roy"), agency: { agencyId: id(5), name: "Council", kind: "other" } },
      part: { code: "forum-member", label: "Member of the group that has the case on its agenda" },
      agenda: "Service Managers' Group, 2 November",
      state: "ended",
      ended: { at: "2026-11-02T16:00:00.000Z", by: person(1, "Helen Mold"), because: "Taken off the agenda" },
    }),
  ],
  may: { give: { may: true } },
  ...of,
});
const at = `/children/${id(300)}/parts`;

describe("people with a part for a time", () => {
  test("who has one, why and until when; those before, and how each ended", async () => {
    aSignedInApi().answers("parts.forChild", someParts());
    const { accessible } = await drawAt(at);
    const now = within(screen.getByRole("table", { name: "Parts that go on" }));
    expect(now.getByText(/Chairs the review of 18 December/)).toBeTruthy();
    expect(now.getByRole("link", { name: "End it: A. Munro" })).toBeTruthy();
    const before = within(screen.getByRole("table", { name: "Parts that are over" }));
    expect(before.getByText(/Ended by Helen Mold: Taken off the agenda/)).toBeTruthy();
    expect(before.queryByRole("link")).toBeNull();
    await accessible();
  });

  test("with nobody it says so, and whoever may give none reads why", async () => {
    const why = "Your part in this child's care does not let you give somebody a part for a time.";
    aSignedInApi().answers("parts.forChild", someParts({ parts: [], may: { give: { may: false, why } } }));
    await drawAt(at);
    expect(screen.getByText("Nobody has a part for a time")).toBeTruthy();
    expect(screen.getByText(why)).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Give somebody a part" })).toBeNull();
  });

  test("is given with a part, a person, a reason and a last day; what is missing is said", async () => {
    const api = aSignedInApi();
    api.answers("parts.forChild", someParts());
    api.answers("parts.give", someParts());
    api.answers("plan.colleagues", {
      people: [
        { ...person(20, "A. Munro"), kind: "other", agency: { agencyId: id(5), name: "Council", kind: "other" } },
      ],
      nextCursor: null,
    });
    const { user, accessible } = await drawAt(`${at}/give`);
    await user.click(screen.getByRole("button", { name: "Give the part" }));
    expect(await screen.findByRole("link", { name: "Choose the part" })).toBeTruthy();
    await accessible();
    await user.click(screen.getByRole("radio", { name: "Review officer" }));
    await user.type(screen.getByRole("searchbox", { name: "Who is given it?" }), "Munro{Enter}");
    await user.click(await screen.findByRole("button", { name: /A. Munro/ }));
    await user.type(screen.getByRole("textbox", { name: "Why do they need it?" }), "Chairs the review");
    const day = within(screen.getByRole("group", { name: "Last day" }));
    for (const [part, value] of [
      ["Day", "18"],
      ["Month", "12"],
      ["Year", "2026"],
    ] as const)
      await user.type(day.getByRole("textbox", { name: part }), value);
    await user.click(screen.getByRole("button", { name: "Give the part" }));
    expect(await screen.findByText(/The part is given/)).toBeTruthy();
    expect(api.askedOf("parts.give")[0]?.input).toMatchObject({
      childId: id(300),
      practitionerId: id(20),
      part: "review-officer",
      why: "Chairs the review",
      lastDay: "2026-12-18",
    });
  });

  test("is ended with a reason", async () => {
    const api = aSignedInApi();
    api.answers("parts.forChild", someParts());
    api.answers("parts.end", someParts());
    const { user, accessible } = await drawAt(`${at}/${id(900)}/end`);
    await accessible();
    await user.type(screen.getByRole("textbox", { name: "Why does it end?" }), "The review is over");
    await user.click(screen.getByRole("button", { name: "End the part" }));
    expect(await screen.findByText(/The part has ended/)).toBeTruthy();
  });
});

describe("parts given to me", () => {
  const mine: Answers["parts"]["mine"] = {
    parts: [
      {
        partId: id(900),
        part: { code: "quality-auditor", label: "Quality auditor" },
        child: isla,
        why: "In the sample of the quarter",
        lastDay: "2026-12-18",
        givenBy: person(1, "Helen Mold"),
        plans: [{ planId: id(400), kind: { code: "childs-plan", label: "Child's Plan" } }],
        opensRecord: false,
      },
    ],
    given: [],
  };

  test("name the child, the reason and the last day, and lead to the plan alone", async () => {
    aSignedInApi({ role: "quality-auditor" }).answers("parts.mine", mine);
    const { accessible } = await drawAt("/parts");
    expect(screen.getByRole("link", { name: "Child's Plan: Isla Fraser" })).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Isla Fraser" })).toBeNull();
    expect(screen.getByText("In the sample of the quarter")).toBeTruthy();
    await accessible();
  });

  test("those I gave come first, each with its child and the way to end it", async () => {
    const given = someParts().parts.map((part) => ({ ...part, child: isla }));
    aSignedInApi().answers("parts.mine", { parts: [], given });
    const { accessible } = await drawAt("/parts");
    const [first] = given;
    const ending = screen.getByRole("link", { name: `End it: ${first?.who.name}` });
    expect(ending.getAttribute("href")).toContain(`/parts/${first?.partId}/end`);
    expect(screen.getAllByRole("link", { name: "Isla Fraser" })[0]?.getAttribute("href")).toContain("/parts");
    await accessible();
  });

  test("with none it says so", async () => {
    aSignedInApi({ role: "review-officer" }).answers("parts.mine", { parts: [], given: [] });
    await drawAt("/parts");
    expect(screen.getByText("You have no part in any case for a time")).toBeTruthy();
  });
});

describe("a plan to read", () => {
  const may = { may: false, why: "You only read this plan." };
  const aPlan = (of: Partial<Answers["plan"]["get"]> = {}): Answers["plan"]["get"] => ({
    planId: id(400),
    version: 1,
    kind: { code: "childs-plan", label: "Child's Plan" },
    reach: { code: "multi-agency", label: "Multi-agency plan" },
    state: "open",
    openedAt: "2026-10-05T09:00:00.000Z",
    openedBy: person(1, "Helen Mold"),
    rulebook: { title: "Highland", adoptedFrom: "2024-08-01" },
    members: [isla],
    practitioners: [],
    actions: [],
    answers: {},
    support: [],
    evidence: [],
    leadsBefore: [],
    duties: [],
    whoDoesWhat: [],
    outcomes: [],
    overlaps: [],
    notSignedUp: [],
    engagement: [],
    advocacyGaps: [],
    rests: [],
    level: { isAsked: false, changes: [] },
    joining: { asks: true, agencies: [], mayReadAnswers: false, mayRecordAnswer: false },
    may: { change: may, propose: may, recordViews: may, recordEngagement: may },
    ...of,
  });
  test.each([
    ["by a part that was given, prints", {}, 1],
    ["that is open in an emergency goes on no paper", { isOpenInEmergency: true }, 0],
  ] as const)("%s", async (_, of, buttons) => {
    const api = aSignedInApi({ role: "team-manager" });
    api.answers("plan.get", aPlan(of));
    await drawAt(`/plans/${id(400)}`);
    const title = screen.getByRole("heading", { level: 1, name: "Child's Plan" });
    expect(screen.queryAllByRole("button", { name: "Print this page" })).toHaveLength(buttons);
    expect(title.closest(".lp-no-print") === null).toBe(buttons === 1);
  });
});
