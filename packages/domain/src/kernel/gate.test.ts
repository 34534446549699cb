import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GateFinding, type GateSaid, resolveGate } from "./gate.ts";
import { localDate } from "./local-date.ts";

const base = {
  title: "",
  clause: { source: "S", at: "1" },
  strength: "good practice",
  force: "should",
  because: "",
  about: "child:c",
} as const;
const says: Readonly<Record<GateSaid["effect"], GateSaid>> = {
  permits: { effect: "permits", because: "", about: "child:c" },
  "permits-if": {
    effect: "permits-if",
    because: "",
    about: "child:c",
    needs: [{ what: "reason", from: "practitioner", for: "why" }],
  },
  refers: { effect: "refers", because: "", about: "child:c", decidedBy: "team-manager" },
  unknown: { effect: "unknown", because: "", about: "child:c", missing: "a day" },
  prevents: { effect: "prevents", because: "", about: "child:c" },
};
const finding = (effect: GateSaid["effect"], more: object = {}): GateFinding => ({
  ...base,
  rule: effect,
  ...says[effect],
  ...more,
});

/** From the softest. */
const order = ["silent", "permits", "permits-if", "refers", "unknown", "prevents"];
const effect = fc.constantFrom(...(Object.keys(says) as GateSaid["effect"][]));

describe("may this happen?", () => {
  test("silent only when no clause speaks", () => {
    expect(resolveGate([])).toEqual({ shape: "gate", answer: "silent", needs: [], decidedBy: [], missing: [] });
  });
  test.each(Object.keys(says) as GateSaid["effect"][])("one clause that says %s is the answer", (of) => {
    expect(resolveGate([finding(of)]).answer).toBe(of);
  });
  test("the strictest of those that stand is the answer, in any order", () => {
    fc.assert(
      fc.property(fc.array(effect, { minLength: 1 }), (effects) => {
        const strictest = Math.max(...effects.map((of) => order.indexOf(of)));
        expect(resolveGate(effects.map((of) => finding(of))).answer).toBe(order[strictest]);
        expect(resolveGate([...effects].reverse().map((of) => finding(of))).answer).toBe(order[strictest]);
      }),
    );
  });
  test("adding a finding never makes it softer", () => {
    fc.assert(
      fc.property(fc.array(effect), effect, (effects, more) => {
        const before = resolveGate(effects.map((of) => finding(of))).answer;
        const after = resolveGate([...effects, more].map((of) => finding(of))).answer;
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
      }),
    );
  });
  test("what is lifted is out; what stands says its needs, who decides and what is missing, once each", () => {
    const lifted = finding("prevents", { liftedBy: "other" });
    expect(resolveGate([lifted, finding("permits")]).answer).toBe("permits");
    expect(resolveGate([lifted]).answer).toBe("silent");
    expect(
      resolveGate([
        finding("permits-if"),
        finding("refers"),
        finding("refers"),
        finding("unknown"),
        finding("unknown"),
      ]),
    ).toEqual({
      shape: "gate",
      answer: "unknown",
      needs: [{ what: "reason", from: "practitioner", for: "why" }],
      decidedBy: ["team-manager"],
      missing: ["a day"],
    });
  });
  test("when only waiting stands in the way it says from when: the last of the days", () => {
    const until = (day: string) => finding("prevents", { from: localDate(day) });
    expect(resolveGate([until("2026-12-01"), until("2027-01-01")]).from).toBe("2027-01-01");
    expect(resolveGate([until("2026-12-01"), finding("prevents"), until("2027-01-01")])).not.toHaveProperty("from");
    expect(resolveGate([finding("permits", { from: localDate("2026-01-01") })])).not.toHaveProperty("from");
  });
});
