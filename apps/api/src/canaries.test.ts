import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "./db/database.ts";
import { canariesTold } from "./testing/canaries.ts";
import { testDatabase } from "./testing/database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("what is kept of a child is told in no answer, page, notice, entry of the audit or line of the log to anybody from whom it is kept, and all of it to those who may know", {
  timeout: 600_000,
}, async () => {
  const { leaks, told, surfaces, fields } = await canariesTold(database, "highland", 1);
  expect(leaks).toEqual([]);
  const few = Object.entries(surfaces).filter(([, many]) => many < 200);
  expect(few, "surfaces: too few prove nothing").toEqual([]);
  expect(told, "told to whoever may know").toEqual(fields);
});
