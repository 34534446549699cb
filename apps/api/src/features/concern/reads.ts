import { answersAs } from "@linchpin/domain";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import type { Records } from "../../records.ts";

type Caller = Pick<Records, "who" | "now">;

/** Takes whose relations are asked, gives how near the nearest is that answers this child's family. */
export const nearestToFamily = ({ who, now }: Caller, childId: SQLWrapper, whose: SQL): SQL =>
  sql`(select min(case a.basis when 'lead' then 0 when 'acting-lead' then 0 when 'contact-of-record' then 1 when 'named-person' then 2 when 'head' then 3 end)
    from child_access a where a.area_id = ${who.areaId} and a.child_id = ${childId}
      and not a.held_back and a.during @> ${now}::timestamptz and ${whose})`;

/** Whether the caller answers a child's family: whoever leads or stands in or is turned to; where there is none, the named person, then the head. */
export const answersFamilyFirst = (caller: Caller, childId: SQLWrapper): SQL =>
  sql`${nearestToFamily(caller, childId, sql`a.practitioner_id = ${caller.who.practitionerId}`)} = ${nearestToFamily(caller, childId, sql`true`)}`;

/** Whether what comes about a child comes to the caller first: as the named person; where there is none, as whoever is next. */
export function nearestToMe({ who, now }: Caller, childId: SQLWrapper): SQL {
  const nearest = (whose: SQL) => sql`(select min(array_position(array[${sql.join(
    answersAs.map((as) => sql`${as}`),
    sql`, `,
  )}]::text[], a.basis)) from child_access a
    where a.area_id = ${who.areaId} and a.child_id = ${childId} and not a.held_back and a.during @> ${now}::timestamptz and ${whose})`;
  return sql`${nearest(sql`a.practitioner_id = ${who.practitionerId}`)} = ${nearest(sql`true`)}`;
}

/** How many things a child's family asked or reported wait, and since when; none of the words. */
export async function familyWaits(
  { tx, who }: Pick<Records, "tx" | "who">,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly many: number; readonly since: string }>> {
  if (childIds.length === 0) return new Map();
  const rows = await rowsOf<{ readonly childId: string; readonly many: number; readonly since: string }>(
    tx,
    sql`select child_id as "childId", count(*)::int as many, min(raised_on)::text as since from family_word
      where area_id = ${who.areaId} and child_id = ${anyOf([...new Set(childIds)])} and settled_at is null group by child_id`,
  );
  return new Map(rows.map(({ childId, ...waits }) => [childId, waits]));
}
