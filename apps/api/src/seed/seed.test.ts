import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../db/database.ts";
import { demonstrationIssuer } from "../demo-issuer/demo-issuer.ts";
import { createLog } from "../log.ts";
import { aMonday } from "../testing/area.ts";
import { testDatabase } from "../testing/database.ts";
import { demonstrationAreas, isEmpty, isHalfMade } from "./made.ts";
import { seedDemonstration } from "./seed.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  expect(await isEmpty(database)).toBe(true);
  await seedDemonstration(database, () => aMonday, createLog("silent"));
}, 120_000);
afterAll(() => database.close());

test("three demonstration areas, and people of each who may be signed in as", async () => {
  expect(await isEmpty(database)).toBe(false);
  expect(await isHalfMade(database, aMonday)).toBe(false);
  const areas = await database.areas();
  expect(areas.map(({ name, isDemonstration }) => [name, isDemonstration])).toEqual([
    ["Ashbeck", true],
    ["Hallowdale", true],
    ["Strathorran", true],
  ]);
  expect(areas.map(({ name }) => name)).toEqual([...demonstrationAreas].sort());
  const people = await database.demonstrationPeople("2026-11-23");
  for (const { name } of areas) expect(people.filter(({ area }) => area === name).length).toBeGreaterThanOrEqual(10);
  expect(new Set(people.map(({ subject }) => subject)).size).toBe(people.length);
  for (const { issuer, hint } of people) expect([issuer, hint.length > 20]).toEqual([demonstrationIssuer, true]);
});
