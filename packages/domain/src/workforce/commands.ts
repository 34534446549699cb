import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, PersonIdSchema, VersionSchema } from "../kernel/id.ts";
import { addDays } from "../kernel/local-date.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, prose } from "../kernel/text.ts";
import { standingFacts } from "./model.ts";

/** The pool is decided for a reason, whichever way. */
const pool = standingFacts.pool.extend({ reason: prose({ max: limits.prose, enter: "Enter the reason" }) });

/** Record one fact of a practitioner's standing; it takes the place of what was recorded of that kind before. */
export const RecordStanding = z.object({
  idempotencyKey: IdempotencyKeySchema,
  practitionerId: IdSchema,
  /** The row this was based on; left out where nothing of the kind was recorded. */
  supersedes: IdSchema.optional(),
  standing: z.discriminatedUnion(
    "kind",
    [
      z.object({ kind: z.literal("enhanced-check"), fact: standingFacts["enhanced-check"] }),
      z.object({ kind: z.literal("qualification"), fact: standingFacts.qualification }),
      z.object({ kind: z.literal("development"), fact: standingFacts.development }),
      z.object({ kind: z.literal("recommendation"), fact: standingFacts.recommendation }),
      z.object({ kind: z.literal("training"), fact: standingFacts.training }),
      z.object({
        kind: z.literal("information-sharing-training"),
        fact: standingFacts["information-sharing-training"],
      }),
      z.object({ kind: z.literal("first-led"), fact: standingFacts["first-led"] }),
      z.object({ kind: z.literal("mentor"), fact: standingFacts.mentor }),
      z.object({ kind: z.literal("engagement"), fact: standingFacts.engagement }),
      z.object({ kind: z.literal("pool"), fact: pool }),
      z.object({ kind: z.literal("workplace"), fact: standingFacts.workplace }),
      z.object({ kind: z.literal("skills"), fact: standingFacts.skills }),
    ],
    { error: "Choose what you are recording" },
  ),
});
export type RecordStanding = z.infer<typeof RecordStanding>;

/** Let one person lead on one plan for a time, where the kind of engagement would bar it. */
export const ApproveException = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    practitionerId: IdSchema,
    planId: z.uuid({ version: "v7", error: "Choose a plan" }),
    reason: prose({ max: limits.prose, enter: "Enter the exceptional circumstances" }),
    planToReplace: prose({ max: limits.prose, enter: "Enter how a permanent lead will be found" }),
    from: workingLifeDay("Enter the first day"),
    lastDay: workingLifeDay("Enter the last day"),
  })
  .refine(({ from, lastDay }) => lastDay >= from, {
    path: ["lastDay"],
    message: "Enter a day that is not before the first",
  })
  .refine(({ from, lastDay }) => lastDay < addDays(from, 366), {
    path: ["lastDay"],
    message: "Enter a day within a year of the first",
  });
export type ApproveException = z.infer<typeof ApproveException>;

/** End an exception before its last day. */
export const EndException = z.object({
  idempotencyKey: IdempotencyKeySchema,
  exceptionId: IdSchema,
  reason: prose({ max: limits.prose, enter: "Enter why the exception ends" }),
});
export type EndException = z.infer<typeof EndException>;

/** The chief officer names a senior manager of their organisation, from a day and, where it is known, to one (WIG-9.2.1). */
export const NameSeniorManager = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    practitionerId: PersonIdSchema,
    from: workingLifeDay("Enter the first day"),
    lastDay: workingLifeDay("Enter the last day").optional(),
  })
  .refine(({ from, lastDay }) => lastDay === undefined || lastDay >= from, {
    path: ["lastDay"],
    message: "Enter a day that is not before the first",
  });
export type NameSeniorManager = z.infer<typeof NameSeniorManager>;

/** End the time somebody is senior manager, with its last day. Yesterday ends it at once. */
export const EndSeniorManager = z.object({
  idempotencyKey: IdempotencyKeySchema,
  namingId: IdSchema,
  lastDay: workingLifeDay("Enter the last day"),
  reason: prose({ max: limits.prose, enter: "Enter why it ends" }),
});
export type EndSeniorManager = z.infer<typeof EndSeniorManager>;

/** End somebody's post with its last day: they leave, or move to another post. */
export const EndPost = z.object({
  idempotencyKey: IdempotencyKeySchema,
  postId: IdSchema,
  version: VersionSchema,
  lastDay: workingLifeDay("Enter the last day in the post"),
  reason: prose({ max: limits.prose, enter: "Enter why the post ends" }),
});
export type EndPost = z.infer<typeof EndPost>;
