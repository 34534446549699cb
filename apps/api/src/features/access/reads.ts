import { and, eq, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { emergencyAccess } from "../../db/schema/access.ts";
import type { Records } from "../../records.ts";

/** Until when the caller has this record open in an emergency; undefined where they have not. */
export async function openUntil({ tx, who, now }: Records, childId: string): Promise<string | undefined> {
  const [open] = await tx
    .select({ during: emergencyAccess.during })
    .from(emergencyAccess)
    .where(
      and(
        eq(emergencyAccess.areaId, who.areaId),
        eq(emergencyAccess.practitionerId, who.practitionerId),
        eq(emergencyAccess.childId, childId),
        sql`${emergencyAccess.during} @> ${now}::timestamptz`,
      ),
    );
  return open?.during.until;
}

/** How children whom the caller knows outside work would be told in a list: their numbers, and names with a birthday. */
export async function knownToCaller({ tx, who }: Records) {
  return areaWide(tx, () =>
    rowsOf<{ readonly name: string | null; readonly born: string | null; readonly number: string | null }>(
      tx,
      sql`select search_name as name, born_on::text as born, number from declared_tie
          where area_id = app_area() and practitioner_id = ${who.practitionerId}
        union all
        select c.search_name, coalesce(c.born_on, c.due_on)::text, null from access_block b
          join child c on c.area_id = b.area_id and c.child_id = b.child_id
          where b.area_id = app_area() and b.practitioner_id = ${who.practitionerId} and upper_inf(b.during)
        union all
        select null, null, i.value from access_block b
          join child_identifier i on i.area_id = b.area_id and i.child_id = b.child_id and i.superseded_at is null
          where b.area_id = app_area() and b.practitioner_id = ${who.practitionerId} and upper_inf(b.during)`,
    ),
  );
}
