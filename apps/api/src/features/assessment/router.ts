import {
  assessmentKinds,
  BeginAssessment,
  DomainError,
  deniedBecause,
  FinishAssessment,
  IdSchema,
  inWords,
  reasonsForAnother,
  reasonsToStopAssessing,
  StopAssessment,
} from "@linchpin/domain";
import { z } from "zod";
import { ownAgency } from "../../own-agency.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { ControlView, TermView } from "../../views.ts";
import { endSharesOfItem } from "../consent/follows.ts";
import {
  type AssessmentRow,
  type AssessmentToldOf,
  addAssessment,
  assessmentsOf,
  assessmentsToldOf,
  childOfAssessment,
  finishRow,
  lockAssessment,
  lockChildren,
  stopRow,
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
      /** Stopped before it was finished. */
      stopped: z.object({ on: z.string(), because: TermView, words: z.string().optional() }).optional(),
      by: z.string(),
      /** To finish it, or to stop it. */
      settle: ControlView,
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
          settle: isOpen(row) ? record : { may: false, why: whyNotOpen(row) },
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
  ...(row.stoppedOn === null || row.stoppedBecause === null
    ? {}
    : {
        stopped: {
          on: row.stoppedOn,
          because: { code: row.stoppedBecause, label: reasonsToStopAssessing[row.stoppedBecause].label },
          ...(row.stoppedWords === null ? {} : { words: row.stoppedWords }),
        },
      }),
});

type Settled = Pick<AssessmentRow, "doneOn" | "stoppedOn">;
const isOpen = ({ doneOn, stoppedOn }: Settled): boolean => doneOn === null && stoppedOn === null;
const whyNotOpen = ({ doneOn }: Settled): string =>
  doneOn === null ? "This assessment was stopped." : "This assessment is finished.";

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
    ...(await assessmentsOf(records, childId)).filter(({ stoppedOn }) => stoppedOn === null),
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
  if (decision.answer === "prevents" || decision.answer === "unknown")
    throw new DomainError({ kind: "rule-prevents", decision });
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
      const row = await openAssessment(records, assessmentId);
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

/** Stops an open assessment. Unless another service goes on with it, it is shared with nobody any more. */
const stop = practitionerProcedure("assessment.record")
  .input(StopAssessment)
  .output(AssessmentDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { assessmentId, stoppedOn, stoppedBecause } = input;
      // whoever shares it at the same moment is before this or after it: a share of what was stopped would not end
      await lockChildren(records, [await childOfAssessment(records, assessmentId)]);
      const { childId, begunOn } = await openAssessment(records, assessmentId);
      if (stoppedOn > records.today) refuseInput("stoppedOn", "Enter a day that is not in the future");
      if (stoppedOn < begunOn) refuseInput("stoppedOn", "Enter a day that is not before it began");
      await stopRow(records, input);
      // where another service goes on with it, it reads on what was shared with it
      if (stoppedBecause !== "passed-on")
        await endSharesOfItem(
          records,
          { childId, kind: "assessment", itemId: assessmentId },
          "Whoever shared it ended it",
        );
      await records.audit("changed", "assessment.stopped", { childId, detail: { assessment: assessmentId } });
      return { assessmentId };
    }),
  );

/** An open assessment of the caller's own agency, held until the change is over. */
async function openAssessment(records: Records, assessmentId: string) {
  const row = await lockAssessment(records, assessmentId);
  await records.authorise(row.childId);
  if (!isOpen(row)) throw new DomainError({ kind: "already", because: whyNotOpen(row) });
  return row;
}

export const assessment = router({ forChild, begin, finish, stop });
