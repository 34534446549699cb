import {
  assessmentKinds,
  BeginAssessment,
  DomainError,
  deniedBecause,
  FinishAssessment,
  IdSchema,
  inWords,
  reasonsForAnother,
} from "@linchpin/domain";
import { z } from "zod";
import { ownAgency } from "../../own-agency.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { ControlView, TermView } from "../../views.ts";
import {
  type AssessmentRow,
  type AssessmentToldOf,
  addAssessment,
  assessmentsOf,
  assessmentsToldOf,
  finishRow,
  lockAssessment,
  lockChildren,
} from "./store.ts";

/**
 * Assessments of a child (BOL-8.5, CWDC-1.1b). Each is in the file of the agency that makes it: its people with a part in the
 * child's care read it, to anybody else it crosses as a release. Whoever begins one is shown first what there is.
 */

const AssessmentsView = z.object({
  /** Those of the reader's own agency. */
  assessments: z.array(
    z.object({
      assessmentId: z.string(),
      version: z.int(),
      kind: TermView,
      about: z.string(),
      agency: z.string(),
      begunOn: z.string(),
      /** Why it was begun beside one that there was. */
      another: z.object({ why: TermView, words: z.string().optional() }).optional(),
      done: z.object({ on: z.string(), found: z.string() }).optional(),
      by: z.string(),
      finish: ControlView,
    }),
  ),
  /** Those of other agencies of which the reader may know that there is one; `releaseId` where it was shared with them. */
  elsewhere: z.array(
    z.object({
      assessmentId: z.string(),
      kind: TermView,
      agency: z.string(),
      begunOn: z.string(),
      isDone: z.boolean(),
      releaseId: z.string().optional(),
    }),
  ),
  begin: ControlView,
});
const AssessmentDone = z.object({ assessmentId: z.string() });

const kindOf = (code: keyof typeof assessmentKinds) => ({ code, label: assessmentKinds[code].label });

const forChild = practitionerProcedure("assessment.read")
  .input(z.object({ childId: IdSchema }))
  .output(AssessmentsView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const own = await assessmentsOf(records, childId);
      const told = await assessmentsToldOf(records, childId);
      const denial = deniedBecause("assessment.record", records.who.role, held);
      const record = denial === undefined ? { may: true } : { may: false, why: denial.words };
      return {
        assessments: own.map((row) => ({
          ...ownView(row),
          finish: row.doneOn === null ? record : { may: false, why: "This assessment is finished." },
        })),
        elsewhere: told.map(({ assessmentId, kind, agency, begunOn, doneOn, releaseId }) => ({
          ...{ assessmentId, agency, begunOn },
          kind: kindOf(kind),
          isDone: doneOn !== null,
          ...(releaseId === null ? {} : { releaseId }),
        })),
        begin: record,
      };
    }),
  );

const ownView = ({ assessmentId, version, kind, about, agency, begunOn, by, ...row }: AssessmentRow) => ({
  ...{ assessmentId, version, about, agency, begunOn, by },
  kind: kindOf(kind),
  ...(row.another === null
    ? {}
    : {
        another: {
          why: { code: row.another, label: reasonsForAnother[row.another].label },
          ...(row.anotherWords === null ? {} : { words: row.anotherWords }),
        },
      }),
  ...(row.doneOn === null || row.found === null ? {} : { done: { on: row.doneOn, found: row.found } }),
});

/** Begins an assessment, where the book lets one be begun beside those the caller knows of; the child is held, so that two do not begin at once. */
const begin = practitionerProcedure("assessment.record")
  .input(BeginAssessment)
  .output(AssessmentDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, begunOn } = input;
      await records.authorise(childId);
      if (begunOn > records.today) refuseInput("begunOn", "Enter a day that is not in the future");
      await lockChildren(records, [childId]);
      const { agencyId } = await ownAgency(records);
      await refuseUnasked(records, input);
      const assessmentId = await addAssessment(records, input, agencyId);
      await records.audit("changed", "assessment.begun", { childId, detail: { assessment: assessmentId } });
      return { assessmentId };
    }),
  );

/** What there is stands in the way of a second common one while it is open, and asks of any other why it is needed. */
async function refuseUnasked(records: Records, { childId, kind, another }: BeginAssessment): Promise<void> {
  const { book } = records.book();
  if (book.silence("record.assessment-beside") !== undefined) return;
  const there: readonly (AssessmentRow | AssessmentToldOf)[] = [
    ...(await assessmentsOf(records, childId)),
    ...(await assessmentsToldOf(records, childId)),
  ];
  const decision = book.gate(
    "record.assessment-beside",
    {
      child: { id: childId },
      kind,
      existing: there.map((one) => ({ id: one.assessmentId, kind: one.kind, isOpen: one.doneOn === null })),
      reasonGiven: another !== undefined,
    },
    records.asAt,
  );
  const open = there.find((one) => one.kind === "common" && one.doneOn === null);
  if (decision.answer === "prevents" && open !== undefined)
    throw new DomainError({
      kind: "already",
      because: `A common assessment was begun on ${inWords(open.begunOn)} by ${open.agency}. Go on with that one.`,
    });
  if (decision.answer === "permits-if")
    refuseInput("another", "There is an assessment already. Read it first, then choose why another one is needed");
}

/** Finishes an assessment with what was found. */
const finish = practitionerProcedure("assessment.record")
  .input(FinishAssessment)
  .output(AssessmentDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { assessmentId, doneOn } = input;
      const row = await lockAssessment(records, assessmentId);
      await records.authorise(row.childId);
      if (row.doneOn !== null) throw new DomainError({ kind: "already", because: "This assessment is finished." });
      if (doneOn > records.today) refuseInput("doneOn", "Enter a day that is not in the future");
      if (doneOn < row.begunOn) refuseInput("doneOn", "Enter a day that is not before it began");
      await finishRow(records, input);
      await records.audit("changed", "assessment.finished", {
        childId: row.childId,
        detail: { assessment: assessmentId },
      });
      return { assessmentId };
    }),
  );

export const assessment = router({ forChild, begin, finish });
