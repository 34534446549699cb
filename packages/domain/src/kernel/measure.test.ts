import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MeasureFinding, resolveMeasure } from "./measure.ts";

const part = (amount: number, more: object = {}): MeasureFinding => ({
  title: "",
  rule: `r${amount}`,
  clause: { source: "S", at: "1" },
  strength: "ours",
  force: "should",
  because: "",
  about: "practitioner:p",
  label: "Cases",
  amount,
  ...more,
});

describe("how much?", () => {
  test("silent when no part stands, a least figure when a fact is missing, measured otherwise", () => {
    expect(resolveMeasure([])).toMatchObject({ answer: "silent", amount: 0 });
    expect(resolveMeasure([part(4, { liftedBy: "x" })])).toMatchObject({ answer: "silent", amount: 0, parts: [] });
    expect(resolveMeasure([part(4), part(2, { missing: "expected months" })])).toMatchObject({
      answer: "at-least",
      amount: 6,
      missing: ["expected months"],
    });
    expect(resolveMeasure([part(4), part(-2)])).toMatchObject({ answer: "measured", amount: 2 });
  });
  test("the figure is the sum of the parts it shows, in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -400, max: 400 })), (amounts) => {
        const { amount, parts } = resolveMeasure(amounts.map((of) => part(of)));
        expect(parts.reduce((sum, of) => sum + of.amount, 0)).toBe(amount);
        expect(resolveMeasure([...amounts].reverse().map((of) => part(of))).amount).toBe(amount);
      }),
    );
  });
});
