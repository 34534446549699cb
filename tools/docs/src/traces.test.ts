import { expect, test } from "vitest";
import { keptFiles, textOf } from "./repository.ts";

/** Written in pieces, or this file would find itself. */
const traces: readonly (readonly [string, RegExp])[] = [
  ["a folder of somebody's machine", new RegExp(`(?<![\\w.])/(${["work", "root", "Users"].join("|")})/\\w`)],
  ["somebody's home folder", /(?<![\w.])\/home\/[a-z]/],
  ["a drive of somebody's machine", /\b[A-Z]:\\[A-Z]/i],
  [
    "the host of a package registry",
    new RegExp(`\\b(${["registry", "npm", "packages"].join("|")})\\.[a-z0-9-]+\\.[a-z]{2,}`),
  ],
];

const texts = keptFiles()
  .filter((file) => !/\.(png|jpg|ico|woff2?)$/.test(file) && file !== "tools/docs/src/traces.test.ts")
  .map((file) => [file, textOf(file)] as const);

test.each(traces)("no file holds %s", (_, trace) => {
  const found = texts.flatMap(([file, text]) =>
    text
      .split("\n")
      .flatMap((line, at) => (trace.test(line) ? [`${file}:${at + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
  expect(found).toEqual([]);
});

test("the lock of the packages says of none where it came from", () => {
  expect(textOf("pnpm-lock.yaml")).not.toMatch(/https?:\/\//);
});
