import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inEdition, type Place, requirements } from "./asvs.ts";
import { asvsPage } from "./asvs-page.ts";
import { keptFiles, root, textOf } from "./repository.ts";

const isThere = ([file]: Place) => existsSync(join(root, file));
const placesOf = (is: "test" | "setting") =>
  requirements.flatMap(({ number, answer }) =>
    answer.is === is ? answer.at.map((place): readonly [string, Place] => [number, place]) : [],
  );

/** A test, or a group of tests, of that name: as it is written after `test(` or `describe(`, on the same line or the next. */
const isNamed = (text: string, name: string): boolean =>
  [`"${name}"`, `\`${name}\``].some((written) =>
    text
      .replace(/\$\{[^{}]*\}/g, "…")
      .split(written)
      .some((before, at, parts) => at < parts.length - 1 && /(?:\b(?:test|describe)\(|\)\()\s*$/.test(before)),
  );

describe("ASVS 5.0, level 1 and 2", () => {
  test("has every requirement of both levels once, in their order", () => {
    for (const level of [1, 2] as const)
      expect(requirements.filter((one) => one.level === level)).toHaveLength(inEdition[level]);
    const numbers = requirements.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual(numbers.toSorted((one, other) => one.localeCompare(other, "en", { numeric: true })));
  });

  test("each test that is named is there", () => {
    expect(
      placesOf("test")
        .filter(
          ([, place]) =>
            !isThere(place) || !/\.(test|spec|proof)\.tsx?$/.test(place[0]) || !isNamed(textOf(place[0]), place[1]),
        )
        .map(([number, [file, name]]) => `${number}: ${file}: ${name}`),
    ).toEqual([]);
  });

  test("each symbol, setting and heading that is named is there", () => {
    expect(
      placesOf("setting")
        .filter(([, place]) => !isThere(place) || !textOf(place[0]).includes(place[1]))
        .map(([number, [file, words]]) => `${number}: ${file}: ${words}`),
    ).toEqual([]);
  });

  test("each answer says something", () => {
    const silent = requirements.filter(({ asks, answer }) => {
      if (asks === "") return true;
      if (answer.is === "not-met") return answer.missing.length < 20;
      return answer.is === "does-not-apply" ? answer.why === "" : answer.at.length === 0;
    });
    expect(silent).toEqual([]);
  });

  test("the page is what the list says: run `npm run docs:security`", () => {
    expect(textOf("docs/security/asvs.md")).toBe(asvsPage());
  });
});

test("a name is a test's only where a test has it", () => {
  expect(isNamed('test("it holds", () => {', "it holds")).toBe(true);
  expect(isNamed("test.each([1])(`it holds`, () => {", "it holds")).toBe(true);
  expect(isNamed('describe(\n  "it holds",', "it holds")).toBe(true);
  for (const text of ['expect("it holds")', "// it holds", 'test("that it holds"'])
    expect(isNamed(text, "it holds")).toBe(false);
});

test("nothing of ours writes to the browser's storage", () => {
  const found = keptFiles()
    .filter((file) => /^(apps\/(manager-portal|named-person)|packages\/(ui|portal))\/src\/.*\.tsx?$/.test(file))
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .filter((file) => /\b(localStorage|sessionStorage|indexedDB|caches\.open)\b/.test(textOf(file)));
  expect(found).toEqual([]);
});
