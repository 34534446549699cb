import type { DayRange } from "@linchpin/domain";
import { aliasedTable, and, desc, eq, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { engagementException, practitioner } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";
import { lockPlan } from "../plan/reads.ts";
import { childrenSeen } from "../workload/reads.ts";

const approver = aliasedTable(practitioner, "approver");
const ender = aliasedTable(practitioner, "ender");

/** How many of a person's exceptions a page shows: the latest. */
const mostShown = 50;

const columns = {
  exceptionId: engagementException.exceptionId,
  practitionerId: engagementException.practitionerId,
  planId: engagementException.planId,
  reason: engagementException.reason,
  planToReplace: engagementException.planToReplace,
  approvedBy: engagementException.approvedBy,
  approvedByName: approver.name,
  during: engagementException.during,
  endedBecause: engagementException.endedBecause,
  endedBy: engagementException.endedBy,
  endedByName: ender.name,
};

export type ExceptionRow = {
  readonly exceptionId: string;
  readonly practitionerId: string;
  readonly planId: string;
  readonly reason: string;
  readonly planToReplace: string;
  readonly approvedBy: string;
  readonly approvedByName: string;
  readonly during: DayRange;
  readonly endedBecause: string | null;
  readonly endedBy: string | null;
  readonly endedByName: string | null;
};

const rows = ({ tx, who }: Records) =>
  tx
    .select(columns)
    .from(engagementException)
    .innerJoin(
      approver,
      and(eq(approver.areaId, who.areaId), eq(approver.practitionerId, engagementException.approvedBy)),
    )
    .leftJoin(ender, and(eq(ender.areaId, who.areaId), eq(ender.practitionerId, engagementException.endedBy)))
    .$dynamic();

const current = ({ who }: Records) =>
  and(eq(engagementException.areaId, who.areaId), isNull(engagementException.supersededAt));

/** A person's exceptions, the latest first; those that ran out or were ended among them. */
export const exceptionsOfPerson = (records: Records, practitionerId: string): Promise<readonly ExceptionRow[]> =>
  rows(records)
    .where(and(current(records), eq(engagementException.practitionerId, practitionerId)))
    .orderBy(desc(sql`lower(${engagementException.during})`), desc(engagementException.exceptionId))
    .limit(mostShown);

/** One exception as it stands; undefined where there is none, or it was replaced. */
export async function exceptionOf(records: Records, exceptionId: string): Promise<ExceptionRow | undefined> {
  const [found] = await rows(records).where(and(current(records), eq(engagementException.exceptionId, exceptionId)));
  return found;
}

/** Of the plans of exceptions, the children the caller may see. */
export const childrenOfExceptions = (records: Records, found: readonly ExceptionRow[]) =>
  childrenSeen(
    records,
    found.map(({ planId }) => planId),
  );

/** The plan, held until the transaction ends: two senior managers do not approve the same days twice. */
export const planToExcept = (records: Records, planId: string) => lockPlan(records, planId);

type Part = { readonly is_on_plan: boolean; readonly is_hosted: boolean };

/** Whether somebody works on a plan now, and whether the caller's organisation is one that hosts them. */
export async function partOf(
  { tx, who, today }: Records,
  { practitionerId, planId }: { readonly practitionerId: string; readonly planId: string },
): Promise<{ readonly isOnPlan: boolean; readonly isHosted: boolean }> {
  const [found] = await rowsOf<Part>(
    tx,
    sql`select
        exists (select 1 from plan_practitioner s where s.area_id = ${who.areaId} and s.plan_id = ${planId}
          and s.practitioner_id = ${practitionerId} and upper_inf(s.during))
        or exists (select 1 from lead l where l.area_id = ${who.areaId} and l.plan_id = ${planId}
          and l.practitioner_id = ${practitionerId} and upper_inf(l.during)) as is_on_plan,
        exists (select 1 from post theirs join post mine on mine.area_id = theirs.area_id and mine.agency_id = theirs.agency_id
          where theirs.area_id = ${who.areaId} and theirs.practitioner_id = ${practitionerId} and theirs.during @> ${today}::date
            and mine.post_id = ${who.postId}) as is_hosted`,
  );
  return { isOnPlan: found?.is_on_plan ?? false, isHosted: found?.is_hosted ?? false };
}

/** The last day of an exception for this person and plan that has days in common with these; undefined where none has. */
export async function overlapping(
  records: Records,
  { practitionerId, planId }: { readonly practitionerId: string; readonly planId: string },
  during: DayRange,
): Promise<DayRange | undefined> {
  const [found] = await records.tx
    .select({ during: engagementException.during })
    .from(engagementException)
    .where(
      and(
        current(records),
        eq(engagementException.practitionerId, practitionerId),
        eq(engagementException.planId, planId),
        sql`${engagementException.during} && daterange(${during.from}::date, ${during.until ?? null}::date)`,
      ),
    )
    .orderBy(desc(sql`upper(${engagementException.during})`))
    .limit(1);
  return found?.during;
}

type NewException = Omit<
  typeof engagementException.$inferInsert,
  "areaId" | "exceptionId" | "recordedAt" | "supersededAt"
>;

/** Keeps an exception. Gives its id. */
export async function keepException({ tx, who, now, newId }: Records, exception: NewException): Promise<string> {
  const exceptionId = newId();
  await tx.insert(engagementException).values({ ...exception, areaId: who.areaId, exceptionId, recordedAt: now });
  return exceptionId;
}

/**
 * Ends an exception today: the row closes, and where it held on some days already a row that ends with yesterday takes
 * its place. Gives the id of the row that says so, undefined where somebody else was first.
 */
export async function cutException(records: Records, of: ExceptionRow, because: string): Promise<string | undefined> {
  const { tx, who, now, today } = records;
  const closed = await tx
    .update(engagementException)
    .set({ supersededAt: now, endedBecause: because, endedBy: who.practitionerId })
    .where(and(current(records), eq(engagementException.exceptionId, of.exceptionId)))
    .returning({ exceptionId: engagementException.exceptionId });
  if (closed.length === 0) return undefined;
  const { practitionerId, planId, reason, planToReplace, approvedBy, during } = of;
  if (during.from >= today) return of.exceptionId; // it never held
  return keepException(records, {
    practitionerId,
    planId,
    reason,
    planToReplace,
    approvedBy,
    during: { from: during.from, until: today },
    endedBecause: because,
    endedBy: who.practitionerId,
  });
}

/** Who is told of an exception: the person, those who manage them, and the area's co-ordinators. */
export async function toldOf({ tx, who, today }: Records, practitionerId: string): Promise<readonly string[]> {
  const found = await rowsOf<{ readonly id: string }>(
    tx,
    sql`select ${practitionerId}::uuid as id
      union select m.id from post po
        left join team t on t.area_id = po.area_id and t.team_id = po.team_id
        cross join lateral unnest(array[po.line_manager_id, t.manager_id]) as m (id)
        where po.area_id = ${who.areaId} and po.practitioner_id = ${practitionerId} and po.during @> ${today}::date and m.id is not null
      union select practitioner_id from post
        where area_id = ${who.areaId} and role = 'coordinator' and during @> ${today}::date`,
  );
  return found.map(({ id }) => id).filter((id) => id !== who.practitionerId);
}
