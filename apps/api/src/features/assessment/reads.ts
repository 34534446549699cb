import {
  type AssessmentKind,
  assessmentKinds,
  deniedBecause,
  type LocalDate,
  lastDayOf,
  localDate,
} from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import type { Records } from "../../records.ts";
import type { RecordsOfCaseView } from "../../views.ts";
import { answersThatStand } from "./answers-store.ts";

export type AssessmentToldOf = {
  readonly assessmentId: string;
  readonly kind: AssessmentKind;
  readonly begunOn: LocalDate;
  readonly doneOn: LocalDate | null;
  readonly agency: string;
  /** Where it was shared with the caller, and may still be read. */
  readonly releaseId: string | null;
};

/**
 * Assessments in other agencies' files of which the caller is told: that there is one, where an answer that is in force
 * covers the caller's agency, or where it was shared with them. Of any other, nothing.
 */
export const assessmentsToldOf = ({ tx }: Records, childId: string) =>
  rowsOf<AssessmentToldOf>(
    tx,
    sql`select t.assessment_id as "assessmentId", t.kind, t.begun_on::text as "begunOn", t.done_on::text as "doneOn", t.agency,
      t.release_id as "releaseId" from assessments_told_of(${childId}) t order by t.begun_on desc, t.assessment_id desc limit 200`,
  );

type Found = Pick<AssessmentToldOf, "assessmentId" | "kind" | "begunOn" | "releaseId"> & {
  readonly agency: string;
  readonly isOwn: boolean;
};

/** How many of each are shown where a case opens: the pages they lead to have them all. */
const most = 20;

/** The records that a case rests on beside its lead, as far as the reader may know of each: assessments, and consent to share (CWDC-1.1b). */
export async function recordsOfCase(
  records: Records,
  { childId, held }: { readonly childId: string; readonly held: readonly string[] },
): Promise<RecordsOfCaseView> {
  const { tx, who } = records;
  const may = (act: "assessment.read" | "consent.read") => deniedBecause(act, who.role, held) === undefined;
  const assessments = may("assessment.read")
    ? await rowsOf<Found>(
        tx,
        sql`select * from (
            select a.assessment_id as "assessmentId", a.kind, a.begun_on::text as "begunOn", null::uuid as "releaseId", g.name as agency, true as "isOwn"
              from assessment a join agency g on g.area_id = a.area_id and g.agency_id = a.agency_id
              where a.area_id = ${who.areaId} and a.child_id = ${childId} and a.stopped_on is null
            union all
            select t.assessment_id, t.kind, t.begun_on::text, t.release_id, t.agency, false from assessments_told_of(${childId}) t) of
          order by of."begunOn" desc, of."assessmentId" desc limit ${most}`,
      )
    : [];
  const answers = may("consent.read") ? await answersThatStand(records, childId) : [];
  const consents = answers.filter(({ answer }) => answer === "given").toSorted(lastToEndFirst);
  return {
    childId,
    mayReadAssessments: may("assessment.read"),
    mayReadConsent: may("consent.read"),
    assessments: assessments.map(({ assessmentId, kind, begunOn, releaseId, agency, isOwn }) => ({
      ...{ assessmentId, agency, isOwn, on: begunOn },
      kind: { code: kind, label: assessmentKinds[kind].label },
      ...(releaseId === null ? {} : { releaseId }),
    })),
    consents: consents.slice(0, most).map(({ answeredBy, during: { until } }) => ({
      by: answeredBy,
      ...(until === undefined ? {} : { lastDay: lastDayOf(until) }),
    })),
    saidNo: answers.some(({ answer }) => answer === "refused"),
  };
}

/** A day after every day that there is, for an answer without a last one. */
const never = localDate("9999-12-31");
type Lasts = { readonly during: { readonly until?: LocalDate | undefined } };
const lastToEndFirst = ({ during: one }: Lasts, { during: other }: Lasts) =>
  (other.until ?? never).localeCompare(one.until ?? never);
