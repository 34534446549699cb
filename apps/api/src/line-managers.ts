import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "./db/asked.ts";
import type { Records } from "./records.ts";

/** How far up a line of managers a practitioner's own record is read. */
const stepsUp = 3;

/** A post `po`, its team, and each of its managers `m.id`: the line manager, and the team's. Nobody manages themselves. */
const managersOfPosts = ({ who, today }: Pick<Records, "who" | "today">, of: SQL): SQL => sql`join post po
  on po.area_id = ${who.areaId} and po.practitioner_id = ${of} and po.during @> ${today}::date
  left join team t on t.area_id = po.area_id and t.team_id = po.team_id
  cross join lateral unnest(array[po.line_manager_id, t.manager_id]) as m (id)
  where m.id is not null and m.id <> po.practitioner_id`;

/**
 * For `with recursive`: "above (practitioner_id, manager_id, step)", everybody who manages one of these people now, and
 * the managers above them.
 */
export const managersAbove = (records: Pick<Records, "who" | "today">, people: readonly string[]): SQL => sql`
  asked (practitioner_id) as (select unnest(${`{${people.join(",")}}`}::uuid[])),
  above (practitioner_id, manager_id, step) as (
    select asked.practitioner_id, m.id, 1 from asked ${managersOfPosts(records, sql`asked.practitioner_id`)}
    union
    select above.practitioner_id, m.id, above.step + 1 from above ${managersOfPosts(records, sql`above.manager_id`)}
      and above.step < ${stepsUp}
  )`;

/** How the caller stands to somebody at work. */
export type Line = "self" | "manager" | "above" | "none";

/** How the caller stands to a practitioner: their manager at one of their posts, a manager above that, or neither. */
export async function lineTo(records: Records, practitionerId: string): Promise<Line> {
  const me = records.who.practitionerId;
  if (practitionerId === me) return "self";
  const [found] = await rowsOf<{ readonly step: number | null }>(
    records.tx,
    sql`with recursive ${managersAbove(records, [practitionerId])}
      select min(step)::int as step from above where practitioner_id = ${practitionerId} and manager_id = ${me}`,
  );
  if (!found?.step) return "none";
  return found.step === 1 ? "manager" : "above";
}

/** For `with`: "managed (practitioner_id)", everybody at one of whose posts the caller is line or team manager today. */
export const managedPeople = (today: SQL, team: SQL): SQL => sql`managed as (
    select po.practitioner_id from post po
    where po.area_id = app_area() and po.line_manager_id = app_person() and po.during @> ${today}
      and (${team} = '' or po.team_id::text = ${team})
    union
    select po.practitioner_id from team t
    join post po on po.area_id = t.area_id and po.team_id = t.team_id and po.during @> ${today}
    where t.area_id = app_area() and t.manager_id = app_person() and (${team} = '' or t.team_id::text = ${team})
  )`;
