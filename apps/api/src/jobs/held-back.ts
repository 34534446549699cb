import { sql } from "drizzle-orm";
import { rowsOf } from "../db/asked.ts";
import type { Handle } from "../db/database.ts";
import type { notice } from "../db/schema/change.ts";

type New = typeof notice.$inferInsert;

/** Those of some notices whose reader is not held back from the child they are about, and whose child's record is not sealed. */
export async function tellable(tx: Handle, areaId: string, notices: readonly New[]): Promise<readonly New[]> {
  const about = notices.flatMap(({ practitionerId, childId }) => (childId ? [{ practitionerId, childId }] : []));
  if (about.length === 0) return notices;
  const held = await rowsOf<{ readonly pair: string }>(
    tx,
    sql`select distinct a."practitionerId" || ' ' || a."childId" as pair
      from jsonb_to_recordset(${JSON.stringify(about)}::jsonb) as a ("practitionerId" uuid, "childId" uuid)
      where is_held_back(${areaId}, a."practitionerId", a."childId") or a."childId" = any (sealed_keys())`,
  );
  if (held.length === 0) return notices;
  const pairs = new Set(held.map(({ pair }) => pair));
  return notices.filter(({ practitionerId, childId }) => !childId || !pairs.has(`${practitionerId} ${childId}`));
}
