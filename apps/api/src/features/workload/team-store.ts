import { nameKey } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { nameKeyOf } from "../../db/name-key.ts";
import { prepared } from "../../db/prepared.ts";
import { managedPeople } from "../../line-managers.ts";
import { atTheTop, type NamePlace } from "../../paging.ts";
import type { Records } from "../../records.ts";

export type TeamAsked = {
  readonly teamId: string;
  readonly search: string;
  readonly size: number;
  readonly after: NamePlace | undefined;
};

type TeamRow = {
  /** One page of people by name, and one more. */
  readonly people: readonly { readonly practitionerId: string; readonly sortName: string }[];
  readonly teams: readonly { readonly teamId: string; readonly name: string }[];
  /** Everybody managed, whatever page is asked for. */
  readonly spread: readonly { readonly id: string; readonly name: string; readonly leads: number }[];
};

const at = sql.placeholder;
const today = sql`${at("today")}::date`;

const team = sql`(
  with ${managedPeople(today, sql`${at("teamId")}`)}, named as (
    select managed.practitioner_id,
      (select p.name from practitioner p where p.area_id = app_area() and p.practitioner_id = managed.practitioner_id) as name,
      (select count(*)::int from lead l cross join lateral (
          select p.state from plan p where p.area_id = l.area_id and p.plan_id = l.plan_id limit 1
        ) plan
        where l.area_id = app_area() and l.practitioner_id = managed.practitioner_id and upper_inf(l.during)
          and plan.state = 'open') as leads
    from managed
  ), people as (
    select practitioner_id, name, leads, ${nameKeyOf(sql`name`)} as sort_name from named
  ), page as (
    select practitioner_id, sort_name from people
    where (${at("search")} = '' or sort_name like '%' || ${at("search")} || '%')
      and (sort_name, practitioner_id) > (${at("afterName")}, ${at("afterId")}::uuid)
    order by sort_name, practitioner_id limit ${at("limit")}
  )
  select
    (select coalesce(json_agg(json_build_object('practitionerId', practitioner_id, 'sortName', sort_name)
      order by sort_name, practitioner_id), '[]'::json) from page) as people,
    (select coalesce(json_agg(json_build_object('teamId', t.team_id, 'name', t.name) order by t.name, t.team_id), '[]'::json)
      from team t where t.area_id = app_area() and t.manager_id = app_person()) as teams,
    (select coalesce(json_agg(json_build_object('id', practitioner_id, 'name', name, 'leads', leads)
      order by sort_name, practitioner_id), '[]'::json) from people) as spread
) team`;

/** The people the caller manages: one page by name, their teams, and how leads are spread over all of them. One statement. */
export async function myTeam({ tx, today: on }: Records, asked: TeamAsked): Promise<TeamRow> {
  const { teamId, search, size, after = atTheTop } = asked;
  const [row] = await prepared<TeamRow>(tx, "workload_of_team", (handle) =>
    handle
      .select({
        people: sql<TeamRow["people"]>`people`,
        teams: sql<TeamRow["teams"]>`teams`,
        spread: sql<TeamRow["spread"]>`spread`,
      })
      .from(team),
  ).execute({
    teamId,
    search: nameKey(search),
    afterName: after.name,
    afterId: after.id,
    today: on,
    limit: size + 1,
  });
  if (row === undefined) throw new Error("a statement of one row answered none");
  return row;
}
