import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aTestArea } from "../testing/area.ts";
import { testDatabase } from "../testing/database.ts";
import { rowsOf } from "./asked.ts";
import type { Database } from "./database.ts";
import { renewStatistics } from "./statistics.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("the embedded database knows how much it holds once that was counted anew", async () => {
  const area = await aTestArea(database);
  for (let at = 0; at < 40; at += 1) await area.addChild();
  await renewStatistics(database);
  const [found] = await area.write((tx) =>
    rowsOf<{ rows: number }>(tx, sql`select reltuples::int as rows from pg_class where oid = 'child'::regclass`),
  );
  // A server counts in its own time, and may not have done so yet.
  if (inject("engine") === "pglite") expect(found?.rows).toBe(40);
  else expect(found?.rows).toBeLessThanOrEqual(40);
});
