import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, prose } from "../kernel/text.ts";
import { codesOf, vocabulary } from "../vocabulary/term.ts";

/** How far a family trusts and takes part in the help, as whoever leads sees it (CWDC-2.10a). Nobody is marked down by it. */
export const engagementStates = vocabulary({
  "not-engaged": { label: "Not engaged" },
  tentative: { label: "Tentative" },
  engaged: { label: "Engaged" },
});
export type EngagementState = keyof typeof engagementStates;

export const RecordEngagementOnScreen = z.object({
  state: z.enum(codesOf(engagementStates), { error: "Choose how far the family is engaged" }),
  on: workingLifeDay("Enter the day from which it is so"),
  note: prose({ max: limits.prose, enter: "Enter what shows it" }),
});
/** Whoever leads records how far a child's family is engaged, from which day, with what shows it. */
export const RecordEngagement = z.object({
  idempotencyKey: IdempotencyKeySchema,
  planId: IdSchema,
  childId: IdSchema,
  ...RecordEngagementOnScreen.shape,
});
export type RecordEngagement = z.infer<typeof RecordEngagement>;
