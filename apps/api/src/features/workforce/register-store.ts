import { nameKey } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { nameKeyOf } from "../../db/name-key.ts";
import { prepared } from "../../db/prepared.ts";
import { managedPeople } from "../../line-managers.ts";
import { atTheTop, type NamePlace, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";

/** Which of the caller's people a register shows. */
export const registerShows = ["all", "without-clearance", "in-pool", "not-in-pool"] as const;

export type RegisterAsked = {
  readonly teamId: string;
  readonly show: (typeof registerShows)[number];
  readonly search: string;
  readonly after: NamePlace | undefined;
};

type Person = {
  readonly practitionerId: string;
  readonly name: string;
  readonly sortName: string;
  readonly postTitle: string;
  readonly agency: { readonly agencyId: string; readonly name: string; readonly kind: string };
  readonly leads: number;
};

type RegisterRead = {
  readonly people: readonly Person[];
  readonly teams: readonly { readonly teamId: string; readonly name: string }[];
};

const at = sql.placeholder;
const today = sql`${at("today")}::date`;
const show = at("show");

const teamId = at("teamId");

/** As far down as `lineTo` reads up: whoever may open somebody's standing finds them here. */
const stepsDown = sql.raw("3");

/** Those whom the caller manages, and whom these manage: a service manager decides about exceptions of other people's staff. */
const below = sql`${managedPeople(today, sql`''::text`)}, below (practitioner_id, step) as (
    select managed.practitioner_id, 1 from managed
    union
    select under.practitioner_id, below.step + 1 from below cross join lateral (
      select po.practitioner_id from post po
      where po.area_id = app_area() and po.line_manager_id = below.practitioner_id and po.during @> ${today}
      union all
      select po.practitioner_id from team t
      join post po on po.area_id = t.area_id and po.team_id = t.team_id and po.during @> ${today}
      where t.area_id = app_area() and t.manager_id = below.practitioner_id
    ) under
    where below.step < ${stepsDown} and under.practitioner_id <> app_person()
  ), in_line as (
    select distinct below.practitioner_id from below
    where ${teamId} = '' or exists (
      select 1 from post po where po.area_id = app_area() and po.practitioner_id = below.practitioner_id
        and po.team_id::text = ${teamId} and po.during @> ${today})
  )`;

const register = sql`(
  with recursive ${below}, named as (
    select in_line.practitioner_id,
      (select p.name from practitioner p where p.area_id = app_area() and p.practitioner_id = in_line.practitioner_id) as name
    from in_line
  ), people as (
    select p.practitioner_id, p.name, ${nameKeyOf(sql`p.name`)} as sort_name
    from named p
    where ${show} = 'all'
      or ${show} = 'without-clearance' and not exists (
        select 1 from standing s where s.area_id = app_area() and s.practitioner_id = p.practitioner_id
          and s.kind = 'enhanced-check' and s.superseded_at is null and s.fact ->> 'state' = 'cleared')
      or ${show} in ('in-pool', 'not-in-pool') and (${show} = 'in-pool') = exists (
        select 1 from standing s where s.area_id = app_area() and s.practitioner_id = p.practitioner_id
          and s.kind = 'pool' and s.superseded_at is null and s.fact ->> 'isIn' = 'true')
  ), page as (
    select * from people
    where (${at("search")} = '' or sort_name like '%' || ${at("search")} || '%')
      and (sort_name, practitioner_id) > (${at("afterName")}, ${at("afterId")}::uuid)
    order by sort_name, practitioner_id limit ${at("limit")}
  )
  select
    (select coalesce(json_agg(json_build_object('practitionerId', page.practitioner_id, 'name', page.name,
        'sortName', page.sort_name, 'postTitle', main.title, 'agency', main.agency,
        'leads', (select count(*)::int from lead l
          cross join lateral (
            select p.state from plan p where p.area_id = l.area_id and p.plan_id = l.plan_id limit 1
          ) plan
          where l.area_id = app_area() and l.practitioner_id = page.practitioner_id and upper_inf(l.during)
            and plan.state = 'open')
      ) order by page.sort_name, page.practitioner_id), '[]'::json)
      from page join lateral (
        select po.title, json_build_object('agencyId', ag.agency_id, 'name', ag.name, 'kind', ag.kind) as agency
        from post po join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
        where po.area_id = app_area() and po.practitioner_id = page.practitioner_id and po.during @> ${today}
        order by po.hours desc, po.post_id limit 1
      ) main on true) as people,
    (select coalesce(json_agg(json_build_object('teamId', t.team_id, 'name', t.name) order by t.name, t.team_id), '[]'::json)
      from team t where t.area_id = app_area() and t.manager_id = app_person()) as teams
) register`;

/** One page of the people in the caller's line, by name, and one more; and the caller's teams. One statement. */
export async function registerOf({ tx, today: on }: Records, asked: RegisterAsked): Promise<RegisterRead> {
  const { teamId, search, after = atTheTop } = asked;
  const [row] = await prepared<RegisterRead>(tx, "workforce_register", (handle) =>
    handle
      .select({ people: sql<RegisterRead["people"]>`people`, teams: sql<RegisterRead["teams"]>`teams` })
      .from(register),
  ).execute({
    teamId,
    show: asked.show,
    search: nameKey(search),
    afterName: after.name,
    afterId: after.id,
    today: on,
    limit: pageSize + 1,
  });
  if (row === undefined) throw new Error("a statement of one row answered none");
  return row;
}
