import { describe, expect, test } from "vitest";
import { withMutants } from "./mutants.ts";
import { aliveInWords, heldByText, namedIn, report } from "./report.ts";

const mutantsOf = (source: string) => withMutants("a.ts", source, 1).mutants.map(({ was, is }) => `${was} → ${is}`);

/** What an instrumented expression gives, by which mutant is awake; 0 is none. */
function given(expression: string, awake: number): unknown {
  const { text } = withMutants("a.ts", `value = ${expression};`, 1);
  const run = new Function("globalThis", "a", "b", "c", `let value; ${text} return value;`);
  return run({ mutant: (id: number) => id === awake }, 1, 2, [1, 2, 3]);
}

describe("small faults", () => {
  test.each([
    ["x = a < b;", ["a < b → a <= b"]],
    ["x = a === b;", ["a === b → a !== b"]],
    ["x = a ?? b;", ["a ?? b → a"]],
    ["x = !a;", ["!a → a"]],
    ["x = 18;", ["18 → 19"]],
    ["x = true;", ["true → false"]],
    ["x = a ? b : c;", ["a ? b : c → a ? c : b"]],
    ["x = c.some((one) => one);", ["c.some((one) => one) → c.every((one) => one)"]],
    ['x = { effect: "permits", because: "So." };', ['"permits" → "prevents"']],
    ["if (a) b();", ["a → false", "a → true"]],
    ["x = a - b;", ["a - b → a + b"]],
  ])("%s", (source, expected) => {
    expect(mutantsOf(source)).toEqual(expected);
  });

  test.each([
    'import { a } from "./b.ts";',
    "type A = 1 | true;",
    "let a: { readonly b: 3 };",
    'x = { because: "So.", title: "permits" };',
    "x = { 3: a };",
  ])("%s holds none", (source) => {
    expect(mutantsOf(source)).toEqual([]);
  });

  test("only the one that is awake changes anything", () => {
    expect([0, 1, 2].map((awake) => given("a < b", awake))).toEqual([true, true, true]);
    expect([0, 1].map((awake) => given("b < b", awake))).toEqual([false, true]);
    expect([0, 1].map((awake) => given("a === b", awake))).toEqual([false, true]);
    expect([0, 1, 2, 3, 4].map((awake) => given("a + (a < b ? 5 : 7)", awake))).toEqual([6, 6, 7, 6, 8]);
  });

  test("text that is shared by a field and its value is left once", () => {
    const { text } = withMutants("a.ts", "const { a, b = 2 } = x; y = { a, b };", 1);
    expect(text).toBe("const { a, b = (globalThis.mutant(1) ? (3) : (2)) } = x; y = { a, b };");
  });

  test("each knows its line, and ids go on from the file before", () => {
    expect(withMutants("a.ts", "x = 1;\n\ny = 2;", 7).mutants).toMatchObject([
      { id: 7, line: 1 },
      { id: 8, line: 3 },
    ]);
  });

  test("a file that cannot be read is named", () => {
    expect(() => withMutants("a.ts", "x = ;", 1)).toThrow("a.ts cannot be read");
  });
});

test("the report has a line for each topic, and every survivor with its place", () => {
  const mutant = (id: number, file: string) => ({ id, file, line: 3, was: "a < b", is: "a <= b" });
  const { text, percent } = report(
    new Map([
      [mutant(1, "plan/one-plan.ts"), "killed"],
      [mutant(2, "plan/one-plan.ts"), "survived"],
      [mutant(3, "dispute/way.ts"), "stopped"],
      [mutant(4, "dispute/way.ts"), "not reached"],
    ]),
  );
  expect(percent).toBe(50);
  expect(text).toMatch(/^plan +2 +1 +0 +1 +0 +50\.0%$/m);
  expect(text).toContain("plan/one-plan.ts:3 survived: a < b  →  a <= b\ndispute/way.ts:3 not reached");
});

test("what holds a rule is written as the formatter has it: on one line where it fits", () => {
  const many = Array.from({ length: 20 }, (_, at) => `HIG-${at}`);
  const text = heldByText({ "wigan.one": ["WIG-8.4.2a"], "wigan.many": many });
  expect(JSON.parse(text)).toEqual({ "wigan.one": ["WIG-8.4.2a"], "wigan.many": many });
  expect(text).toContain('{\n  "wigan.one": ["WIG-8.4.2a"],\n  "wigan.many": [\n    "HIG-0",\n');
});

test("an earlier run's listing names its mutants, on whatever line they are now", () => {
  const { mutants } = withMutants("topic/a.ts", "x = a < b;\ny = c ? 1 : 2;", 1);
  const [boundary, , number] = mutants;
  if (boundary === undefined || number === undefined) throw new Error("there are no such mutants");
  const listing = [
    "  250 of 9967",
    aliveInWords({ ...boundary, line: 90 }, "survived"),
    aliveInWords(number, "not reached"),
    "topic/a.ts:1 survived: gone  →  true",
  ].join("\n");
  expect(namedIn(listing, mutants)).toEqual([boundary, number]);
});
