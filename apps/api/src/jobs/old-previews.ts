import { daysOfAPreview } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Database, Handle } from "../db/database.ts";
import { auditEntry } from "../db/schema/record.ts";
import { rollIn } from "../db/schema/roll-in.ts";
import { discardLists } from "../features/people/discard-store.ts";

const batch = 50;

/** Discards lists that were looked at, that nobody imported, and whose days are up: they name children who may be on no roll. */
export async function discardOldPreviews(database: Pick<Database, "areas" | "inArea">, now: Date): Promise<number> {
  let discarded = 0;
  for (const { areaId } of await database.areas()) discarded += await discardIn(database, areaId, now);
  return discarded;
}

async function discardIn(database: Pick<Database, "inArea">, areaId: string, now: Date): Promise<number> {
  const at = now.toISOString();
  const found = await database.inArea({ areaId, now: at, as: "system" }, (tx) => discardSome(tx, areaId, at));
  return found === batch ? found + (await discardIn(database, areaId, now)) : found;
}

/** A list that somebody has in hand at this moment is passed over, and comes round again. */
async function discardSome(tx: Handle, areaId: string, at: string): Promise<number> {
  const old = await tx
    .select({ rollInId: rollIn.rollInId })
    .from(rollIn)
    .where(
      and(
        eq(rollIn.areaId, areaId),
        eq(rollIn.state, "previewed"),
        sql`(${rollIn.uploadedAt} at time zone 'Europe/London')::date + ${daysOfAPreview}::int <= (${at}::timestamptz at time zone 'Europe/London')::date`,
      ),
    )
    .limit(batch)
    .for("update", { skipLocked: true });
  if (old.length === 0) return 0;
  await discardLists(
    tx,
    areaId,
    old.map(({ rollInId }) => rollInId),
    { at, by: null },
  );
  await tx.insert(auditEntry).values(
    old.map(({ rollInId }) => ({
      areaId,
      entryId: newId(),
      at,
      act: "roll-in.discarded",
      outcome: "system" as const,
      detail: { rollInId },
    })),
  );
  return old.length;
}
