import { and, eq, inArray, isNull, lte } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Database, Handle } from "../db/database.ts";
import { notice, outbox } from "../db/schema/change.ts";
import { auditEntry } from "../db/schema/record.ts";
import { ClockOfDuty, ClockOfEmergency, ClockOfException, Notice } from "../outbox.ts";
import { missDuties } from "./clocks.ts";
import { escalateUnreviewed } from "./emergencies.ts";
import { turnException } from "./exceptions.ts";
import { tellable } from "./held-back.ts";

const batch = 200;

type Row = { readonly outboxId: string; readonly kind: "notice" | "clock"; readonly payload: unknown };

/**
 * Does what an area's outbox holds and is due. What is done and that it was done are one transaction: run twice, or in
 * two processes, or stopped half-way, nothing is done twice and nothing is lost. Gives how many rows were relayed.
 */
export async function relayOutboxOf(database: Pick<Database, "inArea">, areaId: string, now: Date): Promise<number> {
  const at = now.toISOString();
  const relayed = await database.inArea({ areaId, now: at, as: "system" }, (tx) => relayBatch(tx, areaId, at));
  return relayed === batch ? relayed + (await relayOutboxOf(database, areaId, now)) : relayed;
}

async function relayBatch(tx: Handle, areaId: string, at: string): Promise<number> {
  const rows: readonly Row[] = await tx
    .select({ outboxId: outbox.outboxId, kind: outbox.kind, payload: outbox.payload })
    .from(outbox)
    .where(and(eq(outbox.areaId, areaId), isNull(outbox.relayedAt), lte(outbox.dueAt, at)))
    .orderBy(outbox.dueAt, outbox.outboxId)
    .limit(batch)
    .for("update", { skipLocked: true });
  if (rows.length === 0) return 0;
  const unreadable = await perform(tx, areaId, at, rows);
  if (unreadable.length > 0) await keepUnreadable(tx, areaId, at, unreadable);
  await tx
    .update(outbox)
    .set({ relayedAt: at })
    .where(
      and(
        eq(outbox.areaId, areaId),
        inArray(
          outbox.outboxId,
          rows.map(({ outboxId }) => outboxId),
        ),
      ),
    );
  return rows.length;
}

/** Performs the rows; gives those that no version of ours can read. */
async function perform(tx: Handle, areaId: string, at: string, rows: readonly Row[]): Promise<readonly Row[]> {
  const unreadable: Row[] = [];
  const notices: (typeof notice.$inferInsert)[] = [];
  const clocks: string[] = [];
  const turns: ClockOfException[] = [];
  const emergencies: string[] = [];
  for (const row of rows) {
    const told = row.kind === "notice" ? Notice.safeParse(row.payload) : undefined;
    const clock = row.kind === "clock" ? ClockOfDuty.safeParse(row.payload) : undefined;
    const turn = row.kind === "clock" ? ClockOfException.safeParse(row.payload) : undefined;
    const emergency = row.kind === "clock" ? ClockOfEmergency.safeParse(row.payload) : undefined;
    if (told?.success) notices.push({ areaId, noticeId: newId(), at, ...told.data });
    else if (clock?.success) clocks.push(clock.data.dutyId);
    else if (turn?.success) turns.push(turn.data);
    else if (emergency?.success) emergencies.push(emergency.data.emergencyAccessId);
    else unreadable.push(row);
  }
  const told = await tellable(tx, areaId, notices);
  if (told.length > 0) await tx.insert(notice).values([...told]);
  if (emergencies.length > 0) await escalateUnreviewed(tx, areaId, at, emergencies);
  for (const turn of turns) await turnException(tx, areaId, at, turn);
  if (clocks.length > 0) await missDuties(tx, areaId, at, clocks);
  return unreadable;
}

/** A row that cannot be read must not hold up the others for ever; the audit says that it was passed over. */
async function keepUnreadable(tx: Handle, areaId: string, at: string, rows: readonly Row[]): Promise<void> {
  await tx.insert(auditEntry).values(
    rows.map(({ outboxId, kind }) => ({
      areaId,
      entryId: newId(),
      at,
      act: "outbox.passed-over",
      outcome: "system" as const,
      detail: { outbox: outboxId, kind },
    })),
  );
}
