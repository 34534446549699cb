import { answersAs } from "@linchpin/domain";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
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
