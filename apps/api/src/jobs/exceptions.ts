import { dayOf, inWords, type LocalDate, lastDayOf, momentAt } from "@linchpin/domain";
import { and, eq, isNull, like, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { rowsOf } from "../db/asked.ts";
import type { Handle } from "../db/database.ts";
import { insertMany } from "../db/many.ts";
import { duty, notice, outbox } from "../db/schema/change.ts";
import { planMember } from "../db/schema/plan.ts";
import { auditEntry, chronologyEntry } from "../db/schema/record.ts";
import type { ClockOfException } from "../outbox.ts";

/** Acts of what a line manager owes before and after an exception ends. */
const replaces = "lead-professional.replace-%";

type Exception = {
  readonly exceptionId: string;
  readonly planId: string;
  readonly practitionerId: string;
  readonly name: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly approvedBy: string;
  readonly approvedByName: string;
  readonly endedBy: string | null;
  readonly endedByName: string | null;
  readonly isReplaced: boolean;
};

type Turn = {
  readonly tx: Handle;
  readonly areaId: string;
  readonly at: string;
  readonly clock: ClockOfException;
  readonly exception: Exception;
  readonly leads: boolean;
};

/**
 * Does what an exception comes to at one of its moments: it was approved, it began, another lead has to be found, it
 * lapsed, it was ended. One that was replaced, or whose plan is closed, comes to nothing any more.
 */
export async function turnException(tx: Handle, areaId: string, at: string, clock: ClockOfException): Promise<void> {
  const exception = await exceptionOf(tx, areaId, clock.exceptionId);
  if (exception === undefined || (exception.isReplaced && clock.step !== "ended")) return;
  const turn = { tx, areaId, at, clock, exception, leads: await leadsNow(tx, areaId, exception) };
  switch (clock.step) {
    case "replace":
      if (turn.leads) await oweReplacing(turn);
      return;
    case "lapsed":
      if (turn.leads) await lapse(turn);
      return;
    case "ended":
      await write(turn);
      if (turn.leads) await oweReplacing(turn);
      return;
    default:
      await write(turn);
  }
}

/** An exception of a plan that is open, whether or not another row took its place. */
async function exceptionOf(tx: Handle, areaId: string, exceptionId: string): Promise<Exception | undefined> {
  const [found] = await rowsOf<Exception>(
    tx,
    sql`select e.exception_id as "exceptionId", e.plan_id as "planId", e.practitioner_id as "practitionerId", p.name,
        lower(e.during)::text as "from", upper(e.during)::text as "until", e.approved_by as "approvedBy",
        (select a.name from practitioner a where a.area_id = e.area_id and a.practitioner_id = e.approved_by) as "approvedByName",
        e.ended_by as "endedBy",
        (select x.name from practitioner x where x.area_id = e.area_id and x.practitioner_id = e.ended_by) as "endedByName",
        e.superseded_at is not null as "isReplaced"
      from engagement_exception e
      join practitioner p on p.area_id = e.area_id and p.practitioner_id = e.practitioner_id
      join plan on plan.area_id = e.area_id and plan.plan_id = e.plan_id and plan.state = 'open'
      where e.area_id = ${areaId} and e.exception_id = ${exceptionId}`,
  );
  return found;
}

async function leadsNow(
  tx: Handle,
  areaId: string,
  { planId, practitionerId }: { readonly planId: string; readonly practitionerId: string },
): Promise<boolean> {
  const [found] = await rowsOf<{ readonly leads: boolean }>(
    tx,
    sql`select exists (select 1 from lead where area_id = ${areaId} and plan_id = ${planId}
      and practitioner_id = ${practitionerId} and upper_inf(during)) as leads`,
  );
  return found?.leads ?? false;
}

/** The step as the chronology of each of the plan's children reads it. Of why it was approved it says nothing. */
function words({ clock, exception }: Turn): { readonly title: string; readonly detail: string } {
  const { name } = exception;
  const from = inWords(exception.from);
  const to = inWords(lastDayOf(exception.until));
  switch (clock.step) {
    case "approved":
      return { title: `${name} may lead on this plan for a time`, detail: `By exception, from ${from} to ${to}.` };
    case "began":
      return { title: `The exception for ${name} to lead on this plan began`, detail: `It ends on ${to}.` };
    case "lapsed":
      return {
        title: `The exception for ${name} lapsed while ${name} leads`,
        detail: `It ended on ${to}. ${name} stays the family's contact until another leads. This counts as a breach.`,
      };
    default:
      return {
        title: `The exception for ${name} to lead on this plan was ended`,
        detail: "Whoever leads now stays the family's contact until another leads.",
      };
  }
}

async function write(turn: Turn): Promise<void> {
  const { tx, areaId, at, clock, exception } = turn;
  const { planId, practitionerId, exceptionId } = exception;
  const members = await tx
    .select({ childId: planMember.childId })
    .from(planMember)
    .where(and(eq(planMember.areaId, areaId), eq(planMember.planId, planId)));
  const isEnd = clock.step === "ended" && exception.endedBy !== null;
  const act = `lead-professional.exception-${clock.step}`;
  await insertMany(
    tx,
    chronologyEntry,
    members.map(({ childId }) => ({
      ...words(turn),
      areaId,
      entryId: newId(),
      childId,
      planId,
      act,
      byId: (isEnd ? exception.endedBy : null) ?? exception.approvedBy,
      byName: (isEnd ? exception.endedByName : null) ?? exception.approvedByName,
      happenedAt: at,
      recordedAt: at,
    })),
  );
  await tx.insert(auditEntry).values({
    areaId,
    entryId: newId(),
    at,
    act,
    outcome: "system",
    planId,
    detail: { exceptionId, practitionerId },
  });
}

/** Who manages somebody on this day, at each of their posts; and the area's co-ordinators. */
async function managersOf({ tx, areaId, at, exception }: Turn) {
  const today = dayOf(momentAt(at));
  return rowsOf<{ readonly id: string; readonly is_line: boolean }>(
    tx,
    sql`select distinct coalesce(po.line_manager_id, t.manager_id) as id, true as is_line from post po
        left join team t on t.area_id = po.area_id and t.team_id = po.team_id
        where po.area_id = ${areaId} and po.practitioner_id = ${exception.practitionerId} and po.during @> ${today}::date
          and coalesce(po.line_manager_id, t.manager_id) is not null
      union select practitioner_id, false from post
        where area_id = ${areaId} and role = 'coordinator' and during @> ${today}::date`,
  );
}

async function tell({ tx, areaId, at, exception }: Turn, people: readonly string[], act: string, said: string) {
  await insertMany(
    tx,
    notice,
    [...new Set(people)].map((practitionerId) => ({
      areaId,
      noticeId: newId(),
      practitionerId,
      planId: exception.planId,
      act,
      words: said,
      at,
    })),
  );
}

/** The line managers' task, once: where it is open already nothing is added. */
async function oweReplacing(turn: Turn): Promise<void> {
  const { tx, areaId, at, clock, exception } = turn;
  if (clock.owed === undefined) return;
  const { planId } = exception;
  const open = await tx
    .select({ dutyId: duty.dutyId })
    .from(duty)
    .where(and(eq(duty.areaId, areaId), eq(duty.planId, planId), isNull(duty.doneAt), like(duty.act, replaces)));
  if (open.length > 0) return;
  const { owed, dueBy } = clock;
  const managers = (await managersOf(turn)).filter(({ is_line }) => is_line).map(({ id }) => id);
  const rows = (managers.length > 0 ? managers : [exception.approvedBy]).map((owedBy) => ({
    areaId,
    dutyId: newId(),
    planId,
    ...owed,
    owedBy,
    onAccountOf: exception.approvedBy,
    recordedAt: at,
    ...(dueBy === undefined ? {} : { dueBy }),
  }));
  await tx.insert(duty).values(rows);
  if (dueBy !== undefined)
    await tx.insert(outbox).values(
      rows.map(({ dutyId }) => ({
        areaId,
        outboxId: newId(),
        kind: "clock" as const,
        payload: { dutyId },
        dueAt: dueBy,
        recordedAt: at,
      })),
    );
  const said = `${exception.name} leads a plan by exception. ${owed.because}`;
  await tell(
    turn,
    rows.map(({ owedBy }) => owedBy),
    owed.act,
    said,
  );
}

/** The lapse is a breach: it is in the chronology and the audit, on the managers' desks, and the co-ordinators hear of it. */
async function lapse(turn: Turn): Promise<void> {
  await write(turn);
  await oweReplacing(turn);
  const { name, practitionerId, approvedBy } = turn.exception;
  const people = [practitionerId, approvedBy, ...(await managersOf(turn)).map(({ id }) => id)];
  await tell(
    turn,
    people,
    "lead-professional.exception-lapsed",
    `Exemption lapsed: ${name} leads a plan and the exception for it has ended. Another lead has to be found now.`,
  );
}
