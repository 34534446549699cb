import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../db/database.ts";
import { testDatabase } from "./database.ts";
import { type Fuzzed, fuzzed, saidOf, unhandledFromNow } from "./fuzz.ts";
import { aWholeWorld, procedures, type WholeWorld } from "./whole-world.ts";

const many = 1_000;
const inFlight = 8;
let database: Database;
let world: WholeWorld;
let unhandled: () => readonly string[];
const all: Fuzzed[] = [];

beforeAll(async () => {
  unhandled = unhandledFromNow();
  database = await testDatabase();
  world = await aWholeWorld(database);
});
afterAll(async () => {
  await database.close();
  const lost = unhandled();
  console.info(saidOf(all, lost));
  expect(lost).toEqual([]);
});

test.each(procedures.map(([path], index) => ({ path, index })))(
  `$path, ${many} inputs made from its own schema: no fault of ours, none that hangs`,
  async ({ path, index }) => {
    const of = await fuzzed(database, world, path, { many, seed: 20_261_123 + index, inFlight });
    all.push(of);
    expect(of.faults.slice(0, 8)).toEqual([]);
    expect(of.hangs).toEqual([]);
    expect(of.cases).toBe(many);
  },
);
