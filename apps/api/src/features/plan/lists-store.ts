import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { type NamePlace, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";

const iso = (of: string) => sql.raw(`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

export type PlanInList = {
  readonly planId: string;
  readonly kind: "childs-plan" | "action-plan" | "family-plan";
  readonly reach: "single-agency" | "multi-agency";
  readonly state: "open" | "closed";
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly contactId: string | null;
  readonly contactName: string | null;
  readonly leadId: string | null;
  readonly leadName: string | null;
  readonly leadNeededSince: string | null;
  readonly leadDueBy: string | null;
};

/** A child's plans, open ones first, newest first. */
export const plansOfChild = ({ tx, who }: Records, childId: string) =>
  rowsOf<PlanInList>(
    tx,
    sql`select p.plan_id as "planId", p.kind, p.reach, p.state, ${iso("p.opened_at")} as "openedAt", ${iso("p.closed_at")} as "closedAt",
        k.practitioner_id as "contactId", kp.name as "contactName", l.practitioner_id as "leadId", lp.name as "leadName",
        p.lead_needed_since::text as "leadNeededSince", ${iso("p.lead_due_by")} as "leadDueBy"
      from plan_member m
      join plan p on p.area_id = m.area_id and p.plan_id = m.plan_id
      left join contact_of_record k on k.area_id = p.area_id and k.plan_id = p.plan_id and upper_inf(k.during)
      left join practitioner kp on kp.area_id = k.area_id and kp.practitioner_id = k.practitioner_id
      left join lead l on l.area_id = p.area_id and l.plan_id = p.plan_id and upper_inf(l.during)
      left join practitioner lp on lp.area_id = l.area_id and lp.practitioner_id = l.practitioner_id
      where m.area_id = ${who.areaId} and m.child_id = ${childId}
      order by p.state desc, p.opened_at desc
      limit ${pageSize}`,
  );

export type Colleague = {
  readonly practitionerId: string;
  readonly name: string;
  readonly kind: string;
  readonly postTitle: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly agencyKind: string;
};

/** People at work in the area whose name, post or agency holds what was typed, by name, one more than a page holds. */
export const colleagueRows = ({ tx, who, today }: Records, search: string, after: NamePlace | undefined) => {
  const wanted = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return rowsOf<Colleague>(
    tx,
    sql`select pr.practitioner_id as "practitionerId", pr.name, pr.kind, main.title as "postTitle",
        a.agency_id as "agencyId", a.name as "agencyName", a.kind as "agencyKind"
      from practitioner pr
      join lateral (select po.title, po.agency_id from post po where po.area_id = pr.area_id
        and po.practitioner_id = pr.practitioner_id and po.during @> ${today}::date and po.role <> 'record-keeper'
        order by po.hours desc, po.post_id limit 1) main on true
      join agency a on a.area_id = pr.area_id and a.agency_id = main.agency_id
      where pr.area_id = ${who.areaId}
        and (pr.name ilike ${wanted} or main.title ilike ${wanted} or a.name ilike ${wanted})
        and ${after === undefined ? sql`true` : sql`(pr.name, pr.practitioner_id) > (${after.name}, ${after.id}::uuid)`}
      order by pr.name, pr.practitioner_id
      limit ${pageSize + 1}`,
  );
};
