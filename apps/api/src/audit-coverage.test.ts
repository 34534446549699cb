import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "./db/database.ts";
import { aWorldOfChildren, comparedWithAudit, saidOf, silentQueries } from "./testing/audited.ts";
import { testDatabase } from "./testing/database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

// The other rulebook's area, and every choice that an input offers: testing/audit-coverage.proof.ts.
test("every child that leaves in an answer has an entry in that request's audit, of every procedure, as everybody who may ask", {
  timeout: 600_000,
}, async () => {
  const found = await comparedWithAudit(database, await aWorldOfChildren(database, "highland"), 3);
  console.info(saidOf("highland", found));
  expect(found.missing).toEqual([]);
  expect(found.shown, "children shown: too few prove nothing").toBeGreaterThan(200);
  expect(silentQueries(found), "queries that never answered").toEqual([]);
});
