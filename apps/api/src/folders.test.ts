import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeFolder } from "./folders.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "linchpin-folders-"));
});
afterEach(() => rmSync(root, { recursive: true }));

test("a folder is made with those above it, and one that is there is left as it is", () => {
  const folder = join(root, "a", "b", "c");
  makeFolder(folder);
  writeFileSync(join(folder, "kept"), "");
  makeFolder(folder);
  expect(statSync(join(folder, "kept")).isFile()).toBe(true);
});

test("where a file stands in the way, or nothing can be made, it says so and comes back", () => {
  writeFileSync(join(root, "file"), "");
  expect(() => makeFolder(join(root, "file"))).toThrow(/EEXIST/);
  expect(() => makeFolder(join(root, "file", "a", "b"))).toThrow(/ENOTDIR/);
  expect(() => makeFolder("/proc/linchpin/data/pglite")).toThrow(/\/proc/);
});
