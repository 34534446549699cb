import { acts } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import type { Records } from "../../records.ts";

/** How far up a line of managers a practitioner's own record is read. */
const managersAbove = 3;

export type Known = { readonly name: string; readonly isSeen: boolean };
type Row = { readonly id: string; readonly name: string; readonly is_seen: boolean };

/** Which of these ids the caller may know by name, and whose facts they may read. One query, whatever the ids are. */
export async function knownToReader(
  { tx, who, now, today }: Records,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  const asked = sql`${`{${ids.join(",")}}`}::uuid[]`;
  const bases = sql`${`{${acts["record.decision.read"].relations.join(",")}}`}::text[]`;
  const answered = (await tx.execute(sql`
    with recursive above (practitioner_id, manager_id, step) as (
      select practitioner_id, line_manager_id, 1 from post
      where area_id = ${who.areaId} and practitioner_id = any(${asked}) and during @> ${today}::date and line_manager_id is not null
      union
      select above.practitioner_id, post.line_manager_id, above.step + 1 from above
      join post on post.area_id = ${who.areaId} and post.practitioner_id = above.manager_id
        and post.during @> ${today}::date and post.line_manager_id is not null
      where above.step < ${managersAbove}
    )
    select practitioner_id as id, name,
      practitioner_id = ${who.practitionerId} or exists (
        select 1 from above where above.practitioner_id = practitioner.practitioner_id and above.manager_id = ${who.practitionerId}
      ) as is_seen
    from practitioner where area_id = ${who.areaId} and practitioner_id = any(${asked})
    union all
    select child_id, trim(given_name || ' ' || family_name), exists (
        select 1 from child_access a where a.area_id = ${who.areaId} and a.practitioner_id = ${who.practitionerId}
          and a.child_id = child.child_id and a.basis = any(${bases}) and a.during @> ${now}::timestamptz
      )
    from child where area_id = ${who.areaId} and child_id = any(${asked})
    union all
    select establishment_id, name, true from establishment where area_id = ${who.areaId} and establishment_id = any(${asked})
    union all
    select agency_id, name, true from agency where area_id = ${who.areaId} and agency_id = any(${asked})
  `)) as unknown as { rows: readonly Row[] }; // both drivers answer so; drizzle's common type does not say it
  return new Map(answered.rows.map(({ id, name, is_seen }) => [id, { name, isSeen: is_seen }]));
}
