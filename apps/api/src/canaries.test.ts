import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "./db/database.ts";
import { canariesTold } from "./testing/canaries.ts";
import { testDatabase } from "./testing/database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("where a child is, is told by no procedure to anybody from whom it is kept private, and all of it to those who may know", {
  timeout: 600_000,
}, async () => {
  const { leaks, told, surfaces, fields } = await canariesTold(database, "highland", 1);
  expect(leaks).toEqual([]);
  expect(surfaces, "surfaces: too few prove nothing").toBeGreaterThan(200);
  expect(told, "told to whoever may know").toEqual(fields);
});
