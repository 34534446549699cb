import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, prose } from "../kernel/text.ts";
import {
  curriculumLevels,
  isOfCurriculum,
  keyEventKinds,
  milestoneAreas,
  milestoneSources,
  recordParts,
} from "../vocabulary/common-element.ts";
import { codesOf } from "../vocabulary/term.ts";

/** In how many characters an entry is made: it is a note, not a report. */
const most = 2000;
/** The oldest anybody here is: what is older was no child's milestone. */
const mostMonths = 19 * 12;

/** The day on which an entry of the former record was written; left out where it is written now. */
const writtenOn = workingLifeDay("Enter the day on which it was written").optional();

const keyEvent = {
  kind: z.enum(codesOf(keyEventKinds), { error: "Choose what happened" }),
  /** Left out where nobody knows any more: the area's documents say whether that may be (HIG-184, HIG-185). */
  happenedOn: workingLifeDay("Enter the day it happened").optional(),
  words: prose({ max: most, enter: "Enter what happened, in a few words" }),
  writtenOn,
};

const milestone = {
  area: z.enum(codesOf(milestoneAreas), { error: "Choose what it is in" }),
  words: prose({ max: most, enter: "Enter what the child can do or has done" }),
  reachedOn: workingLifeDay("Enter the day it was reached or reported").optional(),
  /** In whole months, where the day is not known; where it is, the day says when. */
  ageInMonths: z
    .int({ error: "Enter the age in whole months, like 30" })
    .min(0, "Enter the age in whole months, like 30")
    .max(mostMonths, `Enter an age of ${mostMonths} months or fewer`)
    .optional(),
  level: z.enum(codesOf(curriculumLevels), { error: "Choose the level" }).optional(),
  source: z.enum(codesOf(milestoneSources), { error: "Choose how it is known" }),
  writtenOn,
};

type Reached = Pick<z.infer<z.ZodObject<typeof milestone>>, "area" | "reachedOn" | "ageInMonths" | "level">;
const sayAt = (context: z.RefinementCtx) => (path: string, message: string) =>
  context.addIssue({ code: "custom", path: [path], message });

/** A level belongs to the curriculum. */
function fits({ area, level }: Reached, context: z.RefinementCtx): void {
  if (level !== undefined && !isOfCurriculum(area))
    sayAt(context)("level", "Choose a level for Curriculum for Excellence only");
}

/** Beside that, what is written now says when; what is from the former record stays as it was (HIG-184). */
function saysWhen(
  { reachedOn, ageInMonths, writtenOn: before }: Pick<Reached, "reachedOn" | "ageInMonths"> & { writtenOn?: unknown },
  context: z.RefinementCtx,
): void {
  if (reachedOn === undefined && ageInMonths === undefined && before === undefined)
    sayAt(context)("reachedOn", whenItWas);
}

/** What is asked of a milestone that says neither a day nor an age. */
export const whenItWas = "Enter the day it was reached, or the age";

/** What the forms ask. */
export const KeyEventOnScreen = z.object(keyEvent).superRefine(({ happenedOn, writtenOn: before }, context) => {
  if (happenedOn === undefined && before === undefined) sayAt(context)("happenedOn", "Enter the day it happened");
});
export const MilestoneOnScreen = z.object(milestone).superRefine(fits).superRefine(saysWhen);

const ofChild = { idempotencyKey: IdempotencyKeySchema, childId: IdSchema };
/** Why an entry is written anew. */
const because = line({ max: limits.line, enter: "Enter what is put right" });

/** Write down something that happened in a child's life (HIG-185). */
export const RecordKeyEvent = z.object({ ...ofChild, ...keyEvent });
export type RecordKeyEvent = z.infer<typeof RecordKeyEvent>;

/** Write down what a child can do, reached or achieved (HIG-185, HIG-16). */
export const RecordMilestone = z
  .object({ ...ofChild, ...milestone })
  .superRefine(fits)
  .superRefine(saysWhen);
export type RecordMilestone = z.infer<typeof RecordMilestone>;

const { writtenOn: _ofEvent, ...keyEventAnew } = keyEvent;
const { writtenOn: _ofMilestone, ...milestoneAnew } = milestone;

/** What the forms ask that put an entry right: when it was first written stays. */
export const KeyEventAnewOnScreen = z.object({ ...keyEventAnew, because });
export const MilestoneAnewOnScreen = z.object({ ...milestoneAnew, because }).superRefine(fits);

/** Put an entry right: as it read before stays on record. */
export const CorrectKeyEvent = z.object({
  idempotencyKey: IdempotencyKeySchema,
  eventId: IdSchema,
  because,
  ...keyEventAnew,
});
export type CorrectKeyEvent = z.infer<typeof CorrectKeyEvent>;
export const CorrectMilestone = z
  .object({ idempotencyKey: IdempotencyKeySchema, milestoneId: IdSchema, because, ...milestoneAnew })
  .superRefine(fits);
export type CorrectMilestone = z.infer<typeof CorrectMilestone>;

export const TakeBackEntryOnScreen = z.object({
  because: line({ max: limits.line, enter: "Enter why it is taken back" }),
});
/** Take back an entry that was made by mistake. */
export const TakeBackEntry = z.object({
  idempotencyKey: IdempotencyKeySchema,
  entryId: IdSchema,
  because: TakeBackEntryOnScreen.shape.because,
});
export type TakeBackEntry = z.infer<typeof TakeBackEntry>;

/** What the form about one part of one agency asks. */
export const ShareStageOnScreen = z
  .object({
    is: z.enum(["shared", "not-shared"], { error: "Choose whether it is shared" }),
    liveFrom: workingLifeDay("Enter the day from which it is shared").optional(),
  })
  .superRefine(({ is, liveFrom }, context) => {
    if (is === "shared" && liveFrom === undefined)
      context.addIssue({ code: "custom", path: ["liveFrom"], message: "Enter the day from which it is shared" });
  });

/** Say from which day an agency shares a part of the record, or that it does not (HIG-198). */
export const KeepStage = z.object({
  idempotencyKey: IdempotencyKeySchema,
  agencyId: IdSchema,
  part: z.enum(codesOf(recordParts), { error: "Choose which part" }),
  liveFrom: workingLifeDay("Enter the day from which it is shared").nullable(),
});
export type KeepStage = z.infer<typeof KeepStage>;

export const StartShapeOnScreen = z.object({ from: workingLifeDay("Enter the day from which it holds") });
/** Say from which day entries have the common shape: what was written before stays as it was (HIG-184). */
export const StartShape = z.object({ idempotencyKey: IdempotencyKeySchema, ...StartShapeOnScreen.shape });
export type StartShape = z.infer<typeof StartShape>;
