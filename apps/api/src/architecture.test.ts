import { type Direction, importsOf, isTest, linesThatBreak, sourcesIn } from "@linchpin/imports";
import { describe, expect, test } from "vitest";

const topicOf = (file: string) => /^features\/([^/]+)\//.exec(file)?.[1];
const isStore = (file: string) => /(^|\/|-)store\.ts$/.test(file);
const composers = ["main.ts", "server.ts", "app-router.ts"];

/**
 * A feature knows domain, db, the base files and itself. Of another topic it may use the outputs (`views.ts`), its
 * store may join what that topic offers for reading (`reads.ts`), and a change may call what has to follow it there in
 * the same transaction (`follows.ts`). Otherwise writes never cross topics.
 */
const direction: Direction = ({ file, reaches }) => {
  if (reaches === undefined || isTest(file)) return undefined;
  if (reaches.startsWith("../")) return "it leaves the package";
  if (reaches.startsWith("testing/") && !file.startsWith("testing/")) return "only tests use testing";
  const [from, to] = [topicOf(file), topicOf(reaches)];
  if (file.startsWith("db/") && to) return "db may not know a feature";
  if (!from) return undefined;
  if (composers.includes(reaches)) return "a feature may not know what puts the features together";
  if (!to || from === to || reaches === `features/${to}/views.ts`) return undefined;
  if (reaches === `features/${to}/follows.ts`)
    return isStore(file) ? "a store reads and writes: what follows is called by the change itself" : undefined;
  if (reaches !== `features/${to}/reads.ts`)
    return `of "${to}" only views.ts, reads.ts and follows.ts may be used elsewhere`;
  return isStore(file) ? undefined : "only a store may join another topic's reads";
};

const asked = (file: string, says: string) => importsOf(file, `import { a } from "${says}";`).map(direction);
const here = import.meta.dirname;
const filesThatSay = (words: RegExp) =>
  sourcesIn(here).flatMap(({ file, text }) =>
    !isTest(file) && !file.startsWith("testing/") && words.test(text) ? [file] : [],
  );

describe("the api's imports run one way", () => {
  test("no line of the source breaks the direction", () => {
    expect(linesThatBreak(direction, here)).toEqual([]);
  });

  test.each([
    [
      "features/plan/store.ts",
      "../people/store.ts",
      'of "people" only views.ts, reads.ts and follows.ts may be used elsewhere',
    ],
    ["features/plan/agree.ts", "../people/reads.ts", "only a store may join another topic's reads"],
    [
      "features/plan/store.ts",
      "../people/follows.ts",
      "a store reads and writes: what follows is called by the change itself",
    ],
    ["features/plan/agree.ts", "../../app-router.ts", "a feature may not know what puts the features together"],
    ["features/plan/agree.ts", "../../testing/postgres.ts", "only tests use testing"],
    ["db/open.ts", "../features/plan/store.ts", "db may not know a feature"],
    ["server.ts", "../../../packages/domain/src/index.ts", "it leaves the package"],
  ])("%s may not import %s", (file, says, reason) => {
    expect(asked(file, says)).toEqual([reason]);
  });

  test.each([
    ["features/plan/store.ts", "../people/reads.ts"],
    ["features/plan/views.ts", "../people/views.ts"],
    ["features/plan/agree.ts", "../people/follows.ts"],
    ["features/plan/agree.ts", "../../trpc.ts"],
    ["features/plan/store.ts", "../../db/schema/plan.ts"],
    ["app-router.ts", "./features/plan/router.ts"],
    ["features/plan/agree.test.ts", "../../testing/postgres.ts"],
  ])("%s may import %s", (file, says) => {
    expect(asked(file, says)).toEqual([undefined]);
  });
});

test("only env.ts reads the environment", () => {
  expect(filesThatSay(/\bprocess\.env\b/).filter((file) => file !== "env.ts")).toEqual([]);
});

test("only trpc.ts and errors.ts write a TRPCError", () => {
  expect(filesThatSay(/\bnew TRPCError\b/).filter((file) => !["trpc.ts", "errors.ts"].includes(file))).toEqual([]);
});

/** What an operator does by a command, before anybody of the area can sign in. */
const byOperator = [
  "features/area/access-review-days-command.ts",
  "features/area/child-index-command.ts",
  "features/area/idle-minutes-command.ts",
  "features/area/open-area.ts",
  "features/people/add-staff.ts",
  "features/people/end-staff.ts",
];

test("only jobs, the demonstration's seed and an operator's commands see an area's children as the system", () => {
  const mayBe = (file: string) => /^(jobs|seed)\//.test(file) || byOperator.includes(file);
  expect(filesThatSay(/\bas: "system"/).filter((file) => !mayBe(file))).toEqual([]);
});
