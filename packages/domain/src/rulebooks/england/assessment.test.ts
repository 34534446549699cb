import { describe, expect, test } from "vitest";
import type { LevelFacts, PathwayFacts } from "../../assessment/model.ts";
import type { SpecialistFacts } from "../../assessment/specialist-model.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { LegalStatus } from "../../people/model.ts";
import { anAdditionalNeed, completeFacts, pathwayFacts, specialistFacts } from "../../testing/assessment.ts";
import { aStatus, everyOrder } from "../../testing/lead-professional.ts";
import { ageLimitFacts } from "../../testing/transition.ts";
import { asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const on = (day: string) => noonOn(localDate(day));
const day = localDate;

type Statuses = LevelFacts["child"]["statuses"];
const level = (
  at: LevelFacts["level"],
  statuses: Statuses,
  asked: string,
  integratedResponse: boolean | "not-recorded" = true,
) => book.gate("assessment.level", { child: { id: "child", statuses }, level: at, integratedResponse }, on(asked));

describe("CWDC-TERM-COMPLEX: any one status of the eight makes needs complex, however many others end", () => {
  const two = [aStatus("looked-after", "2026-09-01"), aStatus("youth-order", "2026-11-02")];
  test("two in force, in any order of entry: complex, with both named", () => {
    for (const entered of everyOrder(two)) {
      const decision = level("complex", entered, "2026-11-23");
      expect(decision.answer).toBe("permits");
      expect(decision.findings.map(({ because }) => because)).toEqual([
        "Looked after since 1 September 2026: needs are complex for as long as that holds.",
        "Youth justice order or sentence since 2 November 2026: needs are complex for as long as that holds.",
      ]);
      expect(level("integrated", entered, "2026-11-23").answer).toBe("prevents");
    }
  });
  test.each([
    ["2026-08-31", "permits"], // nothing in force yet
    ["2026-09-01", "prevents"],
    ["2026-11-30", "prevents"],
    ["2026-12-01", "prevents"], // one has ended, the other holds
    ["2027-01-11", "permits"],
  ])("looked after to 30 November, on an order to 10 January; lower than complex on %s: %s", (asked, answer) => {
    const statuses = [
      aStatus("looked-after", "2026-09-01", { until: "2026-12-01" }),
      aStatus("youth-order", "2026-11-02", { until: "2027-01-11" }),
    ];
    expect(level("integrated", statuses, asked).answer).toBe(answer);
  });
  test("when both have a last day, the day after the later one is said", () => {
    const statuses = [
      aStatus("looked-after", "2026-09-01", { until: "2026-12-01" }),
      aStatus("youth-order", "2026-11-02", { until: "2027-01-11" }),
    ];
    expect(level("single", statuses, "2026-11-23", false).from).toBe("2027-01-11");
    expect(level("single", two, "2026-11-23", false).from).toBeUndefined();
  });
  test.each([
    ["child-protection-plan", "permits"],
    ["care-leaver", "permits"],
    ["adoption-plan", "permits"],
    ["statement-or-ehc-plan", "permits"],
    ["complex-disability-or-health-need", "permits"],
    ["significant-mental-health-problem", "permits"],
    ["care-programme-approach", "permits"],
    ["special-educational-needs", "prevents"],
    ["missing-from-home", "prevents"],
  ] as const)("%s makes needs complex: %s", (kind, answer) => {
    expect(level("complex", [aStatus(kind, "2026-11-02")], "2026-11-23").answer).toBe(answer);
  });
  test("an assessment of need holds the level, a decision leaves it, and a phase that nobody recorded is asked for", () => {
    const inNeed = (childInNeedPhase?: LegalStatus["childInNeedPhase"]) => [
      aStatus("child-in-need", "2026-11-09", childInNeedPhase ? { childInNeedPhase } : {}),
    ];
    expect(level("complex", inNeed("assessment"), "2026-11-09").answer).toBe("permits");
    expect(level("complex", inNeed("assessment"), "2026-11-08").answer).toBe("prevents");
    expect(level("complex", inNeed("decided"), "2026-11-09").answer).toBe("prevents");
    expect(level("complex", inNeed(), "2026-11-09")).toMatchObject({
      answer: "unknown",
      missing: ["phase of the child in need case"],
    });
  });
  test("two that began on one day are said in one order, however they were entered", () => {
    const sameDay = [aStatus("youth-order", "2026-09-01"), aStatus("adoption-plan", "2026-09-01")];
    for (const entered of everyOrder(sameDay))
      expect(level("complex", entered, "2026-11-23").findings.map(({ because }) => because.split(" since")[0])).toEqual(
        ["Adoption is the plan", "Youth justice order or sentence"],
      );
  });
  test("why a lower level is refused is said", () => {
    expect(level("single", [], "2026-11-23", true).findings[0]?.because).toBe(
      "The help has to be one integrated response: that is the level of help from several.",
    );
    expect(level("integrated", [], "2026-11-23", false).findings[0]?.because).toContain(
      "The help does not have to be one integrated response",
    );
  });
  test("statuses that nobody recorded are asked for, whatever the level", () => {
    for (const at of ["complex", "integrated", "single", "no-additional-needs"] as const)
      expect(level(at, "not-recorded", "2026-11-23", at === "integrated")).toMatchObject({
        answer: "unknown",
        missing: ["legal statuses"],
      });
  });
  test.each([
    ["integrated", true, "permits"],
    ["integrated", false, "prevents"],
    ["single", false, "permits"],
    ["single", true, "prevents"],
    ["no-additional-needs", false, "permits"],
    ["no-additional-needs", true, "prevents"],
    ["single", "not-recorded", "unknown"],
  ] as const)("below complex: %s with one integrated response %s: %s", (at, response, answer) => {
    expect(level(at, [], "2026-11-23", response).answer).toBe(answer);
  });
});

describe("CWDC-1.7: an area's own steps each mean one of the four levels", () => {
  const publish = (...means: readonly (LevelFacts["level"] | "none" | "not-recorded")[]) =>
    book.gate(
      "assessment.picture",
      { area: "devon", zones: means.map((one, at) => ({ id: `${at + 1}`, means: one })) },
      on("2026-11-23"),
    );
  test("Devon's three levels are single, integrated and complex", () => {
    const decision = publish("single", "integrated", "complex");
    expect(decision.answer).toBe("permits");
    expect(decision.findings[0]?.because).toContain("All 3 zones");
  });
  test("two zones may mean one level, but none a lower one than the zone before", () => {
    expect(publish("single", "integrated", "integrated", "complex").answer).toBe("permits");
    const wrong = publish("integrated", "single");
    expect(wrong.answer).toBe("prevents");
    expect(wrong.findings[0]?.because).toContain("Zone 2 means a lower level");
  });
  test("CWDC-FIG1: a zone that is linked to no level blocks publishing", () => {
    const decision = publish("no-additional-needs", "single", "none", "complex");
    expect(decision.answer).toBe("prevents");
    expect(decision.findings[0]?.because).toContain("1 of 4 zones is linked to no level");
    expect(publish("not-recorded", "none").findings[0]?.because).toContain("2 of 2 zones are linked");
    expect(publish("no-additional-needs", "single", "integrated", "complex").answer).toBe("permits");
    expect(publish().answer).toBe("prevents");
  });
});

describe("CWDC-4.1: a child with complex needs counts among those with additional needs, once", () => {
  const child = (id: string, hasAdditionalNeeds: boolean | "not-recorded", statuses: Statuses = []) => ({
    id,
    hasAdditionalNeeds,
    statuses,
  });
  const count = (children: readonly ReturnType<typeof child>[]) =>
    book.measure(
      "assessment.with-additional-needs",
      { area: "northside", on: day("2026-11-23"), children },
      on("2026-11-23"),
    );
  const complex = Array.from({ length: 18 }, (_, at) =>
    child(`complex-${at}`, at % 2 === 0, [aStatus("looked-after", "2026-09-01")]),
  );
  const others = Array.from({ length: 102 }, (_, at) => child(`other-${at}`, true));
  test("120, of which 18, never 138", () => {
    const decision = count([...others, ...complex, child("neither", false)]);
    expect(decision).toMatchObject({ answer: "measured", amount: 120 });
    expect(decision.parts.map(({ amount }) => amount)).toEqual([102, 18]);
    expect(decision.findings[1]?.because).toContain("18 of the 120");
  });
  test("a child entered twice counts once", () => {
    expect(count([...complex, ...complex]).amount).toBe(18);
  });
  test("a status counts on its days, and not before or after them", () => {
    const during = [child("a", true, [aStatus("looked-after", "2026-11-23", { until: "2026-11-24" })])];
    expect(count(during).parts.map(({ amount }) => amount)).toEqual([0, 1]);
    const after = [child("a", true, [aStatus("looked-after", "2026-11-24")])];
    expect(count(after).parts.map(({ amount }) => amount)).toEqual([1, 0]);
  });
  test("what nobody recorded is never a no: the figure is a least one", () => {
    expect(count([child("a", "not-recorded")])).toMatchObject({
      answer: "at-least",
      amount: 0,
      missing: ["whether a child has additional needs"],
    });
    expect(count([child("a", "not-recorded"), child("b", true)])).toMatchObject({ answer: "at-least", amount: 1 });
    expect(count([child("a", true, "not-recorded"), child("b", true)]).missing).toEqual(["legal statuses"]);
    expect(count([child("a", "not-recorded", [aStatus("looked-after", "2026-09-01")])])).toMatchObject({
      answer: "measured",
      amount: 1,
    });
    expect(count([child("a", true, "not-recorded")])).toMatchObject({
      answer: "at-least",
      amount: 1,
      missing: ["legal statuses"],
    });
  });
});

describe("CWDC-TERM-NEEDS: each need has its category, its outcomes and how long it lasts", () => {
  const complete = (needs: ReturnType<typeof completeFacts>["needs"]) =>
    book.gate("assessment.complete", completeFacts({ needs }), on("2026-11-23"));
  const outcomes = ["be-healthy", "enjoy-and-achieve"] as const;
  test("Kofi, 13: attendance, anxiety and housing on one assessment", () => {
    const decision = complete([
      anAdditionalNeed("1", { category: "attendance", outcomes }),
      anAdditionalNeed("2", { category: "anxiety", outcomes }),
      anAdditionalNeed("3", { category: "housing", outcomes }),
    ]);
    expect(decision.answer).toBe("permits");
    expect(decision.findings[0]?.because).toBe("3 needs are described in full.");
  });
  test.each([[{ category: "not-recorded" as const }], [{ outcomes: [] }], [{ lasts: "not-recorded" as const }]])(
    "without one of the three it is not complete: %j",
    (gap) => {
      const decision = complete([anAdditionalNeed("1"), anAdditionalNeed("2", gap)]);
      expect(decision.answer).toBe("prevents");
      expect(decision.findings[0]?.because).toContain("1 of 2 needs is not described in full");
    },
  );
  test("none found is an answer, none recorded is not", () => {
    expect(complete([]).answer).toBe("permits");
    expect(complete([]).findings[0]?.because).toBe("It is recorded that no additional need was found.");
    expect(complete([anAdditionalNeed("1")]).findings[0]?.because).toBe("1 need is described in full.");
    expect(complete("not-recorded")).toMatchObject({ answer: "unknown", missing: ["additional needs"] });
  });
});

const owed = (of: Partial<SpecialistFacts>, asked: string) =>
  book.duty("assessment.specialist", specialistFacts(of), on(asked)).owed;
const acts = (of: Partial<SpecialistFacts>, asked: string) => owed(of, asked).map(({ act, who }) => `${who}: ${act}`);

describe("CWDC-ANNEXC-cin-assess: social services plan, prepare, co-ordinate and communicate the assessment", () => {
  const inNeed = { openedOn: day("2026-11-09"), closedOn: "none", done: [] } as const;
  test("from the day it opens, and responsible rather than providing", () => {
    expect(owed({ inNeed }, "2026-11-08")).toEqual([]);
    expect(acts({ inNeed }, "2026-11-09")).toEqual([
      "social-worker: assessment.plan",
      "social-worker: assessment.prepare",
      "social-worker: assessment.co-ordinate",
      "social-worker: assessment.communicate",
    ]);
    expect(owed({ inNeed }, "2026-11-09")[0]?.because).toContain(
      "Social services are responsible for it and see that services are given; another agency may contribute now and provide later.",
    );
  });
  test("what is done is no longer owed, nor is anything once it has closed", () => {
    expect(acts({ inNeed: { ...inNeed, done: ["plan", "prepare"] } }, "2026-11-20")).toEqual([
      "social-worker: assessment.co-ordinate",
      "social-worker: assessment.communicate",
    ]);
    expect(acts({ inNeed: { ...inNeed, done: "not-recorded" } }, "2026-11-20")).toHaveLength(4);
    expect(owed({ inNeed: { ...inNeed, closedOn: day("2026-12-04") } }, "2026-12-03")).toHaveLength(4);
    expect(owed({ inNeed: { ...inNeed, closedOn: day("2026-12-04") } }, "2026-12-04")).toEqual([]);
  });
});

describe("CWDC-ANNEXC-disability-0-3: a small child with complex needs has a key worker; later that is good practice", () => {
  const child = (bornOn: string) => ({ child: { id: "child-1", bornOn: day(bornOn) }, needsAreComplex: true });
  const strength = (bornOn: string, of: Partial<SpecialistFacts> = {}) =>
    owed({ ...child(bornOn), ...of }, "2026-11-24").map(({ force, due }) => [force, due]);
  test.each([
    ["2024-05-01", [["must", "at-once"]]], // two years old
    ["2022-11-25", [["must", "at-once"]]], // four tomorrow
    ["2022-11-24", [["should", "unknown"]]], // four today
    ["2020-05-01", [["should", "unknown"]]], // six
  ])("born %s: %j", (bornOn, said) => {
    expect(strength(bornOn)).toEqual(said);
  });
  test("with a key worker, or without complex needs, nothing is owed", () => {
    expect(strength("2024-05-01", { keyWorker: "physiotherapist" })).toEqual([]);
    expect(strength("2024-05-01", { needsAreComplex: false })).toEqual([]);
    expect(strength("2024-05-01", { keyWorker: "not-recorded" })).toEqual([["must", "at-once"]]);
  });
  test("whether a small child's needs are complex is asked for where nobody recorded it", () => {
    const unsaid = (bornOn: SpecialistFacts["child"]["bornOn"], keyWorker: SpecialistFacts["keyWorker"] = "none") =>
      owed({ child: { id: "child-1", bornOn }, needsAreComplex: "not-recorded", keyWorker }, "2026-11-24").map(
        ({ act, who, due, because }) => [act, who, due, because],
      );
    const ask = [
      "assessment.record-whether-complex",
      "lead-agency-manager",
      "unknown",
      "It is not recorded whether the needs are complex. Find out and record it: a child under 4 with complex needs has a key worker.",
    ];
    expect(unsaid(day("2022-11-25"))).toEqual([ask]);
    expect(unsaid("not-recorded")).toEqual([ask]);
    expect(unsaid(day("2022-11-24"))).toEqual([]);
    expect(unsaid(day("2024-05-01"), "physiotherapist")).toEqual([]);
  });
  test("without a date of birth that is asked for", () => {
    const said = owed({ child: { id: "child-1", bornOn: "not-recorded" }, needsAreComplex: true }, "2026-11-24");
    expect(said).toMatchObject([{ due: "unknown", force: "must" }]);
    expect(said[0]?.because).toContain("The date of birth is not recorded");
  });
});

describe("CWDC-ANNEXB-keyworker-3: early support is for 0 to 3, that whole year in", () => {
  const offered = (asked: string, needsAreComplex: boolean | "not-recorded" = true) =>
    book.gate(
      "assessment.early-support",
      { child: { id: "child", bornOn: day("2023-06-01") }, on: day(asked), needsAreComplex },
      on(asked),
    );
  test("born 1 June 2023: offered through 31 May 2027, withdrawn on 1 June with the key worker told", () => {
    expect(offered("2027-05-31").answer).toBe("permits");
    const after = offered("2027-06-01");
    expect(after.answer).toBe("prevents");
    expect(after.findings[0]?.because).toContain("the key worker is told");
  });
  test("it is for complex needs; what is not recorded is asked for", () => {
    expect(offered("2026-11-24", false).answer).toBe("prevents");
    expect(offered("2026-11-24", "not-recorded")).toMatchObject({
      answer: "unknown",
      missing: ["whether needs are complex"],
    });
    const unborn = {
      child: { id: "child", bornOn: "not-recorded" as const },
      on: day("2026-11-24"),
      needsAreComplex: true,
    };
    expect(book.gate("assessment.early-support", unborn, on("2026-11-24"))).toMatchObject({
      answer: "unknown",
      missing: ["date of birth"],
    });
  });
});

describe("CWDC-TERM-CHILD: a case of additional needs through age 19; later only on a recorded basis", () => {
  const ask = (asked: string, bases: Parameters<typeof ageLimitFacts>[2] = []) =>
    book.gate("transition.age-limit", ageLimitFacts("2007-03-10", asked, bases), on(asked)).answer;
  test("born 10 March 2007: allowed on 9 March 2027, refused the day after unless an extension is recorded", () => {
    expect([ask("2027-03-09"), ask("2027-03-10")]).toEqual(["permits", "prevents"]);
    const extension = {
      kind: "learning-difficulty-assessment",
      recordedOn: day("2027-01-12"),
      programme: "none",
    } as const;
    expect(ask("2027-03-10", [extension])).toBe("permits");
  });
});

const way = (of: Partial<PathwayFacts> = {}) => book.ladder("assessment.pathway", pathwayFacts(of), on("2026-11-10"));
const done = (stage: string, outcome: "done" | "agreed" | "declined" = "done") => ({
  stage,
  outcome,
  at: "2026-11-03T12:00:00.000Z",
});

describe("CWDC-FIG3A-1: a need is noticed, the family is spoken with, and their consent is recorded", () => {
  const spoken = [done("family-spoken-with"), done("consent-to-assess", "agreed")];
  test("Milo's missed meals, 2 November: step 1 is through once mother was spoken with and agreed", () => {
    expect(way()).toMatchObject({ answer: "in-progress", next: ["family-spoken-with", "consent-to-assess"] });
    expect(way({ entries: spoken }).next).toEqual(["assessment-finished"]);
  });
  test("CWDC-ANNEXA: consent may be recorded before or after the talk; either order is accepted", () => {
    for (const entries of [...everyOrder(spoken), [spoken[1] ?? done("consent-to-assess", "agreed")]])
      expect(way({ entries }).answer).toBe("in-progress");
    expect(way({ entries: [done("consent-to-assess", "agreed")] }).next).toEqual(["family-spoken-with"]);
  });
  test("a family that says no stops the assessment, and no worry about safety waits for that answer", () => {
    const decision = way({ entries: [done("consent-to-assess", "declined")] });
    expect(decision).toMatchObject({ answer: "stopped", next: [] });
    expect(decision.findings.find(({ stage }) => stage === "consent-to-assess")?.because).toContain(
      "A worry about the child's safety waits for no such answer.",
    );
  });
});

describe("CWDC-FIG3A-2: the assessment decides; with one practitioner the way ends there, without a meeting", () => {
  const assessed = [done("family-spoken-with"), done("consent-to-assess", "agreed"), done("assessment-finished")];
  const stages = (of: Partial<PathwayFacts>) => way(of).stages.map(({ stage }) => stage);
  test("one practitioner is enough: the family is told whom to call, and it is complete", () => {
    const of = { integratedResponse: false, entries: assessed } as const;
    expect(way(of)).toMatchObject({ answer: "in-progress", next: ["single-practitioner"] });
    expect(stages(of)).not.toContain("planning-meeting");
    expect(way({ ...of, entries: [...assessed, done("single-practitioner")] }).answer).toBe("complete");
  });
  test("each of its steps decides: what is declined stops the way, and what is not yet done holds it", () => {
    for (const [integratedResponse, stage] of [
      [false, "single-practitioner"],
      [true, "planning-meeting"],
      ["not-recorded", "level-decided"],
    ] as const) {
      expect(
        way({ integratedResponse }).stages.map(({ stage: name, order, decides }) => [name, order, decides]),
      ).toEqual([
        ["family-spoken-with", 1, true],
        ["consent-to-assess", 1, true],
        ["assessment-finished", 2, true],
        [stage, 3, true],
      ]);
      expect(way({ integratedResponse, entries: [...assessed, done(stage, "declined")] }).answer).toBe("stopped");
    }
  });
  test("several are needed: a meeting", () => {
    expect(way({ integratedResponse: true, entries: assessed }).next).toEqual(["planning-meeting"]);
  });
  test("nobody has decided: that is the next step", () => {
    expect(way({ entries: assessed }).next).toEqual(["level-decided"]);
    expect(way({ entries: assessed.slice(0, 2) }).next).toEqual(["assessment-finished"]);
  });
});
