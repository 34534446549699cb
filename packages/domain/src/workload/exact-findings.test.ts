import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { england } from "../rulebooks/england/england.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { type AdoptedRulebook, asItStands, type Rulebook } from "../rulebooks/questions.ts";
import { scotland } from "../rulebooks/scotland/scotland.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import { aCase, allocationFacts, aPost, caseChangeFacts, workloadDutiesFacts } from "../testing/workload.ts";
import { needBesideCapacity, shareOf, spreadOfLeads } from "./cases.ts";
import type { AllocationFacts, CaseFacts, LoadFacts, PostFacts, WorkloadDutiesFacts } from "./model.ts";
import { pointsInWords } from "./points.ts";

const [ofEngland, ofWigan] = [asItStands(england), asItStands(wigan)];
const on = (day: string) => noonOn(localDate(day));
const noon = on("2026-11-24");

describe("CWDC-5.21a: each part of a weight says how much and why", () => {
  const parts = (of: Partial<CaseFacts>) =>
    ofEngland
      .measure("workload.weight", { practitionerId: "amina", case: aCase(of) }, noon)
      .findings.map(({ amount, because }) => [amount, because]);
  test("for a lead, in points", () => {
    expect(parts({ level: "single", practitioners: 3, childSections: 2, expectedMonths: 7 })).toEqual([
      [4, "Level of need: 1 point."],
      [2, "Number of practitioners: 0.5 points."],
      [2, "Length of the work: 0.5 points."],
      [2, "Children in the family plan: 0.5 points."],
    ]);
    expect(parts({ level: "complex" })[0]).toEqual([16, "Level of need: 4 points."]);
  });
  test("for a supporter, half of it", () => {
    expect(parts({ role: "supporter", practitioners: 3 }).slice(0, 2)).toEqual([
      [4, "Level of need: 1 point, half of what the lead carries."],
      [1, "Number of practitioners: 0.25 points, half of what the lead carries."],
    ]);
  });
  test("what nobody recorded is counted as little and said to be more", () => {
    const [level, , length] = parts({ level: "not-recorded", expectedMonths: "not-recorded" });
    expect(level).toEqual([4, "Level of need: at least 1 point, since the level of need is not recorded."]);
    expect(length).toEqual([
      0,
      "Length of the work: at least 0 points, since the expected length in months is not recorded.",
    ]);
  });
  test.each([
    [0, "0 points"],
    [3, "0.75 points"],
    [4, "1 point"],
    [5, "1.25 points"],
    [8, "2 points"],
  ])("%i quarter-points are %s", (quarterPoints, words) => {
    expect(pointsInWords(quarterPoints)).toBe(words);
  });
});

describe("CWDC 5.21: a manager's adjustment leaves the lead above everybody who supports the case", () => {
  const adjustment = (of: Partial<CaseFacts>) => {
    const facts = { practitionerId: "amina", case: aCase(of) };
    const { findings } = ofEngland.measure("workload.weight", facts, noon);
    return findings.find(({ rule }) => rule === "england.weight-adjustment");
  };
  const kept = "The manager adjusted the estimate with a reason; both are kept.";
  const cut = "The manager's adjustment counts only as far as the lead stays above everybody who supports the case.";
  test.each([
    // An integrated case: 8 quarter-points for the lead, 4 for a supporter, the middle at 6.
    ["lead", 2, -1, -1, kept],
    ["lead", 2, -2, -1, cut],
    ["lead", 2, 5, 5, kept],
    ["supporter", 2, 2, 2, kept],
    ["supporter", 2, 3, 2, cut],
    ["supporter", 2, -4, -4, kept],
    ["supporter", 2, -5, -4, cut],
    // One practitioner more: 10 and 5, the middle at 7.
    ["lead", 3, -2, -2, kept],
    ["lead", 3, -3, -2, cut],
    ["supporter", 3, 2, 2, kept],
    ["supporter", 3, 3, 2, cut],
  ] as const)("%s, %i practitioners, adjusted by %i: counts as %i", (role, practitioners, asked, amount, because) => {
    expect(adjustment({ role, practitioners, adjustment: asked })).toMatchObject({ amount, because, force: "may" });
  });
  test("none, or by nothing, says nothing", () => {
    expect(adjustment({})).toBeUndefined();
    expect(adjustment({ adjustment: 0 })).toBeUndefined();
  });
});

describe("CWDC-5.21c: a load, part by part", () => {
  const load = (of: Partial<LoadFacts>, book = ofEngland) =>
    book.measure("workload.load", { practitionerId: "amina", cases: [], ...of }, noon);
  test("says which case is led and which is supported", () => {
    const cases = [aCase(), aCase({ planId: "plan-2", role: "supporter" })];
    expect(load({ cases }).findings.map(({ label, because }) => [label, because])).toEqual([
      ["Case led", "Leads this case."],
      ["Case supported", "Supports this case."],
    ]);
    expect(load({ cases })).toMatchObject({ answer: "measured", amount: 12 });
  });
  test.each([
    [{ level: "not-recorded" }, "level of need"],
    [{ expectedMonths: "not-recorded" }, "expected length in months"],
    [{ level: "not-recorded", expectedMonths: "not-recorded" }, "level of need"],
  ] as const)("%j: it is a least figure", (of, missing) => {
    expect(load({ cases: [aCase(of)] })).toMatchObject({ answer: "at-least", missing: [missing] });
  });
  test("of two entries of one role on a plan the heavier stands, and the first of two as heavy", () => {
    const [light, heavy] = [aCase({ level: "single" }), aCase({ level: "complex" })];
    expect(load({ cases: [light, heavy] }).amount).toBe(16);
    expect(load({ cases: [heavy, light] }).amount).toBe(16);
    const unsaid = aCase({ level: "not-recorded" });
    expect(load({ cases: [light, unsaid] }).answer).toBe("measured");
    expect(load({ cases: [unsaid, light] }).answer).toBe("at-least");
  });
  const counts: readonly (readonly [string, Rulebook, number, string])[] = [
    ["bolton (BOL-D18)", bolton, 0, "0 points"],
    ["scotland (HN-19)", scotland, 4, "1 point"],
    ["highland (HN-19)", highland, 4, "1 point"],
  ];
  test.each(counts)("%s counts cases: one led is a point, one supported %i quarter-points", (_, of, amount, points) => {
    const said = (role: CaseFacts["role"]) =>
      asItStands(of)
        .measure("workload.weight", { practitionerId: "amina", case: aCase({ role }) }, noon)
        .findings.map((one) => [one.label, one.amount, one.because]);
    expect(said("lead")).toEqual([["Case led", 4, "A case led counts as 1 point; nothing else weighs here."]]);
    expect(said("supporter")).toEqual([
      ["Case supported", amount, `A case supported counts as ${points}; nothing else weighs here.`],
    ]);
  });
  const namedPerson = (book: AdoptedRulebook, children: number, withSomethingOpen: number) =>
    load({ namedPersonFor: { children, withSomethingOpen } }, book).findings.find(
      ({ label }) => label === "Named person",
    );
  const ofHighland = asItStands(highland);
  test.each([
    [200, 1, "Named person for 200 children, of whom 1 has something open. The others ask for normal work only."],
    [200, 3, "Named person for 200 children, of whom 3 have something open. The others ask for normal work only."],
    [1, 0, "Named person for 1 child, of whom 0 have something open. The others ask for normal work only."],
  ])("named person for %i, %i with something open", (children, open, because) => {
    expect(namedPerson(ofHighland, children, open)).toMatchObject({ amount: 0, because });
  });
  test("whoever is nobody's named person hears nothing of it", () => {
    expect(load({}, ofHighland)).toMatchObject({ answer: "measured", amount: 0, missing: [] });
    expect(load({}, ofHighland).findings.map(({ label }) => label)).toEqual(["No cases"]);
  });
});

describe("CWDC 5.21: capacity", () => {
  const capacity = (...posts: readonly PostFacts[]) =>
    ofEngland.measure("workload.capacity", { practitionerId: "amina", posts }, noon);
  test("without a post there is none, and the post is what is missing", () => {
    expect(capacity()).toMatchObject({ answer: "at-least", amount: 0, missing: ["post"] });
  });
  test("not agreed yet is not nothing", () => {
    expect(capacity(aPost({ agreedCapacity: "not-recorded" }))).toMatchObject({
      answer: "at-least",
      amount: 0,
      missing: ["agreed capacity"],
    });
  });
  test.each([
    [1_110, "Fewer hours", -16, "4 points"],
    [4_440, "More hours", 32, "16 points"],
  ])("agreed for 2,220 minutes a week, %i now: %s", (now, label, amount, points) => {
    const { findings } = capacity(aPost({ hours: { agreedFor: 2_220, now } }));
    expect(findings.slice(1).map((one) => [one.label, one.amount, one.because])).toEqual([
      [label, amount, `The hours of this post are not those the agreement was made for, so it carries ${points}.`],
    ]);
  });
  test("the hours that were agreed change nothing", () => {
    expect(capacity(aPost({ hours: { agreedFor: 2_220, now: 2_220 } })).findings).toHaveLength(1);
  });
});

describe("WIG 8.6.4: the second manager", () => {
  const second = (of: Partial<AllocationFacts>, book: AdoptedRulebook = ofWigan) =>
    book
      .gate("workload.allocation", allocationFacts(of), noon)
      .findings.find(({ rule }) => rule.endsWith("allocation-second-manager"));
  const two = [
    { id: "helen", acknowledged: true },
    { id: "gary", acknowledged: false },
  ] as const;
  test("is asked where there are two, and not where there is one", () => {
    expect(second({ managers: two.slice(0, 1) })).toBeUndefined();
    expect(second({ managers: two })).toMatchObject({ effect: "prevents", clause: { at: "8.6.4" } });
  });
  test("CWDC 5.21: in England only over what was agreed", () => {
    expect(second({ managers: two, loadAfter: 32 }, ofEngland)).toBeUndefined();
    expect(second({ managers: two, loadAfter: 33 }, ofEngland)).toMatchObject({ effect: "prevents" });
    expect(second({ managers: two, loadAfter: 33, capacity: "not-recorded" }, ofEngland)).toBeUndefined();
  });
});

describe("the spread of leads, and need beside capacity", () => {
  const uneven = (...leads: readonly number[]) =>
    spreadOfLeads(leads.map((one, at) => ({ id: `p${at}`, leads: one }))).uneven;
  test("WIG 9.3.2: in a team of two or more, whoever holds more than half of two leads or more", () => {
    expect(uneven(2)).toEqual([]);
    expect(uneven(1, 0)).toEqual([]);
    expect(uneven(2, 0)).toEqual(["p0"]);
    expect(uneven(1, 1)).toEqual([]);
    expect(uneven(1, 2)).toEqual(["p1"]);
    expect(uneven(2, 1, 1)).toEqual([]);
  });
  test("a share is of what was agreed, however little, and of nothing it is none", () => {
    expect([shareOf(1, 1), shareOf(1, 2), shareOf(0, 4), shareOf(1, 0)]).toEqual([100, 50, 0, undefined]);
  });
  test("CWDC 3.13: areas where nothing is agreed are read first, then the fullest", () => {
    const area = (id: string, load: number, capacity: number) => ({ id, load, capacity });
    const of = (...areas: readonly ReturnType<typeof area>[]) => needBesideCapacity(areas).map(({ id }) => id);
    const [low, none, high] = [area("low", 1, 10), area("none", 5, 0), area("high", 9, 10)];
    for (const areas of [
      [low, none, high],
      [none, high, low],
      [high, low, none],
    ])
      expect(of(...areas)).toEqual(["none", "high", "low"]);
    expect(of(none, { ...none, id: "other" })).toEqual(["none", "other"]);
  });
});

describe("Wigan's duties about a load", () => {
  const owed = (of: Partial<WorkloadDutiesFacts>) =>
    ofWigan.duty("workload.duties", workloadDutiesFacts(of), on("2026-12-31")).owed;
  const review = (of: Partial<WorkloadDutiesFacts>) => owed(of).find(({ act }) => act === "workload.review-load");
  test.each([
    [
      { lastReviewOn: localDate("2026-11-20") },
      "2026-12-21",
      "The load was last reviewed on 20 November 2026. Review it, and write down what changes.",
    ],
    [
      { lastReviewOn: "none" },
      "2026-10-02",
      "This person has led since 1 September 2026, and no review of the load is recorded.",
    ],
    [
      { lastReviewOn: localDate("2026-08-31") },
      "2026-10-02",
      "The load was last reviewed on 31 August 2026. Review it, and write down what changes.",
    ],
  ] as const)("WIG 9.4.2: %j: due on %s", (of, day, because) => {
    expect(review(of)).toMatchObject({ due: { day }, because });
  });
  test("WIG 9.4.2: whoever leads nothing has no load to review", () => {
    expect(review({ leadsSince: "none" })).toBeUndefined();
  });
  test("WIG-6.4.2: a net extra load says how many minutes are still to be lifted, at once", () => {
    const of = { isSchoolSupportStaff: true, leadMinutes: 120, liftedMinutes: 45 };
    const offset = (more: Partial<WorkloadDutiesFacts> = {}) =>
      owed({ ...of, ...more }).find(({ act }) => act === "workload.offset");
    expect(offset()).toMatchObject({
      due: "at-once",
      because: "Net extra load: leading takes 120 minutes a week and 45 were lifted. Lift 75 more.",
    });
    expect(offset({ liftedMinutes: "not-recorded" })).toMatchObject({ due: "at-once" });
    expect(offset({ liftedMinutes: 120 })).toBeUndefined();
  });
  test("WIG-8.5.3: moving a case is no task to support one", () => {
    const { findings } = ofWigan.gate("workload.change", caseChangeFacts(), noon);
    expect(findings.map(({ rule }) => rule)).not.toContain("wigan.workload-support-task");
    const task = ofWigan.gate("workload.change", caseChangeFacts({ act: "support-task" }), noon);
    expect(task.findings.find(({ rule }) => rule === "wigan.workload-support-task")).toMatchObject({
      effect: "unknown",
      missing: "the day the task is due",
    });
  });
});
