import { and, eq, inArray, sql } from "drizzle-orm";
import type { Handle } from "../../db/database.ts";
import { rollIn, rollInRow } from "../../db/schema/roll-in.ts";

/** Deletes what was read of lists that wait, and says of each when it was discarded and by whom. They are locked already. */
export async function discardLists(
  tx: Handle,
  areaId: string,
  rollInIds: readonly string[],
  { at, by }: { readonly at: string; readonly by: string | null },
): Promise<void> {
  const ids = [...rollInIds];
  await tx.delete(rollInRow).where(and(eq(rollInRow.areaId, areaId), inArray(rollInRow.rollInId, ids)));
  await tx
    .update(rollIn)
    .set({ state: "discarded", discardedAt: at, discardedBy: by, version: sql`${rollIn.version} + 1` })
    .where(and(eq(rollIn.areaId, areaId), inArray(rollIn.rollInId, ids)));
}
