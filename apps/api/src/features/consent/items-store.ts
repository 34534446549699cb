import {
  type AgencyKind,
  assessmentKinds,
  DomainError,
  type ItemKind,
  inWords,
  type LocalDate,
  type RoutineCheck,
  routineChecks,
} from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import type { Records } from "../../records.ts";

export { ownAgency } from "../../own-agency.ts";

type Found = {
  readonly kind: ItemKind;
  readonly itemId: string;
  readonly on: LocalDate;
  /** What tells it from others of its kind: whose view, the title of a step. */
  readonly called: string | null;
  readonly copy: string;
  /** The agency of whoever wrote it, on the day they did; null where they had no post then. */
  readonly agencyId: string | null;
  readonly agency: AgencyKind | null;
  readonly agencyName: string | null;
  /** The children it is about. */
  readonly about: readonly string[];
};

/** One thing on record about a child, as it would go to somebody. */
export type Item = Omit<Found, "called"> & { readonly title: string };

const titleOf = ({ kind, called, on }: Found): string => {
  switch (kind) {
    case "concern":
      return `Concern noticed on ${inWords(on)}`;
    case "view":
      return `What the ${called} said on ${inWords(on)}`;
    case "plan":
      return "The plan as it stands";
    case "chronology":
      return `${called}, ${inWords(on)}`;
    case "check":
      return `${called === null ? "Routine check" : (routineChecks[called as RoutineCheck]?.label ?? called)}, ${inWords(on)}`;
    case "discussion":
      return `Informal discussion on ${inWords(on)}`;
    case "assessment":
      return `${assessmentKinds[called === "common" ? "common" : "specialist"].label}, ${inWords(on)}`;
  }
};

/**
 * What is on record about a child and could go to somebody, each with the agency in whose file it is: concerns, views, what
 * happened, routine checks, informal discussions, assessments, open plans with their actions. What is recorded about sharing itself, and about who may look, is no item.
 */
export async function itemsOf({ tx, who }: Records, childId: string, itemId?: string): Promise<readonly Item[]> {
  const found = await rowsOf<Found>(
    tx,
    sql`with item as (
        select 'concern' as kind, c.concern_id as "itemId", c.noticed_on as day, null as called, concat_ws(E'\n', c.noticed, 'Done so far: ' || c.done_so_far) as copy,
            c.recorded_by as by_id, c.recorded_at as written_at, array[c.child_id] as about, null::uuid as of_agency
          from concern c where c.area_id = ${who.areaId} and c.child_id = ${childId}
        union all
        select 'view', v.view_id, v.said_on, v.whose, v.words, v.recorded_by, v.recorded_at, array[v.child_id], null
          from view v where v.area_id = ${who.areaId} and v.child_id = ${childId} and v.words is not null
        union all
        (select 'chronology', e.entry_id, (e.happened_at at time zone 'Europe/London')::date, e.title, concat_ws(E'\n', e.title, e.detail),
            e.by_id, e.recorded_at, array[e.child_id], null
          from chronology_entry e where e.area_id = ${who.areaId} and e.child_id = ${childId}
            and split_part(e.act, '.', 1) not in ('consent', 'access', 'concern')
          order by e.happened_at desc, e.entry_id limit 200)
        union all
        select 'check', r.check_id, r.done_on, r.kind, r.outcome, r.recorded_by, r.recorded_at, array[r.child_id], r.agency_id
          from routine_check r where r.area_id = ${who.areaId} and r.child_id = ${childId}
        union all
        select 'discussion', d.discussion_id, d.held_on, null, concat_ws(E'\n', d.people, d.suggested), d.written_by, d.recorded_at, array[d.child_id], d.agency_id
          from informal_discussion d where d.area_id = ${who.areaId} and d.child_id = ${childId}
        union all
        select 'assessment', a.assessment_id, coalesce(a.done_on, a.begun_on), a.kind, concat_ws(E'\n', a.about, a.found), a.recorded_by, a.recorded_at, array[a.child_id], a.agency_id
          from assessment a where a.area_id = ${who.areaId} and a.child_id = ${childId} and a.stopped_on is null
        union all
        select 'plan', p.plan_id, (p.opened_at at time zone 'Europe/London')::date, null,
            coalesce((select string_agg(concat_ws(': ', a.what, a.outcome), E'\n' order by a.recorded_at, a.action_id)
              from plan_action a where a.area_id = p.area_id and a.plan_id = p.plan_id and a.child_id = ${childId} and a.state <> 'ended'),
              'No action is recorded yet.'),
            p.opened_by, p.opened_at,
            (select array_agg(o.child_id order by o.child_id) from plan_member o where o.area_id = p.area_id and o.plan_id = p.plan_id), null
          from plan p join plan_member m on m.area_id = p.area_id and m.plan_id = p.plan_id and m.child_id = ${childId}
          where p.area_id = ${who.areaId} and p.state = 'open')
      select item.kind, item."itemId", to_char(item.day, 'YYYY-MM-DD') as "on", item.called, item.copy,
        wrote.agency_id as "agencyId", wrote.kind as agency, wrote.name as "agencyName", to_json(item.about) as about
      from item left join agency wrote on wrote.area_id = ${who.areaId} and wrote.agency_id = coalesce(item.of_agency, (
        select po.agency_id from post po
          where po.area_id = ${who.areaId} and po.practitioner_id = item.by_id
            and po.during @> (item.written_at at time zone 'Europe/London')::date
          order by po.hours desc, po.post_id limit 1))
      ${itemId === undefined ? sql`` : sql`where item."itemId" = ${itemId}`}
      order by item.day desc, item."itemId"`,
  );
  return found.map(({ called, ...item }) => ({ ...item, title: titleOf({ called, ...item }) }));
}

/** One item, or that there is none for this reader. */
export async function itemOf(records: Records, childId: string, kind: ItemKind, itemId: string): Promise<Item> {
  const found = (await itemsOf(records, childId, itemId)).find((item) => item.kind === kind);
  if (found === undefined) throw new DomainError({ kind: "not-visible", what: "item" });
  return found;
}
