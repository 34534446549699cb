import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database, Handle } from "../db/database.ts";
import { openPostgres } from "../db/postgres.ts";
import { notice } from "../db/schema/change.ts";
import { auditEntry } from "../db/schema/record.ts";
import { owe, tell } from "../outbox.ts";
import { aMonday, aTestArea } from "../testing/area.ts";
import { copyOfTemplate } from "../testing/database.ts";
import { recordsOf } from "../testing/records.ts";
import { doDue } from "./jobs.ts";
import { relayOutboxOf } from "./relay.ts";
import { sealArea, sealWhole } from "./sealer.ts";
import { verifyArea } from "./verify.ts";

/** Two processes on one database, as far as the database can tell. */
let [one, two]: Database[] = [];
const both = () => {
  if (!one || !two) throw new Error("not opened");
  return [one, two] as const;
};
beforeAll(async () => {
  const url = await copyOfTemplate();
  one = await openPostgres({ url, onLost: () => {} });
  two = await openPostgres({ url, onLost: () => {} });
});
afterAll(async () => {
  await one?.close();
  await two?.close();
});

const nextWeek = new Date(aMonday.getTime() + 7 * 86_400_000);

async function anArea() {
  const [first] = both();
  const area = await aTestArea(first);
  const worker = await area.addPractitioner({ name: "Priya Nair", agencyId: await area.addAgency("health") });
  const notices = async () => (await area.write((tx) => tx.select({ id: notice.noticeId }).from(notice))).length;
  const tellOften = (often: number) =>
    recordsOf(first, worker, aMonday, "concern.record", (records) =>
      tell(
        records,
        Array.from({ length: often }, (_, i) => ({
          practitionerId: worker.practitionerId,
          act: "plan.changed",
          words: `Change ${i}.`,
        })),
      ),
    );
  const oweOften = (often: number) =>
    recordsOf(first, worker, aMonday, "concern.record", (records) =>
      owe(
        records,
        Array.from({ length: often }, () => ({
          act: "concern.answer",
          rule: "a.rule",
          clause: "A 1",
          because: "Answer.",
          owedBy: worker.practitionerId,
          dueBy: aMonday.toISOString(),
        })),
      ),
    );
  return { area, areaId: area.areaId, worker, notices, tellOften, oweOften };
}

describe("two processes on one database", () => {
  test("relay one outbox side by side, and each notice arrives once", async () => {
    const { areaId, notices, tellOften } = await anArea();
    await tellOften(500);
    const relayed = await Promise.all(
      [...both(), ...both(), ...both()].map((database) => relayOutboxOf(database, areaId, aMonday)),
    );
    await Promise.all(both().map((database) => relayOutboxOf(database, areaId, aMonday)));
    expect(relayed.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(500);
    expect(await notices()).toBe(500);
  });

  test("see the same clocks run out, and each duty is missed once", async () => {
    const { areaId, notices, oweOften } = await anArea();
    await oweOften(120);
    await Promise.all([...both(), ...both()].map((database) => doDue(database, areaId, nextWeek)));
    await Promise.all(both().map((database) => doDue(database, areaId, nextWeek)));
    expect(await notices()).toBe(120);
  });

  test("one is killed in the middle of a relay: nothing is lost and nothing is told twice", async () => {
    const { areaId, notices, tellOften } = await anArea();
    const [first, second] = both();
    await tellOften(3);
    const killed: Pick<Database, "inArea"> = {
      inArea: (asking, work) =>
        first.inArea(asking, async (tx: Handle) => {
          const result = await work(tx);
          await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
          return result;
        }),
    };
    await expect(relayOutboxOf(killed, areaId, aMonday)).rejects.toThrow();
    expect(await notices()).toBe(0);
    expect(await relayOutboxOf(second, areaId, aMonday)).toBe(3);
    expect(await notices()).toBe(3);
  });
});

describe("several sealers and several writers at once", () => {
  test("every entry ends in one block, and the chain never forks", async () => {
    const { area, areaId, worker } = await anArea();
    const writers = 8;
    const each = 60;
    let isWriting = true;
    const write = async (database: Database) => {
      for (let i = 0; i < each; i += 1)
        await database.inArea(
          { areaId, practitionerId: worker.practitionerId, now: aMonday.toISOString(), as: "person" },
          (tx) =>
            tx.insert(auditEntry).values({
              areaId,
              entryId: newId(),
              at: aMonday.toISOString(),
              practitionerId: worker.practitionerId,
              act: "child.read",
              outcome: "read",
            }),
        );
    };
    const told: (number | "busy")[] = [];
    const seal = async (database: Database) => {
      while (isWriting) told.push(await sealArea(database, areaId, aMonday));
    };
    const sealers = [...both(), ...both()].map(seal);
    await Promise.all(Array.from({ length: writers }, (_, i) => write(both()[i % 2 === 0 ? 0 : 1])));
    isWriting = false;
    await Promise.all(sealers);
    await sealWhole(both()[0], areaId, aMonday);

    const counts = (await area.write((tx) =>
      tx.execute(sql`select
        (select count(*)::int from audit_entry where area_id = ${areaId}) as entries,
        (select count(distinct entry_id)::int from audit_block_entry where area_id = ${areaId}) as sealed,
        (select count(*)::int from audit_block_entry where area_id = ${areaId}) as places,
        (select count(distinct previous_hash)::int - count(*)::int from audit_block where area_id = ${areaId}) as forks`),
    )) as unknown as { rows: Record<string, number>[] };
    expect(counts.rows[0]).toEqual({
      entries: writers * each,
      sealed: writers * each,
      places: writers * each,
      forks: 0,
    });
    const { blocks, problem } = await verifyArea(both()[0], areaId, aMonday);
    expect(problem).toBeUndefined();
    expect(blocks).toBeGreaterThan(0);
    expect(told).toContain("busy");
  });

  test("a sealer that finds another at work gives up rather than waits", async () => {
    const { areaId } = await anArea();
    const [first, second] = both();
    await first.inArea({ areaId, now: aMonday.toISOString(), as: "system" }, async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`linchpin audit ${areaId}`}, 0))`);
      expect(await sealArea(second, areaId, aMonday)).toBe("busy");
    });
    expect(await sealArea(second, areaId, aMonday)).toBe(0);
  });

  test("a sealer killed before it commits leaves no half a block", async () => {
    const { area, areaId } = await anArea();
    await area.write((tx) =>
      tx
        .insert(auditEntry)
        .values({ areaId, entryId: newId(), at: aMonday.toISOString(), act: "a", outcome: "system" }),
    );
    const [first, second] = both();
    const killed: Pick<Database, "inArea"> = {
      inArea: (asking, work) =>
        first.inArea(asking, async (tx: Handle) => {
          const result = await work(tx);
          await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
          return result;
        }),
    };
    await expect(sealArea(killed, areaId, aMonday)).rejects.toThrow();
    expect(await sealArea(second, areaId, aMonday)).toBe(1);
    expect(await verifyArea(second, areaId, aMonday)).toEqual({ blocks: 1, entries: 1, unsealed: 0 });
  });
});
