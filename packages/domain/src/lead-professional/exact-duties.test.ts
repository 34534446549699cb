import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { england } from "../rulebooks/england/england.ts";
import { rulebooks } from "../rulebooks/index.ts";
import { adopt, asItStands, type Rulebook } from "../rulebooks/questions.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import { anAdoption } from "../testing/builders.ts";
import { anAbsence, anAssignment, chainFacts, coverFacts, standInFacts } from "../testing/continuity.ts";
import { changeFacts } from "../testing/ending.ts";
import { aStatus, statusDutiesFacts } from "../testing/lead-professional.ts";
import type { ChainFacts, CoverFacts, StandInFacts } from "./continuity-model.ts";
import type { ChangeFacts } from "./ending-model.ts";

const on = (day: string) => noonOn(localDate(day));
type StatusFacts = Parameters<typeof statusDutiesFacts>[0];

describe("what follows from a child's statuses", () => {
  const owed = (of: Rulebook, facts: StatusFacts, day: string) =>
    asItStands(of).duty("lead-professional.status-duties", statusDutiesFacts(facts), on(day)).owed;
  const one = (of: Rulebook, facts: StatusFacts, day: string, act: string) =>
    owed(of, facts, day).filter((duty) => duty.act === act);

  test("BOL-7.1: who is named, by which day, and what holds until then", () => {
    const named = (from: string) =>
      one(bolton, { child: { statuses: [aStatus("looked-after", from)] } }, from, "name-holder:looked-after").map(
        ({ due, because }) => [due, because],
      );
    const words = "and nobody is named: name the person";
    expect(named("2026-12-24")).toEqual([
      [
        { day: "2026-12-30" },
        `Looked after since 24 December 2026, ${words} by the end of 30 December 2026. Until then the manager is the contact.`,
      ],
    ]);
    expect(named("2028-12-28")).toEqual([
      ["not-published", `Looked after since 28 December 2028, ${words}. Until then the manager is the contact.`],
    ]);
  });
  test("CWDC-4.2: statuses that nobody recorded are asked for, and no day is made up", () => {
    expect(one(england, { child: { statuses: "not-recorded" } }, "2026-11-24", "record-legal-statuses")).toMatchObject([
      { due: "unknown", who: "lead-professional" },
    ]);
    expect(one(england, { child: { statuses: [] } }, "2026-11-24", "record-legal-statuses")).toEqual([]);
  });

  const order = (until: string) => [aStatus("youth-order", "2026-11-02", { holder: "yot", until })];
  test("BOL 7.10: a short order asks for a deputy at once, a long one before it ends", () => {
    const deputy = (facts: StatusFacts) =>
      one(bolton, facts, "2026-11-24", "identify-deputy").map(({ due, because, ifMissed }) => [due, because, ifMissed]);
    expect(deputy({ child: { statuses: order("2026-12-02") } })).toEqual([
      [
        "at-once",
        "The order is short: agree a deputy who can carry on after it, or have a manager write down why there is none, before the supervising officer is confirmed as lead.",
        "The supervising officer is not confirmed as lead.",
      ],
    ]);
    expect(deputy({ child: { statuses: order("2027-11-02") } })).toEqual([
      [
        { day: "2027-11-01" },
        "Agree a deputy who can carry on after the order: the plan is likely to outlast it.",
        "The line manager is the contact from the day after the order ends.",
      ],
    ]);
    const locked = [...order("2026-12-02"), aStatus("looked-after", "2026-11-02", { holder: "sw" })];
    expect(deputy({ child: { statuses: locked } })).toEqual([]);
    expect(deputy({ child: { statuses: order("2026-12-02") }, deputy: "rob" })).toEqual([]);
    expect(deputy({ child: { statuses: order("2026-12-02") }, deputy: "not-recorded" })).toHaveLength(1);
  });
  test("BOL 7.10: a manager's reason counts from its day", () => {
    const deputy = (noDeputyReasonOn: string) =>
      one(
        bolton,
        { child: { statuses: order("2026-12-02") }, noDeputyReasonOn: localDate(noDeputyReasonOn) },
        "2026-11-24",
        "identify-deputy",
      );
    expect(deputy("2026-11-24")).toEqual([]);
    expect(deputy("2026-11-25")).toHaveLength(1);
  });

  const outlasts = (facts: StatusFacts, day: string, until = "2027-03-01") =>
    one(bolton, { child: { statuses: order(until) }, ...facts }, day, "decide-whether-plan-goes-on");
  test("BOL 7.10: before an order ends it is settled whether the plan goes on", () => {
    const [duty] = outlasts({ openActions: 3 }, "2027-02-28");
    expect(duty).toMatchObject({
      due: { day: "2027-02-28" },
      because: expect.stringMatching(
        /ends on 28 February 2027\. The plan stays open with 3 open actions: settle with the family/,
      ),
    });
    expect(outlasts({ openActions: 1 }, "2027-02-28")[0]?.because).toContain("with 1 open action:");
    expect(outlasts({ openActions: 3 }, "2027-03-01")[0]?.because).toContain("ended on 28 February 2027");
    expect(outlasts({ openActions: "not-recorded" }, "2027-02-28")[0]?.because).toContain(
      "The plan stays open: settle with the family",
    );
    expect(outlasts({ openActions: 0 }, "2027-02-28")).toEqual([]);
    const lead = { id: "yot", from: localDate("2026-11-02") };
    expect(outlasts({ lead }, "2027-02-28")[0]).toMatchObject({ whoId: "yot" });
    expect(outlasts({ lead: "none" }, "2027-02-28")[0]).not.toHaveProperty("whoId");
  });
  test("BOL 7.10: what was decided counts from its day, and not when it was decided too long before", () => {
    const decided = (day: string) => outlasts({ goingOnDecidedOn: localDate(day) }, "2027-02-20");
    expect(decided("2027-02-20")).toEqual([]);
    expect(decided("2027-02-21")).toHaveLength(1);
    expect(decided("2026-06-01")).toHaveLength(1);
    expect(outlasts({ goingOnDecidedOn: "not-recorded" }, "2027-02-20")).toHaveLength(1);
  });
  test("BOL-7.10e, BOL-D25: it opens 28 days before the end, and what is decided that day is decided", () => {
    const decided = (day: string) => outlasts({ goingOnDecidedOn: localDate(day) }, "2027-02-28");
    expect(outlasts({}, "2027-01-30")).toEqual([]);
    expect(outlasts({}, "2027-01-31")).toHaveLength(1);
    expect(decided("2027-01-30")).toHaveLength(1);
    expect(decided("2027-01-31")).toEqual([]);
  });
  test("BOL-D25: or at once where less is left, from the first day of the status", () => {
    const brief = (day: string) => outlasts({}, day, "2026-11-10");
    expect(brief("2026-11-01")).toEqual([]);
    expect(brief("2026-11-02")).toHaveLength(1);
  });

  const adoption = (...days: readonly (readonly [string, string | undefined])[]) =>
    one(
      england,
      {
        child: {
          statuses: days.map(([from, until], at) =>
            aStatus("adoption-plan", from, { id: `s${at}`, holder: "sw", ...(until === undefined ? {} : { until }) }),
          ),
        },
      },
      "2026-11-24",
      "close-gap-between-names",
    ).map(({ due, because }) => [due, because]);
  const gap = (words: string) => ["at-once", `Nobody is named from ${words}.`];
  test("Annex C: one social worker throughout an adoption: a gap of a day or more is closed", () => {
    expect(adoption(["2026-09-01", "2026-10-01"], ["2026-10-01", undefined])).toEqual([]);
    expect(adoption(["2026-09-01", "2026-10-01"], ["2026-10-02", undefined])).toEqual([
      gap("1 October 2026 to 1 October 2026 (1 day): name the next person from 1 October 2026"),
    ]);
    expect(adoption(["2026-09-01", "2026-10-01"], ["2026-10-05", undefined])).toEqual([
      gap("1 October 2026 to 4 October 2026 (4 days): name the next person from 1 October 2026"),
    ]);
    expect(adoption(["2026-09-01", undefined], ["2026-10-05", undefined])).toEqual([]);
  });
  test("Annex C: a shorter name within a longer one leaves no gap, and one that goes on closes all", () => {
    expect(adoption(["2026-09-01", "2026-11-01"], ["2026-09-10", "2026-09-20"], ["2026-11-01", undefined])).toEqual([]);
    expect(adoption(["2026-09-01", "2026-09-10"], ["2026-09-05", "2026-10-01"], ["2026-10-03", undefined])).toEqual([
      gap("1 October 2026 to 2 October 2026 (2 days): name the next person from 1 October 2026"),
    ]);
    expect(adoption(["2026-09-01", "2026-09-10"], ["2026-09-05", undefined], ["2026-10-03", undefined])).toEqual([]);
  });
  test("CWDC 4.6: whom the child would rather talk to is asked for under a lock, and has no day of ours", () => {
    const locked = { child: { statuses: [aStatus("looked-after", "2026-11-02", { holder: "sw" })] } };
    const trusted = (facts: StatusFacts) => one(england, facts, "2026-11-24", "ask-whom-the-child-trusts");
    expect(trusted({ ...locked, trustedPerson: "not-recorded" })).toMatchObject([{ due: "unknown" }]);
    expect(trusted({ ...locked, trustedPerson: "none" })).toEqual([]);
    expect(trusted({ trustedPerson: "not-recorded" })).toEqual([]);
  });
});

describe("what is owed while the lead is away", () => {
  const owed = (of: Rulebook, absence: Parameters<typeof anAbsence>[0], day: string, more: Partial<CoverFacts> = {}) =>
    asItStands(of).duty("lead-professional.cover", coverFacts({ absence: anAbsence(absence), ...more }), on(day)).owed;
  const note = (back: string, more: Partial<CoverFacts> = {}) =>
    owed(bolton, { from: localDate("2026-12-14"), expectedBackOn: localDate(back) }, "2026-12-01", more).filter(
      ({ act }) => act === "cover.write-note",
    );
  test("BOL 10: a short absence asks the lead for a note, and says how many working days", () => {
    expect(note("2026-12-15")).toMatchObject([
      {
        whoId: "fay",
        about: "practitioner:fay",
        due: { day: "2026-12-11" },
        because: "The lead is away from 14 December 2026, for 1 working day: a cover note says whom to turn to.",
      },
    ]);
    expect(note("2026-12-16")[0]?.because).toContain("for 2 working days:");
    expect(note("2026-12-15", { lead: "none" })[0]).toMatchObject({ about: "area:plan-1" });
    expect(note("2026-12-15", { lead: "none" })[0]).not.toHaveProperty("whoId");
  });
  test("a day back that is not after the first day away is no length, and is asked for", () => {
    const asks = (back: string) =>
      owed(england, { from: localDate("2026-12-14"), expectedBackOn: localDate(back) }, "2026-12-01").map(
        ({ act }) => act,
      );
    expect(asks("2026-12-14")).toEqual(["cover.record-length"]);
    expect(asks("2026-12-15")).toEqual([]);
  });
  test("why no length can be said: the bank holidays, or nobody knows", () => {
    const words = (expectedBackOn: CoverFacts["coverDecidedOn"]) =>
      owed(
        england,
        { from: localDate("2028-12-18"), knownOn: localDate("2026-11-24"), expectedBackOn },
        "2026-12-01",
      )[0]?.because;
    expect(words(localDate("2029-01-15"))).toContain("the bank holidays of that time are not yet published");
    expect(words("not-recorded")).toContain("it is not known for how many working days");
  });
  const unplanned = { isPlanned: false, knownOn: localDate("2026-11-30"), from: localDate("2026-11-30") } as const;
  const decide = (day: string, more: Partial<CoverFacts> = {}, absence: Parameters<typeof anAbsence>[0] = {}) =>
    owed(bolton, { ...unplanned, ...absence }, day, more)
      .filter(({ act }) => act.startsWith("cover.deci"))
      .map(({ who, act, due }) => [who, act, due]);
  test("BOL 6: an absence nobody expected is decided by the end of the fifth working day missed", () => {
    const first = ["line-manager", "cover.decide", { day: "2026-12-04" }];
    expect(decide("2026-11-29")).toEqual([]);
    expect(decide("2026-11-30")).toEqual([first]);
    expect(decide("2026-12-04")).toEqual([first]);
    expect(decide("2026-12-05")).toEqual(
      expect.arrayContaining([first, ["senior-manager", "cover.decision-overdue", "at-once"]]),
    );
    expect(decide("2026-12-02", { coverDecidedOn: localDate("2026-12-01") })).toEqual([]);
    expect(decide("2026-12-02", {}, { backOn: localDate("2026-12-02") })).toEqual([]);
    expect(decide("2026-12-02", {}, { isPlanned: true })).toEqual([]);
  });
  test.each([
    [1, "first"],
    [2, "second"],
    [3, "third"],
    [5, "5th"],
  ])("an area that sets %i working days reads of the %s one", (workingDaysToDecideCover, word) => {
    const book = adopt(bolton, anAdoption({ settings: { workingDaysToDecideCover } }));
    const facts = coverFacts({ absence: anAbsence(unplanned) });
    const { owed: duties } = book.duty("lead-professional.cover", facts, on("2026-11-30"));
    expect(duties.find(({ act }) => act === "cover.decide")?.because).toContain(
      `by the end of the ${word} working day missed`,
    );
  });
  test("BOL 10: the return is told that day, by the lead; the deputy writes down what happened", () => {
    const cover = {
      id: "rob",
      from: localDate("2026-12-14"),
      namedOn: localDate("2026-12-01"),
      familyToldOn: localDate("2026-12-02"),
      isOverCapacity: false,
      reliefAgreedOn: "none",
    } as const;
    const back = (
      day: string,
      more: Partial<CoverFacts> = {},
      backOn: ChangeFacts["nextMeetingOn"] = localDate("2027-01-11"),
    ) =>
      owed(bolton, { backOn }, day, { cover, ...more })
        .filter(({ act }) => act === "cover.write-handover-note" || act === "cover.tell-family-of-return")
        .map(({ whoId, due }) => [whoId, due]);
    const both = [
      ["rob", { day: "2027-01-11" }],
      ["fay", { day: "2027-01-11" }],
    ];
    expect(back("2027-01-10")).toEqual([]);
    expect(back("2027-01-11")).toEqual(both);
    expect(back("2027-01-11", { cover: "none" })).toEqual([]);
    expect(back("2027-01-11", {}, "not-recorded")).toEqual([]);
    expect(back("2027-01-11", { absence: "none" })).toEqual([]);
  });
});

describe("what changes around the lead", () => {
  const books = rulebooks.map((of) => asItStands(of));
  const because = (facts: Partial<ChangeFacts>, day: string, act: RegExp) =>
    books.flatMap((book) =>
      book.duty("lead-professional.change", changeFacts(facts), on(day)).owed.filter((duty) => act.test(duty.act)),
    );
  const joined = (askedOn: ChangeFacts["joined"][number]["askedOn"]) =>
    because({ joined: [{ id: "new", on: localDate("2026-11-24"), askedOn }] }, "2026-11-24", /ask-still-right/);
  test("BOL 5: somebody joins: asked on that day or after it is asked, before it is not", () => {
    expect(joined("none").length).toBeGreaterThan(0);
    expect(joined("none")[0]).toMatchObject({ whoId: "fay", due: "unknown" });
    expect(joined(localDate("2026-11-24"))).toEqual([]);
    expect(joined(localDate("2026-11-23")).length).toBeGreaterThan(0);
  });
  test.each(["none", "not-recorded"] as const)("nobody is named where the lead is %s", (lead) => {
    const facts = { lead, joined: [{ id: "new", on: localDate("2026-11-24"), askedOn: "none" as const }] };
    const [duty] = because(facts, "2026-11-24", /ask-still-right/);
    expect(duty).toBeDefined();
    expect(duty).not.toHaveProperty("whoId");
  });
  test("a proposal of the family's is about the family, one of a colleague's about the plan", () => {
    const of = (by: ChangeFacts["proposals"][number]["by"], saysWhatChanged: boolean) =>
      because(
        { proposals: [{ id: "p", on: localDate("2026-11-24"), by, saysWhatChanged, answeredOn: "none" }] },
        "2026-11-24",
        /:p$/,
      )[0];
    expect([of("practitioner", true)?.about, of("line-manager", true)?.about, of("family", true)?.about]).toEqual([
      "area:plan-1",
      "area:plan-1",
      "family:child-1",
    ]);
    expect(of("family", false)).toMatchObject({ due: "at-once", act: "lead-professional.ask-what-changed:p" });
  });
  test("a meeting is called a meeting, and an appointment an appointment", () => {
    const told = (kind: ChangeFacts["notices"][number]["kind"]) =>
      because(
        { trustedPerson: "aunt", notices: [{ id: "n", kind, changedOn: localDate("2026-11-24"), toldOn: "none" }] },
        "2026-11-24",
        /trusted-person\.tell/,
      )[0]?.because;
    expect(told("meeting")).toContain("of the meeting;");
    expect(told("appointment")).toContain("of the changed appointment;");
  });
  test("a specialist service ends on its last day, and has ended the day after", () => {
    const service = { id: "s", lastDay: localDate("2026-12-18"), reassessedOn: "none" } as const;
    const words = (day: string) => because({ specialistServices: [service] }, day, /reassess-needs:s/)[0]?.because;
    expect(words("2026-12-18")).toContain("A specialist service ends on 18 December 2026.");
    expect(words("2026-12-19")).toContain("A specialist service ended on 18 December 2026.");
  });
});

describe("CWDC-2.17a: the words of a gap, and where it ends", () => {
  const problems = (assignments: ChainFacts["assignments"], of: Partial<ChainFacts> = {}) =>
    asItStands(england)
      .gate("lead-professional.chain", chainFacts(assignments, of), on("2026-11-20"))
      .findings.filter(({ rule, effect }) => effect === "prevents" && rule !== "england.chain-agreed-and-told")
      .map(({ because }) => because);
  const gap = (words: string) => `Nobody leads from ${words}. Name somebody for that time first.`;
  test("a gap ends when the next begins, or when no lead is needed any more", () => {
    const chain = [anAssignment("a", "2026-09-01", "2026-10-01"), anAssignment("b", "2026-10-05")];
    expect(problems(chain)).toEqual([gap("1 October 2026 to 4 October 2026 (4 days)")]);
    expect(problems(chain, { neededUntil: localDate("2026-10-03") })).toEqual([
      gap("1 October 2026 to 2 October 2026 (2 days)"),
    ]);
    expect(problems(chain, { neededUntil: localDate("2026-10-05") })).toEqual([
      gap("1 October 2026 to 4 October 2026 (4 days)"),
    ]);
    expect(problems(chain, { neededUntil: localDate("2026-10-01") })).toEqual([]);
  });
  test("the last one's end: nobody after it, or not needed after it", () => {
    const chain = [anAssignment("a", "2026-09-01", "2026-10-01")];
    expect(problems(chain)).toEqual([
      "Nobody leads from 1 October 2026. Say who does, or that no lead is needed from then.",
    ]);
    expect(problems(chain, { neededUntil: localDate("2026-10-02") })).toEqual([
      gap("1 October 2026 to 1 October 2026 (1 day)"),
    ]);
    expect(problems(chain, { neededUntil: localDate("2026-10-01") })).toEqual([]);
    expect(problems([], { neededUntil: localDate("2026-09-03") })).toEqual([
      gap("1 September 2026 to 2 September 2026 (2 days)"),
    ]);
  });
  test("two on one day are said once, with the day, and a shorter stretch within a longer one hides no gap", () => {
    const two = (day: string) => `Two people would lead on ${day}. End one the day before the next begins.`;
    const inside = [
      anAssignment("a", "2026-09-01", "2026-11-01"),
      anAssignment("b", "2026-09-10", "2026-09-20"),
      anAssignment("c", "2026-10-20"),
    ];
    expect(problems(inside)).toEqual([two("10 September 2026"), two("20 October 2026")]);
    expect(problems([anAssignment("open", "2026-09-01"), anAssignment("b", "2026-10-01")])).toEqual([
      two("1 October 2026"),
    ]);
    expect(problems([anAssignment("a", "2026-09-01", "2026-10-01"), anAssignment("b", "2026-10-01")])).toEqual([]);
  });
});

describe("WIG-8.8.10: who may stand in between", () => {
  const stand = (of: Parameters<typeof standInFacts>[0]) =>
    asItStands(wigan)
      .gate("lead-professional.stand-in", standInFacts({ as: "interim", ...of }), on("2026-11-24"))
      .findings.filter(({ rule }) => rule === "wigan.stand-in-interim")
      .map(({ effect, because }) => [effect, because]);
  const candidate = (of: Partial<StandInFacts["candidate"]>) => stand({ candidate: of });
  test("somebody involved who may lead, or the lead's line manager", () => {
    expect(candidate({})).toEqual([["permits", "This person is involved and may lead."]]);
    expect(candidate({ isLineManagerOfLead: true, isOnTeam: false })).toEqual([
      ["permits", "The lead's line manager stands in where nobody else does."],
    ]);
    expect(candidate({ isOnTeam: false })[0]?.[0]).toBe("prevents");
    expect(candidate({ mayLead: false })[0]?.[0]).toBe("prevents");
    expect(stand({ as: "deputy" })).toEqual([]);
  });
  test("what nobody recorded is asked for by its name", () => {
    expect(candidate({ isOnTeam: "not-recorded" })).toEqual([
      ["unknown", "It is not recorded whether this person is involved."],
    ]);
    expect(candidate({ mayLead: "not-recorded" })).toEqual([
      ["unknown", "It is not recorded whether this person may lead."],
    ]);
  });
});
