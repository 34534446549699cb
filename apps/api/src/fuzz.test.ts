import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "./db/database.ts";
import { testDatabase } from "./testing/database.ts";
import { type Fuzzed, fuzzed, saidOf, unhandledFromNow } from "./testing/fuzz.ts";
import { aWholeWorld, procedures, type WholeWorld } from "./testing/whole-world.ts";

const many = 10;
let database: Database;
let world: WholeWorld;
beforeAll(async () => {
  database = await testDatabase();
  world = await aWholeWorld(database);
}, 240_000);
afterAll(() => database.close());

test(`every procedure, ${many} inputs made from its own schema: no fault of ours, none that hangs`, async () => {
  const unhandled = unhandledFromNow();
  const all: Fuzzed[] = [];
  for (const [index, [path]] of procedures.entries())
    all.push(await fuzzed(database, world, path, { many, seed: 20_261_123 + index }));
  const lost = unhandled();
  console.info(saidOf(all, lost));
  expect(all.flatMap(({ faults }) => faults).slice(0, 8)).toEqual([]);
  expect(all.flatMap(({ hangs }) => hangs)).toEqual([]);
  expect(lost).toEqual([]);
  const accepted = all.reduce((sum, one) => sum + one.accepted, 0);
  expect(accepted, "inputs that their schema takes: too few prove nothing").toBeGreaterThan(procedures.length * 3);
}, 300_000);
