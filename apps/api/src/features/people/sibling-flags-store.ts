import { sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { siblingFlagHold } from "../../db/schema/common-element.ts";
import type { Records } from "../../records.ts";

/** That something is open for a child, held back from a worker by name; ended, where a later row says so. */
export type HoldRow = {
  readonly holdId: string;
  readonly childId: string;
  readonly practitionerId: string;
  readonly name: string;
  readonly because: string;
  readonly by: string;
  readonly since: string;
  readonly ended: { readonly because: string; readonly by: string; readonly at: string } | null;
};

const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
const nameOf = (column: string) =>
  sql.raw(
    `coalesce((select p.name from practitioner p where p.area_id = h.area_id and p.practitioner_id = ${column}), 'Somebody who has left')`,
  );

const holds = sql`select h.hold_id as "holdId", h.child_id as "childId", h.practitioner_id as "practitionerId", ${nameOf("h.practitioner_id")} as name,
    h.because, ${nameOf("h.recorded_by")} as "by", ${iso("h.recorded_at")} as since,
    case when e.hold_id is not null then json_build_object('because', e.because, 'by', ${nameOf("e.recorded_by")}, 'at', ${iso("e.recorded_at")}) end as ended
  from sibling_flag_hold h left join sibling_flag_hold e on e.area_id = h.area_id and e.ends_id = h.hold_id
  where h.area_id = app_area() and h.ends_id is null`;

/** Those of a child that the caller may know of, what holds now first, the newest first. */
export const holdsOf = ({ tx }: Records, childId: string): Promise<readonly HoldRow[]> =>
  rowsOf<HoldRow>(
    tx,
    sql`${holds} and h.child_id = ${childId} order by (e.hold_id is not null), h.recorded_at desc, h.hold_id desc limit 200`,
  );

/** One of them; undefined where the caller may not know of it. */
export async function holdOf({ tx }: Records, holdId: string): Promise<HoldRow | undefined> {
  const [found] = await rowsOf<HoldRow>(tx, sql`${holds} and h.hold_id = ${holdId}`);
  return found;
}

export async function addHold(
  { tx, who, now, newId }: Records,
  given: {
    readonly childId: string;
    readonly practitionerId: string;
    readonly because: string;
    readonly endsId?: string;
  },
): Promise<string> {
  const holdId = newId();
  await tx
    .insert(siblingFlagHold)
    .values({ ...given, areaId: who.areaId, holdId, recordedBy: who.practitionerId, recordedAt: now });
  return holdId;
}

/** What opened for a child from a moment on and is open still: whoever it was held back from was not told. */
export const openedSince = ({ tx, who }: Records, childId: string, since: string) =>
  areaWide(tx, () =>
    rowsOf<{ readonly of: "concern" | "plan"; readonly on: string }>(
      tx,
      sql`select 'concern' as "of", (k.recorded_at at time zone 'Europe/London')::date::text as "on" from concern k
          where k.area_id = ${who.areaId} and k.child_id = ${childId} and k.state = 'open' and k.recorded_at >= ${since}::timestamptz
        union all
        select 'plan', (p.opened_at at time zone 'Europe/London')::date::text from plan_member m
          join plan p on p.area_id = m.area_id and p.plan_id = m.plan_id and p.state = 'open' and p.opened_at >= ${since}::timestamptz
          where m.area_id = ${who.areaId} and m.child_id = ${childId}
        order by 2, 1`,
    ),
  );
