import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { codesOf, vocabulary } from "../vocabulary/term.ts";

/** What an assessment of a child is: the one that services share, or one agency's own. */
export const assessmentKinds = vocabulary({
  common: { label: "Common assessment" },
  specialist: { label: "Specialist assessment" },
});
export type AssessmentKind = keyof typeof assessmentKinds;

/** Why another assessment is begun beside one there is (BOL-8.5). */
export const reasonsForAnother = vocabulary({
  "other-question": { label: "It asks what the other one did not" },
  "out-of-date": { label: "Too much has changed since the other one" },
  "asked-by-law": { label: "A law asks for this one" },
  "family-asked": { label: "The child or family asked for it" },
  other: { label: "Another reason" },
});
export type ReasonForAnother = keyof typeof reasonsForAnother;

const begins = {
  kind: z.enum(codesOf(assessmentKinds), { error: "Choose what kind of assessment it is" }),
  about: line({ max: limits.line, enter: "Enter what it looks at" }),
  begunOn: workingLifeDay("Enter the day it began"),
  /** Asked where there is one already. */
  another: optional(z.enum(codesOf(reasonsForAnother), { error: "Choose why another assessment is needed" })),
  anotherWords: optional(prose({ max: limits.prose, enter: "Enter why another assessment is needed" })),
};
type Begins = { another?: ReasonForAnother | undefined; anotherWords?: string | undefined };
const otherInWords = ({ another, anotherWords }: Begins) => another !== "other" || anotherWords !== undefined;
const inWords = { path: ["anotherWords"], message: "Enter why another assessment is needed" };

export const BeginAssessmentOnScreen = z.object(begins).refine(otherInWords, inWords);
/** Begin an assessment of a child, with why where there is one already (BOL-8.5). */
export const BeginAssessment = z
  .object({ idempotencyKey: IdempotencyKeySchema, childId: IdSchema, ...begins })
  .refine(otherInWords, inWords);
export type BeginAssessment = z.infer<typeof BeginAssessment>;

export const FinishAssessmentOnScreen = z.object({
  doneOn: workingLifeDay("Enter the day it was finished"),
  found: prose({ max: limits.prose, enter: "Enter what was found, strengths beside needs" }),
});
/** Finish an assessment: what was found, and from which day. */
export const FinishAssessment = z.object({
  idempotencyKey: IdempotencyKeySchema,
  assessmentId: IdSchema,
  version: VersionSchema,
  ...FinishAssessmentOnScreen.shape,
});
export type FinishAssessment = z.infer<typeof FinishAssessment>;

/** Why an assessment was stopped. */
export const reasonsToStopAssessing = vocabulary({
  "by-mistake": { label: "It was begun by mistake" },
  "family-asked": { label: "The child or family do not want it any more" },
  "passed-on": { label: "Another service goes on with it" },
  "not-needed": { label: "It is not needed any more" },
  other: { label: "Another reason" },
});
export type ReasonToStopAssessing = keyof typeof reasonsToStopAssessing;

const stops = {
  stoppedOn: workingLifeDay("Enter the day it was stopped"),
  stoppedBecause: z.enum(codesOf(reasonsToStopAssessing), { error: "Choose why it was stopped" }),
  stoppedWords: optional(prose({ max: limits.prose, enter: "Enter why it was stopped" })),
};
type Stops = { stoppedBecause: ReasonToStopAssessing; stoppedWords?: string | undefined };
const whyInWords = ({ stoppedBecause, stoppedWords }: Stops) =>
  stoppedBecause !== "other" || stoppedWords !== undefined;
const saysWhy = { path: ["stoppedWords"], message: "Enter why it was stopped" };

export const StopAssessmentOnScreen = z.object(stops).refine(whyInWords, saysWhy);
/** Stop an open assessment: it stays on record with why, and stands in the way of no other. */
export const StopAssessment = z
  .object({ idempotencyKey: IdempotencyKeySchema, assessmentId: IdSchema, version: VersionSchema, ...stops })
  .refine(whyInWords, saysWhy);
export type StopAssessment = z.infer<typeof StopAssessment>;
