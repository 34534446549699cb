import { and, eq } from "drizzle-orm";
import { draft } from "../../db/schema/change.ts";
import type { Records } from "../../records.ts";

const mine = ({ who }: Records, key: string) =>
  and(eq(draft.areaId, who.areaId), eq(draft.practitionerId, who.practitionerId), eq(draft.key, key));

/** Keeps what the person was writing under a key of the page, in place of what was kept before. */
export async function keepDraftOf(records: Records, key: string, body: unknown): Promise<void> {
  const { who, now, tx } = records;
  await tx
    .insert(draft)
    .values({ areaId: who.areaId, practitionerId: who.practitionerId, key, body, keptAt: now })
    .onConflictDoUpdate({ target: [draft.areaId, draft.practitionerId, draft.key], set: { body, keptAt: now } });
}

export async function dropDraftOf(records: Records, key: string): Promise<void> {
  await records.tx.delete(draft).where(mine(records, key));
}

export async function draftOf(records: Records, key: string) {
  const [kept] = await records.tx
    .select({ key: draft.key, body: draft.body, keptAt: draft.keptAt })
    .from(draft)
    .where(mine(records, key));
  return kept ?? null;
}
