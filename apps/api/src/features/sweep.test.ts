import { postRoles, relations } from "@linchpin/domain";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Database } from "../db/database.ts";
import { testDatabase } from "../testing/database.ts";
import { oracle, parts, roles, tiesOfTheirOwn } from "../testing/oracle.ts";
import { aSweep, everyCell, type Sweep, saidOf } from "../testing/sweep.ts";
import { procedures } from "../testing/whole-world.ts";

/** One cell in so many, of every procedure and of every role in every situation: `npm run proof` asks them all. */
const oneIn = 61;
const some = everyCell.filter((_, index) => index % oneIn === 0);

let database: Database;
let sweep: Sweep;
beforeAll(async () => {
  database = await testDatabase();
  sweep = await aSweep(database);
}, 240_000); // two whole worlds, on a machine that may be busy
afterAll(() => database.close());

test("the oracle knows every procedure, every role and every relation there is", () => {
  expect(Object.keys(oracle).sort()).toEqual(procedures.map(([path]) => path).sort());
  expect([...roles].sort()).toEqual(Object.keys(postRoles).sort());
  expect([...parts, ...tiesOfTheirOwn].sort()).toEqual(Object.keys(relations).sort());
});

test(`${some.length} cells of procedure, role and situation are answered as the oracle has it: leaks 0`, async () => {
  const wrong: string[] = [];
  for (const cell of some) {
    const found = await sweep.ask(cell);
    if (found !== undefined) wrong.push(`${cell.path} as ${cell.role} (${cell.situation}) ${found}`);
  }
  console.info(saidOf(inject("engine"), some.length, wrong));
  expect(wrong).toEqual([]);
}, 300_000);
