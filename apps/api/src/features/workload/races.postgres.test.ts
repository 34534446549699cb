import { localDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { aPlanOf } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aWorker() {
  const area = await aTestArea(database, { edition: "england" });
  const agencyId = await area.addAgency("health");
  const helen = await area.addPractitioner({ name: "Helen Ash", agencyId, role: "team-manager" });
  const leila = await area.addPractitioner({ name: "Leila Khan", agencyId, lineManagerId: helen.practitionerId });
  return { area, helen, leila };
}

const settled = async (calls: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(calls)).filter(({ status }) => status === "fulfilled").length;

test("of ten who record what was agreed at the same moment exactly one is kept", async () => {
  const { area, helen, leila } = await aWorker();
  const agree = (points: number) =>
    area.as(helen).workload.agreeCapacity({
      idempotencyKey: newId(),
      postId: leila.postId,
      version: 1,
      points,
      agreedOn: localDate("2026-11-23"),
    });
  expect(await settled(Array.from({ length: 10 }, (_, i) => agree(i + 1)))).toBe(1);
});

test("ten changes of one weight at the same moment leave one that counts", async () => {
  const { area, helen, leila } = await aWorker();
  const planId = await aPlanOf(area, helen, { lead: leila, level: "complex", months: 9 });
  const of = { planId, practitionerId: leila.practitionerId, reason: "Two schools at odds." };
  const changes = Array.from({ length: 10 }, (_, i) =>
    area.as(helen).workload.adjust({ idempotencyKey: newId(), ...of, points: i + 1 }),
  );
  expect(await settled(changes)).toBe(10);
  const { rows } = (await area.write((tx) =>
    tx.execute(
      sql`select count(*)::int as current from weight_adjustment where area_id = ${area.areaId} and superseded_at is null`,
    ),
  )) as unknown as { rows: readonly { current: number }[] }; // both drivers answer so
  expect(rows[0]?.current).toBe(1);
});
