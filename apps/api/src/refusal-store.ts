import { sql } from "drizzle-orm";
import { areaWide, rowsOf } from "./db/asked.ts";
import type { Handle } from "./db/database.ts";
import { anyOf } from "./db/many.ts";

const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const most = 50;
const deepest = 5;

/** The ids that were sent, wherever they stand in what was sent; no more than a screen has. */
export function idsIn(sent: unknown, level = 0): readonly string[] {
  if (typeof sent === "string") return isId.test(sent) ? [sent] : [];
  if (typeof sent !== "object" || sent === null || level > deepest) return [];
  return [...new Set(Object.values(sent).flatMap((one) => idsIn(one, level + 1)))].slice(0, most);
}

/**
 * The children that ids of this area are about, by whichever part of their record: whoever sent them may see none of it,
 * so this goes into the audit and nowhere else. Asked in the same way whether there is such a child or not.
 */
export async function childrenBehind(tx: Handle, areaId: string, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const one = anyOf(ids);
  const found = await areaWide(tx, () =>
    rowsOf<{ readonly childId: string }>(
      tx,
      sql`select child_id as "childId" from child where area_id = ${areaId} and child_id = ${one}
        union select child_id from plan_member where area_id = ${areaId} and plan_id = ${one}
        union select child_id from concern where area_id = ${areaId} and concern_id = ${one}
        union select child_id from proposal where area_id = ${areaId} and proposal_id = ${one}
        union select child_id from legal_status where area_id = ${areaId} and legal_status_id = ${one}
        union select child_id from group_item where area_id = ${areaId} and group_item_id = ${one}
        union select child_id from decision where area_id = ${areaId} and decision_id = ${one} and child_id is not null
        limit ${most}`,
    ),
  );
  return found.map(({ childId }) => childId);
}
