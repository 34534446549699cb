import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { aCase, allocationFacts, aPost } from "../../testing/workload.ts";
import { shareOf, sideBySide } from "../../workload/cases.ts";
import type { AllocationFacts, CaseFacts, PostFacts } from "../../workload/model.ts";
import { pointsInWords, quarters } from "../../workload/points.ts";
import { adopt, asItStands } from "../questions.ts";
import { wigan } from "../wigan/wigan.ts";
import { england } from "./england.ts";

const on = noonOn(localDate("2026-11-24"));
const book = asItStands(england);
const weigh = (of: Partial<CaseFacts> = {}, given = book) =>
  given.measure("workload.weight", { practitionerId: "amina", case: aCase(of) }, on);
const weight = (of: Partial<CaseFacts> = {}, given = book) => weigh(of, given).amount;
const load = (cases: readonly CaseFacts[]) => book.measure("workload.load", { practitionerId: "amina", cases }, on);
const allocation = (of: Partial<AllocationFacts>) => book.gate("workload.allocation", allocationFacts(of), on);

const anyCase = fc.record({
  planId: fc.constantFrom("a", "b", "c"),
  role: fc.constantFrom("lead" as const, "supporter" as const),
  level: fc.constantFrom("single" as const, "integrated" as const, "complex" as const, "not-recorded" as const),
  practitioners: fc.integer({ min: 0, max: 30 }),
  childSections: fc.integer({ min: 0, max: 12 }),
  expectedMonths: fc.oneof(fc.integer({ min: 0, max: 36 }), fc.constant("not-recorded" as const)),
});
/** What an area may set, within the ranges of the edition. */
const settings = fc.record({
  weightSingle: fc.integer({ min: 1, max: 40 }),
  weightIntegrated: fc.integer({ min: 1, max: 40 }),
  weightComplex: fc.integer({ min: 1, max: 40 }),
  weightPerPractitioner: fc.integer({ min: 0, max: 10 }),
  weightPerSection: fc.integer({ min: 0, max: 10 }),
  weightLong: fc.integer({ min: 0, max: 10 }),
});
const withSettings = (of: Record<string, number>, edition = england) =>
  adopt(edition, { id: "own", from: localDate("2026-01-01"), settings: of, terms: {}, departures: [] });

describe("CWDC-5.21a: load is explained by level, practitioners and length, and none of them ever lowers it", () => {
  test("six practitioners weigh more than three, and complex more again", () => {
    const nine = { expectedMonths: 9 };
    expect(weight({ ...nine, practitioners: 6 })).toBeGreaterThan(weight({ ...nine, practitioners: 3 }));
    expect(weight({ ...nine, practitioners: 6, level: "complex" })).toBeGreaterThan(
      weight({ ...nine, practitioners: 6 }),
    );
  });
  test("each part stands with its clause", () => {
    const decision = weigh({ level: "complex", practitioners: 5, expectedMonths: 7 });
    expect(decision.parts.map(({ label, amount }) => [label, pointsInWords(amount)])).toEqual([
      ["Level of need", "4 points"],
      ["Number of practitioners", "1.5 points"],
      ["Length of the work", "0.5 points"],
      ["Children in the family plan", "0 points"],
    ]);
    expect(decision.findings.every(({ clause }) => clause.source === "CWDC")).toBe(true);
  });
  test("six months is not yet long, the seventh is", () => {
    expect(weight({ expectedMonths: 6 })).toBe(quarters(2));
    expect(weight({ expectedMonths: 7 })).toBe(quarters(2.5));
  });
  test("what is not recorded makes it a least figure, and is named", () => {
    expect(weigh({ level: "not-recorded", expectedMonths: "not-recorded" })).toMatchObject({
      answer: "at-least",
      missing: ["level of need", "expected length in months"],
    });
  });
  test("raising any factor never lowers the weight, whatever an area sets", () => {
    fc.assert(
      fc.property(
        anyCase,
        settings,
        fc.nat(5),
        fc.nat(5),
        fc.nat(12),
        (held, values, practitioners, sections, months) => {
          const own = withSettings(values);
          const before = weight(held, own);
          expect(weight({ ...held, practitioners: held.practitioners + practitioners }, own)).toBeGreaterThanOrEqual(
            before,
          );
          expect(weight({ ...held, childSections: held.childSections + sections }, own)).toBeGreaterThanOrEqual(before);
          if (held.expectedMonths !== "not-recorded")
            expect(weight({ ...held, expectedMonths: held.expectedMonths + months }, own)).toBeGreaterThanOrEqual(
              before,
            );
          expect(weight({ ...held, level: "integrated" }, own)).toBeGreaterThanOrEqual(
            weight({ ...held, level: "single" }, own),
          );
          expect(weight({ ...held, level: "complex" }, own)).toBeGreaterThanOrEqual(
            weight({ ...held, level: "integrated" }, own),
          );
        },
      ),
    );
  });
});

describe("CWDC-5.21b: the lead is strictly above everybody who supports the same case", () => {
  const nicole = { level: "integrated", practitioners: 5, childSections: 3 } as const;
  test("Nicole's plan: 4.5 points for the lead, 2.25 for each of the five", () => {
    expect(pointsInWords(weight(nicole))).toBe("4.5 points");
    expect(pointsInWords(weight({ ...nicole, role: "supporter" }))).toBe("2.25 points");
  });
  test("for any case, any setting and any adjustments, in whole quarter-points", () => {
    const adjustment = fc.integer({ min: -200, max: 200 });
    fc.assert(
      fc.property(
        anyCase,
        settings,
        adjustment,
        adjustment,
        fc.constantFrom(england, wigan),
        (held, values, ofLead, ofSupporter, edition) => {
          const own = withSettings(values, edition);
          const lead = weight({ ...held, role: "lead", adjustment: ofLead }, own);
          const supporter = weight({ ...held, role: "supporter", adjustment: ofSupporter }, own);
          expect(lead).toBeGreaterThan(supporter);
          expect([Number.isInteger(lead), Number.isInteger(supporter), supporter >= 0]).toEqual([true, true, true]);
        },
      ),
    );
  });
  test("a case of any numbers at all has a finite weight", () => {
    const odd = fc.oneof(fc.double(), fc.integer());
    fc.assert(
      fc.property(odd, odd, (practitioners, childSections) => {
        expect(weight({ practitioners, childSections })).toBeGreaterThan(0);
      }),
    );
  });
});

describe("CWDC-CASE-NICOLE: one family plan is one case, shown once", () => {
  test("three children of one plan are one part of the load", () => {
    const held = aCase({ childSections: 3, practitioners: 5 });
    expect(load([held, held, held])).toMatchObject({ amount: quarters(4.5), parts: [{ label: "Case led" }] });
  });
});

describe("CWDC-5.21c: led and supported cases side by side, so that one offsets the other", () => {
  test("Leila: one led at 4.5, one supported at 1, 5.5 of 8", () => {
    const led = aCase({ planId: "a", practitioners: 5, childSections: 3 });
    const supported = aCase({ planId: "b", role: "supporter" });
    expect(pointsInWords(load([led, supported]).amount)).toBe("5.5 points");
    const sides = sideBySide([led, supported], (held) => weight(held));
    expect([sides.led.length, sides.supported.length, sides.total]).toEqual([1, 1, quarters(5.5)]);
  });
  test("nobody's load is silence", () => {
    expect(load([])).toMatchObject({ answer: "measured", amount: 0 });
  });
  test("one weight for each plan, the lead's where somebody both leads and supports it, in any order", () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 6 }), (cases) => {
        const once = load(cases).amount;
        expect(load([...cases].reverse()).amount).toBe(once);
        expect(load([...cases, ...cases]).amount).toBe(once);
        const plans = [...new Set(cases.map(({ planId }) => planId))];
        const parts = load(cases).parts;
        if (plans.length > 0) expect(parts).toHaveLength(plans.length);
        const leads = plans.filter((planId) => cases.some((held) => held.planId === planId && held.role === "lead"));
        expect(parts.filter(({ label }) => label === "Case led")).toHaveLength(leads.length);
      }),
    );
  });
});

describe("CWDC-5.21d: both posts are totalled, and neither manager goes over the limit alone", () => {
  const halves: readonly PostFacts[] = [
    aPost({ postId: "yot", agreedCapacity: quarters(4), managerId: "m1" }),
    aPost({ postId: "youth", agreedCapacity: quarters(4), managerId: "m2" }),
  ];
  const managers = [
    { id: "m1", acknowledged: true },
    { id: "m2", acknowledged: false },
  ] as const;
  test("two half posts are one capacity of 8", () => {
    expect(book.measure("workload.capacity", { practitionerId: "ian", posts: halves }, on)).toMatchObject({
      amount: quarters(8),
      answer: "measured",
    });
  });
  test("9 of 8 needs the other manager, and waiting does not replace them", () => {
    const over = { loadAfter: quarters(9), capacity: quarters(8), managers, reasonGiven: true };
    expect(allocation(over).answer).toBe("prevents");
    expect(allocation({ ...over, secondManagerWaitIsOver: true }).answer).toBe("prevents");
    expect(allocation({ ...over, managers: managers.map(({ id }) => ({ id, acknowledged: true })) }).answer).toBe(
      "permits",
    );
    expect(
      allocation({ ...over, managers: managers.map(({ id }) => ({ id, acknowledged: "not-recorded" as const })) })
        .answer,
    ).toBe("unknown");
  });
  test("inside the limit one manager may", () => {
    expect(allocation({ loadAfter: quarters(7), capacity: quarters(8), managers }).answer).toBe("permits");
  });
  test("a post whose capacity nobody agreed makes it a least figure", () => {
    const posts = [aPost(), aPost({ postId: "other", agreedCapacity: "not-recorded" })];
    expect(book.measure("workload.capacity", { practitionerId: "ian", posts }, on)).toMatchObject({
      amount: 32,
      answer: "at-least",
      missing: ["agreed capacity"],
    });
    expect(book.measure("workload.capacity", { practitionerId: "ian", posts: [] }, on)).toMatchObject({
      answer: "at-least",
      missing: ["post"],
    });
  });
});

describe("CWDC-5.21e: load is shown and stored at the decision, and over 90 per cent needs a note", () => {
  test.each([
    [quarters(18), "permits"],
    [quarters(18) + 1, "permits-if"],
    [quarters(19), "permits-if"],
    [quarters(20), "permits-if"],
  ])("%i quarter-points of 20 points: %s", (loadAfter, answer) => {
    expect(allocation({ load: 8, loadAfter, capacity: quarters(20) }).answer).toBe(answer);
  });
  test("at 95 per cent: only with the note, and the load is among the facts kept", () => {
    const at95 = { load: quarters(19), loadAfter: quarters(19), capacity: quarters(20) };
    expect(allocation(at95).needs.map(({ code }) => code)).toEqual(["near-capacity"]);
    expect(allocation({ ...at95, reasonGiven: true }).answer).toBe("permits");
    expect(allocation(at95).facts).toContainEqual({ about: "practitioner:amina", name: "load after", value: 76 });
    expect(shareOf(quarters(19), quarters(20))).toBe(95);
  });
  test("over what was agreed it needs a reason", () => {
    expect(allocation({ loadAfter: quarters(22), capacity: quarters(20) }).needs.map(({ code }) => code)).toEqual([
      "over-capacity",
    ]);
  });
  test("no agreed capacity is neither full nor free: a reason is asked", () => {
    expect(allocation({ capacity: "not-recorded" })).toMatchObject({
      answer: "permits-if",
      needs: [{ code: "capacity-not-agreed" }],
    });
    expect(allocation({ capacity: "not-recorded", reasonGiven: true }).answer).toBe("permits");
    expect(shareOf(4, "not-recorded")).toBeUndefined();
  });
  test("no load ever stops somebody with one manager", () => {
    const points = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(
        points,
        points,
        fc.oneof(points, fc.constant("not-recorded" as const)),
        fc.boolean(),
        (before, after, capacity, reasonGiven) => {
          const decision = allocation({ load: before, loadAfter: after, capacity, reasonGiven });
          expect(["permits", "permits-if"]).toContain(decision.answer);
          if (reasonGiven) expect(decision.answer).toBe("permits");
        },
      ),
    );
  });
});
