import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { limits, line, prose } from "../kernel/text.ts";

/** Let somebody with a light account read the summary of one child's plan and send updates (CWDC-3.10). */
export const InviteContributor = z.object({
  idempotencyKey: IdempotencyKeySchema,
  childId: IdSchema,
  /** Their row on the plan: the invitation ends with it. */
  planPractitionerId: IdSchema,
});
export type InviteContributor = z.infer<typeof InviteContributor>;

export const EndContributionOnScreen = z.object({
  contributorId: IdSchema,
  because: line({ max: limits.line, enter: "Enter why they are not asked any more" }),
});
/** Take an invitation back: from that moment its summary is not read and nothing is sent by it. What was sent stays. */
export const EndContribution = z.object({ idempotencyKey: IdempotencyKeySchema, ...EndContributionOnScreen.shape });
export type EndContribution = z.infer<typeof EndContribution>;

export const SendUpdateOnScreen = z.object({
  words: prose({ max: limits.prose, enter: "Enter what whoever leads the plan should know" }),
});
/** Send an update to whoever leads the plan: kept on it as the contributor's own words, with the day (CWDC-3.10). */
export const SendUpdate = z.object({
  idempotencyKey: IdempotencyKeySchema,
  contributorId: IdSchema,
  ...SendUpdateOnScreen.shape,
});
export type SendUpdate = z.infer<typeof SendUpdate>;
