import { type LocalDate, nameKey } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { prepared } from "../../db/prepared.ts";
import { atTheTop, type NamePlace, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";

export type MyChildRow = {
  readonly childId: string;
  readonly searchName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly bornOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly establishment: string | null;
  readonly group: string | null;
  readonly yearGroup: string | null;
  readonly since: string;
  readonly bases: readonly string[];
  readonly openConcerns: number;
  readonly statuses: readonly string[];
  readonly statusesRecorded: boolean;
  readonly leadName: string | null;
  readonly leadPending: boolean;
  readonly leadDueBy: string | null;
};

export type MineAsked = {
  readonly bases: readonly string[];
  readonly search: string;
  readonly group: string;
  readonly needsAttention: boolean;
  readonly after: NamePlace | undefined;
};

const at = sql.placeholder;

/**
 * A person's own children, from the rows that give the relation, a page at a time by name: one statement, since this is
 * the list that practitioners open first every day.
 */
const mine = sql`(
  with own as (
    select a.child_id, min(lower(a.during)) as since, json_agg(distinct a.basis) as bases
    from child_access a
    where a.area_id = app_area() and a.practitioner_id = app_person() and a.during @> app_now()
      and a.basis in (select jsonb_array_elements_text(${at("bases")}::jsonb))
    group by a.child_id
  )
  select c.child_id, c.search_name, c.given_name, c.family_name, c.preferred_name, c.born_on::text as born_on, c.due_on::text as due_on,
    c.statuses_confirmed_on is not null or s.kinds is not null as statuses_recorded,
    to_json(own.since) #>> '{}' as since, own.bases, r.establishment, r."group", r.year_group,
    n.open_concerns, coalesce(s.kinds, '[]'::json) as statuses, l.lead_name, coalesce(l.is_pending, false) as lead_pending, to_json(l.due_by) #>> '{}' as lead_due_by
  from own
  join child c on c.area_id = app_area() and c.child_id = own.child_id and c.withdrawn_at is null
  left join lateral (
    select e.name as establishment, p."group", p.year_group
    from place p join establishment e on e.area_id = p.area_id and e.establishment_id = p.establishment_id
    where p.area_id = c.area_id and p.child_id = c.child_id and p.superseded_at is null and p.during @> ${at("today")}::date
    order by e.kind in ('clinic', 'midwifery-team'), lower(p.during) desc limit 1
  ) r on true
  left join lateral (
    select count(*)::int as open_concerns from concern k where k.area_id = c.area_id and k.child_id = c.child_id and k.state = 'open'
  ) n on true
  left join lateral (
    select json_agg(distinct g.kind) as kinds from legal_status g
    where g.area_id = c.area_id and g.child_id = c.child_id and g.superseded_at is null and g.during @> ${at("today")}::date
  ) s on true
  left join lateral (
    select pr.name as lead_name, d.lead_id is null and pl.lead_needed_since is not null as is_pending,
      case when d.lead_id is null then pl.lead_due_by end as due_by
    from plan_member m
    join plan pl on pl.area_id = m.area_id and pl.plan_id = m.plan_id and pl.state = 'open' and pl.reach = 'multi-agency'
    left join lead d on d.area_id = pl.area_id and d.plan_id = pl.plan_id and d.during @> app_now()
    left join practitioner pr on pr.area_id = d.area_id and pr.practitioner_id = d.practitioner_id
    where m.area_id = c.area_id and m.child_id = c.child_id
    order by d.lead_id is null, pl.opened_at limit 1
  ) l on true
  where (${at("search")} = '' or c.search_name like '%' || ${at("search")} || '%')
    and (${at("group")} = '' or r."group" = ${at("group")})
    and (not ${at("needsAttention")}::boolean or n.open_concerns > 0 or coalesce(l.is_pending, false))
    and (c.search_name, c.child_id) > (${at("afterName")}, ${at("afterId")}::uuid)
  order by c.search_name, c.child_id
  limit ${at("limit")}
) mine`;

/** One page of a person's own children and one row more. */
export const myChildren = (
  { tx, today }: Records,
  { bases, search, group, needsAttention, after = atTheTop }: MineAsked,
): Promise<readonly MyChildRow[]> =>
  prepared<MyChildRow>(tx, "named_person_mine", (handle) =>
    handle
      .select({
        childId: sql<string>`child_id`,
        searchName: sql<string>`search_name`,
        givenName: sql<string>`given_name`,
        familyName: sql<string>`family_name`,
        preferredName: sql<string | null>`preferred_name`,
        bornOn: sql<LocalDate | null>`born_on`,
        dueOn: sql<LocalDate | null>`due_on`,
        establishment: sql<string | null>`establishment`,
        group: sql<string | null>`"group"`,
        yearGroup: sql<string | null>`year_group`,
        since: sql<string>`since`,
        bases: sql<readonly string[]>`bases`,
        openConcerns: sql<number>`open_concerns`,
        statuses: sql<readonly string[]>`statuses`,
        statusesRecorded: sql<boolean>`statuses_recorded`,
        leadName: sql<string | null>`lead_name`,
        leadPending: sql<boolean>`lead_pending`,
        leadDueBy: sql<string | null>`lead_due_by`,
      })
      .from(mine),
  ).execute({
    bases: JSON.stringify(bases),
    today,
    search: nameKey(search),
    group,
    needsAttention,
    afterName: after.name,
    afterId: after.id,
    limit: pageSize + 1,
  });

/** The classes and clinics of a person's own children, to filter by. */
export const myGroups = (records: Records, bases: readonly string[]) =>
  rowsOf<{ establishment: string; group: string | null; children: number }>(
    records.tx,
    sql`select e.name as establishment, p."group", count(distinct a.child_id)::int as children
      from child_access a
      join place p on p.area_id = a.area_id and p.child_id = a.child_id and p.superseded_at is null and p.during @> ${records.today}::date
      join establishment e on e.area_id = p.area_id and e.establishment_id = p.establishment_id
      where a.area_id = app_area() and a.practitioner_id = app_person() and a.during @> app_now()
        and a.basis in (select jsonb_array_elements_text(${JSON.stringify(bases)}::jsonb))
      group by e.name, p."group" order by e.name, p."group"`,
  );
