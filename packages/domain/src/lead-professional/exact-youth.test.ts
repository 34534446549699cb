import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { england } from "../rulebooks/england/england.ts";
import { asItStands, type Rulebook } from "../rulebooks/questions.ts";
import { anInvolved, aStatus, helpFrom, statutoryFacts } from "../testing/lead-professional.ts";
import { youthFacts } from "../testing/leading.ts";
import type { StatutoryFacts } from "./model.ts";
import { daysOf, namedIn } from "./statuses.ts";
import { lapsedOn } from "./statutory-youth.ts";

type Of = Parameters<typeof statutoryFacts>[0];
const findings = (of: Rulebook, facts: Of, rule: string) =>
  asItStands(of)
    .designation("lead-professional.statutory", statutoryFacts(facts), noonOn(localDate("2026-11-24")))
    .findings.filter((finding) => finding.rule === rule);

const order = aStatus("youth-order", "2026-11-02", { holder: "des", until: "2027-11-02" });
const nameless = aStatus("youth-order", "2026-11-02");

describe("BOL-7.10a: on an order the supervising officer leads", () => {
  const rule = "bolton.youth-officer";
  test("the officer whom the order names, to its last day; nobody named: the team's manager answers", () => {
    expect(findings(bolton, { child: { statuses: [order] } }, rule)).toMatchObject([
      {
        tier: "expected",
        holder: { kind: "person", id: "des" },
        from: "2026-11-02",
        until: "2027-11-02",
        because:
          "Youth justice order or sentence since 2 November 2026, to 1 November 2027: the youth offending team's supervising officer leads.",
      },
    ]);
    expect(findings(bolton, { child: { statuses: [order] } }, rule)[0]).not.toHaveProperty("accountable");
    const [unnamed] = findings(bolton, { child: { statuses: [nameless] } }, rule);
    expect(unnamed).toMatchObject({
      holder: { kind: "post", post: "yot-supervising-officer" },
      accountable: { kind: "post", post: "youth-offending-team-manager" },
      because:
        "Youth justice order or sentence since 2 November 2026: the youth offending team's supervising officer leads.",
    });
    expect(unnamed).not.toHaveProperty("until");
  });
  test("keeps that post on the team while one lock decides, and leads again without", () => {
    const words = (from: string) =>
      findings(bolton, { child: { statuses: [nameless, aStatus("adoption-plan", from)] } }, rule)[0]?.because;
    expect(words("2026-11-24")).toBe(
      "Youth justice order or sentence since 2 November 2026: the youth offending team's supervising officer keeps that post on the team while another status decides who leads.",
    );
    expect(words("2026-11-25")).toMatch(/supervising officer leads\.$/);
  });
});

describe("CWDC-BOX1-youth-gates: the officer may lead once that is agreed locally", () => {
  const rule = "england.youth-officer";
  const said = (of: Of) => findings(england, { child: { statuses: [order] }, ...of }, rule)[0];
  const gates = (youthGates: StatutoryFacts["youthGates"], of: Of = {}) => said({ youthGates, ...of });
  const asks = (youthGates: StatutoryFacts["youthGates"]) => gates(youthGates)?.needs?.map(({ code }) => code);
  test("stands third among those who may", () => {
    expect(gates({ teamAgrees: true, agencies: [{ agency: "education", supports: true }] })).toMatchObject({
      tier: "may",
      order: 3,
      until: "2027-11-02",
      because:
        "Youth justice order or sentence since 2 November 2026: the team and the agencies on the plan agree that the supervising officer may lead.",
    });
  });
  test("of two answers of one agency each has to be a yes", () => {
    const answers = (...all: readonly boolean[]) =>
      asks({ teamAgrees: true, agencies: all.map((supports) => ({ agency: "education", supports })) });
    expect(answers(true, true)).toBeUndefined();
    expect(answers(true, false)).toEqual(["mainstream-agencies-support"]);
    expect(answers(false, true)).toEqual(["mainstream-agencies-support"]);
  });
  const lock = aStatus("looked-after", "2026-11-16", { until: "2026-11-20" });
  const lapsedFrom = (youthGates: StatutoryFacts["youthGates"]) =>
    / What was agreed up to 16 November 2026 lapsed on that day/.test(
      gates(youthGates, { child: { statuses: [order, lock] }, help: [helpFrom("education")] })?.because ?? "",
    );
  test.each([
    ["a yes with no day, and a no before it", true, undefined, false, "2026-11-10", false],
    ["a yes before it, and one with no day", true, "2026-11-10", true, undefined, true],
    ["a yes on that day", true, "2026-11-16", "not-recorded", undefined, true],
    ["a yes of the agency alone", "not-recorded", undefined, true, "2026-11-16", true],
    ["a yes after it, and a no before it", true, "2026-11-17", false, "2026-11-10", false],
  ] as const)("the reader hears of what lapsed: %s", (_, teamAgrees, agreedOn, supports, on, hears) => {
    expect(
      lapsedFrom({
        teamAgrees,
        ...(agreedOn ? { teamAgreedOn: localDate(agreedOn) } : {}),
        agencies: [{ agency: "education", supports, ...(on ? { on: localDate(on) } : {}) }],
      }),
    ).toBe(hears);
  });
  test("what was said up to the day a lock begins lapses on that day, and not on the day before", () => {
    const [statuses, day] = [[lock], localDate("2026-11-16")];
    expect(lapsedOn(statuses, day, localDate("2026-11-15"))).toBeUndefined();
    expect(lapsedOn(statuses, day, day)).toBe(day);
    expect(lapsedOn(statuses, localDate("2026-11-17"), day)).toBeUndefined();
  });
});

describe("CWDC-BOX1-CIN-OTHER: whether social services are still involved", () => {
  const decided = aStatus("child-in-need", "2026-11-02", { childInNeedPhase: "decided" });
  const listed = (...agencies: Parameters<typeof helpFrom>[0][]) =>
    findings(
      england,
      { child: { statuses: [decided] }, help: agencies.map((agency) => helpFrom(agency)) },
      "england.child-in-need-decided",
    ).length;
  test("their help among that of others is enough", () => {
    expect(listed("education")).toBe(1);
    expect(listed("education", "social-work")).toBe(2);
    expect(listed("social-work")).toBe(2);
  });
});

describe("CWDC Box 1, care leaver: who may lead instead", () => {
  const leaver = aStatus("care-leaver", "2026-11-02", { careLeaverKind: "relevant" });
  const words = (of: Rulebook, rule: string) =>
    findings(of, { child: { statuses: [leaver] } }, rule).map((finding) => [
      "order" in finding ? finding.order : undefined,
      finding.because,
      finding.needs?.map(({ code }) => code),
    ]);
  test("in England without a reason, in Bolton with one", () => {
    expect(words(england, "england.care-leaver")).toEqual([
      [1, "Care leaver since 2 November 2026: the personal adviser leads.", undefined],
      [undefined, "Care leaver since 2 November 2026: a social worker may lead instead.", undefined],
    ]);
    expect(words(bolton, "bolton.care-leaver")).toEqual([
      [1, "Care leaver since 2 November 2026: a social worker leads.", undefined],
      [
        undefined,
        "Care leaver since 2 November 2026: the personal adviser may lead instead, with the reason recorded.",
        ["care-leaver-other-lead"],
      ],
    ]);
  });
});

describe("CWDC-4.4: whom a status names", () => {
  const status = aStatus("care-programme-approach", "2026-11-02", { holder: "kay", until: "2027-11-02" });
  test("leads, unless what is recorded of that person says they hold another post", () => {
    const named = (posts: Parameters<typeof anInvolved>[1]) =>
      namedIn("care-co-ordinator", status, [
        anInvolved("kay", posts),
        anInvolved("cai", { posts: ["care-co-ordinator"] }),
      ]);
    expect(named({ posts: [] })).toBe("kay");
    expect(named({ posts: ["key-worker", "care-co-ordinator"] })).toBe("kay");
    expect(named({ posts: ["key-worker"] })).toBe("cai");
    expect(namedIn("care-co-ordinator", status, [])).toBe("kay");
  });
  test("for the days of the status", () => {
    expect(daysOf(status)).toEqual({ from: "2026-11-02", until: "2027-11-02" });
    expect(daysOf(nameless)).toStrictEqual({ from: "2026-11-02" });
  });
});

describe("CWDC-ANNEXC-youth-final-warning, Annex B: what the team sees to at once", () => {
  const owed = (of: Parameters<typeof youthFacts>[0], day: string) =>
    asItStands(england)
      .duty("lead-professional.youth", youthFacts(of), noonOn(localDate(day)))
      .owed.map(({ act, due, because }) => [act, due, because]);
  const on = localDate("2026-11-24");
  test("a final warning with nobody named", () => {
    expect(owed({ finalWarning: { on, keyWorkers: [] } }, "2026-11-24")).toEqual([
      [
        "youth.name-final-warning-worker",
        "at-once",
        "A final warning was given on 24 November 2026: name one of the team who works with the young person from start to finish.",
      ],
    ]);
  });
  test("an activity nobody has reported on, from its day", () => {
    const activities = [
      { id: "boxing", heldOn: on, reportedOn: "none" },
      { id: "repairs", heldOn: localDate("2026-11-23"), reportedOn: localDate("2026-11-24") },
    ] as const;
    expect(owed({ activities }, "2026-11-23").filter(([act]) => act === "youth.ask-for-report:boxing")).toEqual([]);
    expect(owed({ activities }, "2026-11-24")).toEqual([
      [
        "youth.ask-for-report:boxing",
        "at-once",
        "1 of 2 activities are reported. Nobody has reported on the one of 24 November 2026: ask.",
      ],
    ]);
  });
  test.each([
    ["none", 1],
    ["2026-11-23", 1],
    ["2026-11-24", 0],
    ["2026-11-25", 0],
  ])("a change noted on 24 November, the plan looked at on %s", (lookedAt, count) => {
    const planLookedAtOn = lookedAt === "none" ? ("none" as const) : localDate(lookedAt);
    const changes = [{ id: "moved", notedOn: on, planLookedAtOn }];
    expect(owed({ changes }, "2026-11-25")).toEqual(
      Array.from({ length: count }, () => [
        "youth.look-at-plan:moved",
        "at-once",
        "A change was noted on 24 November 2026: look whether the plan still fits.",
      ]),
    );
    expect(owed({ changes }, "2026-11-23")).toEqual([]);
  });
});
