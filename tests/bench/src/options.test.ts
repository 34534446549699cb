import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

test("files are looked for where the command was given", () => {
  expect(readOptions(["--json", "figures.json"], "/somewhere").json).toBe("/somewhere/figures.json");
});

test("a quick run measures for a shorter time", () => {
  const [quick, whole] = [readOptions(["--", "--quick"], "/"), readOptions([], "/")];
  expect(quick.rounds * quick.seconds).toBeLessThan(whole.rounds * whole.seconds);
  expect(quick.appointments.together).toBeLessThan(whole.appointments.together);
});

test("only what is wanted is measured, and a word it does not know is refused", () => {
  expect(readOptions(["--only", "child,team"], "/").only).toEqual(["child", "team"]);
  expect(() => readOptions(["--fast"], "/")).toThrow(/--fast/);
});
