import { afterAll, expect, test } from "vitest";
import type { Database } from "../db/database.ts";
import { dumpOfEmpty, openPglite } from "../db/pglite.ts";
import { testDatabase } from "./database.ts";
import { aSweep, everyCell, saidOf, timesTold } from "./sweep.ts";

const opened: Database[] = [];
afterAll(() => Promise.all(opened.map((one) => one.close())));

const engines = [
  ["PostgreSQL", "highland", () => testDatabase(), 8],
  ["PostgreSQL", "wigan", () => testDatabase(), 8],
  ["PGlite", "highland", async () => openPglite({ inMemoryFrom: await dumpOfEmpty() }), 1],
] as const;

test.each(engines)(
  `%s, %s: all ${everyCell.length} cells of procedure, role and situation are answered as the oracle has it: leaks 0`,
  async (engine, edition, open, inFlight) => {
    const database = await open();
    opened.push(database);
    const { ask } = await aSweep(database, edition);
    const wrong: string[] = [];
    const waiting = everyCell.values();
    const one = async () => {
      for (const cell of waiting) {
        const found = await ask(cell);
        if (found !== undefined) wrong.push(`${cell.path} as ${cell.role} (${cell.situation}) ${found}`);
      }
    };
    await Promise.all(Array.from({ length: inFlight }, one));
    console.info(saidOf(`${engine}, ${edition}`, everyCell.length, wrong));
    expect(wrong).toEqual([]);
  },
);

const most = 1.5;

test("how long a refusal takes does not tell a child who is not theirs from one who is not there", async () => {
  const database = await testDatabase();
  opened.push(database);
  const found = await timesTold(await aSweep(database), 300);
  for (const { path, ratio } of found) console.info(`time of ${path}: not visible to not there ${ratio.toFixed(2)}`);
  expect(found.filter(({ ratio }) => ratio > most || ratio < 1 / most)).toEqual([]);
});
