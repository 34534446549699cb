import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ActingFacts, CoverFacts, StandInFacts } from "../../lead-professional/continuity-model.ts";
import type { ChangeFacts } from "../../lead-professional/ending-model.ts";
import { actingFacts, anAbsence, coverFacts, standInFacts } from "../../testing/continuity.ts";
import { changeFacts } from "../../testing/ending.ts";
import { inShort } from "../../testing/lead-professional.ts";
import { asItStands } from "../questions.ts";
import { bolton } from "./bolton.ts";

const book = asItStands(bolton);
const on = (day: string) => noonOn(localDate(day));
const acting = (of: Partial<ActingFacts>, day: string) =>
  book.designation("lead-professional.acting", actingFacts(of), on(day));
const standIn = (of: Parameters<typeof standInFacts>[0]) =>
  book.gate("lead-professional.stand-in", standInFacts(of), on("2026-12-02"));
const owed = (of: Partial<CoverFacts>, day: string) =>
  book.duty("lead-professional.cover", coverFacts(of), on(day)).owed;
const acts = (of: Partial<CoverFacts>, day: string) =>
  owed(of, day).map(({ act, whoId }) => `${act} ${whoId ?? ""}`.trim());

type Day = Exclude<ActingFacts["successor"], string>["acceptedOn"];
const fayAway = { from: localDate("2026-12-14"), backOn: "none" } as const;
const robActs = { id: "rob", as: "deputy", from: localDate("2026-12-14"), isAway: false } as const;
const iqbalPlan = { id: "iqbal", activeFrom: localDate("2026-12-02"), services: 2 };

describe("BOL-6.1: an active plan of several services without a deputy is shown to lead and manager until one is agreed", () => {
  test.each([
    ["2026-12-01", []],
    ["2026-12-02", ["deputy.none-yet fay", "deputy.none-yet carl"]],
    ["2027-02-02", ["deputy.none-yet fay", "deputy.none-yet carl"]],
  ])("active from 2 December, on %s: %j", (day, shown) => {
    expect(acts({ plan: iqbalPlan, deputy: "none" }, day).filter((act) => act.startsWith("deputy.none-yet"))).toEqual(
      shown,
    );
  });
  test("agreed, nothing more is shown; a deputy whose last action closed no longer counts (BOL-D12)", () => {
    expect(acts({ plan: iqbalPlan, deputy: { id: "rob", openActions: 1 } }, "2026-12-02")).toEqual([]);
    expect(acts({ plan: iqbalPlan, deputy: { id: "rob", openActions: 0 } }, "2026-12-02")).toHaveLength(7);
  });
  test("nobody recorded whether there is one: it says so", () => {
    expect(owed({ plan: iqbalPlan, deputy: "not-recorded" }, "2026-12-02")[0]?.because).toContain(
      "no deputy is recorded",
    );
  });
  test("one service asks for none; not recorded is asked for", () => {
    expect(acts({ plan: { ...iqbalPlan, services: 1 }, deputy: "none" }, "2026-12-02")).toEqual([]);
    expect(acts({ plan: { ...iqbalPlan, services: "not-recorded" }, deputy: "none" }, "2026-12-02")).toEqual([
      "lead-professional.record-services fay",
    ]);
  });
});

test("BOL-11.8: no deputy on 2 December: agreeing one is on all five of the team, and on their own account", () => {
  const task = owed({ plan: iqbalPlan, deputy: "none" }, "2026-12-02").filter(({ act }) => act === "deputy.agree");
  expect(task.map(({ whoId }) => whoId)).toEqual(["fay", "rob", "nurse", "senco", "housing"]);
  expect(new Set(task.map(({ onAccountOf }) => onAccountOf))).toEqual(new Set(["practitioners-involved"]));
  expect(owed({ plan: iqbalPlan, deputy: "none", team: "not-recorded" }, "2026-12-02")).toHaveLength(3);
  const nobody = owed({ plan: iqbalPlan, deputy: "none", team: [] }, "2026-12-02");
  expect(nobody.map(({ act, whoId }) => [act, whoId])).toContainEqual(["deputy.agree", undefined]);
  const unknown = { ...iqbalPlan, services: "not-recorded" } as const;
  expect(owed({ plan: unknown, deputy: "none" }, "2026-12-02")).toMatchObject([
    { act: "lead-professional.record-services", due: "unknown" },
  ]);
  expect(new Set(owed({ plan: iqbalPlan, deputy: "none" }, "2026-12-02").map(({ due }) => due))).toEqual(
    new Set(["at-once"]),
  );
});

describe("BOL-6.2: the deputy does not share the role", () => {
  test("Rob is deputy and not put in force: he does not act as lead", () => {
    const decision = acting({ deputy: "rob" }, "2026-12-02");
    expect(decision).toMatchObject({ answer: "filled", barred: [{ kind: "person", id: "rob" }] });
    expect(inShort(decision)).toBe("filled | fay");
  });
  test("away, and nobody put in force yet: still not Rob, and the line manager is the contact", () => {
    const decision = acting({ deputy: "rob", away: fayAway }, "2026-12-14");
    expect(inShort(decision)).toBe("required | the line-manager");
    expect(decision.barred).toEqual([{ kind: "person", id: "rob" }]);
  });
});

describe("BOL-6.3: the deputy picks the role up during an absence, and the lead is paused, not ended", () => {
  test.each([
    ["2026-12-13", "filled | fay"],
    ["2026-12-14", "filled | rob"],
    ["2027-01-08", "filled | rob"],
    ["2027-02-01", "filled | rob"],
  ])("Fay is off from 14 December, on %s: %s", (day, who) => {
    expect(inShort(acting({ deputy: "rob", away: fayAway, cover: robActs }, day))).toBe(who);
  });
  test("Fay is paused", () => {
    const decision = acting({ deputy: "rob", away: fayAway, cover: robActs }, "2026-12-14");
    expect(decision.barred).toEqual([{ kind: "person", id: "fay" }]);
    expect(decision.findings.map(({ because }) => because).join(" ")).toContain("paused, not ended");
  });
  test("both away: Fay's line manager is the contact (BOL-D12)", () => {
    const decision = acting({ deputy: "rob", away: fayAway, cover: { ...robActs, isAway: true } }, "2026-12-15");
    expect(inShort(decision)).toBe("required | the line-manager");
  });
});

test("BOL-10.3: from 14 December co-ordination and contact are both Rob's", () => {
  const decision = acting({ deputy: "rob", away: fayAway, cover: robActs }, "2026-12-14");
  expect(decision.findings.find((finding) => "from" in finding)?.because).toMatch(
    /acts as lead from 14 December 2026.*actions, review dates and the family's contact/,
  );
});

describe("BOL-10.5: the role comes back on the day both confirmed, and the family is told that day", () => {
  const back = {
    away: { from: localDate("2026-12-14"), backOn: localDate("2027-01-11") },
    cover: robActs,
    deputy: "rob",
  };
  test.each([
    ["2027-01-10", "filled | rob"],
    ["2027-01-11", "filled | fay"],
    ["2027-01-12", "filled | fay"],
  ])("on %s: %s", (day, who) => {
    expect(inShort(acting(back, day))).toBe(who);
  });
  test("the family is told on 11 January", () => {
    const cover = {
      id: "rob",
      from: localDate("2026-12-14"),
      namedOn: localDate("2026-11-30"),
      familyToldOn: localDate("2026-11-30"),
      isOverCapacity: false,
      reliefAgreedOn: "none",
    } as const;
    const returned = anAbsence({ backOn: localDate("2027-01-11") });
    expect(acts({ absence: returned, cover }, "2027-01-10")).toEqual([]);
    expect(owed({ absence: returned, cover }, "2027-01-11").map(({ act, due }) => [act, due])).toEqual([
      ["cover.write-handover-note", { day: "2027-01-11" }],
      ["cover.tell-family-of-return", { day: "2027-01-11" }],
    ]);
    expect(
      acts({ absence: { ...returned, returnFamilyToldOn: localDate("2027-01-11") }, cover }, "2027-01-11"),
    ).toEqual([]);
  });
});

describe("BOL-6.4: a deputy is on the team and owns work on the plan", () => {
  const cases: readonly [string, Parameters<typeof standInFacts>[0], string][] = [
    ["on the team with an action", {}, "permits"],
    ["a manager with no open action", { candidate: { openActions: 0 } }, "prevents"],
    ["not on the team", { candidate: { isOnTeam: false } }, "prevents"],
    ["nobody qualifies, no reason", { candidate: { openActions: 0 }, somebodyQualifies: false }, "permits-if"],
    [
      "nobody qualifies, with a reason",
      { candidate: { openActions: 0 }, somebodyQualifies: false, managersReasonGiven: true },
      "permits",
    ],
    [
      "a reason helps nobody while others qualify",
      { candidate: { openActions: 0 }, managersReasonGiven: true },
      "prevents",
    ],
    ["team not recorded", { candidate: { isOnTeam: "not-recorded" } }, "unknown"],
    ["actions not recorded", { candidate: { openActions: "not-recorded" } }, "unknown"],
    ["others not recorded", { candidate: { openActions: 0 }, somebodyQualifies: "not-recorded" }, "unknown"],
  ];
  test.each(cases)("%s", (_, of, answer) => {
    expect(standIn(of).answer).toBe(answer);
  });
  test("the refusal says why", () => {
    expect(standIn({ candidate: { openActions: 0 } }).findings[0]?.because).toContain("no action on this plan");
    expect(standIn({ candidate: { openActions: 0 }, somebodyQualifies: false }).needs).toMatchObject([
      { what: "reason", from: "line-manager" },
    ]);
  });
  test("only of a deputy", () => {
    const interim: StandInFacts["as"] = "interim";
    expect(standIn({ as: interim, candidate: { openActions: 0 } }).answer).toBe("silent");
  });
});

describe("BOL-6.5: a statutory lead finishes and the plan goes on", () => {
  const ended = {
    lead: {
      id: "sam",
      from: localDate("2026-09-01"),
      ends: { lastDay: localDate("2026-12-18"), because: "service-finished" },
    },
    deputy: "rob",
  } as const;
  test.each([
    ["2026-12-18", "filled | sam"],
    ["2026-12-19", "filled | rob"],
  ])("the social worker ends on 18 December, on %s: %s", (day, who) => {
    expect(inShort(acting({ ...ended, afterwards: "deputy-holds" }, day))).toBe(who);
  });
  test("holding: a new lead is still to be agreed; becoming: nothing is; not recorded: which of the two", () => {
    const needs = (afterwards: ActingFacts["afterwards"]) => acting({ ...ended, afterwards }, "2026-12-19").needs;
    expect(needs("deputy-holds")).toMatchObject([{ what: "agreement", for: "who leads next" }]);
    expect(needs("deputy-becomes-lead")).toEqual([]);
    expect(needs("none")).toMatchObject([{ for: "whether the deputy becomes lead or holds the role" }]);
  });
  test("holding is looked at again every 10 working days (BOL-D25)", () => {
    const since = localDate("2026-12-19");
    const due = (holding: CoverFacts["holding"], day: string) =>
      owed({ holding }, day).find(({ act }) => act === "lead-professional.agree-new-lead")?.due;
    expect(due({ since, reviewedOn: "none" }, "2026-12-18")).toBeUndefined();
    expect(due({ since, reviewedOn: "none" }, "2026-12-19")).toEqual({ day: "2027-01-06" });
    expect(due({ since, reviewedOn: localDate("2027-01-06") }, "2027-01-07")).toEqual({ day: "2027-01-20" });
  });
  test("no deputy: the line manager is the contact from the day after, working day or not", () => {
    expect(inShort(acting({ ...ended, deputy: "none" }, "2026-12-19"))).toBe("required | the line-manager");
  });
  test("once the next lead has accepted and the family was told, that one leads", () => {
    const successor = {
      id: "mia",
      isByLaw: false,
      effectiveOn: localDate("2027-01-04"),
      acceptedOn: localDate("2026-12-30"),
      familyToldOn: localDate("2027-01-05"),
    } as const;
    expect(inShort(acting({ ...ended, afterwards: "deputy-holds", successor }, "2027-01-04"))).toBe("filled | rob");
    expect(inShort(acting({ ...ended, afterwards: "deputy-holds", successor }, "2027-01-05"))).toBe("filled | mia");
  });
});

describe("BOL-10.1: extended leave entered opens a cover plan for lead and manager", () => {
  const leave = anAbsence();
  test("leave of 14 December to 8 January, entered on 24 November", () => {
    expect(acts({ absence: leave }, "2026-11-23")).toEqual([]);
    expect(owed({ absence: leave }, "2026-11-24").map(({ act, whoId, due }) => [act, whoId, due])).toEqual([
      ["cover.plan", "fay", { day: "2026-12-11" }],
      ["cover.plan", "carl", { day: "2026-12-11" }],
    ]);
  });
  test.each([
    ["2026-12-24", ["cover.write-note fay"]],
    ["2026-12-25", ["cover.write-note fay"]],
    ["2026-12-29", ["cover.write-note fay"]], // nine working days: 14 to 24 December
    ["2026-12-30", ["cover.plan fay", "cover.plan carl"]],
  ])("expected back on %s: %j (10 working days, BOL-D13)", (back, wanted) => {
    expect(acts({ absence: anAbsence({ expectedBackOn: localDate(back) }) }, "2026-11-24")).toEqual(wanted);
  });
  test("nobody can say how long: the length is asked for", () => {
    expect(acts({ absence: anAbsence({ expectedBackOn: "not-recorded" }) }, "2026-11-24")).toEqual([
      "cover.record-length carl",
    ]);
  });
});

describe("BOL-10.2: cover is in place before the first day away", () => {
  test.each([
    ["2026-12-10", false],
    ["2026-12-11", true],
    ["2026-12-14", true],
  ])("no deputy in force, on %s Carl is alerted: %s", (day, alerted) => {
    const missing = owed({ absence: anAbsence() }, day).find(({ act }) => act === "cover.missing");
    expect(missing !== undefined).toBe(alerted);
    if (missing) expect(missing).toMatchObject({ who: "line-manager", whoId: "carl", due: "at-once" });
    if (missing) expect(missing.because).toContain("14 December 2026");
  });
});

describe("BOL-10.2, BOL-2.2: cover begins on the first day away, and the family knows who it is", () => {
  const rob = {
    id: "rob",
    from: localDate("2026-12-14"),
    namedOn: localDate("2026-12-01"),
    familyToldOn: localDate("2026-12-02"),
    isOverCapacity: false,
    reliefAgreedOn: "none",
  } as const;
  const named = (of: Partial<Exclude<CoverFacts["cover"], string>>, day: string) =>
    owed({ absence: anAbsence(), cover: { ...rob, ...of } }, day);
  test.each([
    ["2026-12-13", []],
    ["2026-12-14", []],
    ["2026-12-15", ["cover.missing", "cover.plan", "cover.plan"]],
  ])("Rob covers from %s for an absence from 14 December: %j", (from, wanted) => {
    expect(named({ from: localDate(from) }, "2026-12-11").map(({ act }) => act)).toEqual(wanted);
  });
  test("cover that begins a week late is missing for the days between, and it says so", () => {
    const late = { from: localDate("2026-12-21") };
    expect(named(late, "2026-12-10").map(({ act, because }) => [act, because])).toEqual([
      ["cover.plan", expect.stringContaining("for 17 working days, and cover begins only on 21 December 2026: agree")],
      ["cover.plan", expect.stringContaining("agree who covers before then")],
    ]);
    expect(named(late, "2026-12-11")[0]).toMatchObject({
      who: "line-manager",
      whoId: "carl",
      act: "cover.missing",
      due: "at-once",
      because:
        "Cover begins only on 21 December 2026 and is missing for 14 December 2026: put the deputy or somebody else in place today.",
    });
  });
  test.each([
    ["none", "the family has not been told"],
    ["not-recorded", "it is not recorded that the family knows"],
  ] as const)("the family told: %s", (familyToldOn, words) => {
    expect(named({ familyToldOn }, "2026-12-01")).toMatchObject([
      {
        who: "lead-professional",
        whoId: "fay",
        act: "cover.tell-family",
        due: { day: "2026-12-11" },
        because: `The lead is away from 14 December 2026 and rob covers: ${words}. Tell the family by name before then.`,
      },
    ]);
  });
  test("once the lead is away it is asked for now", () => {
    const said = (day: string) => named({ familyToldOn: "none" }, day)[0]?.because;
    expect(said("2026-12-13")).toMatch(/Tell the family by name before then\.$/);
    expect(said("2026-12-14")).toMatch(/Tell the family by name now\.$/);
  });
  test("told on 2 December: owed the day before, and not on the day", () => {
    expect(named({}, "2026-12-01")).toHaveLength(1);
    expect(named({}, "2026-12-02")).toEqual([]);
  });
});

describe("BOL-D13: an unexpected absence is decided by the end of the 5th working day missed", () => {
  const sudden = anAbsence({ isPlanned: false, knownOn: localDate("2026-12-14"), expectedBackOn: "not-recorded" });
  test("missing from Monday 14 December: Friday 18", () => {
    expect(owed({ absence: sudden }, "2026-12-14").map(({ act, due }) => [act, due])).toEqual([
      ["cover.decide", { day: "2026-12-18" }],
    ]);
  });
  test("from the day after it shows to the manager's own manager", () => {
    expect(acts({ absence: sudden }, "2026-12-18")).toEqual(["cover.decide carl"]);
    expect(acts({ absence: sudden }, "2026-12-19")).toContain("cover.decision-overdue");
    expect(acts({ absence: sudden, coverDecidedOn: localDate("2026-12-16") }, "2026-12-19")).toEqual([]);
  });
});

describe("BOL-D12: being full does not stop a deputy", () => {
  const cover = {
    id: "rob",
    from: localDate("2026-12-14"),
    namedOn: localDate("2026-12-01"),
    familyToldOn: localDate("2026-12-01"),
    isOverCapacity: true,
    reliefAgreedOn: "none",
  } as const;
  test("the manager is told at once and agrees relief within 2 working days", () => {
    expect(owed({ cover }, "2026-12-14").map(({ act, due }) => [act, due])).toEqual([
      ["cover.told-over-capacity", "at-once"],
      ["cover.agree-relief", { day: "2026-12-16" }],
    ]);
    expect(acts({ cover: { ...cover, reliefAgreedOn: localDate("2026-12-15") } }, "2026-12-15")).toEqual([]);
    const notRecorded = { cover: { ...cover, isOverCapacity: "not-recorded" } } as const;
    expect(owed(notRecorded, "2026-12-14").map(({ act, due }) => [act, due])).toEqual([
      ["cover.record-capacity", "at-once"],
    ]);
  });
});

describe("BOL-D30: the outgoing lead stays the contact until the next one accepted and the family was told", () => {
  const next = { id: "rob", isByLaw: false, effectiveOn: localDate("2027-01-18") } as const;
  test.each<[Day, Day, string]>([
    ["not-recorded", "not-recorded", "filled | fay"],
    [localDate("2027-01-08"), "none", "filled | fay"],
    ["none", localDate("2027-01-08"), "filled | fay"],
    [localDate("2027-01-08"), localDate("2027-01-08"), "filled | rob"],
  ])("accepted %s, told %s: %s", (acceptedOn, familyToldOn, who) => {
    expect(inShort(acting({ successor: { ...next, acceptedOn, familyToldOn } }, "2027-01-18"))).toBe(who);
  });
  test("what is not recorded is named; by law the role moves on its day", () => {
    const successor = { ...next, acceptedOn: "not-recorded", familyToldOn: "none" } as const;
    expect(acting({ successor }, "2027-01-18").missing).toEqual(["whether the next lead accepted"]);
    expect(inShort(acting({ successor: { ...successor, isByLaw: true } }, "2027-01-18"))).toBe("filled | rob");
    expect(inShort(acting({ successor: { ...successor, isByLaw: true } }, "2027-01-17"))).toBe("filled | fay");
  });
  test("absent or gone, the lead is not the contact", () => {
    const successor = { ...next, acceptedOn: "none", familyToldOn: "none" } as const;
    const away = { from: localDate("2027-01-11"), backOn: "none" } as const;
    expect(inShort(acting({ successor, away }, "2027-01-10"))).toBe("filled | fay");
    expect(inShort(acting({ successor, away }, "2027-01-11"))).toBe("required | the line-manager");
    const ends = { lastDay: localDate("2027-01-15"), because: "left-post" } as const;
    const lead = { id: "fay", from: localDate("2026-09-01"), ends };
    expect(inShort(acting({ successor, lead, deputy: "none" }, "2027-01-16"))).toBe("required | the line-manager");
  });
  test("nor where that is not safe for the family: the line manager is, or whoever acts", () => {
    const successor = { ...next, acceptedOn: "none", familyToldOn: "none" } as const;
    const away = { from: localDate("2027-01-11"), backOn: "none", is: "unsafe" } as const;
    expect(inShort(acting({ successor, away }, "2027-01-10"))).toBe("filled | fay");
    const decision = acting({ successor, away }, "2027-01-11");
    expect(inShort(decision)).toBe("required | the line-manager");
    expect(decision.findings.find(({ rule }) => rule === "bolton.acting-contact-while-away")?.because).toBe(
      "It is not safe for the family to turn to the lead since 11 January 2027 and nobody acts: the lead's line manager is the contact meanwhile.",
    );
    const cover = { id: "rob", as: "deputy", from: localDate("2027-01-11"), isAway: false } as const;
    expect(inShort(acting({ successor, away, cover }, "2027-01-11"))).toBe("filled | rob");
  });
  test("where the law puts a social worker in the lead whom nobody has named, the social work team is the contact from that day", () => {
    const successor = { ...next, id: "not-recorded", isByLaw: true, acceptedOn: "none", familyToldOn: "none" } as const;
    expect(inShort(acting({ successor }, "2027-01-17"))).toBe("filled | fay");
    const decision = acting({ successor }, "2027-01-18");
    expect(inShort(decision)).toBe("required | the social-work-team-manager");
    expect(decision.missing).toEqual(["who leads next"]);
    expect(decision.findings.find(({ rule }) => rule === "bolton.acting-team-is-contact")).toMatchObject({
      tier: "expected",
      from: "2027-01-18",
      strength: "ours",
      clause: { at: "7.4" },
      because:
        "The law moves the role on 18 January 2027: the social work team manager is the contact from that day, until the person is named. The outgoing lead no longer is.",
    });
    const named = acting({ successor: { ...successor, id: "sw" } }, "2027-01-18");
    expect(named.findings.map(({ rule }) => rule)).not.toContain("bolton.acting-team-is-contact");
    expect(inShort(named)).toBe("filled | sw");
  });
  test("by agreement nothing passes to somebody who is not named", () => {
    const told = localDate("2027-01-08");
    const successor = { ...next, id: "not-recorded", acceptedOn: told, familyToldOn: told } as const;
    expect(inShort(acting({ successor }, "2027-01-18"))).toBe("filled | fay");
  });
  test("nobody leads, or nobody recorded who", () => {
    expect(inShort(acting({ lead: "none" }, "2027-01-18"))).toBe("required | the lead-professional");
    expect(acting({ lead: "not-recorded" }, "2027-01-18")).toMatchObject({ answer: "open", missing: ["who leads"] });
  });
});

describe("BOL-5.5: when somebody joins it is asked whether the lead is still the right one", () => {
  const joined = [{ id: "camhs", on: localDate("2026-12-08"), askedOn: "none" }] as const;
  const asked = (of: Partial<ChangeFacts>, day: string) =>
    book
      .duty("lead-professional.change", changeFacts({ joined, ...of }), on(day))
      .owed.map(({ act, due }) => [act, due]);
  test("CAMHS joins on 8 December: it is on the agenda of the next meeting", () => {
    const next = { nextMeetingOn: localDate("2026-12-16") };
    expect(asked(next, "2026-12-07")).toEqual([]);
    expect(asked(next, "2026-12-08")).toEqual([["lead-professional.ask-still-right:camhs", { day: "2026-12-16" }]]);
    expect(asked({}, "2026-12-08")).toEqual([["lead-professional.ask-still-right:camhs", "unknown"]]);
  });
  test("asked since, nothing more is owed; asked before, it still is", () => {
    expect(asked({ joined: [{ ...joined[0], askedOn: localDate("2026-12-16") }] }, "2026-12-17")).toEqual([]);
    expect(asked({ joined: [{ ...joined[0], askedOn: localDate("2026-12-01") }] }, "2026-12-17")).toHaveLength(1);
  });
});

describe("Bolton's cover: what ends a duty, and what a duty says where a fact is not there", () => {
  const cover = {
    id: "rob",
    from: localDate("2026-12-14"),
    namedOn: localDate("2026-12-01"),
    familyToldOn: localDate("2026-12-01"),
    isOverCapacity: false,
    reliefAgreedOn: "none",
  } as const;
  const sudden = anAbsence({ isPlanned: false, knownOn: localDate("2026-12-14"), expectedBackOn: "not-recorded" });
  test("with cover in place nothing is left to plan or to decide", () => {
    expect(acts({ absence: anAbsence(), cover }, "2026-12-11")).toEqual([]);
    expect(acts({ absence: sudden, cover }, "2026-12-21")).toEqual([]);
  });
  test("back again, nothing is owed from that day; the day before it still is", () => {
    const back = { ...sudden, backOn: localDate("2026-12-17") };
    expect(acts({ absence: back }, "2026-12-16")).toEqual(["cover.decide carl"]);
    expect(acts({ absence: back }, "2026-12-17")).toEqual([]);
    expect(acts({ absence: anAbsence({ backOn: localDate("2026-12-10") }) }, "2026-12-10")).toEqual([]);
    expect(acts({ absence: anAbsence({ backOn: localDate("2026-12-10") }) }, "2026-12-09")).toHaveLength(2);
  });
  test("an unexpected absence is nothing before its first day, and a planned one nothing to decide", () => {
    expect(acts({ absence: sudden }, "2026-12-13")).toEqual([]);
    expect(acts({ absence: anAbsence() }, "2026-12-21")).not.toContain("cover.decide carl");
  });
  test("whose fact it is: the lead's, or the plan's where nobody knows who leads", () => {
    const about = (lead: string) => owed({ absence: sudden, lead }, "2026-12-14")[0]?.about;
    expect([about("fay"), about("not-recorded"), about("none")]).toEqual([
      "practitioner:fay",
      "area:plan-1",
      "area:plan-1",
    ]);
    expect(acts({ absence: sudden, lineManager: "not-recorded" }, "2026-12-14")).toEqual(["cover.decide"]);
  });
  test("where bank holidays are not yet known, no day is promised", () => {
    const later = {
      knownOn: localDate("2028-11-24"),
      from: localDate("2029-01-08"),
      expectedBackOn: localDate("2029-02-05"),
    };
    expect(owed({ absence: anAbsence(later) }, "2028-11-24").map(({ due }) => due)).toEqual(["not-published"]);
    expect(owed({ absence: anAbsence({ ...later, isPlanned: false }) }, "2029-02-01").map(({ due }) => due)).toEqual([
      "not-published",
    ]);
  });
});
