import type { EngagementState, LocalDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { basesTo, basesToPlan } from "../../may-open.ts";
import { type Place, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";

/** What ties the reader to the child a proposal is for. */
type ProposalSeen = { readonly bases: readonly string[] };

const iso = (of: string) => sql.raw(`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
const childName = sql`trim(c.given_name || ' ' || c.family_name)`;

/** The clause that asks for a stage, out of the decision that was kept then. */
const stageClause = (stage: string) =>
  sql.raw(`(select (f -> 'clause' ->> 'source') || ' ' || (f -> 'clause' ->> 'at')
    from decision d, jsonb_array_elements(d.decision -> 'findings') f
    where d.area_id = p.area_id and d.decision_id = p.agreement_decision_id and f ->> 'stage' = ${stage} limit 1)`);

/** What the book called a stage when it was asked, out of the decision that was kept then. */
const stageTitle = (stage: string) =>
  sql.raw(`(select f ->> 'title' from decision d, jsonb_array_elements(d.decision -> 'findings') f
    where d.area_id = p.area_id and d.decision_id = p.agreement_decision_id and f ->> 'stage' = ${stage} limit 1)`);

export type WaitingRow = ProposalSeen & {
  readonly waitId: string;
  readonly proposalId: string;
  readonly planId: string;
  readonly childId: string | null;
  readonly childName: string | null;
  readonly proposedId: string;
  readonly proposedName: string;
  readonly proposedAt: string;
  readonly stage: string;
  readonly label: string | null;
  readonly clause: string | null;
  readonly since: string;
  readonly dueBy: string | null;
};

/** Proposals on this person's desk, nearest clock first, one more than a page holds. */
export const waitingRows = (records: Records, after: Place | undefined) => {
  const { tx, who } = records;
  return rowsOf<WaitingRow>(
    tx,
    sql`select w.wait_id as "waitId", p.proposal_id as "proposalId", p.plan_id as "planId", c.child_id as "childId",
        ${childName} as "childName", p.proposed_id as "proposedId", pr.name as "proposedName",
        ${iso("p.proposed_at")} as "proposedAt", w.stage, ${stageTitle("w.stage")} as label, ${stageClause("w.stage")} as clause,
        ${iso("w.since")} as since, ${iso("w.due_by")} as "dueBy", ${basesTo(records, sql`p.child_id`)} as bases
      from proposal_waits w
      join proposal p on p.area_id = w.area_id and p.proposal_id = w.proposal_id
      join practitioner pr on pr.area_id = p.area_id and pr.practitioner_id = p.proposed_id
      left join child c on c.area_id = p.area_id and c.child_id = p.child_id
      where w.area_id = ${who.areaId} and w.practitioner_id = ${who.practitionerId} and w.ended_at is null
        and ${after === undefined ? sql`true` : sql`(coalesce(w.due_by, 'infinity'::timestamptz), w.wait_id) > (${after.at}::timestamptz, ${after.id}::uuid)`}
      order by coalesce(w.due_by, 'infinity'::timestamptz), w.wait_id
      limit ${pageSize + 1}`,
  );
};

export type DecidedRow = ProposalSeen & {
  readonly proposalId: string;
  readonly planId: string;
  readonly childId: string | null;
  readonly childName: string | null;
  readonly proposedId: string;
  readonly proposedName: string;
  readonly outcome: "done" | "agreed" | "not-agreed" | "declined" | "not-possible";
  readonly label: string | null;
  readonly recordedAt: string;
  readonly state: "open" | "appointed" | "stopped" | "withdrawn";
};

/** What this person answered in the last 28 days, the newest first. */
export const decidedRows = (records: Records) => {
  const { tx, who, now } = records;
  return rowsOf<DecidedRow>(
    tx,
    sql`select p.proposal_id as "proposalId", p.plan_id as "planId", c.child_id as "childId", ${childName} as "childName",
        p.proposed_id as "proposedId", pr.name as "proposedName", s.outcome, ${stageTitle("s.stage")} as label,
        ${iso("s.recorded_at")} as "recordedAt", p.state, ${basesTo(records, sql`p.child_id`)} as bases
      from proposal_stage s
      join proposal p on p.area_id = s.area_id and p.proposal_id = s.proposal_id
      join practitioner pr on pr.area_id = p.area_id and pr.practitioner_id = p.proposed_id
      left join child c on c.area_id = p.area_id and c.child_id = p.child_id
      where s.area_id = ${who.areaId} and s.answered_by = ${who.practitionerId}
        and s.recorded_at > ${now}::timestamptz - interval '28 days'
      order by s.recorded_at desc, s.entry_id
      limit ${pageSize}`,
  );
};

export type LedRow = {
  readonly leadId: string;
  readonly planId: string;
  readonly basis: "by-agreement" | "by-law";
  readonly since: string;
  readonly childId: string | null;
  readonly childName: string | null;
  readonly openActions: number;
  readonly lateActions: number;
};

/** The plans this person leads, the longest held first, one more than a page holds. */
export const ledRows = ({ tx, who, today }: Records, after: Place | undefined) =>
  rowsOf<LedRow>(
    tx,
    sql`select l.lead_id as "leadId", l.plan_id as "planId", l.basis, ${iso("lower(l.during)")} as since,
        c.child_id as "childId", ${childName} as "childName",
        coalesce(a.open, 0)::int as "openActions", coalesce(a.late, 0)::int as "lateActions"
      from lead l
      left join lateral (select m.child_id from plan_member m where m.area_id = l.area_id and m.plan_id = l.plan_id
        order by m.added_at, m.child_id limit 1) m on true
      left join child c on c.area_id = l.area_id and c.child_id = m.child_id
      left join lateral (select count(*) as open, count(*) filter (where pa.due_on < ${today}::date) as late
        from plan_action pa where pa.area_id = l.area_id and pa.plan_id = l.plan_id and pa.state in ('planned', 'running')) a on true
      where l.area_id = ${who.areaId} and l.practitioner_id = ${who.practitionerId} and upper_inf(l.during)
        and ${after === undefined ? sql`true` : sql`(date_trunc('milliseconds', lower(l.during)), l.lead_id) > (${after.at}::timestamptz, ${after.id}::uuid)`}
      order by date_trunc('milliseconds', lower(l.during)), l.lead_id
      limit ${pageSize + 1}`,
  );

export type WithoutRow = {
  readonly planId: string;
  readonly since: string;
  readonly dueBy: string | null;
  readonly childId: string | null;
  readonly childName: string | null;
  readonly contactId: string | null;
  readonly contactName: string | null;
  /** Who led until their post ended. */
  readonly leftName: string | null;
  readonly agencyId: string | null;
  readonly agencyName: string | null;
  readonly agencyKind: string | null;
  readonly proposalId: string | null;
  readonly proposalState: "open" | "stopped" | "withdrawn" | "appointed" | null;
  readonly proposedName: string | null;
  readonly endedBecause: string | null;
  /** How far the child's family is engaged since the latest day, as whoever led recorded it. */
  readonly engagement: { readonly state: EngagementState; readonly on: LocalDate } | null;
  readonly basesOfPlan: readonly string[];
  /** What ties the reader to the child of the last proposal. */
  readonly basesOfProposal: readonly string[];
};

/** The plans a role looks over: a co-ordinator all of the area's, a service manager the agency's, a manager those of the people they manage. */
const lookedOver = ({ who, today }: Records) => {
  if (who.role === "coordinator") return sql`true`;
  const mine =
    who.role === "service-manager"
      ? sql`po.agency_id in (select own.agency_id from post own where own.area_id = ${who.areaId} and own.post_id = ${who.postId})`
      : sql`(po.line_manager_id = ${who.practitionerId} or po.practitioner_id = ${who.practitionerId}
          or po.team_id in (select t.team_id from team t where t.area_id = ${who.areaId} and t.manager_id = ${who.practitionerId}))`;
  return sql`exists (
    select 1 from post po where po.area_id = ${who.areaId} and ${mine}
      and (po.during @> ${today}::date or not exists (select 1 from post now where now.area_id = po.area_id
        and now.practitioner_id = po.practitioner_id and now.during @> ${today}::date))
      and (po.practitioner_id = k.practitioner_id or exists (select 1 from plan_practitioner pp
        where pp.area_id = pl.area_id and pp.plan_id = pl.plan_id and pp.practitioner_id = po.practitioner_id and upper_inf(pp.during))))`;
};

/** Open plans that need a lead and have none, or one whose post has ended, the nearest limit first, one more than a page holds. Nobody is named by it whom the reader may not see, and a child from whom they are held back is not counted. */
export const withoutLeadRows = (records: Records, after: Place | undefined) => {
  const { tx, who } = records;
  return rowsOf<WithoutRow>(
    tx,
    sql`select pl.plan_id as "planId", pl.lead_needed_since::text as since, ${iso("pl.lead_due_by")} as "dueBy",
        c.child_id as "childId", ${childName} as "childName",
        k.practitioner_id as "contactId", kp.name as "contactName",
        ka.agency_id as "agencyId", ka.name as "agencyName", ka.kind as "agencyKind",
        (select lp.name from lead l join practitioner lp on lp.area_id = l.area_id and lp.practitioner_id = l.practitioner_id
          where l.area_id = pl.area_id and l.plan_id = pl.plan_id and upper_inf(l.during)) as "leftName",
        last.proposal_id as "proposalId", last.state as "proposalState", last.name as "proposedName", last.ended_because as "endedBecause",
        (select json_build_object('state', e.state, 'on', e.since_on) from family_engagement e
          where e.area_id = pl.area_id and e.plan_id = pl.plan_id and e.child_id = c.child_id
          order by e.since_on desc, e.recorded_at desc, e.seen_id desc limit 1) as engagement,
        ${basesToPlan(records, sql`pl.plan_id`)} as "basesOfPlan", ${basesTo(records, sql`last.child_id`)} as "basesOfProposal"
      from plan pl
      left join contact_of_record k on k.area_id = pl.area_id and k.plan_id = pl.plan_id and upper_inf(k.during)
      left join practitioner kp on kp.area_id = k.area_id and kp.practitioner_id = k.practitioner_id
      left join lateral (select a.agency_id, a.name, a.kind from post po join agency a on a.area_id = po.area_id and a.agency_id = po.agency_id
        where po.area_id = k.area_id and po.practitioner_id = k.practitioner_id and po.during @> ${records.today}::date
        order by po.hours desc, po.post_id limit 1) ka on true
      left join lateral (select m.child_id from plan_member m where m.area_id = pl.area_id and m.plan_id = pl.plan_id
        order by m.added_at, m.child_id limit 1) m on true
      left join child c on c.area_id = pl.area_id and c.child_id = m.child_id
      left join lateral (select p.proposal_id, p.child_id, p.state, pr.name, p.ended_because from proposal p
        join practitioner pr on pr.area_id = p.area_id and pr.practitioner_id = p.proposed_id
        where p.area_id = pl.area_id and p.plan_id = pl.plan_id order by p.proposed_at desc limit 1) last on true
      where pl.area_id = ${who.areaId} and pl.state = 'open' and pl.lead_needed_since is not null
        and pl.plan_id <> all ((select plans_held_back_from_me())::uuid[])
        and not exists (select 1 from lead l join post lpo on lpo.area_id = l.area_id and lpo.practitioner_id = l.practitioner_id
            and lpo.during @> ${records.today}::date
          where l.area_id = pl.area_id and l.plan_id = pl.plan_id and upper_inf(l.during))
        and ${lookedOver(records)}
        and ${after === undefined ? sql`true` : sql`(coalesce(pl.lead_due_by, 'infinity'::timestamptz), pl.plan_id) > (${after.at}::timestamptz, ${after.id}::uuid)`}
      order by coalesce(pl.lead_due_by, 'infinity'::timestamptz), pl.plan_id
      limit ${pageSize + 1}`,
  );
};
