import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { codesOf, vocabulary } from "../vocabulary/term.ts";

const phone = (enter: string) => line({ max: 40, enter });
const text = (enter: string) => optional(prose({ max: limits.line, enter }));

const route = {
  team: line({ max: limits.name, enter: "Enter who is asked, such as the duty team" }),
  phone: phone("Enter the telephone number in office hours"),
  hours: text("Enter the office hours"),
  afterHoursTeam: optional(line({ max: limits.name, enter: "Enter who is asked out of hours" })),
  afterHoursPhone: phone("Enter the telephone number out of hours"),
  writeTo: text("Enter where to write"),
  words: optional(prose({ max: 2000, enter: "Enter what people of this area need to know" })),
};

/** What the form about the area's safeguarding route asks. */
export const ReferralRouteOnScreen = z.object(route);

/** Keep whom people of this area ask when a child may be at risk of harm, in and out of hours (WIG-4b). */
export const KeepReferralRoute = z.object({
  idempotencyKey: IdempotencyKeySchema,
  /** The version that the page showed; none where nothing was recorded. */
  version: VersionSchema.optional(),
  ...route,
});
export type KeepReferralRoute = z.infer<typeof KeepReferralRoute>;

/** How a referral was made. */
export const referralWays = vocabulary({
  phone: { label: "By telephone" },
  "in-person": { label: "In person" },
  form: { label: "By form or letter" },
  email: { label: "By email" },
});
export type ReferralWay = keyof typeof referralWays;

const referral = {
  madeOn: workingLifeDay("Enter the day the referral was made"),
  madeAt: optional(
    z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, "Enter the time as hours and minutes, like 16:40"),
  ),
  toWhom: line({ max: limits.line, enter: "Enter who took the referral" }),
  way: z.enum(codesOf(referralWays), { error: "Choose how it was made" }),
  /** May be written down straight afterwards: nothing waits for it. */
  whatFor: optional(prose({ max: limits.prose, enter: "Enter what it was made for" })),
  /** It is about somebody who works with the child or may read this record: then nobody but its maker reads it, and nobody is told. */
  isAboutStaff: z.boolean().default(false),
};

/** What the form about a referral asks. */
export const ReferralOnScreen = z.object(referral);

/** Record that a safeguarding referral was made: when, to whom, by whom and what for. */
export const RecordReferral = z.object({ idempotencyKey: IdempotencyKeySchema, childId: IdSchema, ...referral });
export type RecordReferral = z.infer<typeof RecordReferral>;

/** What is added to a referral later. */
export const referralWords = vocabulary({
  "said-back": { label: "What was said back" },
  "what-for": { label: "What it was made for" },
});
export type ReferralWord = keyof typeof referralWords;

const word = {
  kind: z.enum(codesOf(referralWords), { error: "Choose what you add" }),
  on: workingLifeDay("Enter the day"),
  by: optional(line({ max: limits.line, enter: "Enter who said it" })),
  words: prose({ max: limits.prose, enter: "Enter what was said" }),
};

/** What the form about a later word asks. */
export const ReferralWordOnScreen = z.object(word);

/** Add what was said back, or what a referral was made for. */
export const AddToReferral = z.object({ idempotencyKey: IdempotencyKeySchema, referralId: IdSchema, ...word });
export type AddToReferral = z.infer<typeof AddToReferral>;
