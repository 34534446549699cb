import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { codesOf, vocabulary } from "../vocabulary/term.ts";
import { whoseWords } from "./their-word-commands.ts";

const ofPlan = { idempotencyKey: IdempotencyKeySchema, planId: IdSchema, childId: IdSchema };

/** Set an outcome of the plan, before anybody has an action towards it (GIR-4). */
export const SetOutcomeOnScreen = z.object({
  words: line({ max: limits.line, enter: "Enter what will be better" }),
});
export const SetOutcome = z.object({ ...ofPlan, ...SetOutcomeOnScreen.shape });
export type SetOutcome = z.infer<typeof SetOutcome>;

/** Take an outcome off the plan: it was reached, or is no longer what is wanted. */
export const EndOutcomeOnScreen = z.object({
  because: prose({ max: limits.prose, enter: "Enter why it is taken off the plan" }),
});
export const EndOutcome = z.object({
  idempotencyKey: IdempotencyKeySchema,
  outcomeId: IdSchema,
  ...EndOutcomeOnScreen.shape,
});
export type EndOutcome = z.infer<typeof EndOutcome>;

/** What became of two actions that do the same. */
export const overlapEndings = vocabulary({
  merged: { label: "They are merged into one" },
  stopped: { label: "One of them stops" },
  kept: { label: "Both go on side by side" },
});
const settled = {
  as: z.enum(codesOf(overlapEndings), { error: "Choose what becomes of the two" }),
  reason: optional(prose({ max: limits.prose, enter: "Enter why both go on" })),
};
const keptWithReason = ({ as, reason }: { as: keyof typeof overlapEndings; reason?: string | undefined }) =>
  as !== "kept" || reason !== undefined;
const whyKept = { path: ["reason"], message: "Enter why both go on" };
export const SettleOverlapOnScreen = z.object(settled).refine(keptWithReason, whyKept);
/** The lead settles an overlap: merged, one stops, or both are kept with a reason (GIR-34). */
export const SettleOverlap = z
  .object({ ...ofPlan, actionId: IdSchema, otherActionId: IdSchema, ...settled })
  .refine(keptWithReason, whyKept);
export type SettleOverlap = z.infer<typeof SettleOverlap>;

/** Post progress on an action of one's own (GIR-31). */
export const PostProgressOnScreen = z.object({
  words: prose({ max: limits.prose, enter: "Enter what was done" }),
  on: workingLifeDay("Enter the day"),
});
export const PostProgress = z.object({
  idempotencyKey: IdempotencyKeySchema,
  actionId: IdSchema,
  ...PostProgressOnScreen.shape,
});
export type PostProgress = z.infer<typeof PostProgress>;

/** Record what child or family think of the plan, in their words (GIR-75). */
export const RecordPlanViewOnScreen = z.object({
  words: prose({ max: limits.prose, enter: "Enter what they said, in their words" }),
  how: line({ max: limits.line, enter: "Enter how it was said" }),
  name: optional(line({ max: limits.name, enter: "Enter who said it" })),
  on: workingLifeDay("Enter the day"),
});
export const RecordPlanView = z.object({
  ...ofPlan,
  whose: z.enum(codesOf(whoseWords), { error: "Choose whose view it is" }),
  ...RecordPlanViewOnScreen.shape,
});
export type RecordPlanView = z.infer<typeof RecordPlanView>;

/** Answer a view: how it was taken into account, or why it was not followed. */
export const AnswerPlanViewOnScreen = z.object({
  words: prose({ max: limits.prose, enter: "Enter how it was taken into account, or why it was not followed" }),
  on: workingLifeDay("Enter the day"),
});
export const AnswerPlanView = z.object({ ...ofPlan, viewId: IdSchema, ...AnswerPlanViewOnScreen.shape });
export type AnswerPlanView = z.infer<typeof AnswerPlanView>;
