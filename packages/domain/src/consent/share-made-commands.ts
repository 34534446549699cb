import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { Told } from "../kernel/told.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import { sharingBases, sharingReasons } from "../vocabulary/sharing-bases.ts";
import { codesOf } from "../vocabulary/term.ts";

const agency = z.enum(codesOf(agencyKinds), { error: "Choose the service" });

/** How what nothing covers is settled. */
export const shareSettlings = {
  released: { label: "It may stand, on a basis" },
  "taken-back": { label: "It was taken back" },
  "was-right": { label: "It was right as it was, and this is why" },
} as const;
export type ShareSettling = keyof typeof shareSettlings;

const share = {
  what: line({ max: limits.line, enter: "Enter what was shared" }),
  toWhom: line({ max: limits.line, enter: "Enter with whom it was shared" }),
  toAgency: agency,
  why: line({ max: limits.line, enter: "Enter what it was shared for" }),
  sharedOn: workingLifeDay("Enter the day it was shared"),
  basis: z.enum(["none", ...codesOf(sharingBases)] as const, { error: "Choose what it rested on" }),
  /** Without consent: how good the reason is, and the reason. */
  reason: z.enum(codesOf(sharingReasons)).optional(),
  reasonWords: optional(prose({ max: limits.prose, enter: "Enter the reason" })),
  /** Whether the family was told of it, or why not. */
  familyTold: Told.default({ told: "not-yet" }),
};

/** What the form about a share by another way asks. */
export const ShareMadeOnScreen = z.object(share);

/** Write down that something left by another way: a letter, an email, a call. */
export const RecordShareMade = z.object({ idempotencyKey: IdempotencyKeySchema, childId: IdSchema, ...share });
export type RecordShareMade = z.infer<typeof RecordShareMade>;

/** Record that the family was told of what left by another way, or why not (HIG-24). */
export const TellOfShareMade = z.object({ idempotencyKey: IdempotencyKeySchema, shareId: IdSchema, told: Told });
export type TellOfShareMade = z.infer<typeof TellOfShareMade>;

const settling = {
  as: z.enum(codesOf(shareSettlings), { error: "Choose how it is settled" }),
  /** What it stands on, where it may stand. */
  basis: z.enum(codesOf(sharingBases)).optional(),
  because: prose({ max: limits.prose, enter: "Enter why" }),
};

export const SettleShareOnScreen = z.object(settling);

/** Settle what no consent and no exception covers. */
export const SettleShareMade = z.object({
  idempotencyKey: IdempotencyKeySchema,
  shareId: IdSchema,
  version: VersionSchema,
  ...settling,
});
export type SettleShareMade = z.infer<typeof SettleShareMade>;

export const serviceAnswers = {
  agreed: { label: "They agree" },
  refused: { label: "They do not agree" },
  undecided: { label: "They have not decided" },
} as const;
export type ServiceAnswer = keyof typeof serviceAnswers;

const answered = {
  service: agency,
  answer: z.enum(codesOf(serviceAnswers), { error: "Choose what they said" }),
  answeredBy: z.enum(["child", "parent-or-carer"], { error: "Choose who answered" }),
  on: workingLifeDay("Enter the day they answered"),
  how: line({ max: limits.line, enter: "Enter how they were asked" }),
};

export const ServiceAnswerOnScreen = z.object(answered);

/** Record what the young person or the family said when asked whether a new service may come in (BOL-4.14). */
export const RecordServiceAnswer = z.object({
  idempotencyKey: IdempotencyKeySchema,
  childId: IdSchema,
  ...answered,
});
export type RecordServiceAnswer = z.infer<typeof RecordServiceAnswer>;
