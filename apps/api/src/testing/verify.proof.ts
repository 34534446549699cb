import { expect, test } from "vitest";
import type { Database } from "../db/database.ts";
import { sealWhole } from "../jobs/sealer.ts";
import { verifyArea } from "../jobs/verify.ts";
import { aMonday, aTestArea } from "./area.ts";
import { testDatabase } from "./database.ts";

const entries = 1_000_000;
const mostSeconds = 60;

/** Entries as a year of looks leaves them: made in the database, since a million requests would take a day. */
const addEntries = (database: Database, areaId: string) =>
  database.inArea({ areaId, now: aMonday.toISOString(), as: "system" }, (tx) =>
    tx.execute(`insert into audit_entry (area_id, entry_id, at, practitioner_id, post_id, act, outcome, child_id, basis, detail, request_id)
      select '${areaId}', (lpad(to_hex(1763856000000 + n * 30), 12, '0') || '7000' || '8' || lpad(to_hex(n), 15, '0'))::uuid,
        '2025-11-23T00:00:00Z'::timestamptz + n * interval '30 seconds', gen_random_uuid(), gen_random_uuid(),
        'record.chronology.read', 'read', gen_random_uuid(), 'named-person lead', '{"through": "plan.change"}', gen_random_uuid()::text
      from generate_series(1, ${entries}) n`),
  );

test(`verifying ${entries.toLocaleString("en-GB")} entries takes less than ${mostSeconds} seconds`, async () => {
  const database = await testDatabase();
  const { areaId } = await aTestArea(database);
  await addEntries(database, areaId);
  expect(await sealWhole(database, areaId, aMonday)).toBe(entries);
  const began = performance.now();
  const found = await verifyArea(database, areaId, aMonday);
  const seconds = (performance.now() - began) / 1_000;
  console.info(`verified ${found.entries} entries in ${found.blocks} blocks in ${seconds.toFixed(1)} s`);
  expect(found).toEqual({ entries, blocks: entries / 2_000, unsealed: 0 });
  expect(seconds).toBeLessThan(mostSeconds);
  await database.close();
});
