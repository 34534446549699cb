import { type Direction, formsThatForget, importsOf, isTest, linesThatBreak } from "@linchpin/imports";
import { expect, test } from "vitest";

/** A portal knows the api only by its router's type, so no server code can reach the browser. */
const direction: Direction = ({ file, says, typeOnly }) => {
  if (isTest(file)) return undefined;
  if (says === "@linchpin/api" && !typeOnly) return "only the type of its router: import type";
  if (says.startsWith("@linchpin/api/")) return "only the type of its router";
  if (says.startsWith("node:")) return "a browser has no Node";
  if (says === "@linchpin/domain/testing") return "only tests use testing";
  return undefined;
};
const asked = (text: string) => importsOf("trpc.ts", text).map(direction);

test("no line of the source breaks the direction", () => {
  expect(linesThatBreak(direction, import.meta.dirname)).toEqual([]);
});

test("the api is known by its router's type alone", () => {
  expect(asked('import { appRouter } from "@linchpin/api";')).toEqual(["only the type of its router: import type"]);
  expect(asked('import type { AppRouter } from "@linchpin/api";')).toEqual([undefined]);
});

test("every form with a long text keeps a draft of it on the server", () => {
  expect(formsThatForget(import.meta.dirname)).toEqual([]);
});
