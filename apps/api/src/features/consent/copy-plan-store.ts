import { type AgencyKind, DomainError, type LocalDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import type { Records } from "../../records.ts";

export type Service = { readonly agencyId: string; readonly name: string; readonly kind: AgencyKind };

/** Somebody at work, with where from. */
export type AtWork = { readonly name: string; readonly title: string | null; readonly service: Service | null };

/** Something written down, with the service whose file it is in: the one its writer worked for that day. */
type Written = { readonly service: Service | null };

/** What a plan says of one child, as the caller may see it. */
export type PlanOnPaper = {
  readonly planId: string;
  readonly kind: string;
  readonly state: "open" | "closed";
  readonly childName: string;
  readonly openedOn: LocalDate;
  readonly contact: (AtWork & { readonly phone: string | null; readonly email: string | null }) | null;
  readonly lead: AtWork | null;
  readonly team: readonly AtWork[];
  readonly beginning: Written & { readonly trigger: string | null; readonly integrated: string | null };
  readonly actions: readonly (Written & {
    readonly actionId: string;
    readonly what: string;
    readonly outcome: string | null;
    readonly owner: string | null;
    readonly ownerWords: string | null;
    readonly dueOn: LocalDate | null;
    readonly state: string;
  })[];
  readonly evidence: readonly (Written & {
    readonly entryId: string;
    readonly title: string;
    readonly on: LocalDate;
  })[];
};

const service = (alias: string) =>
  sql.raw(`json_build_object('agencyId', ${alias}.agency_id, 'name', ${alias}.name, 'kind', ${alias}.kind)`);

/** The service somebody worked for on a day: at the post with most hours. */
const serviceOn = (person: string, day: string) =>
  sql.raw(`(select json_build_object('agencyId', ag.agency_id, 'name', ag.name, 'kind', ag.kind) from post po
    join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
    where po.area_id = p.area_id and po.practitioner_id = ${person} and po.during @> ${day}
    order by po.hours desc, po.post_id limit 1)`);
const titleOf = (person: string) =>
  sql.raw(`(select po.title from post po where po.area_id = p.area_id and po.practitioner_id = ${person}
    and po.during @> (app_now() at time zone 'Europe/London')::date order by po.hours desc, po.post_id limit 1)`);
const today = "(app_now() at time zone 'Europe/London')::date";

/** Reads what a plan says of one of its children; a plan that is not this child's reads as none. */
export async function planOnPaper({ tx, who }: Records, planId: string, childId: string): Promise<PlanOnPaper> {
  const [row] = await rowsOf<{ readonly found: PlanOnPaper }>(
    tx,
    sql`select json_build_object('planId', p.plan_id, 'kind', p.kind, 'state', p.state,
        'childName', trim(c.given_name || ' ' || c.family_name),
        'openedOn', to_char((p.opened_at at time zone 'Europe/London')::date, 'YYYY-MM-DD'),
        'contact', (select json_build_object('name', pr.name, 'title', ${titleOf("pr.practitioner_id")},
            'service', ${serviceOn("pr.practitioner_id", today)}, 'phone', pr.phone, 'email', pr.email)
          from contact_of_record k join practitioner pr on pr.area_id = k.area_id and pr.practitioner_id = k.practitioner_id
          where k.area_id = p.area_id and k.plan_id = p.plan_id and upper_inf(k.during)),
        'lead', (select json_build_object('name', pr.name, 'title', ${titleOf("pr.practitioner_id")}, 'service', ${serviceOn("pr.practitioner_id", today)})
          from lead l join practitioner pr on pr.area_id = l.area_id and pr.practitioner_id = l.practitioner_id
          where l.area_id = p.area_id and l.plan_id = p.plan_id and upper_inf(l.during)),
        'team', coalesce((select json_agg(json_build_object('name', pr.name, 'title', ${titleOf("pr.practitioner_id")}, 'service', ${service("ag")})
            order by pr.name, pr.practitioner_id)
          from plan_practitioner t join practitioner pr on pr.area_id = t.area_id and pr.practitioner_id = t.practitioner_id
          join agency ag on ag.area_id = t.area_id and ag.agency_id = t.agency_id
          where t.area_id = p.area_id and t.plan_id = p.plan_id and upper_inf(t.during)), '[]'::json),
        'beginning', json_build_object('trigger', words_of_plan(p.plan_id) ->> 'trigger', 'integrated', words_of_plan(p.plan_id) ->> 'integrated',
          'service', ${serviceOn("p.opened_by", "(p.opened_at at time zone 'Europe/London')::date")}),
        'actions', coalesce((select json_agg(json_build_object('actionId', a.action_id, 'what', a.what, 'outcome', a.outcome,
            'owner', o.name, 'ownerWords', a.owner_words, 'dueOn', a.due_on, 'state', a.state, 'service', ${service("ag")})
            order by a.due_on, a.action_id)
          from plan_action a join agency ag on ag.area_id = a.area_id and ag.agency_id = a.agency_id
          left join practitioner o on o.area_id = a.area_id and o.practitioner_id = a.owner_id
          where a.area_id = p.area_id and a.plan_id = p.plan_id and a.child_id = c.child_id and a.state <> 'ended'), '[]'::json),
        'evidence', coalesce((select json_agg(json_build_object('entryId', e.entry_id, 'title', n.title,
            'on', to_char((n.happened_at at time zone 'Europe/London')::date, 'YYYY-MM-DD'),
            'service', ${serviceOn("n.by_id", "(n.recorded_at at time zone 'Europe/London')::date")}) order by n.happened_at, e.evidence_id)
          from evidence e join chronology_entry n on n.area_id = e.area_id and n.entry_id = e.entry_id
          where e.area_id = p.area_id and e.plan_id = p.plan_id and e.child_id = c.child_id and e.removed_at is null), '[]'::json)
      ) as found
      from plan p
      join plan_member m on m.area_id = p.area_id and m.plan_id = p.plan_id
      join child c on c.area_id = m.area_id and c.child_id = m.child_id and c.withdrawn_at is null
      where p.area_id = ${who.areaId} and p.plan_id = ${planId} and c.child_id = ${childId}`,
  );
  if (row === undefined) throw new DomainError({ kind: "not-visible", what: "plan" });
  return row.found;
}

/** What of a child somebody may read at this moment because it was released to them: items by their ids. */
export async function releasedTo({ tx, who }: Records, childId: string, toId: string): Promise<ReadonlySet<string>> {
  const found = await rowsOf<{ readonly itemId: string }>(
    tx,
    sql`select r.item_id as "itemId" from release r
      where r.area_id = ${who.areaId} and r.child_id = ${childId} and r.to_id = ${toId} and r.during @> app_now()`,
  );
  return new Set(found.map(({ itemId }) => itemId));
}
