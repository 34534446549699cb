import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { england } from "../rulebooks/england/england.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { asItStands, type Rulebook } from "../rulebooks/questions.ts";
import { scotland } from "../rulebooks/scotland/scotland.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import {
  ageLimitFacts,
  aKeyPoint,
  aMove,
  aTransfer,
  closeAfterMoveFacts,
  crossBorderFacts,
  transitionFacts,
  transitionReviewFacts,
} from "../testing/transition.ts";
import type { AgeLimitFacts, CrossBorderFacts, KeyPoint, TransitionFacts } from "./model.ts";

const on = (day: string) => noonOn(localDate(day));
type Stay = Exclude<CrossBorderFacts["stay"], string>;

describe("services for children end, and services for adults are found in time", () => {
  const owed = (of: Partial<TransitionFacts>, day: string, act: RegExp) =>
    asItStands(england)
      .duty("transition.duties", transitionFacts(of), on(day))
      .owed.filter((duty) => act.test(duty.act))
      .map(({ act: what, due, because }) => [what, due, because]);
  const adult = (of: Partial<KeyPoint>) => ({
    keyPoints: [aKeyPoint({ id: "adult", kind: "adult-services", on: localDate("2029-05-03"), ...of })],
  });
  const ends = "Services for children end on 3 May 2029";

  test("the lead looks from the day it is opened; the manager hears at once when the time to find one is up", () => {
    const find = (day: string) => owed(adult({ openedOn: localDate("2027-11-24") }), day, /find-adult-option/);
    expect(find("2027-11-23")).toEqual([]);
    expect(find("2027-11-24")).toEqual([
      [
        "transition.find-adult-option:adult",
        { day: "2028-11-03" },
        `${ends}. Find who could take it on among services for adults, arrange a first meeting, and settle on what basis information is shared.`,
      ],
    ]);
    const alerts = (day: string, of: Partial<KeyPoint> = {}) => owed(adult(of), day, /no-adult-option/);
    expect(alerts("2028-11-02")).toEqual([]);
    expect(alerts("2028-11-03")).toEqual([
      ["transition.no-adult-option:adult", "at-once", `${ends} and no option in services for adults is recorded.`],
    ]);
    expect(alerts("2028-11-03", { adultOption: "camhs-adults" })).toEqual([]);
  });
  test("what adulthood brings is explained from the day it is opened, and asked for until it is kept in own words", () => {
    const asked = (day: string, of: Partial<TransitionFacts> = {}) =>
      owed({ ...adult({ openedOn: localDate("2028-05-03") }), ...of }, day, /explain-entitlement/);
    expect(asked("2028-05-02")).toEqual([]);
    expect(asked("2028-05-03").map(([, due]) => due)).toContainEqual({ day: "2029-05-03" });
    const talk = { on: localDate("2028-06-01"), ownWords: true } as const;
    expect(asked("2028-06-01", { entitlementTalk: talk })).toEqual([]);
    expect(asked("2028-06-01", { entitlementTalk: { ...talk, ownWords: "not-recorded" } }).length).toBeGreaterThan(0);
  });
});

describe("a gap in readiness for services for adults", () => {
  const asked = (action: TransitionFacts["readinessGaps"][number]["action"]) =>
    asItStands(england)
      .duty("transition.duties", transitionFacts({ readinessGaps: [{ id: "money", action }] }), on("2026-11-24"))
      .owed.map(({ act, due, because }) => [act, due, because]);
  test("becomes an action of the plan at once, unless it is one", () => {
    for (const action of ["none", "not-recorded"])
      expect(asked(action)).toEqual([
        [
          "plan.add-action-for-gap:money",
          "at-once",
          "A gap in readiness for services for adults has no action yet: write one into the plan.",
        ],
      ]);
    expect(asked("action-1")).toEqual([]);
  });
});

describe("a care leaver is supported past the age limit", () => {
  const said = (of: Partial<Exclude<AgeLimitFacts["bases"], string>[number]>, day: string, bornOn = "2006-11-24") =>
    asItStands(england)
      .gate(
        "transition.age-limit",
        ageLimitFacts(bornOn, day, [
          { kind: "care-leaver", recordedOn: localDate("2026-11-10"), programme: "none", ...of },
        ] as AgeLimitFacts["bases"]),
        on(day),
      )
      .findings.filter(({ because }) => /[Cc]are leaver/.test(because))
      .map(({ because }) => because);
  const adviser = "A care leaver has a personal adviser until the 21st birthday.";
  test("from the day it is on record", () => {
    expect(said({}, "2026-11-09")).toEqual([]);
    expect(said({}, "2026-11-10")).toEqual([adviser]);
  });
  test("and nobody else is one", () => {
    expect(said({ kind: "learning-difficulty-assessment" }, "2026-11-10")).toEqual([]);
  });
});

describe("across a boundary", () => {
  const owed = (book: Rulebook, of: Partial<CrossBorderFacts>, day: string, act: string) =>
    asItStands(book)
      .duty("transition.cross-border", crossBorderFacts(of), on(day))
      .owed.filter((duty) => duty.act === act)
      .map(({ who, whoId, due, because }) => ({ who, whoId, due, because }));
  const moved = "The family moved on 3 August 2026.";
  const nobody = "nobody found yet, after 0 attempts";

  test("GIR-26: the lead hands the plan over, by name, and the named person core information", () => {
    const plan = (of: Partial<CrossBorderFacts> = {}, day = "2026-08-03") =>
      owed(scotland, { move: aMove(), ...of }, day, "cross-border.transfer-lead");
    const because = `${moved} The plan and its co-ordination go to a named person in the new area: ${nobody}.`;
    expect(plan()).toEqual([{ who: "lead-professional", whoId: "fay", due: { day: "2026-08-03" }, because }]);
    expect(plan({}, "2026-08-02")).toEqual([]);
    for (const lead of ["none", "not-recorded"] as const)
      expect(plan({ lead })).toEqual([
        { who: "lead-professional", whoId: undefined, due: { day: "2026-08-03" }, because },
      ]);
    expect(owed(highland, { move: aMove() }, "2026-08-03", "cross-border.transfer-named-person")).toEqual([
      {
        who: "named-person",
        whoId: undefined,
        due: { day: "2026-08-03" },
        because: `${moved} Core information goes to a named person in the new area: ${nobody}.`,
      },
    ]);
  });
  test("how far it is: found, sent, accepted", () => {
    const plan = (of: Parameters<typeof aTransfer>[0], day = "2026-08-20") =>
      owed(scotland, { move: aMove({ leadTransfer: aTransfer(of) }) }, day, "cross-border.transfer-lead").map(
        ({ because }) => because.split(": ")[1],
      );
    expect(plan({ attempts: [localDate("2026-08-05")] })).toEqual(["nobody found yet, after 1 attempt."]);
    expect(plan({ receiver: "jo" })).toEqual(["not yet sent."]);
    const sent = { receiver: "jo", sentOn: localDate("2026-08-10") };
    expect(plan(sent)).toEqual(["sent on 10 August 2026 and not yet accepted."]);
    expect(plan({ ...sent, acceptedOn: localDate("2026-08-20") }, "2026-08-19")).toHaveLength(1);
    expect(plan({ ...sent, acceptedOn: localDate("2026-08-20") })).toEqual([]);
    expect(plan({ everyAttemptLogged: true })).toEqual([]);
    expect(plan({ everyAttemptLogged: "not-recorded" })).toHaveLength(1);
  });

  const stay = (of: Partial<Stay> = {}): Stay => ({
    from: localDate("2026-08-03"),
    expectedLastDay: localDate("2026-10-02"),
    nextArea: "moray",
    namedPerson: "teacher",
    handedOverOn: "none",
    ...of,
  });
  const after = (of: Partial<Stay> = {}, day = "2026-08-03") =>
    owed(highland, { stay: stay(of) }, day, "named-person.hand-over-after-stay").map(({ due, because }) => [
      due,
      because,
    ]);
  test("HIG 7: a child who travels is handed over on the last day, or asked about where nobody knows it", () => {
    expect(after({}, "2026-08-02")).toEqual([]);
    expect(after()).toEqual([
      [{ day: "2026-10-02" }, "The stay is expected to end on 2 October 2026: hand over to the next area."],
    ]);
    for (const expectedLastDay of ["none", "not-recorded"] as const)
      expect(after({ expectedLastDay, nextArea: "none" })).toEqual([
        [
          "unknown",
          "Nobody knows yet when the stay ends. Ask, and then hand over to wherever the family says it goes next; the next area is not known.",
        ],
      ]);
    expect(after({ handedOverOn: localDate("2026-10-02") }, "2026-10-01")).toHaveLength(1);
    expect(after({ handedOverOn: localDate("2026-10-02") }, "2026-10-02")).toEqual([]);
  });
  test("somebody is named for the stay", () => {
    const asked = (namedPerson: Stay["namedPerson"]) =>
      owed(highland, { stay: stay({ namedPerson }) }, "2026-08-03", "named-person.for-the-stay");
    expect(asked("teacher")).toEqual([]);
    expect(asked("none")).toMatchObject([
      { due: "at-once", because: "The child stays here since 3 August 2026: name a named person for the stay." },
    ]);
  });
});

describe("HIG-105: after a move the record stays open until each has been accepted", () => {
  const close = (book: Rulebook, of: Parameters<typeof closeAfterMoveFacts>[0], day = "2026-08-20") =>
    asItStands(book)
      .gate("transition.close-after-move", closeAfterMoveFacts(of), on(day))
      .findings.filter(({ rule }) => rule.endsWith("boundary-accepted"))
      .map(({ effect, because }) => [effect, because]);
  const nobody = (what: string) => [
    "prevents",
    `Nobody in the new area has accepted ${what}: the transfer stays open until somebody does, or every attempt is written down.`,
  ];
  const accepted = aTransfer({ acceptedOn: localDate("2026-08-20") });
  const yes = (what: string) => ["permits", `The new area accepted ${what} on 20 August 2026.`];
  test("the lead's plan by itself in Scotland, and core information beside it in Highland", () => {
    expect(close(scotland, {})).toEqual([nobody("the plan")]);
    expect(close(highland, {})).toEqual([nobody("the plan"), nobody("core information")]);
    expect(close(highland, { leadTransfer: accepted })).toEqual([yes("the plan"), nobody("core information")]);
    expect(close(highland, { namedPersonTransfer: accepted })).toEqual([nobody("the plan"), yes("core information")]);
    expect(close(scotland, { leadTransfer: accepted }, "2026-08-19")).toEqual([nobody("the plan")]);
  });
  test("or until every attempt is written down; what nobody recorded is asked for", () => {
    expect(close(scotland, { leadTransfer: aTransfer({ everyAttemptLogged: true }) })).toEqual([
      ["permits", "Nobody was found to take the plan over, and every attempt is written down."],
    ]);
    expect(close(scotland, { leadTransfer: aTransfer({ acceptedOn: "not-recorded" }) })).toEqual([
      ["unknown", "It is not recorded whether the new area accepted the plan."],
    ]);
  });
});

describe("around a key point", () => {
  const owed = (book: Rulebook, of: Partial<KeyPoint>, day: string, act: RegExp) =>
    asItStands(book)
      .duty("transition.duties", transitionFacts({ keyPoints: [aKeyPoint(of)] }), on(day))
      .owed.filter((duty) => act.test(duty.act))
      .map(({ due, because }) => [due, because]);
  test("WIG-8.8.9: who leads on the other side is asked from the day it is opened, and of schools alone", () => {
    const named = (of: Partial<KeyPoint>, day = "2027-03-01") => owed(wigan, of, day, /name-receiving/);
    const openedOn = localDate("2027-03-01");
    expect(named({ openedOn })).toHaveLength(1);
    expect(named({ openedOn }, "2027-02-28")).toEqual([]);
    expect(named({})).toEqual([]);
    expect(named({ openedOn, kind: "adult-services" })).toEqual([]);
    expect(named({ openedOn, receiving: { is: "no-lead-needed" } })).toEqual([]);
  });
  test("HIG-37: the outgoing named person writes by a day before the last one, or without one where nobody recorded it", () => {
    const writes = (lastDayBefore: KeyPoint["lastDayBefore"]) =>
      owed(highland, { outgoingNotes: 0, lastDayBefore }, "2027-03-01", /contribute/);
    const [dated] = writes(localDate("2027-07-21"));
    expect(dated?.[1]).toMatch(/: 1 September 2027\. Write down by \d+ \w+ 2027 what the other side needs to know\.$/);
    expect(dated?.[0]).toHaveProperty("day");
    for (const day of ["none", "not-recorded"] as const)
      expect(writes(day)).toEqual([
        [
          "unknown",
          expect.stringMatching(
            /Write down what the other side needs to know; the last day of the old stage is not recorded, so there is no date yet\.$/,
          ),
        ],
      ]);
  });
});

describe("CWDC Fairbridge: how many are in education, training or work a year later", () => {
  const person = (of: { readonly bornOn?: string; readonly is?: boolean | "not-recorded" } = {}) => ({
    id: "someone",
    bornOn: of.bornOn === "not-recorded" ? ("not-recorded" as const) : localDate(of.bornOn ?? "2008-01-15"),
    isInEducationTrainingOrWork: of.is ?? true,
  });
  const counted = (...people: readonly ReturnType<typeof person>[]) =>
    asItStands(england)
      .measure("transition.destinations", { area: "a", yearEnds: localDate("2025-11-30"), people }, on("2026-11-30"))
      .findings.map((finding) => [finding.amount, finding.label, finding.missing]);
  test("of those of 16 or over; one of whom something is not known is enough to say so", () => {
    expect(counted(person(), person({ is: false }))).toEqual([[50, "1 of 2", undefined]]);
    expect(counted(person())).toEqual([[100, "1 of 1", undefined]]);
    expect(counted(person(), person({ is: "not-recorded" }))).toEqual([[50, "1 of 2", "where 1 of them are"]]);
    expect(counted(person({ bornOn: "not-recorded" }))).toEqual([[0, "0 of 0", "the date of birth of 1 of them"]]);
    expect(counted(person({ bornOn: "2009-11-30" }))).toEqual([[100, "1 of 1", undefined]]);
    expect(counted(person({ bornOn: "2009-12-01" }))).toEqual([]);
    expect(counted()).toEqual([]);
  });
});

describe("CWDC-3.18: readiness for services for adults in a review", () => {
  test.each([
    [0, "permits", "Readiness for adult services was looked at, and each gap is an action of the plan."],
    [1, "prevents", "Make the gap that is left in readiness an action of the plan."],
    [2, "prevents", "Make each of the 2 gaps that are left in readiness an action of the plan."],
    ["not-recorded", "unknown", "It is not recorded whether each gap in readiness became an action of the plan."],
  ] as const)("%s gaps without an action: %s", (gapsWithoutAction, effect, because) => {
    expect(
      asItStands(england)
        .gate("transition.review", transitionReviewFacts({ gapsWithoutAction }), on("2027-01-20"))
        .findings.filter(({ rule }) => rule === "england.transition-readiness"),
    ).toMatchObject([{ effect, because }]);
  });
});
