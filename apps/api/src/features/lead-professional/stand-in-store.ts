import type { LocalDate, StandInReason } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { endedNow, lasts } from "../../db/lasting.ts";
import { actingLead, deputy } from "../../db/schema/lead-professional.ts";
import type { Records } from "../../records.ts";

export type DeputyHeld = {
  readonly deputyId: string;
  readonly planId: string;
  readonly practitionerId: string;
  readonly name: string;
  readonly agreedOn: LocalDate;
  /** Whether the line manager accepted them with a reason although they own no work on the plan. */
  readonly byManagersReason: boolean;
};

export type StandInHeld = {
  readonly actingLeadId: string;
  readonly planId: string;
  readonly practitionerId: string;
  readonly name: string;
  readonly as: "deputy" | "interim";
  readonly reason: StandInReason;
  /** Who led when this began: whose absence it is. */
  readonly leadId: string | null;
  readonly since: string;
  readonly until: string | null;
  readonly expectedBackOn: LocalDate | null;
};

const iso = (of: string) => sql.raw(`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

const deputies = (records: Records, where: ReturnType<typeof sql>) =>
  rowsOf<DeputyHeld>(
    records.tx,
    sql`select d.deputy_id as "deputyId", d.plan_id as "planId", d.practitioner_id as "practitionerId", p.name, d.agreed_on::text as "agreedOn",
        d.by_managers_reason as "byManagersReason"
      from deputy d join practitioner p on p.area_id = d.area_id and p.practitioner_id = d.practitioner_id
      where d.area_id = ${records.who.areaId} and upper_inf(d.during) and ${where}`,
  );

/** Who is deputy on a plan now. */
export const deputyOf = async (records: Records, planId: string) =>
  (await deputies(records, sql`d.plan_id = ${planId}`))[0];

/** The deputy of that row, while they are. */
export const deputyRow = async (records: Records, deputyId: string) =>
  (await deputies(records, sql`d.deputy_id = ${deputyId}`))[0];

const standIns = (records: Records, where: ReturnType<typeof sql>) =>
  rowsOf<StandInHeld>(
    records.tx,
    sql`select a.acting_lead_id as "actingLeadId", a.plan_id as "planId", a.practitioner_id as "practitionerId", p.name, a."as",
        (select w.why from why_leads_were_away(a.plan_id) w where w.of_row = a.acting_lead_id) as reason,
        (select l.practitioner_id from lead l where l.area_id = a.area_id and l.plan_id = a.plan_id and l.during @> lower(a.during)) as "leadId",
        ${iso("lower(a.during)")} as since, ${iso("upper(a.during)")} as until, a.expected_back_on::text as "expectedBackOn"
      from acting_lead a join practitioner p on p.area_id = a.area_id and p.practitioner_id = a.practitioner_id
      where a.area_id = ${records.who.areaId} and ${where}
      order by lower(a.during) desc limit 20`,
  );

/** Who stood in for a plan's lead, the last twenty times; the present one, with no end, first. */
export const standInsOf = (records: Records, planId: string) => standIns(records, sql`a.plan_id = ${planId}`);

/** Who stands in by that row, while they do. */
export const standInRow = async (records: Records, actingLeadId: string) =>
  (await standIns(records, sql`a.acting_lead_id = ${actingLeadId} and upper_inf(a.during)`))[0];

/** Agrees somebody as deputy from now on; whoever was before stops in the same instant. */
export async function putDeputy(
  records: Records,
  given: Pick<DeputyHeld, "planId" | "practitionerId" | "agreedOn" | "byManagersReason">,
): Promise<void> {
  const { tx, who, now } = records;
  await endDeputyOf(records, given.planId);
  await tx.insert(deputy).values({
    ...given,
    areaId: who.areaId,
    deputyId: records.newId(),
    during: sql`tstzrange(greatest(${now}::timestamptz, coalesce((select max(upper(d.during)) from deputy d
      where d.area_id = ${who.areaId} and d.plan_id = ${given.planId}), ${now}::timestamptz)), null)`,
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}

export const endDeputyOf = ({ tx, who, now }: Records, planId: string) =>
  tx
    .update(deputy)
    .set({ during: endedNow(deputy.during, now) })
    .where(and(eq(deputy.areaId, who.areaId), eq(deputy.planId, planId), lasts(deputy.during)));

type Begun = Pick<StandInHeld, "planId" | "practitionerId" | "as" | "reason"> & {
  readonly expectedBackOn: LocalDate | undefined;
};

/** Puts somebody in for the lead from now on. A second one at the same time is refused by the database. */
export async function beginStandIn(records: Records, { expectedBackOn, ...given }: Begun): Promise<string> {
  const { tx, who, now } = records;
  const actingLeadId = records.newId();
  await tx.insert(actingLead).values({
    ...given,
    areaId: who.areaId,
    actingLeadId,
    expectedBackOn: expectedBackOn ?? null,
    during: sql`tstzrange(greatest(${now}::timestamptz, coalesce((select max(upper(a.during)) from acting_lead a
      where a.area_id = ${who.areaId} and a.plan_id = ${given.planId}), ${now}::timestamptz)), null)`,
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
  return actingLeadId;
}

/** Ends that anybody stands in on a plan. Gives the rows it ended. */
export async function endStandInOf({ tx, who, now }: Records, planId: string): Promise<readonly string[]> {
  const ended = await tx
    .update(actingLead)
    .set({ during: endedNow(actingLead.during, now) })
    .where(and(eq(actingLead.areaId, who.areaId), eq(actingLead.planId, planId), lasts(actingLead.during)))
    .returning({ actingLeadId: actingLead.actingLeadId });
  return ended.map(({ actingLeadId }) => actingLeadId);
}
