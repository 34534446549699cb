import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import type { Records } from "../../records.ts";

/**
 * Whether a part that the caller has for a time reaches this plan: one given by hand, or an item of the managers' group that
 * reached them. A part about one plan opens no other.
 */
export async function hasPartInPlan({ tx, who, now }: Records, planId: string): Promise<boolean> {
  const found = await rowsOf(
    tx,
    sql`select 1 from part_given g
      where g.area_id = ${who.areaId} and g.practitioner_id = ${who.practitionerId} and g.during @> ${now}::timestamptz
        and (g.plan_id = ${planId} or (g.plan_id is null and exists (select 1 from plan_member m
          where m.area_id = g.area_id and m.plan_id = ${planId} and m.child_id = g.child_id)))
      union all select 1 from group_item i join child_access a on a.area_id = i.area_id and a.source_id = i.group_item_id
      where i.area_id = ${who.areaId} and i.plan_id = ${planId} and a.practitioner_id = ${who.practitionerId} and a.during @> ${now}::timestamptz
      limit 1`,
  );
  return found.length > 0;
}
