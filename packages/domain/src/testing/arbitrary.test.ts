import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseFacts } from "../kernel/parse-facts.ts";
import { type QuestionName, questions } from "../rulebooks/questions.ts";
import { arbitraryOf } from "./arbitrary.ts";
import { arbitraryFacts } from "./facts.ts";

const drawn = arbitraryFacts({ criteria: ["a-criterion"], stages: ["a-stage"] });

describe.each(Object.keys(questions) as QuestionName[])("%s", (name) => {
  test("the facts that are drawn pass the door they are drawn from", () => {
    fc.assert(
      fc.property(drawn[name] as fc.Arbitrary<unknown>, (facts) => {
        expect(parseFacts<unknown>(questions[name], facts).problems).toBeUndefined();
      }),
      { seed: 20261122, numRuns: 100 },
    );
  });
});

test("a kind that cannot be drawn says so, unless an arbitrary is given for it", () => {
  const odd = z.custom<string>((value) => value === "odd");
  expect(() => arbitraryOf(z.strictObject({ odd }))).toThrow('Facts of the kind "custom" cannot be drawn');
  const given = arbitraryOf(z.strictObject({ odd }), new Map([[odd, fc.constant("odd")]]));
  expect(fc.sample(given, 1)).toEqual([{ odd: "odd" }]);
});

test("what a refinement refuses is not drawn", () => {
  const even = z
    .int()
    .min(0)
    .max(9)
    .refine((number) => number % 2 === 0);
  fc.assert(fc.property(arbitraryOf(even), (number) => number % 2 === 0));
});
