import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database, Handle } from "../db/database.ts";
import { duty, notice, outbox } from "../db/schema/change.ts";
import { auditEntry } from "../db/schema/record.ts";
import { owe, tell } from "../outbox.ts";
import { aMonday, aTestArea, type TestPerson } from "../testing/area.ts";
import { testDatabase } from "../testing/database.ts";
import { recordsOf } from "../testing/records.ts";
import { areasWithWork } from "./areas.ts";
import { missDutiesOf } from "./clocks.ts";
import { doDue } from "./jobs.ts";
import { relayOutboxOf } from "./relay.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const later = (days: number) => new Date(aMonday.getTime() + days * 86_400_000);
const tomorrow = later(1).toISOString();

async function aTeam() {
  const area = await aTestArea(database);
  const health = await area.addAgency("health");
  const manager = await area.addPractitioner({ name: "Morag Bain", agencyId: health, role: "team-manager" });
  const worker = await area.addPractitioner({
    name: "Priya Nair",
    agencyId: health,
    lineManagerId: manager.practitionerId,
  });
  const noticesOf = (person: TestPerson) =>
    area.write((tx) =>
      tx
        .select({ words: notice.words, act: notice.act })
        .from(notice)
        .where(eq(notice.practitionerId, person.practitionerId)),
    );
  const oweBy = (dueBy: string | undefined, onAccountOf?: TestPerson) =>
    recordsOf(database, worker, aMonday, "concern.record", (records) =>
      owe(records, [
        {
          act: "concern.answer",
          rule: "highland.answer",
          clause: "HIG 3.12",
          because: "Answer the person who raised the concern.",
          owedBy: worker.practitionerId,
          ...(dueBy === undefined ? {} : { dueBy }),
          ...(onAccountOf === undefined ? {} : { onAccountOf: onAccountOf.practitionerId }),
        },
      ]),
    );
  const tellManager = () =>
    recordsOf(database, worker, aMonday, "concern.record", (records) =>
      tell(records, [
        { practitionerId: manager.practitionerId, act: "concern.recorded", words: "A concern was recorded." },
      ]),
    );
  return { area, areaId: area.areaId, manager, worker, noticesOf, oweBy, tellManager };
}

describe("the outbox", () => {
  test("a notice arrives once, however often the relay runs", async () => {
    const { areaId, manager, noticesOf, tellManager } = await aTeam();
    await tellManager();
    expect(await noticesOf(manager)).toEqual([]);
    expect(await relayOutboxOf(database, areaId, aMonday)).toBe(1);
    expect(await relayOutboxOf(database, areaId, aMonday)).toBe(0);
    expect(await noticesOf(manager)).toEqual([{ words: "A concern was recorded.", act: "concern.recorded" }]);
  });

  test("a notice of a change that was undone is never sent", async () => {
    const { areaId, manager, worker, noticesOf } = await aTeam();
    const undone = recordsOf(database, worker, aMonday, "concern.record", async (records) => {
      await tell(records, [{ practitionerId: manager.practitionerId, act: "concern.recorded", words: "Undone." }]);
      throw new Error("the change fails");
    });
    await expect(undone).rejects.toThrow("the change fails");
    expect(await relayOutboxOf(database, areaId, aMonday)).toBe(0);
    expect(await noticesOf(manager)).toEqual([]);
  });

  test("a relay that is stopped before it commits has done nothing, and the next one does it all", async () => {
    const { areaId, manager, noticesOf, tellManager } = await aTeam();
    await tellManager();
    const stopped: Pick<Database, "inArea"> = {
      inArea: (asking, work) =>
        database.inArea(asking, async (tx: Handle) => {
          await work(tx);
          throw new Error("the process stops here");
        }),
    };
    await expect(relayOutboxOf(stopped, areaId, aMonday)).rejects.toThrow("stops here");
    expect(await noticesOf(manager)).toEqual([]);
    expect(await relayOutboxOf(database, areaId, aMonday)).toBe(1);
    expect(await noticesOf(manager)).toHaveLength(1);
  });

  test("more rows than one batch holds are all relayed", async () => {
    const { area, areaId, manager, noticesOf } = await aTeam();
    const row = () => ({
      areaId,
      outboxId: newId(),
      kind: "notice" as const,
      payload: { practitionerId: manager.practitionerId, act: "plan.changed", words: "The plan changed." },
      dueAt: aMonday.toISOString(),
      recordedAt: aMonday.toISOString(),
    });
    await area.write((tx) => tx.insert(outbox).values(Array.from({ length: 450 }, row)));
    expect(await relayOutboxOf(database, areaId, aMonday)).toBe(450);
    expect(await noticesOf(manager)).toHaveLength(450);
  });

  test("a row that cannot be read holds up no other, and the audit says so", async () => {
    const { area, areaId, manager, noticesOf, tellManager } = await aTeam();
    await area.write((tx) =>
      tx.insert(outbox).values({
        areaId,
        outboxId: newId(),
        kind: "notice",
        payload: { to: "nobody" },
        dueAt: "2026-01-05T00:00:00.000Z",
        recordedAt: "2026-01-05T00:00:00.000Z",
      }),
    );
    await tellManager();
    expect(await relayOutboxOf(database, areaId, aMonday)).toBe(2);
    expect(await noticesOf(manager)).toHaveLength(1);
    const [kept] = await area.write((tx) =>
      tx.select({ outcome: auditEntry.outcome }).from(auditEntry).where(eq(auditEntry.act, "outbox.passed-over")),
    );
    expect(kept).toEqual({ outcome: "system" });
  });
});

describe("clocks", () => {
  test("a duty is missed once, when its clock has run out, and the worker and the line manager are told", async () => {
    const { area, areaId, worker, manager, noticesOf, oweBy } = await aTeam();
    await oweBy(tomorrow);
    expect(await doDue(database, areaId, aMonday)).toBe(0);
    await doDue(database, areaId, later(2));
    await doDue(database, areaId, later(3));
    expect(await noticesOf(worker)).toEqual([
      {
        act: "clock.missed",
        words: "The time for this has run out. Answer the person who raised the concern. (HIG 3.12)",
      },
    ]);
    expect((await noticesOf(manager)).map(({ words }) => words)).toEqual([
      "Priya Nair has run out of time for this. Answer the person who raised the concern. (HIG 3.12)",
    ]);
    const [marked] = await area.write((tx) =>
      tx.select({ missedAt: duty.missedAt }).from(duty).where(eq(duty.areaId, areaId)),
    );
    expect(marked?.missedAt).toBe(later(2).toISOString());
  });

  test("a manager on whose account a duty stands is told in place of the line manager", async () => {
    const { area, areaId, manager, noticesOf, oweBy } = await aTeam();
    const other = await area.addPractitioner({
      name: "Head",
      agencyId: await area.addAgency("education"),
      role: "head",
    });
    await oweBy(tomorrow, other);
    await missDutiesOf(database, areaId, later(2));
    expect(await noticesOf(other)).toHaveLength(1);
    expect(await noticesOf(manager)).toEqual([]);
  });

  test("what was done in time is not missed, nor what has no clock", async () => {
    const { area, areaId, worker, noticesOf, oweBy } = await aTeam();
    await oweBy(undefined);
    const [dutyId = ""] = await oweBy(tomorrow);
    await area.write((tx) => tx.update(duty).set({ doneAt: aMonday.toISOString() }).where(eq(duty.dutyId, dutyId)));
    await doDue(database, areaId, later(30));
    expect(await noticesOf(worker)).toEqual([]);
  });

  test("a duty whose outbox row is lost is found by the sweep, and one with both is told once", async () => {
    const { area, areaId, worker, noticesOf, oweBy } = await aTeam();
    const [dutyId = ""] = await oweBy(tomorrow);
    await oweBy(tomorrow);
    await area.write((tx) =>
      tx.update(outbox).set({ relayedAt: aMonday.toISOString() }).where(eq(outbox.areaId, areaId)),
    );
    expect(dutyId).not.toBe("");
    await doDue(database, areaId, later(2));
    expect(await noticesOf(worker)).toHaveLength(2);
  });

  test("areas with something due are found across areas, and only those", async () => {
    const [idle, busy] = [await aTeam(), await aTeam()];
    await busy.oweBy(tomorrow);
    const due = async (now: Date) => (await areasWithWork(database, now)).map(({ areaId }) => areaId);
    expect(await due(aMonday)).not.toContain(busy.areaId);
    expect(await due(later(2))).toContain(busy.areaId);
    expect(await due(later(2))).not.toContain(idle.areaId);
    await doDue(database, busy.areaId, later(2));
    expect(await due(later(2))).not.toContain(busy.areaId);
  });
});
