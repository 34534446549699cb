import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, prose } from "../kernel/text.ts";
import { codesOf, vocabulary } from "../vocabulary/term.ts";

/** What a child or a family asks or reports (CWDC-2.10b, GIR-30). */
export const familyWords = vocabulary({
  question: { label: "A question" },
  concern: { label: "A concern about the help or the plan" },
  change: { label: "A change of circumstances" },
});
export type FamilyWord = keyof typeof familyWords;

/** What whoever leads says of a change that the family reported. */
export const changeMarks = vocabulary({
  "plan-affected": { label: "The plan is affected" },
  "plan-not-affected": { label: "The plan is not affected" },
});
export type ChangeMark = keyof typeof changeMarks;

const said = {
  kind: z.enum(codesOf(familyWords), { error: "Choose what it is" }),
  raisedBy: line({ max: limits.line, enter: "Enter who asked or told it, such as the mother" }),
  raisedOn: workingLifeDay("Enter the day they said it"),
  words: prose({ max: limits.prose, enter: "Enter what they said, in their own words" }),
};

/** What the form about a family's words asks. */
export const FamilyWordOnScreen = z.object(said);

/** Log what a child or family asked, or a change that they reported. */
export const LogFamilyWord = z.object({ idempotencyKey: IdempotencyKeySchema, childId: IdSchema, ...said });
export type LogFamilyWord = z.infer<typeof LogFamilyWord>;

const answer = {
  answer: prose({ max: limits.prose, enter: "Enter what they were answered" }),
  answeredOn: workingLifeDay("Enter the day they were answered"),
};

/** What the form about an answer asks. */
export const FamilyAnswerOnScreen = z.object(answer);

const one = { idempotencyKey: IdempotencyKeySchema, wordId: IdSchema, version: VersionSchema };

/** Record what the family was answered, and when. */
export const AnswerFamily = z.object({ ...one, ...answer });
export type AnswerFamily = z.infer<typeof AnswerFamily>;

const mark = {
  mark: z.enum(codesOf(changeMarks), { error: "Choose whether the plan is affected" }),
  /** What is planned anew, or why nothing is. */
  because: prose({ max: limits.prose, enter: "Enter what is planned anew, or why the plan is not affected" }),
};

/** What the form about a mark asks. */
export const ChangeMarkOnScreen = z.object(mark);

/** Mark whether the plan is affected by a change that the family reported. */
export const MarkChange = z.object({ ...one, ...mark });
export type MarkChange = z.infer<typeof MarkChange>;
