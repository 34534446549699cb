import { describe, expect, test } from "vitest";
import { isLate } from "../../kernel/due.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { LegalStatus } from "../../people/model.ts";
import type { ChainFacts, NewEntryFacts } from "../../quality/accountability-model.ts";
import type { CheckFacts, LearningFacts, ReviewOfficerFacts } from "../../quality/check-model.ts";
import { shareOf } from "../../quality/figures.ts";
import { teamOf } from "../../quality/procedure.ts";
import type { MonitoringFacts, RiskStatementFacts, WatchingFacts } from "../../quality/watching-model.ts";
import {
  accountFacts,
  checkFacts,
  countFacts,
  learningFacts,
  monitoringFacts,
  organisationFacts,
  riskStatementFacts,
  shareFacts,
  watchingFacts,
} from "../../testing/quality.ts";
import { asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const at = (day: string) => noonOn(localDate(day));
const owed = (of: Partial<WatchingFacts>, day: string) =>
  book.duty("quality.watching", watchingFacts(of), at(day)).owed;
const ofAct = (act: string, of: Partial<WatchingFacts>, day: string) => owed(of, day).filter((one) => one.act === act);
const late = (due: string, day: string) => isLate({ day: localDate(due) }, at(day));

describe("HIG-136: while a risk is open, a statement on it every fortnight", () => {
  const state = (of: Partial<RiskStatementFacts>) =>
    book.gate("quality.risk-statement", riskStatementFacts(of), at("2026-10-30"));
  const stated = { openRisk: { since: localDate("2026-10-05"), statedOn: localDate("2026-10-16") } } as const;
  test("satisfied and improving on 16 October: next by 30 October, late on the 31st", () => {
    expect(state({}).answer).toBe("permits");
    expect(ofAct("quality.state-risk", stated, "2026-10-30")).toMatchObject([
      { who: "lead-professional", whoId: "keir", due: { day: "2026-10-30" } },
    ]);
    expect([late("2026-10-30", "2026-10-30"), late("2026-10-30", "2026-10-31")]).toEqual([false, true]);
  });
  test("visits missed: she has to say what she did", () => {
    for (const not of [{ isEffective: false }, { isBetterOff: false }]) {
      const refused = state({ ...not, saysWhatWasDone: false });
      expect(refused.answer).toBe("prevents");
      expect(refused.findings[0]?.because).toMatch(/Do something now, and say what/);
      expect(state({ ...not, saysWhatWasDone: true }).answer).toBe("permits");
      expect(state({ ...not, saysWhatWasDone: "not-recorded" }).missing).toEqual(["what was done"]);
    }
  });
  test("both points are asked, and not recorded is neither", () => {
    expect(state({ isEffective: "not-recorded" }).missing).toEqual(["whether it works"]);
    expect(state({ isBetterOff: "not-recorded" }).missing).toEqual(["whether the child is better off"]);
  });
  test("while the lead is away, the line manager makes it (HD-8)", () => {
    expect(ofAct("quality.state-risk", { ...stated, isAway: true }, "2026-10-20")).toMatchObject([
      { who: "line-manager", whoId: "area-manager" },
    ]);
    expect(ofAct("quality.state-risk", { ...stated, isAway: "not-recorded" }, "2026-10-20")).toMatchObject([
      { who: "lead-professional" },
    ]);
  });
  test("no statement yet: a fortnight from the day the risk was known; no risk: none; not recorded: said so", () => {
    const since = localDate("2026-10-05");
    expect(ofAct("quality.state-risk", { openRisk: { since, statedOn: "none" } }, "2026-10-06")[0]?.due).toEqual({
      day: "2026-10-19",
    });
    expect(ofAct("quality.state-risk", { openRisk: { since, statedOn: "not-recorded" } }, "2026-10-06")).toMatchObject([
      { due: "unknown" },
    ]);
    expect(ofAct("quality.state-risk", { openRisk: { since, statedOn: "none" } }, "2026-10-06")[0]?.because).toMatch(
      /^The risk is open since 5 October 2026/,
    );
    expect(ofAct("quality.state-risk", stated, "2026-10-30")[0]?.because).toMatch(
      /^The last statement was of 16 October/,
    );
    expect(ofAct("quality.state-risk", { openRisk: "none" }, "2026-10-06")).toEqual([]);
    expect(ofAct("quality.state-risk", { openRisk: "not-recorded" }, "2026-10-06")).toMatchObject([{ due: "unknown" }]);
  });
});

describe("HIG-129: the lead's own contact, whoever sees the mother daily", () => {
  const last = { ownContactOn: localDate("2026-10-12") } as const;
  test("last on 12 October: on 10 November, the day after 28 days, lead and manager are told", () => {
    expect(owed(last, "2026-11-09")).toMatchObject([{ act: "quality.own-contact", due: { day: "2026-11-09" } }]);
    expect(owed(last, "2026-11-10").map(({ act, whoId }) => [act, whoId])).toEqual([
      ["quality.look-at-contact", "area-manager"],
      ["quality.own-contact", "keir"],
    ]);
    expect(owed({ ...last, manager: "none" }, "2026-11-10")[0]?.whoId).toBeUndefined();
  });
  test("it is Part 3's own clause, not the national one", () => {
    expect(owed(last, "2026-11-09")[0]).toMatchObject({
      rule: "highland.watching-contact",
      strength: "local procedure",
    });
  });
});

describe("HIG-135: who does not work with the family directly checks progress", () => {
  const apart = { worksDirectly: false, progressCheckedOn: localDate("2026-10-23") } as const;
  const check = (of: Partial<WatchingFacts>) => ofAct("quality.check-progress", of, "2026-11-07");
  test("checks on 9 and 23 October: the next by 6 November, and on the 7th she is told", () => {
    expect(check(apart)).toMatchObject([{ whoId: "keir", due: { day: "2026-11-06" } }]);
    expect([late("2026-11-06", "2026-11-06"), late("2026-11-06", "2026-11-07")]).toEqual([false, true]);
    expect(check({ ...apart, progressCheckedOn: "none" })[0]?.due).toEqual({ day: "2026-10-19" });
  });
  test("who works with the family needs none; not recorded is neither", () => {
    expect(check({ ...apart, worksDirectly: true })).toEqual([]);
    expect(check({ ...apart, worksDirectly: "not-recorded" })).toMatchObject([{ due: "unknown" }]);
    expect(check({ ...apart, worksDirectly: "not-recorded" })[0]?.because).toMatch(
      /whether the lead professional works/,
    );
    expect(check({ ...apart, progressCheckedOn: "not-recorded" })[0]?.because).toMatch(
      /when progress was last checked/,
    );
    expect(check({ ...apart, progressCheckedOn: "not-recorded" })).toMatchObject([{ due: "unknown" }]);
  });
});

describe("HIG-93: what a practitioner raises shows its age until the lead answers", () => {
  const issue = { id: "issue-1", by: "orr", raisedOn: localDate("2026-03-20"), answeredOn: "none" } as const;
  const open = (day: string, of: Partial<WatchingFacts["issues"][number]> = {}) =>
    ofAct("quality.answer-issue", { issues: [{ ...issue, ...of }] }, day);
  test("raised on 20 March, on the 24th it is open 4 days", () => {
    expect(open("2026-03-24")[0]?.because).toBe("Issue issue-1, raised by orr, has been open 4 days. Answer it.");
    expect(open("2026-03-24")[0]?.due).toBe("at-once");
    expect(open("2026-03-21")[0]?.because).toMatch(/open 1 day\./);
    expect(open("2026-03-20")[0]?.because).toMatch(/open 0 days\./);
    expect(open("2026-03-19")).toEqual([]);
  });
  test("her answer closes it", () => {
    expect(open("2026-03-24", { answeredOn: localDate("2026-03-24") })).toEqual([]);
    expect(open("2026-03-24", { answeredOn: "not-recorded" })).toHaveLength(1);
  });
});

describe("HIG-99: monitoring answers how the plan works and how the child is", () => {
  const keep = (of: Partial<MonitoringFacts>) => book.gate("quality.monitoring", monitoringFacts(of), at("2026-05-29"));
  test("all delivered with the child's situation blank: refused; with slightly better: kept", () => {
    expect(keep({ situation: "not-recorded" })).toMatchObject({ answer: "unknown", missing: ["how the child is"] });
    expect(keep({ situation: "slightly-better" }).answer).toBe("permits");
    expect(keep({}).findings.map(({ rule }) => rule)).toEqual(["highland.monitoring-both", "highland.monitoring-both"]);
  });
});

describe("HIG-112: working, clashes, outcomes reached", () => {
  test("Rory's plan on 30 November: 3 of 5, 1, 1 of 2", () => {
    const ask = (asked: "working" | "clashes" | "outcomes") =>
      book.measure(
        "quality.plan-works",
        {
          child: { id: "rory" },
          asked,
          supports: [true, true, true, false, false].map((works, n) => ({ id: `support-${n}`, works })),
          clashes: ["two visits on 14 October"],
          outcomes: [
            { id: "walks", reached: true },
            { id: "speaks", reached: false },
          ],
        },
        at("2026-11-30"),
      ).parts[0];
    expect([ask("working")?.label, ask("clashes")?.amount, ask("outcomes")?.label]).toEqual(["3 of 5", 1, "1 of 2"]);
  });
});

describe("HIG-154: quality checks ask of every record whether the child was involved", () => {
  type Record = Exclude<CheckFacts["records"], string>[number];
  const record = (
    id: string,
    childInvolved: Record["childInvolved"],
    followUpOwner: Record["followUpOwner"] = "none",
  ) => ({
    id,
    childInvolved,
    followUpOwner,
  });
  const close = (of: Partial<CheckFacts>) => book.gate("quality.check", checkFacts(of), at("2026-11-30"));
  const yes = Array.from({ length: 17 }, (_, n) => record(`yes-${n}`, true));
  const no = (owner: string) => ["a", "b", "c"].map((id) => record(id, false, owner));
  test("20 records: 17 yes, 3 no with somebody who follows each up", () => {
    const closed = close({ records: [...yes, ...no("bain")] });
    expect(closed.answer).toBe("permits");
    expect(closed.findings[0]?.because).toMatch(/in 17 of 20/);
  });
  test("a no with nobody, or a record without an answer, keeps it open", () => {
    expect(close({ records: [...yes, ...no("none")] }).answer).toBe("prevents");
    expect(close({ records: [...yes, ...no("not-recorded")] }).answer).toBe("prevents");
    expect(close({ records: [...yes, record("open", "not-recorded")] }).missing).toEqual([
      "whether the child of open was involved",
    ]);
    expect(close({ records: "not-recorded" }).missing).toEqual(["the records looked at"]);
  });
  test("counted as a share: 17 of 20, never with an unanswered one as a no", () => {
    expect(book.measure("quality.share", shareFacts("child-involved", [17, 3]), at("2026-11-30"))).toMatchObject({
      amount: 85,
      parts: [{ label: "17 of 20" }],
    });
    expect(shareOf(shareFacts("child-involved", [1, 1, 1]).rows)).toEqual({
      counted: ["row-1"],
      others: ["row-2"],
      notRecorded: ["row-3"],
      of: 3,
    });
  });
});

describe("HIG-166: each finding has an owner, and an agency with none sampled is shown", () => {
  test("25 of 214 plans across the agencies", () => {
    const decision = book.measure(
      "quality.count",
      countFacts("checks-by-agency", { education: 15, health: 10 }, ["education", "health", "housing"]),
      at("2026-12-31"),
    );
    expect(decision.amount).toBe(25);
    expect(decision.parts.map(({ label, amount }) => [label, amount])).toEqual([
      ["education", 15],
      ["health", 10],
      ["housing", 0],
    ]);
  });
  test("a finding that nobody owns keeps the check open; it needs no day here", () => {
    const finding = { id: "f", owner: "bain", dueOn: "none", toldLeadOn: "none" } as const;
    const close = (of: object) =>
      book.gate("quality.check", checkFacts({ findings: [{ ...finding, ...of }] }), at("2026-12-31")).answer;
    expect([close({}), close({ owner: "none" }), close({ owner: "not-recorded" })]).toEqual([
      "permits",
      "prevents",
      "unknown",
    ]);
  });
});

describe("HIG-164: a plan of early intervention without an outcome goes back", () => {
  const pass = (outcomes: number | "not-recorded") =>
    book.gate("quality.early-plan", { child: { id: "callum" }, owner: "bain", outcomes }, at("2026-11-05"));
  test("to Mr Bain with advice; with one it passes", () => {
    expect(pass(0)).toMatchObject({
      answer: "prevents",
      findings: [{ because: "The plan has no outcome. It goes back to bain with advice." }],
    });
    expect(pass(1).findings[0]?.because).toBe("The plan says what is to be better: 1 outcome.");
    expect(pass(2)).toMatchObject({
      answer: "permits",
      findings: [{ because: expect.stringMatching(/: 2 outcomes\.$/) }],
    });
    expect(pass("not-recorded").answer).toBe("unknown");
  });
});

describe("HIG-7: what is learnt is kept free of family details", () => {
  const keep = (of: Partial<LearningFacts>) => book.gate("quality.learning", learningFacts(of), at("2026-11-30"));
  test("a shared minibus: kept; with the child's name in the text: refused", () => {
    expect(keep({}).answer).toBe("permits");
    expect(keep({ familyDetails: 1 }).answer).toBe("prevents");
    expect(keep({ familyDetails: "not-recorded" }).missing).toEqual(["whether it names a family"]);
  });
  test("with what was tried, and what came of it", () => {
    for (const is of [false, "not-recorded"] as const) {
      expect(keep({ solutionTried: is }).missing).toEqual(["what was tried"]);
      expect(keep({ resultGiven: is }).missing).toEqual(["what came of it"]);
    }
  });
});

describe("HIG-197: a child under an order has a review officer named, at home or not", () => {
  const order: LegalStatus = {
    id: "order",
    kind: "looked-after",
    from: localDate("2026-12-01"),
    lookedAfterBasis: "hearing-requirement",
    accommodated: false,
  };
  const need = (of: Partial<ReviewOfficerFacts>, day = "2026-12-01") =>
    book.duty(
      "quality.review-officer",
      { child: { id: "rory" }, statuses: [order], reviewOfficer: "none", ...of },
      at(day),
    ).owed;
  test("from 1 December until one is named on the 3rd", () => {
    expect(need({}, "2026-11-30")).toEqual([]);
    expect(need({})).toMatchObject([{ act: "quality.name-review-officer", due: "at-once", about: "child:rory" }]);
    expect(need({ reviewOfficer: "officer" }, "2026-12-03")).toEqual([]);
    expect(need({ reviewOfficer: "not-recorded" })).toHaveLength(1);
    expect(need({ statuses: [{ ...order, until: localDate("2027-03-01") }] }, "2027-03-01")).toEqual([]);
  });
  test.each([
    ["care-order", 1],
    ["voluntary-accommodated", 0],
    ["police-transfer", 0],
    ["remand", 0],
  ] as const)("looked after on %s: %i", (lookedAfterBasis, tasks) => {
    expect(need({ statuses: [{ ...order, lookedAfterBasis }] })).toHaveLength(tasks);
  });
  test("an Antisocial Behaviour Order is one too; what it rests on may not be recorded", () => {
    expect(need({ statuses: [{ id: "a", kind: "antisocial-behaviour-order", from: order.from }] })).toMatchObject([
      { due: "at-once" },
    ]);
    expect(need({ statuses: [{ ...order, lookedAfterBasis: "not-recorded" }] })).toMatchObject([{ due: "unknown" }]);
    expect(need({ statuses: [{ id: "l", kind: "looked-after", from: order.from }] })).toMatchObject([
      { due: "unknown" },
    ]);
    expect(need({ statuses: "not-recorded" })).toMatchObject([{ due: "unknown" }]);
    expect(need({ statuses: [{ id: "c", kind: "co-ordinated-support-plan", from: order.from }] })).toEqual([]);
  });
});

describe("HIG-145: a lead answers to the own agency for both", () => {
  const chain = (of: Partial<ChainFacts>) => book.gate("quality.chain", accountFacts(of), at("2027-01-18"));
  test("Nan Sim: one line to health's team lead; social work's manager has none", () => {
    const one = { manager: "team-lead", agency: "health" } as const;
    const lines = [
      { for: "own-work", ...one },
      { for: "leading", ...one },
    ] as const;
    expect(chain({ lines }).answer).toBe("permits");
    const other = [...lines, { for: "leading", manager: "social-work-manager", agency: "social-work" }] as const;
    expect(chain({ lines: other }).answer).toBe("prevents");
    expect(chain({ lines, homeAgency: "not-recorded" }).missing).toEqual(["the home agency"]);
  });
  test("Part 3 does not ask for a director", () => {
    expect(chain({ director: "none" }).answer).toBe("permits");
  });
});

describe("HIG-160: one named co-ordinator for each area", () => {
  const enter = (of: Partial<NewEntryFacts>) =>
    book.gate(
      "quality.new-entry",
      { area: "inverness", entry: "integrated-services-coordinator", person: "new", holder: "none", ...of },
      at("2026-11-30"),
    );
  test("a second holder for Inverness is refused", () => {
    expect(enter({ holder: "grant" })).toMatchObject({
      answer: "prevents",
      findings: [{ because: "The post is held by grant. End that first: an area has one." }],
    });
    expect(enter({ holder: "grant", person: "grant" }).answer).toBe("permits");
    expect(enter({}).answer).toBe("permits");
    expect(enter({ holder: "not-recorded" }).answer).toBe("unknown");
  });
  test("a vacant area shows", () => {
    const red = (coordinator: string) =>
      book.duty(
        "quality.organisation-duties",
        organisationFacts({ of: { kind: "area", id: "area-2" }, coordinator }),
        at("2026-11-30"),
      ).owed;
    expect(red("none")).toMatchObject([{ act: "quality.name-coordinator", due: "at-once", about: "area:area-2" }]);
    expect(red("none")[0]?.because).toMatch(/is vacant in this area/);
    expect(red("not-recorded")).toMatchObject([{ due: "unknown" }]);
    expect(red("not-recorded")[0]?.because).toMatch(/^It is not recorded who/);
    expect(red("grant")).toEqual([]);
    expect(book.duty("quality.organisation-duties", organisationFacts(), at("2026-11-30")).owed).toEqual([]);
  });
  test("HIG-163: the former title is not given anew, and its successor is offered", () => {
    const former = enter({ entry: "senior-family-liaison-officer" });
    expect(former.answer).toBe("prevents");
    expect(former.findings[0]?.because).toMatch(/Enter it as an integrated services officer/);
    expect(enter({ entry: "integrated-services-officer" }).answer).toBe("permits");
  });
  test("HIG-171: the two former groups take no new items", () => {
    for (const entry of ["youth-offender-forum", "caseworking-subgroup"] as const)
      expect(enter({ entry }).findings.map(({ effect, because }) => [effect, because])).toEqual([
        [
          "prevents",
          "This belongs to the past and stays readable. Enter it as an item for the service managers' group.",
        ],
      ]);
    expect(enter({ entry: "service-managers-group" }).answer).toBe("permits");
  });
});

describe("HIG-155: a child's school gives the right team", () => {
  const schoolGroups = [
    { id: "millburn", team: "east" },
    { id: "new-group", team: "none" },
    { id: "old-group", team: "not-recorded" },
  ] as const;
  test("Millburn gives team East; a group without a link is on the administrator's list", () => {
    expect(["millburn", "new-group", "old-group", "another"].map((group) => teamOf(schoolGroups, group))).toEqual([
      "east",
      undefined,
      undefined,
      undefined,
    ]);
    const owed = (kind: "area" | "agency") =>
      book
        .duty(
          "quality.organisation-duties",
          organisationFacts({ of: { kind, id: "inverness" }, coordinator: "grant", schoolGroups }),
          at("2026-11-30"),
        )
        .owed.map(({ who, because, due }) => [who, because, due]);
    expect(owed("area")).toEqual([
      [
        "administrator",
        "School group new-group is linked to no team. Link it, so that a referral finds its team.",
        "at-once",
      ],
      ["administrator", "It is not recorded which team school group old-group is linked to.", "unknown"],
    ]);
    expect(owed("agency")).toEqual([]);
  });
});

describe("what the area's pages count", () => {
  const share = (...of: Parameters<typeof shareFacts>) =>
    book.measure("quality.share", shareFacts(...of), at("2026-12-31"));
  const counted = (...of: Parameters<typeof countFacts>) =>
    book.measure("quality.count", countFacts(...of), at("2026-12-31"));
  test("HIG-192: services signed up 31 of 33, a named person 100 per cent, no extra tasks 92 per cent", () => {
    expect(share("services-signed-up", [31, 2])).toMatchObject({ amount: 94, parts: [{ label: "31 of 33" }] });
    expect(share("services-signed-up", [31, 2]).findings[0]?.because).toMatch(/Listed: row-32, row-33\.$/);
    expect(share("children-with-named-person", [214, 0]).amount).toBe(100);
    expect(share("named-persons-without-extra-tasks", [92, 8]).amount).toBe(92);
  });
  test("HIG-195: 63 appointments by what decided them, and 6 plans whose lead owns most actions", () => {
    const factors = counted("appointments-by-factor", { help: 30, relationship: 22, statute: 11 });
    expect([factors.amount, factors.parts.map(({ amount }) => amount)]).toEqual([63, [30, 22, 11]]);
    const most = share("lead-owns-most-actions", [6, 57]);
    expect(most.parts[0]?.label).toBe("6 of 63");
    expect(most.findings[0]?.because).toMatch(/Listed: row-1, row-2, row-3, row-4, row-5, row-6\./);
  });
  test("HIG-76: 23 children under special arrangements, by kind", () => {
    const kinds = counted("special-arrangements", { "home education": 11, travelling: 7, other: 5 }, [
      "no school place",
    ]);
    expect(kinds.amount).toBe(23);
    expect(kinds.parts.map(({ label, amount }) => [label, amount])).toEqual([
      ["no school place", 0],
      ["home education", 11],
      ["travelling", 7],
      ["other", 5],
    ]);
  });
  test("HIG-153: 12 late reviews, by service", () => {
    const page = counted("late-reviews-by-service", { education: 7, health: 5 }, ["police", "social work"]);
    expect([page.amount, page.parts.map(({ amount }) => amount)]).toEqual([12, [0, 0, 7, 5]]);
  });
  test("HIG-161: not appropriate 2, not proportionate 6, not safe 2", () => {
    const page = counted("appropriate-proportionate-safe", {
      "not appropriate": 2,
      "not proportionate": 6,
      "not safe": 2,
    });
    expect(page.parts.map(({ amount }) => amount)).toEqual([2, 6, 2]);
  });
});
