import type { AgencyKind, CopyHolder, LocalDate } from "@linchpin/domain";
import { and, eq, isNull, like, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { duty } from "../../db/schema/change.ts";
import { planAgreed, planCopyMark } from "../../db/schema/sent-copy.ts";
import type { Records } from "../../records.ts";

type OfPlan = { readonly planId: string; readonly childId: string };

/** A copy since the plan was agreed: sent from here, or handed over on paper. */
export type CopyGiven = {
  readonly whom: CopyHolder;
  readonly name: string;
  readonly way: "handed-over" | "post" | "secure-email" | "on-paper";
  readonly on: LocalDate;
  readonly receivedOn: LocalDate | null;
  readonly sentCopyId: string | null;
};

export type LeftOut = {
  readonly whom: CopyHolder;
  readonly because: string;
  readonly by: string;
  readonly on: LocalDate;
};

export type CopyList = {
  readonly agreed: { readonly on: LocalDate; readonly by: string } | null;
  readonly copies: readonly CopyGiven[];
  /** The last word on each who gets none. */
  readonly leftOut: readonly LeftOut[];
  /** The agencies with an open action on the plan, the named person's and the lead's (HD-9). */
  readonly agencies: readonly AgencyKind[];
  readonly leadId: string | null;
  readonly leadsFrom: AgencyKind | null;
};

const dayOfThe = (of: string) => sql.raw(`to_char((${of} at time zone 'Europe/London')::date, 'YYYY-MM-DD')`);
const kindOf = (person: string) =>
  sql.raw(`(select ag.kind from post po join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
    where po.area_id = ${person}.area_id and po.practitioner_id = ${person}.practitioner_id
      and po.during @> (app_now() at time zone 'Europe/London')::date order by po.hours desc, po.post_id limit 1)`);

/**
 * Who has a copy of what was agreed, whoever asks: what is owed must not hang on what its asker may see. A reader from whom
 * it is kept where the child is gets none of it.
 */
export const copyListOf = (records: Records, { planId, childId }: OfPlan): Promise<CopyList> =>
  areaWide(records.tx, async () => {
    const { areaId } = records.who;
    const [found] = await rowsOf<CopyList>(
      records.tx,
      sql`with agreed as (
          select a.agreed_on, a.recorded_by from plan_agreed a
          where a.area_id = ${areaId} and a.plan_id = ${planId} and a.child_id = ${childId}
          order by a.agreed_on desc, a.recorded_at desc limit 1),
        marks as (select m.* from plan_copy_mark m where m.area_id = ${areaId} and m.plan_id = ${planId} and m.child_id = ${childId}),
        copies as (
          select case s.recipient_kind when 'child' then 'child' when 'carer' then 'family' else coalesce(s.recipient_agency, 'other') end as whom,
            s.recipient_name as name, s.way, (s.sent_at at time zone 'Europe/London')::date as on_day,
            case when s.way = 'handed-over' then (s.sent_at at time zone 'Europe/London')::date
              else (select m.received_on from marks m where m.sent_copy_id = s.sent_copy_id order by m.recorded_at desc limit 1) end as received_on,
            s.sent_copy_id, s.sent_at as at
          from sent_copy s where s.area_id = ${areaId} and s.plan_id = ${planId} and s.child_id = ${childId} and s.kind = 'plan'
          union all
          select m.whom, coalesce(m.name, ''), 'on-paper', m.handed_over_on, m.received_on, null, m.recorded_at
          from marks m where m.handed_over_on is not null)
        select (select json_build_object('on', a.agreed_on, 'by', coalesce(p.name, 'Somebody who has left')) from agreed a
            left join practitioner p on p.area_id = ${areaId} and p.practitioner_id = a.recorded_by) as agreed,
          coalesce((select json_agg(json_build_object('whom', c.whom, 'name', c.name, 'way', c.way, 'on', c.on_day, 'receivedOn', c.received_on, 'sentCopyId', c.sent_copy_id)
            order by c.on_day, c.at) from copies c where c.on_day >= (select agreed_on from agreed)), '[]'::json) as copies,
          coalesce((select json_agg(json_build_object('whom', m.whom, 'because', m.left_out_because, 'by', coalesce(p.name, 'Somebody who has left'), 'on', ${dayOfThe("m.recorded_at")}))
            from (select distinct on (whom) * from marks where left_out_because is not null
              and (recorded_at at time zone 'Europe/London')::date >= (select agreed_on from agreed) order by whom, recorded_at desc) m
            left join practitioner p on p.area_id = m.area_id and p.practitioner_id = m.recorded_by), '[]'::json) as "leftOut",
          coalesce((select json_agg(distinct k.kind) from (
            select ag.kind from plan_action x join agency ag on ag.area_id = x.area_id and ag.agency_id = x.agency_id
              where x.area_id = ${areaId} and x.plan_id = ${planId} and x.child_id = ${childId} and x.state in ('planned', 'running')
            union select ${kindOf("n")} from named_person n where n.area_id = ${areaId} and n.child_id = ${childId} and n.during @> app_now()
            union select ${kindOf("l")} from lead l where l.area_id = ${areaId} and l.plan_id = ${planId} and l.during @> app_now()
          ) k where k.kind is not null), '[]'::json) as agencies,
          (select l.practitioner_id from lead l where l.area_id = ${areaId} and l.plan_id = ${planId} and l.during @> app_now()) as "leadId",
          (select ${kindOf("l")} from lead l where l.area_id = ${areaId} and l.plan_id = ${planId} and l.during @> app_now()) as "leadsFrom"`,
    );
    return found ?? { agreed: null, copies: [], leftOut: [], agencies: [], leadId: null, leadsFrom: null };
  });

export async function addAgreed({ tx, who, now, newId }: Records, of: OfPlan, agreedOn: LocalDate): Promise<void> {
  await tx.insert(planAgreed).values({
    ...of,
    areaId: who.areaId,
    agreedId: newId(),
    agreedOn,
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}

type NewMark = Omit<typeof planCopyMark.$inferInsert, "areaId" | "markId" | "recordedBy" | "recordedAt">;

export async function addMark({ tx, who, now, newId }: Records, mark: NewMark): Promise<void> {
  await tx
    .insert(planCopyMark)
    .values({ ...mark, areaId: who.areaId, markId: newId(), recordedBy: who.practitionerId, recordedAt: now });
}

const ofCopies = ({ who }: Records, { planId, childId }: OfPlan) =>
  and(
    eq(duty.areaId, who.areaId),
    eq(duty.planId, planId),
    eq(duty.childId, childId),
    like(duty.act, "plan.send-copy-to-%"),
    isNull(duty.doneAt),
  );

/** What is owed by now for a plan's copies, whoever owes it. */
export const owedForCopies = (records: Records, of: OfPlan): Promise<readonly { readonly act: string }[]> =>
  areaWide(records.tx, () => records.tx.select({ act: duty.act }).from(duty).where(ofCopies(records, of)));

/** Closes what is owed for some of a plan's copies. */
export async function closeOwedForCopies(records: Records, of: OfPlan, acts: readonly string[]): Promise<void> {
  for (const act of acts)
    await areaWide(records.tx, () =>
      records.tx
        .update(duty)
        .set({ doneAt: records.now })
        .where(and(ofCopies(records, of), eq(duty.act, act))),
    );
}
