import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { limits, prose } from "../kernel/text.ts";
import { Told } from "../kernel/told.ts";

/** Take a yes back: it holds until now, what rests on it ends with it, and what was shared stays on record. */
export const TakeBackConsent = z.object({
  idempotencyKey: IdempotencyKeySchema,
  consentId: IdSchema,
  version: VersionSchema,
  because: prose({ max: limits.prose, enter: "Enter what they said, or why it is taken back" }),
  /** Whether the family heard what was shared before and cannot be undone. */
  familyTold: Told,
});
export type TakeBackConsent = z.infer<typeof TakeBackConsent>;

/** Record what was owed after a yes was taken back: that the family heard what stays, or what was decided of actions. */
export const SettleTakenBack = z.object({
  idempotencyKey: IdempotencyKeySchema,
  dutyId: IdSchema,
  words: prose({ max: limits.prose, enter: "Enter what was said or decided" }),
});
export type SettleTakenBack = z.infer<typeof SettleTakenBack>;
