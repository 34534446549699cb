import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  leastShown,
  type ShownNumber,
  shownInWords,
  withoutSmall,
  withoutSmallParts,
  withoutSmallRest,
} from "./small-numbers.ts";

/** Every way to write a sum as so many counts of one or more. */
function splits(sum: number, into: number): number[][] {
  if (into === 1) return sum > 0 ? [[sum]] : [];
  return Array.from({ length: Math.max(0, sum - into + 1) }, (_, at) => at + 1).flatMap((first) =>
    splits(sum - first, into - 1).map((rest) => [first, ...rest]),
  );
}

describe("WIG-D30, WIG-9.1.1: no number under five is said, nor can be worked out", () => {
  test.each([
    [0, 0],
    [1, "fewer-than-5"],
    [4, "fewer-than-5"],
    [5, 5],
  ])("%s is said as %s", (count, shown) => {
    expect(withoutSmall(count)).toBe(shown);
  });

  test("whoever knows these rules finds at least two tables behind each count that is not said", () => {
    const counts = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(counts, (given) => {
        const shown = withoutSmallParts(given);
        const hidden = given.flatMap((_, at) => (typeof shown.parts[at] === "number" ? [] : [at]));
        const sums = typeof shown.sum === "number" ? [shown.sum] : [1, 2, 3, 4];
        const alike = sums
          .flatMap((sum) =>
            (shown.parts.length === 0 ? [1, 2, 3, 4] : [given.length]).flatMap((many) => splits(sum, many)),
          )
          .filter((other) => JSON.stringify(withoutSmallParts(other)) === JSON.stringify(shown));
        for (const at of hidden) expect(new Set(alike.map((other) => other[at])).size).toBeGreaterThan(1);
      }),
    );
  });

  test("no small count is ever among what is said", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 8 }), (given) => {
        const { sum, parts } = withoutSmallParts(given);
        for (const one of [sum, ...parts, ...given.map(withoutSmall)])
          if (typeof one === "number") expect(one === 0 || one >= leastShown).toBe(true);
      }),
    );
  });

  test("some of a whole: neither the part nor the rest of it can be told where either is small", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(40), (whole, some) => {
        const part = Math.min(whole, some);
        const shownWhole = withoutSmall(whole);
        const shown = withoutSmallRest(shownWhole, part);
        if (typeof shown === "number") {
          for (const said of [shown, whole - shown]) expect(said === 0 || said >= leastShown).toBe(true);
          return;
        }
        const could = Array.from({ length: whole + 1 }, (_, one) => one).filter(
          (one) => withoutSmallRest(shownWhole, one) === shown,
        );
        expect(could.length).toBeGreaterThan(1);
      }),
    );
  });

  test("in words", () => {
    const words: readonly (readonly [ShownNumber, string | number])[] = [
      [7, 7],
      ["fewer-than-5", "Fewer than 5"],
      ["not-shown", "Not shown"],
    ];
    for (const [shown, said] of words) expect(shownInWords(shown)).toBe(said);
  });
});
