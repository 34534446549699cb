import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FolderInUse, lockFolder } from "./lock.ts";

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "linchpin-lock-"));
  folder = join(root, "pglite");
});
afterEach(() => rmSync(root, { recursive: true }));

test("a folder is one process's at a time, and free again when it is released", () => {
  const release = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderInUse);
  expect(() => lockFolder(`${folder}/`)).toThrow(`in another process (${process.pid})`);
  release();
  lockFolder(folder)();
  expect(readdirSync(root)).toEqual([]);
});

test.each([
  ["whose process is gone", JSON.stringify({ pid: 2 ** 22 + 1, started: "1" })],
  ["whose number another process has now", JSON.stringify({ pid: process.pid, started: "1" })],
  ["that a power cut left half written", '{"pid": 1'],
])("a lock %s is taken over", (_, left) => {
  writeFileSync(`${folder}.lock`, left);
  lockFolder(folder)();
});

/** Waits for a starting sign, tries at once, says what came of it and holds what it took until it is ended. */
const rival = `
  import { once } from "node:events";
  import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, "lock.ts"))};
  process.stdout.write("ready");
  await once(process.stdin, "data");
  try { lockFolder(${"process.argv[1]"}); process.stdout.write("held"); } catch (error) { process.stdout.write("refused"); }
  await once(process.stdin, "end");
`;

test("of processes that start at once beside a lock left behind, one takes the folder", async () => {
  writeFileSync(`${folder}.lock`, JSON.stringify({ pid: 2 ** 22 + 1, started: "1" }));
  const rivals = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ["--input-type=module", "--eval", rival, folder], { stdio: ["pipe", "pipe", "inherit"] }),
  );
  const saying = async (one: (typeof rivals)[number]) => String((await once(one.stdout, "data"))[0]);
  expect(await Promise.all(rivals.map(saying))).toEqual(rivals.map(() => "ready"));
  const answers = Promise.all(rivals.map(saying));
  for (const one of rivals) one.stdin.write("go");
  const said = await answers;
  expect([...said].sort()).toEqual(["held", ...Array<string>(5).fill("refused")]);
  const winner = rivals[said.indexOf("held")];
  expect(JSON.parse(readFileSync(`${folder}.lock`, "utf8"))).toMatchObject({ pid: winner?.pid });
  const ended = rivals.map((one) => once(one, "exit"));
  for (const one of rivals) one.stdin.end();
  await Promise.all(ended);
  expect(readdirSync(root)).toEqual([]);
});
