import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { wordsOnList } from "../vocabulary/part-words.ts";
import { codesOf } from "../vocabulary/term.ts";

const part = optional(prose({ max: limits.prose, enter: "Enter what they do" }));
const issued = {
  /** A child who is too young to be asked is not on the list, and it is written down why. */
  childIsAsked: z.enum(["yes", "no"], { error: "Choose whether the child is on the list" }),
  childsPart: part,
  childIsNotAskedBecause: optional(prose({ max: limits.prose, enter: "Enter why the child is not asked" })),
  familysPart: part,
  /** Who is at the meeting that settles it, where it is settled at one. */
  attends: z.array(IdSchema).max(100, "Choose 100 people or fewer").default([]),
};
const isAskedOrWhy = (of: { childIsAsked: "yes" | "no"; childIsNotAskedBecause?: string | undefined }) =>
  of.childIsAsked === "yes" || of.childIsNotAskedBecause !== undefined;
const notAskedWhy = { path: ["childIsNotAskedBecause"], message: "Enter why the child is not asked" };

export const IssueListOnScreen = z.object(issued).refine(isAskedOrWhy, notAskedWhy);
/** Issue the list of who does what, as the plan stands, to everybody on it (GIR-70, HIG-128). */
export const IssueList = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    planId: IdSchema,
    childId: IdSchema,
    /** The list that was on screen; left out for the first. Somebody else may have issued one meanwhile. */
    afterListId: IdSchema.optional(),
    ...issued,
  })
  .refine(isAskedOrWhy, notAskedWhy);
export type IssueList = z.infer<typeof IssueList>;

const said = {
  says: z.enum(codesOf(wordsOnList), { error: "Choose whether it is clear" }),
  words: optional(prose({ max: limits.prose, enter: "Enter the question" })),
};
const isSaid = ({ says, words }: { says: "clear" | "asks"; words?: string | undefined }) =>
  says === "clear" || words !== undefined;
const asksInWords = { path: ["words"], message: "Enter the question" };

export const SayOnListOnScreen = z.object(said).refine(isSaid, asksInWords);
/** Somebody on the list marks their own line as read and clear, or asks a question. */
export const SayOnList = z
  .object({ idempotencyKey: IdempotencyKeySchema, lineId: IdSchema, ...said })
  .refine(isSaid, asksInWords);
export type SayOnList = z.infer<typeof SayOnList>;

const ofLine = { idempotencyKey: IdempotencyKeySchema, planId: IdSchema, childId: IdSchema, lineId: IdSchema };
const heard = {
  ...said,
  name: optional(line({ max: limits.name, enter: "Enter who said it" })),
  /** How the lead had it: at a visit, by phone. */
  how: line({ max: limits.line, enter: "Enter how they said it" }),
  on: workingLifeDay("Enter the day"),
};
export const RecordOnListOnScreen = z.object(heard).refine(isSaid, asksInWords);
/** The lead writes down what child, family or somebody without an account says of the list. */
export const RecordOnList = z.object({ ...ofLine, ...heard }).refine(isSaid, asksInWords);
export type RecordOnList = z.infer<typeof RecordOnList>;

export const AnswerOnListOnScreen = z.object({ words: prose({ max: limits.prose, enter: "Enter the answer" }) });
/** The lead answers a question on the list. */
export const AnswerOnList = z.object({ ...ofLine, ...AnswerOnListOnScreen.shape });
export type AnswerOnList = z.infer<typeof AnswerOnList>;
