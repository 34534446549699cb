import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ChoiceFacts } from "../../lead-professional/model.ts";
import { choiceFacts } from "../../testing/choice.ts";
import { anInvolved } from "../../testing/lead-professional.ts";
import {
  ageLimitFacts,
  aKeyPoint,
  aMove,
  aTransfer,
  crossBorderFacts,
  governingFacts,
  transitionFacts,
  transitionReviewFacts,
} from "../../testing/transition.ts";
import type {
  AgeLimitFacts,
  CrossBorderFacts,
  DestinationsFacts,
  TransitionFacts,
  TransitionReviewFacts,
} from "../../transition/model.ts";
import { bolton } from "../bolton/bolton.ts";
import { asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const on = (day: string) => noonOn(localDate(day));
const owed = (of: Partial<TransitionFacts>, day: string) =>
  book.duty("transition.duties", transitionFacts(of), on(day)).owed;
const review = (of: Partial<TransitionReviewFacts>) =>
  book.gate("transition.review", transitionReviewFacts(of), on("2027-01-20"));
const age = (bornOn: string, day: string, bases: AgeLimitFacts["bases"] = []) =>
  book.gate("transition.age-limit", ageLimitFacts(bornOn, day, bases), on("2026-11-22"));

describe("CWDC-3.4b: in Year 9 with a statement the personal adviser is suggested, and another choice needs a reason", () => {
  const involved = [
    anInvolved("teacher", { agency: "education", posts: ["senco"] }),
    anInvolved("adviser", { posts: ["personal-adviser"] }),
    anInvolved("nurse"),
  ];
  const named = [
    { holder: { kind: "post", post: "personal-adviser" }, tier: "suggested", order: 1, needs: [] },
  ] as const;
  const asks = book.asks("lead-professional.choice", localDate("2026-09-01"));
  const codes = (of: Partial<ChoiceFacts>, from = book) =>
    from
      .gate(
        "lead-professional.choice",
        choiceFacts(asks, { involved, statutory: { holders: [], named }, ...of }),
        on("2026-09-01"),
      )
      .needs.map(({ code }) => code);
  test("the SENCO is kept with a reason", () => {
    expect(codes({ chosen: "teacher" })).toContain("suggestion-passed-over");
    expect(codes({ chosen: "teacher", reasons: ["suggestion-passed-over"] })).not.toContain("suggestion-passed-over");
  });
  test("the adviser needs none, nor does anybody where nothing is suggested", () => {
    expect(codes({ chosen: "adviser" })).not.toContain("suggestion-passed-over");
    expect(codes({ chosen: "teacher", statutory: { holders: [] } })).not.toContain("suggestion-passed-over");
  });
  test("Bolton only says that the adviser may (BOL-D7)", () => {
    expect(codes({ chosen: "teacher" }, asItStands(bolton))).not.toContain("suggestion-passed-over");
  });
});

describe("CWDC-3.18: from the 17th birthday a review looks at readiness for adult services", () => {
  test("Priya turns 17 on 2 December 2026: her review of 20 January cannot be completed until the section is filled", () => {
    expect(review({ readinessFilled: false }).answer).toBe("prevents");
    expect(review({ readinessFilled: "not-recorded" }).answer).toBe("unknown");
    expect(review({}).answer).toBe("permits");
  });
  test.each([
    ["2026-12-01", "silent"],
    ["2026-12-02", "prevents"],
    ["2026-12-03", "prevents"],
  ])("a review on %s: %s", (day, answer) => {
    expect(review({ reviewOn: localDate(day), readinessFilled: false }).answer).toBe(answer);
  });
  test("two gaps become actions of the plan", () => {
    expect(review({ gapsWithoutAction: 2 }).answer).toBe("prevents");
    expect(review({ gapsWithoutAction: 1 }).answer).toBe("prevents");
    expect(review({ gapsWithoutAction: "not-recorded" }).answer).toBe("unknown");
    const gaps = [
      { id: "housing", action: "none" },
      { id: "money", action: "not-recorded" },
      { id: "health", action: "a1" },
    ] as const;
    expect(owed({ readinessGaps: gaps }, "2027-01-20").map(({ act }) => act)).toEqual([
      "plan.add-action-for-gap:housing",
      "plan.add-action-for-gap:money",
    ]);
  });
  test("nobody's age is guessed; a birthday ends nothing by itself", () => {
    expect(review({ child: { id: "c", bornOn: "not-recorded" } }).missing).toEqual(["the date of birth"]);
    expect(age("2009-12-02", "2027-12-02").answer).toBe("permits");
  });
});

const adulthood = (of: Parameters<typeof aKeyPoint>[0] = {}) =>
  aKeyPoint({ id: "camhs", kind: "adult-services", on: localDate("2027-12-01"), ...of });

describe("CWDC-3.19a: what adulthood brings is explained, and kept in the young person's words", () => {
  const open = [adulthood({ openedOn: localDate("2026-12-01"), adultOption: "clinic" })];
  const acts = (entitlementTalk: TransitionFacts["entitlementTalk"], day = "2026-12-02") =>
    owed({ keyPoints: open, entitlementTalk }, day).map(({ act }) => act);
  test("explained on 25 November: without Deen's words the task stays open", () => {
    const talk = { on: localDate("2026-11-25") };
    expect(acts({ ...talk, ownWords: false })).toEqual(["transition.explain-entitlement"]);
    expect(acts({ ...talk, ownWords: "not-recorded" })).toEqual(["transition.explain-entitlement"]);
    expect(acts({ ...talk, ownWords: true })).toEqual([]);
    expect(acts("none")).toEqual(["transition.explain-entitlement"]);
  });
  test("due by the day services move, and only once planning is open", () => {
    expect(owed({ keyPoints: open }, "2026-12-02")[0]?.due).toEqual({ day: "2027-12-01" });
    expect(acts("none", "2026-11-30")).toEqual([]);
  });
});

describe("CWDC-3.19b: the lead goes along to first meetings with adult services", () => {
  const meeting = {
    id: "m1",
    on: localDate("2027-02-04"),
    youngPersonThere: true,
    leadThere: true,
    standIn: "none",
  } as const;
  const acts = (of: Partial<TransitionFacts["adultMeetings"][number]>, day = "2027-02-04") =>
    owed({ adultMeetings: [{ ...meeting, ...of }] }, day).map(({ act }) => act);
  test("both ticked: done; a lead who was not there names a stand-in", () => {
    expect(acts({})).toEqual([]);
    expect(acts({ leadThere: false })).toEqual(["transition.name-stand-in:m1"]);
    expect(acts({ leadThere: false, standIn: "worker" })).toEqual([]);
    expect(acts({ leadThere: "not-recorded" })).toEqual(["transition.go-along:m1"]);
  });
  test("whether the young person was there is recorded on the day, not before; absent, there is another", () => {
    expect(acts({ youngPersonThere: "not-recorded" }, "2027-02-03")).toEqual([]);
    expect(acts({ youngPersonThere: "not-recorded" })).toEqual(["transition.record-attendance:m1"]);
    expect(acts({ youngPersonThere: false })).toEqual(["transition.meet-again:m1"]);
  });
});

test("CWDC-3.21: a Jobcentre adviser may join at 17, and sees what there is a basis for", () => {
  const bases = ["consent", "another-lawful-basis", "none", "not-recorded"] as const;
  const ask = (basis: (typeof bases)[number]) =>
    book.gate(
      "transition.adult-practitioner",
      { child: { id: "sam", bornOn: localDate("2009-06-01") }, practitioner: "jobcentre", basis },
      on("2027-01-11"),
    ).answer;
  expect(bases.map(ask)).toEqual(["permits", "permits", "prevents", "unknown"]);
});

describe("RN-03: 0 to 19 takes in the whole of that year, and nothing closes by itself", () => {
  test.each([
    ["2027-03-09", "permits"],
    ["2027-03-10", "prevents"],
    ["2027-03-11", "prevents"],
  ])("born on 10 March 2007, on %s: %s", (day, answer) => {
    expect(age("2007-03-10", day).answer).toBe(answer);
  });
  test("not recorded is neither", () => {
    expect(age("2007-03-10", "2027-03-10", "not-recorded").answer).toBe("unknown");
    expect(age("2007-03-10", "2027-03-09", "not-recorded").answer).toBe("permits");
    const unborn = {
      ...ageLimitFacts("2007-03-10", "2027-03-09"),
      child: { id: "c", bornOn: "not-recorded" as const },
    };
    expect(book.gate("transition.age-limit", unborn, on("2027-03-09")).answer).toBe("unknown");
  });
});

describe("CWDC-4.9a: with a learning difficulty or disability the case may go on to the 25th birthday", () => {
  const assessed = (recordedOn = "2022-01-10") =>
    [{ kind: "learning-difficulty-assessment", recordedOn: localDate(recordedOn), programme: "none" }] as const;
  test.each([
    ["2028-12-01", "permits"],
    ["2029-03-09", "permits"],
    ["2029-03-10", "prevents"],
  ])("born on 10 March 2004, on %s: %s", (day, answer) => {
    expect(age("2004-03-10", day, assessed()).answer).toBe(answer);
  });
  test("only once the basis is recorded", () => {
    expect(age("2004-03-10", "2028-12-01").answer).toBe("prevents");
    expect(age("2004-03-10", "2028-12-01", assessed("2028-12-01")).answer).toBe("permits");
    expect(age("2004-03-10", "2028-12-01", assessed("2028-12-02")).answer).toBe("prevents");
  });
});

describe("CWDC-4.9b: a care leaver is supported to 21, or to the end of a programme begun before", () => {
  type Programme = Exclude<AgeLimitFacts["bases"], string>[number]["programme"];
  const leaver = (programme: Programme) =>
    [{ kind: "care-leaver", recordedOn: localDate("2024-02-01"), programme }] as const;
  const course = { begins: localDate("2026-09-01"), lastDay: localDate("2027-07-16") } as const;
  test.each([
    ["2027-01-31", "permits"],
    ["2027-02-01", "permits"],
    ["2027-07-16", "permits"],
    ["2027-07-17", "prevents"],
  ])("21 on 1 February 2027, course to 16 July, on %s: %s", (day, answer) => {
    expect(age("2006-02-01", day, leaver(course)).answer).toBe(answer);
  });
  test("no programme ends on the birthday; not recorded is asked for; a later one is a manager's decision (RN-24)", () => {
    expect(age("2006-02-01", "2027-01-31", leaver("none")).answer).toBe("permits");
    expect(age("2006-02-01", "2027-02-01", leaver("none")).answer).toBe("prevents");
    expect(age("2006-02-01", "2027-02-01", leaver("not-recorded")).answer).toBe("unknown");
    const last = { ...course, begins: localDate("2027-01-31") };
    expect(age("2006-02-01", "2027-03-01", leaver(last)).answer).toBe("permits");
    const later = age("2006-02-01", "2027-03-01", leaver({ ...course, begins: localDate("2027-02-01") }));
    expect(later).toMatchObject({ answer: "refers", decidedBy: ["team-manager"] });
  });
});

describe("CWDC-4.10: planning opens 12 months before services move to those for adults", () => {
  const acts = (of: Parameters<typeof aKeyPoint>[0], day: string) =>
    owed({ keyPoints: [adulthood(of)], entitlementTalk: { on: localDate("2026-11-25"), ownWords: true } }, day).map(
      ({ act }) => act,
    );
  test.each([
    ["2026-11-30", []],
    ["2026-12-01", ["transition.open:camhs"]],
    ["2026-12-02", ["transition.open:camhs"]],
  ])("CAMHS ends on 1 December 2027, on %s: %j", (day, wanted) => {
    expect(acts({}, day)).toEqual(wanted);
  });
  test("opened: an option is to be found by 1 June 2027, and from that day none is an alert", () => {
    const opened = { openedOn: localDate("2026-12-01") };
    expect(
      owed({ keyPoints: [adulthood(opened)] }, "2027-05-31").find(({ act }) => act.startsWith("transition.find")),
    ).toMatchObject({ due: { day: "2027-06-01" } });
    expect(acts(opened, "2027-05-31")).toEqual(["transition.find-adult-option:camhs"]);
    expect(acts(opened, "2027-06-01")).toContain("transition.no-adult-option:camhs");
    expect(acts({ ...opened, adultOption: "clinic" }, "2027-06-01")).toEqual([]);
    expect(acts({ ...opened, adultOption: "not-recorded" }, "2027-06-01")).toHaveLength(2);
  });
});

describe("CWDC-CASE-LUCAS: how the move to secondary went is reviewed a month into the autumn term", () => {
  test.each([
    ["2027-08-31", undefined],
    ["2027-09-01", { day: "2027-10-01" }],
  ])("a new school on 1 September 2027, on %s: %j", (day, due) => {
    expect(
      owed({ keyPoints: [aKeyPoint()] }, day).find(({ act }) => act === "transition.review:secondary")?.due,
    ).toEqual(due);
  });
  test("a review before the first day is not this one", () => {
    const reviewed = (reviewedOn: string) =>
      owed({ keyPoints: [aKeyPoint({ reviewedOn: localDate(reviewedOn) })] }, "2027-10-01");
    expect(reviewed("2027-08-31")).toHaveLength(1);
    expect(reviewed("2027-09-01")).toEqual([]);
  });
});

describe("CWDC-5.11f: a case over a boundary with no agreed lead is taken to the steering group", () => {
  const border = (of: Partial<CrossBorderFacts>, day: string) =>
    book.duty("transition.cross-border", crossBorderFacts(of), on(day)).owed;
  const since = localDate("2026-11-16");
  test("lives in A, school in B, no agreed lead on 16 November: taken up by 23 November", () => {
    expect(border({ noAgreedLeadSince: since }, "2026-11-15")).toEqual([]);
    expect(border({ noAgreedLeadSince: since }, "2026-11-16")).toMatchObject([
      { act: "cross-border.escalate", due: { day: "2026-11-23" } },
    ]);
    expect(border({ noAgreedLeadSince: since, escalatedOn: localDate("2026-11-23") }, "2026-11-23")).toEqual([]);
  });
  test("the managers of both sides take it there; from the working day after it is the group's to settle (RN-33)", () => {
    const facts = { noAgreedLeadSince: since };
    expect(border(facts, "2026-11-23")).toMatchObject([
      { act: "cross-border.escalate", who: "line-managers-involved", onAccountOf: "line-managers-involved" },
    ]);
    for (const escalatedOn of ["none", localDate("2026-11-23")] as const)
      expect(border({ ...facts, escalatedOn }, "2026-11-24")).toMatchObject([
        {
          rule: "england.boundary-escalate",
          act: "cross-border.give-direction",
          who: "steering-group",
          due: "at-once",
          because: expect.stringContaining("since 24 November 2026, which settles who leads"),
        },
      ]);
    const taken = { ...facts, escalatedOn: localDate("2026-11-18") };
    expect(border(taken, "2026-11-17").map(({ act }) => act)).toEqual(["cross-border.escalate"]);
    expect(border(taken, "2026-11-18")).toEqual([]);
    expect(border(taken, "2026-11-19").map(({ who }) => who)).toEqual(["steering-group"]);
    expect(border({ noAgreedLeadSince: "none", escalatedOn: localDate("2026-11-18") }, "2026-11-30")).toEqual([]);
  });
  test("A governs, and the school nurse of B may lead", () => {
    const asked = (area: string) =>
      book.gate("transition.governs", governingFacts({ area, livesIn: "a" }), on("2026-11-30")).answer;
    expect([asked("a"), asked("b")]).toEqual(["permits", "prevents"]);
  });
  test("after a move a successor is agreed within 5 working days, and the present lead stays (RN-33)", () => {
    const move = aMove({ on: localDate("2026-11-13") });
    expect(border({ move }, "2026-11-12")).toEqual([]);
    expect(border({ move }, "2026-11-13")).toMatchObject([
      { act: "cross-border.agree-successor", due: { day: "2026-11-20" } },
    ]);
    const accepted = aTransfer({ acceptedOn: localDate("2026-11-18") });
    expect(border({ move: { ...move, leadTransfer: accepted } }, "2026-11-18")).toEqual([]);
  });
  test("a successor is owed by the area that governs, never by the lead who stays; then by its steering group (RN-33)", () => {
    const move = aMove({ on: localDate("2026-11-13") });
    const owed = (day: string, leadTransfer = aTransfer()) => border({ move: { ...move, leadTransfer } }, day);
    expect(owed("2026-11-20")).toMatchObject([
      { rule: "england.boundary-successor", who: "area-manager", onAccountOf: "area-manager" },
    ]);
    expect(owed("2026-11-20")[0]).not.toHaveProperty("whoId");
    for (const day of ["2026-11-21", "2026-11-22"])
      expect(owed(day).map(({ act }) => act)).toEqual(["cross-border.agree-successor"]);
    expect(owed("2026-11-23")).toMatchObject([{ act: "cross-border.give-direction", who: "steering-group" }]);
    const accepted = aTransfer({ acceptedOn: localDate("2026-11-18") });
    expect(owed("2026-11-17", accepted)).toHaveLength(1);
    expect(owed("2026-11-19", accepted)).toEqual([]);
  });
  test("case counts follow the area that governs; the worker's load and supervision follow the worker (RN-33)", () => {
    const counts = (livesIn: string, lead: CrossBorderFacts["lead"]) =>
      border({ area: "here", livesIn, lead }, "2026-11-30").filter(({ act }) => act === "workload.count-lead");
    expect(counts("there", { id: "fay", area: "here" })).toMatchObject([
      {
        rule: "england.boundary-counts-where-employed",
        strength: "ours",
        who: "line-manager",
        due: "at-once",
        about: "practitioner:fay",
        because: expect.stringContaining("the lead counts in the worker's load and supervision here"),
      },
    ]);
    expect(counts("there", { id: "fay", area: "there" })).toEqual([]);
    expect(counts("here", { id: "fay", area: "here" })).toEqual([]);
    for (const lead of ["none", "not-recorded"] as const) expect(counts("there", lead)).toEqual([]);
    expect(counts("not-recorded", { id: "fay", area: "here" })).toEqual([]);
  });
  test("the new area governs from the move; a responsible authority does whatever the address (RN-33)", () => {
    const move = { on: localDate("2026-11-13"), from: "a", to: "b", acceptedOn: "none" } as const;
    const asked = (area: string, day: string, responsibleAuthority = "none") =>
      book.gate("transition.governs", governingFacts({ area, livesIn: "a", move, responsibleAuthority }), on(day))
        .answer;
    expect([asked("a", "2026-11-12"), asked("a", "2026-11-13"), asked("b", "2026-11-13")]).toEqual([
      "permits",
      "prevents",
      "permits",
    ]);
    expect(asked("a", "2026-11-13", "a")).toBe("permits");
    expect(asked("b", "2026-11-13", "a")).toBe("prevents");
    expect(asked("b", "2026-11-13", "not-recorded")).toBe("unknown");
  });
  test("nobody recorded where the child lives", () => {
    expect(
      book.gate("transition.governs", governingFacts({ livesIn: "not-recorded" }), on("2026-11-30")).missing,
    ).toEqual(["where the child lives"]);
  });
});

describe("CWDC-CASE-FAIRBRIDGE: of the over-16s worked with in a year, how many are in education, training or employment a year later", () => {
  const somebody = (id: number, is: boolean | "not-recorded", bornOn = "2008-01-01") => ({
    id: `p${id}`,
    bornOn: localDate(bornOn),
    isInEducationTrainingOrWork: is,
  });
  const many = (count: number, is: boolean | "not-recorded") =>
    Array.from({ length: count }, (_, at) => somebody(at, is));
  const figure = (people: DestinationsFacts["people"]) =>
    book.measure("transition.destinations", { area: "a", yearEnds: localDate("2025-11-30"), people }, on("2026-11-30"));
  test("20 of 40 are: 50 per cent", () => {
    expect(figure([...many(20, true), ...many(20, false)])).toMatchObject({
      answer: "measured",
      amount: 50,
      parts: [{ label: "20 of 40" }],
    });
  });
  test("unknown destinations are listed apart, and make it a least figure", () => {
    expect(figure([...many(20, true), ...many(15, false), ...many(5, "not-recorded")])).toMatchObject({
      answer: "at-least",
      amount: 50,
      missing: ["where 5 of them are"],
    });
  });
  test("over 16 is 16 on any day of the year (RN-03)", () => {
    expect(figure([somebody(1, true, "2009-11-30"), somebody(2, false, "2009-12-01")]).parts).toMatchObject([
      { label: "1 of 1" },
    ]);
    expect(figure([{ ...somebody(1, true), bornOn: "not-recorded" }, somebody(2, true)])).toMatchObject({
      missing: ["the date of birth of 1 of them"],
    });
    expect(figure([]).answer).toBe("silent");
  });
});
