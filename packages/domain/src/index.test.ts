import { importsOf, sourcesIn } from "@linchpin/imports";
import { expect, test } from "vitest";
import * as door from "./index.ts";

const texts = new Map(sourcesIn(import.meta.dirname).map(({ file, text }) => [file, text]));

/** Every file that a file brings with it when it runs. */
function broughtBy(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { reaches, typeOnly } of importsOf(file, texts.get(file) ?? ""))
    if (reaches !== undefined && !typeOnly) broughtBy(reaches, seen);
  return seen;
}

test("a portal that imports the door carries no rulebook, no rule and no test builder", () => {
  const brought = [...broughtBy("index.ts")];
  expect(brought.filter((file) => /^(rulebooks|testing)\//.test(file) || file === "kernel/book.ts")).toEqual([]);
  expect(brought.length).toBeGreaterThan(30);
});

test("the door opens", () => {
  expect(Object.keys(door)).toEqual(expect.arrayContaining(["localDate", "readRow", "roleLabels", "glossary"]));
});
