import type {
  AssessmentKind,
  BeginAssessment,
  FinishAssessment,
  LocalDate,
  ReasonForAnother,
  ReasonToStopAssessing,
  StopAssessment,
} from "@linchpin/domain";
import { DomainError } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { assessment } from "../../db/schema/assessment.ts";
import type { Records } from "../../records.ts";

export { lockChildren } from "../people/reads.ts";
export { type AssessmentToldOf, assessmentsToldOf } from "./reads.ts";

export type AssessmentRow = {
  readonly assessmentId: string;
  readonly version: number;
  readonly kind: AssessmentKind;
  readonly about: string;
  readonly agencyId: string;
  readonly agency: string;
  readonly begunOn: LocalDate;
  readonly another: ReasonForAnother | null;
  readonly anotherWords: string | null;
  readonly doneOn: LocalDate | null;
  readonly found: string | null;
  readonly stoppedOn: LocalDate | null;
  readonly stoppedBecause: ReasonToStopAssessing | null;
  readonly stoppedWords: string | null;
  readonly by: string;
};

/** The assessments of a child that row security shows the caller, those of their own agency: the newest first. */
export const assessmentsOf = ({ tx, who }: Records, childId: string) =>
  rowsOf<AssessmentRow>(
    tx,
    sql`select a.assessment_id as "assessmentId", a.version, a.kind, a.about, a.agency_id as "agencyId", g.name as agency,
        a.begun_on::text as "begunOn", a.another, a.another_words as "anotherWords", a.done_on::text as "doneOn", a.found,
        a.stopped_on::text as "stoppedOn", a.stopped_because as "stoppedBecause", a.stopped_words as "stoppedWords",
        coalesce(p.name, 'Somebody who has left') as by
      from assessment a
      join agency g on g.area_id = a.area_id and g.agency_id = a.agency_id
      left join practitioner p on p.area_id = a.area_id and p.practitioner_id = a.recorded_by
      where a.area_id = ${who.areaId} and a.child_id = ${childId}
      order by a.begun_on desc, a.recorded_at desc, a.assessment_id desc limit 200`,
  );

export async function addAssessment(
  { tx, who, now, newId }: Records,
  { idempotencyKey: _, ...given }: BeginAssessment,
  agencyId: string,
): Promise<string> {
  const assessmentId = newId();
  await tx
    .insert(assessment)
    .values({ ...given, assessmentId, agencyId, areaId: who.areaId, recordedBy: who.practitionerId, recordedAt: now });
  return assessmentId;
}

/** Whose assessment of the caller's own agency it is. */
export async function childOfAssessment({ tx, who }: Records, assessmentId: string): Promise<string> {
  const [found] = await tx
    .select({ childId: assessment.childId })
    .from(assessment)
    .where(and(eq(assessment.areaId, who.areaId), eq(assessment.assessmentId, assessmentId)));
  if (found === undefined) throw new DomainError({ kind: "not-visible", what: "assessment" });
  return found.childId;
}

/** One assessment of the caller's own agency, held until the change is over. */
export async function lockAssessment({ tx, who }: Records, assessmentId: string) {
  const [found] = await tx
    .select({
      childId: assessment.childId,
      begunOn: assessment.begunOn,
      doneOn: assessment.doneOn,
      stoppedOn: assessment.stoppedOn,
    })
    .from(assessment)
    .where(and(eq(assessment.areaId, who.areaId), eq(assessment.assessmentId, assessmentId)))
    .for("update");
  if (found === undefined) throw new DomainError({ kind: "not-visible", what: "assessment" });
  return found;
}

export const finishRow = (
  records: Records,
  { assessmentId, version, doneOn, found }: FinishAssessment,
): Promise<void> => settleRow(records, { assessmentId, version }, { doneOn, found });

export const stopRow = (
  records: Records,
  { assessmentId, version, stoppedOn, stoppedBecause, stoppedWords = null }: StopRow,
): Promise<void> => settleRow(records, { assessmentId, version }, { stoppedOn, stoppedBecause, stoppedWords });
type StopRow = Omit<StopAssessment, "stoppedWords"> & { readonly stoppedWords?: string | null | undefined };

async function settleRow(
  { tx, who }: Records,
  { assessmentId, version }: Pick<FinishAssessment, "assessmentId" | "version">,
  settled: Partial<typeof assessment.$inferInsert>,
): Promise<void> {
  const kept = await tx
    .update(assessment)
    .set({ ...settled, version: version + 1 })
    .where(
      and(
        eq(assessment.areaId, who.areaId),
        eq(assessment.assessmentId, assessmentId),
        eq(assessment.version, version),
      ),
    )
    .returning({ assessmentId: assessment.assessmentId });
  if (kept.length === 0) throw new DomainError({ kind: "changed-since", what: "assessment" });
}
