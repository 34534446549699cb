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
export const managersAbove = (records: Pick<Records, "who" | "today">, people: readonly string[]): SQL =>
  managersAboveThose(records, sql`unnest(${`{${people.join(",")}}`}::uuid[])`);

const managersAboveThose = (records: Pick<Records, "who" | "today">, people: SQL): SQL => sql`
  asked (practitioner_id) as (select ${people}),
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

/** Whether the caller managed somebody at the last post they had: whoever ended it still sees what it left open. */
export const managedAtLast = ({ who }: Pick<Records, "who">, practitionerId: SQL): SQL<boolean | null> =>
  sql<boolean | null>`(select (last.line_manager_id = ${who.practitionerId} or t.manager_id = ${who.practitionerId})
    from (select * from post where area_id = ${who.areaId} and practitioner_id = ${practitionerId}
      order by upper(during) desc nulls first limit 1) last
    left join team t on t.area_id = last.area_id and t.team_id = last.team_id)`;

/** Whether the caller manages somebody else now, at whatever step, or did at the last post they had: one column of a larger statement. */
export const managesOrManaged = (records: Pick<Records, "who" | "today">, practitionerId: SQL): SQL<boolean> =>
  sql<boolean>`coalesce(${practitionerId} <> ${records.who.practitionerId}
    and (exists (with recursive ${managersAboveThose(records, practitionerId)}
        select 1 from above where above.manager_id = ${records.who.practitionerId} and above.practitioner_id = ${practitionerId})
      or ${managedAtLast(records, practitionerId)}), false)`;

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

/** Who manages each of these people at one of their posts today, by the person. Nobody manages themselves. */
export async function managersOf(
  records: Pick<Records, "tx" | "who" | "today">,
  people: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (people.length === 0) return new Map();
  const rows = await rowsOf<{ readonly id: string; readonly managers: readonly string[] }>(
    records.tx,
    sql`select asked.practitioner_id as id, json_agg(distinct m.id) as managers
      from unnest(${`{${[...new Set(people)].join(",")}}`}::uuid[]) as asked (practitioner_id)
      ${managersOfPosts(records, sql`asked.practitioner_id`)} group by asked.practitioner_id`,
  );
  return new Map(rows.map(({ id, managers }) => [id, managers]));
}
