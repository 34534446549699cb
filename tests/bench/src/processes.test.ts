import { expect, test } from "vitest";
import { cpuOf, memoryOf, readStat } from "./processes.ts";

test("a process's times are found behind a name with spaces and brackets", () => {
  const line = "4711 (a (strange) name) S 42 4711 4711 0 -1 4194560 100 200 0 0 30 12 7 5 20 0 11 0 123456 0 0";
  expect(readStat(line)).toEqual({ parent: 42, own: 42, ofEndedChildren: 12 });
});

test("this process has used CPU time and memory", () => {
  expect(cpuOf(process.pid)).toBeGreaterThan(0);
  const { now, most } = memoryOf(process.pid);
  expect(now).toBeGreaterThan(10);
  expect(most).toBeGreaterThanOrEqual(now);
});
