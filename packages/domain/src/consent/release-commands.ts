import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, PersonIdSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, optional, prose } from "../kernel/text.ts";
import { Told } from "../kernel/told.ts";
import { sharingBases, sharingReasons } from "../vocabulary/sharing-bases.ts";
import { codesOf } from "../vocabulary/term.ts";
import { itemKinds } from "./item-kinds.ts";

const release = {
  toId: PersonIdSchema,
  /** What it is shared for, in words that child and family are shown. A referral goes without. */
  purpose: optional(prose({ max: limits.prose, enter: "Enter what it is shared for" })),
  basis: z.enum(codesOf(sharingBases), { error: "Choose what the sharing rests on" }),
  /** On consent: whoever shares has read what was put to them, and this is part of it. */
  isPartOfAnswer: z.boolean().default(false),
  /** Who decided to share on another basis, how good the reason is, and the reason. */
  decidedById: PersonIdSchema.optional(),
  reason: z.enum(codesOf(sharingReasons)).optional(),
  reasonWords: optional(prose({ max: limits.prose, enter: "Enter the reason" })),
  /** The last day the other person may read it; left out where it lasts as long as its basis. */
  lastDay: workingLifeDay("Enter the last day it may be read").optional(),
  childTold: Told.default({ told: "not-yet" }),
  familyTold: Told.default({ told: "not-yet" }),
};

/** What the form about a release asks. */
export const ReleaseAsked = z.object(release);

/** Share one item of one's own agency with one person. */
export const ReleaseItem = z.object({
  idempotencyKey: IdempotencyKeySchema,
  childId: IdSchema,
  kind: z.enum(itemKinds),
  itemId: IdSchema,
  ...release,
});
export type ReleaseItem = z.infer<typeof ReleaseItem>;

/** Share on what was shared with oneself, with one person more: the same act, with a decision of its own. */
export const ShareOn = z.object({ idempotencyKey: IdempotencyKeySchema, releaseId: IdSchema, ...release });
export type ShareOn = z.infer<typeof ShareOn>;

/** Record that the child or the family was told what was shared, or why not. */
export const TellOfRelease = z.object({
  idempotencyKey: IdempotencyKeySchema,
  releaseId: IdSchema,
  whom: z.enum(["child", "family"]),
  told: Told,
});
export type TellOfRelease = z.infer<typeof TellOfRelease>;

/** Write down afterwards who decided to share, and why: a referral does not wait for it. */
export const CompleteRelease = z.object({
  idempotencyKey: IdempotencyKeySchema,
  releaseId: IdSchema,
  decidedById: PersonIdSchema,
  reason: z.enum(codesOf(sharingReasons), { error: "Choose how good the reason was" }),
  reasonWords: prose({ max: limits.prose, enter: "Enter the reason" }),
});
export type CompleteRelease = z.infer<typeof CompleteRelease>;
