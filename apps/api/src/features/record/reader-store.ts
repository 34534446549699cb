import { acts } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { managersAbove } from "../../line-managers.ts";
import type { Records } from "../../records.ts";

export type Known = { readonly name: string; readonly isSeen: boolean };
type Row = { readonly id: string; readonly name: string; readonly is_seen: boolean };

/** Which of these ids the caller may know by name, and whose facts they may read. One query, whatever the ids are. */
export async function knownToReader(
  { tx, who, now, today }: Records,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  const asked = sql`${`{${ids.join(",")}}`}::uuid[]`;
  const bases = sql`${`{${acts["record.decision.read"].relations.join(",")}}`}::text[]`;
  const found = await rowsOf<Row>(
    tx,
    sql`
    with recursive ${managersAbove({ who, today }, ids)}
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
  `,
  );
  return new Map(found.map(({ id, name, is_seen }) => [id, { name, isSeen: is_seen }]));
}
