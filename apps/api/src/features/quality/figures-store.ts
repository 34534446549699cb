import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import type { Records } from "../../records.ts";

/** The months asked for: the first day of the first, and the first day after the last. */
export type Span = { readonly from: string; readonly until: string };

const instantOf = (day: SQL): SQL => sql`(${day})::timestamp at time zone 'Europe/London'`;

/** Of somebody's posts in a stretch of days the one with most hours: where they are counted. */
const countedAt = (person: SQL, days: SQL): SQL => sql`left join lateral (
    select po.agency_id, po.team_id from post po
    where po.area_id = app_area() and po.practitioner_id = ${person} and po.during && ${days}
    order by po.hours desc, po.post_id limit 1) at_work on true
  left join agency ag on ag.area_id = app_area() and ag.agency_id = at_work.agency_id`;

export type LeadsRow = {
  readonly month: string;
  readonly agency: string | null;
  readonly team: string | null;
  readonly leads: number;
  readonly people: number;
};

/** Leads that were held at some time in each month, by the team and agency of whoever held them. */
export const leadsByMonth = ({ tx }: Records, { from, until }: Span): Promise<readonly LeadsRow[]> =>
  rowsOf(
    tx,
    sql`select to_char(m.first, 'YYYY-MM') as month, ag.name as agency, t.name as team,
        count(distinct l.lead_id)::int as leads, count(distinct l.practitioner_id)::int as people
      from (select s::date as first, (s + interval '1 month')::date as next
        from generate_series(${from}::date, ${until}::date - 1, interval '1 month') s
        where ${instantOf(sql`s::date`)} <= app_now()) m
      join lead l on l.area_id = app_area() and lower(l.during) <= app_now()
        and l.during && tstzrange(${instantOf(sql`m.first`)}, ${instantOf(sql`m.next`)})
      ${countedAt(sql`l.practitioner_id`, sql`daterange(m.first, m.next)`)}
      left join team t on t.area_id = app_area() and t.team_id = at_work.team_id
      group by m.first, ag.name, t.name
      order by m.first desc, leads desc, ag.name nulls last, t.name nulls last`,
  );

const quarterOf = (day: SQL): SQL => sql`to_char(${day}, 'YYYY "Q"Q')`;

export type NeedsRow = {
  readonly quarter: string;
  readonly route: string | null;
  readonly agency: string | null;
  readonly plans: number;
};

/** Plans for which a lead professional came to be needed, by how the need arose and the agency of who led first. */
export const needsByQuarter = ({ tx }: Records, { from, until }: Span): Promise<readonly NeedsRow[]> =>
  rowsOf(
    tx,
    sql`select ${quarterOf(sql`p.lead_needed_since`)} as quarter, p.route, ag.name as agency, count(*)::int as plans
      from plan p
      left join lateral (select l.practitioner_id, (lower(l.during) at time zone 'Europe/London')::date as day from lead l
        where l.area_id = p.area_id and l.plan_id = p.plan_id order by lower(l.during) limit 1) first on true
      ${countedAt(sql`first.practitioner_id`, sql`daterange(first.day, first.day + 1)`)}
      where p.area_id = app_area() and p.lead_needed_since >= ${from}::date and p.lead_needed_since < ${until}::date
      group by 1, p.route, ag.name
      order by 1 desc, p.route nulls last, plans desc, ag.name nulls last`,
  );

export type NoticesRow = {
  readonly quarter: string;
  readonly agency: string | null;
  readonly notices: number;
  readonly disputes: number;
  readonly notImmediate: number;
  readonly late: number;
};

/**
 * What workers told their line managers once nobody was agreed on (WIG-8.7.5): how many were not told on the day, and
 * how many beyond the limit that the rulebook set. The day of telling counts, not the day it was recorded.
 */
export const noticesByQuarter = ({ tx }: Records, { from, until }: Span): Promise<readonly NoticesRow[]> =>
  rowsOf(
    tx,
    sql`with owed as (
        select d.duty_id, d.plan_id, d.owed_by, d.due_by, d.done_at,
          (d.recorded_at at time zone 'Europe/London')::date as day, ${instantOf(sql`(d.recorded_at at time zone 'Europe/London')::date`)} as day_began
        from duty d
        where d.area_id = app_area() and d.act = 'lead-professional.line-manager-told'
          and d.recorded_at >= ${instantOf(sql`${from}::date`)} and d.recorded_at < ${instantOf(sql`${until}::date`)}
      )
      select ${quarterOf(sql`o.day`)} as quarter, ag.name as agency, count(*)::int as notices,
        count(distinct (o.plan_id, o.day))::int as disputes,
        (count(*) filter (where coalesce(told.day, (app_now() at time zone 'Europe/London')::date) > o.day))::int as "notImmediate",
        (count(*) filter (where coalesce(told.at, o.done_at, app_now()) >= o.due_by))::int as late
      from owed o
      left join lateral (select c.happened_at as at, (c.happened_at at time zone 'Europe/London')::date as day
        from chronology_entry c
        where c.area_id = app_area() and c.plan_id = o.plan_id and c.by_id = o.owed_by
          and c.act = 'lead-professional.manager-told' and c.happened_at >= o.day_began
        order by c.happened_at limit 1) told on true
      ${countedAt(sql`o.owed_by`, sql`daterange(o.day, o.day + 1)`)}
      group by 1, ag.name
      order by 1 desc, late desc, ag.name nulls last`,
  );

/** Leads under an exception that lapsed while they were held: each is a breach (WIG-D6). */
export async function lapsesIn({ tx }: Records, { from, until }: Span): Promise<number> {
  const [found] = await rowsOf<{ readonly lapses: number }>(
    tx,
    sql`select count(*)::int as lapses from audit_entry where area_id = app_area() and act = 'lead-professional.exception-lapsed'
      and outcome = 'system' and at >= ${instantOf(sql`${from}::date`)} and at < ${instantOf(sql`${until}::date`)}`,
  );
  return found?.lapses ?? 0;
}

export type NotDoneTwiceRow = { readonly quarter: string; readonly assessments: number; readonly actions: number };

/**
 * Work that was not done twice (BOL-8.4): assessments that were there already when a change of level came to rest on them, each once
 * a quarter and none that was begun by mistake, and actions that did the same as another and were merged with it or stopped, by what was said last of the two.
 */
export const notDoneTwiceByQuarter = ({ tx }: Records, { from, until }: Span): Promise<readonly NotDoneTwiceRow[]> =>
  rowsOf(
    tx,
    sql`with used as (
        select b.assessment_id, (c.recorded_at at time zone 'Europe/London')::date as day
        from level_change_basis b
        join level_change c on c.area_id = b.area_id and c.change_id = b.change_id and c.child_id = b.child_id
        where b.area_id = app_area() and b.assessment_id is not null
          and c.recorded_at >= ${instantOf(sql`${from}::date`)} and c.recorded_at < ${instantOf(sql`${until}::date`)}
      )
      select f.quarter, sum(f.assessments)::int as assessments, sum(f.actions)::int as actions from (
        select ${quarterOf(sql`u.day`)} as quarter, count(distinct u.assessment_id) as assessments, 0 as actions
          from used u join assessment a on a.area_id = app_area() and a.assessment_id = u.assessment_id and a.begun_on < u.day
            and a.stopped_because is distinct from 'by-mistake' group by 1
        union all
        select ${quarterOf(sql`s.settled_on`)}, 0, count(*)
          from (select distinct on (least(o.action_id, o.other_action_id), greatest(o.action_id, o.other_action_id)) o."as", o.settled_on
            from overlap_settled o where o.area_id = app_area()
            order by least(o.action_id, o.other_action_id), greatest(o.action_id, o.other_action_id), o.recorded_at desc, o.settled_id desc) s
          where s."as" in ('merged', 'stopped') and s.settled_on >= ${from}::date and s.settled_on < ${until}::date group by 1) f
      group by 1 order by 1 desc`,
  );
