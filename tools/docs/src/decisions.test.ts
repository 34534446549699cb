import { expect, test } from "vitest";
import { keptFiles, textOf } from "./repository.ts";

const decisions = keptFiles()
  .filter((file) => file.startsWith("docs/decisions/"))
  .sort();

test("each decision has a number of its own, and none is left out", () => {
  const numbers = decisions.map((file) => Number(/(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]));
  expect(numbers).toEqual(decisions.map((_, at) => at + 1));
});

test.each(decisions)("%s says its number, and what was decided why", (file) => {
  const number = Number(/(\d{4})-/.exec(file)?.[1]);
  const text = textOf(file);
  expect(text).toMatch(new RegExp(`^# ${number}\\. \\S`));
  if (number !== 9) for (const part of ["Context", "Decision", "Consequences"]) expect(text).toContain(`**${part}.**`);
});
