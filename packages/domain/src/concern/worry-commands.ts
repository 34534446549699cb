import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { codesOf } from "../vocabulary/term.ts";
import { worryPlaces } from "./brought.ts";

/** Whose words a worry is in. */
export const worrySenders = {
  staff: { label: "My own" },
  child: { label: "The child's, as they said or wrote it" },
  "parent-or-carer": { label: "A parent's or carer's" },
} as const;
export type WorrySender = keyof typeof worrySenders;

const worry = {
  establishmentId: z.uuid({ error: "Choose the school, nursery or clinic" }),
  /** The child's name, as far as whoever passes it on knows it: never a link to a record. */
  about: line({ max: limits.name, enter: "Enter the child's name, as far as you know it" }),
  group: optional(line({ max: limits.name, enter: "Enter the class" })),
  words: prose({ max: 2000, enter: "Enter what worries you" }),
  /** Whose worry it is: families have no way in of their own, and what they write is passed on for them (HIG-67). */
  from: z.enum(codesOf(worrySenders), { error: "Choose whose worry it is" }).default("staff"),
  /** About school or home; nobody has to say. */
  aboutPlace: z.enum(codesOf(worryPlaces)).optional(),
  /** The child chose to talk to whoever passes it on (HIG-68). */
  childChoseMe: z.boolean().default(false),
};

/** What the form about a worry asks. */
export const WorryOnScreen = z.object(worry);

/** Pass a worry on to a child's named person, without knowing who that is. */
export const PassWorryOn = z.object({ idempotencyKey: IdempotencyKeySchema, ...worry });
export type PassWorryOn = z.infer<typeof PassWorryOn>;

/** Say which child of the roll a worry is about. */
export const PlaceWorry = z.object({
  idempotencyKey: IdempotencyKeySchema,
  worryId: IdSchema,
  version: VersionSchema,
  childId: z.uuid({ error: "Choose the child" }),
});
export type PlaceWorry = z.infer<typeof PlaceWorry>;

/** Say that a worry is about no child of this roll: another place's, or nobody who can be found. */
export const PlaceWorryElsewhere = z.object({
  idempotencyKey: IdempotencyKeySchema,
  worryId: IdSchema,
  version: VersionSchema,
  /** The place whose roll the child may be on; left out where nobody could be found. */
  establishmentId: IdSchema.optional(),
  because: prose({ max: 2000, enter: "Enter what you did to find the child" }),
});
export type PlaceWorryElsewhere = z.infer<typeof PlaceWorryElsewhere>;

/** Record that a child would rather talk to somebody who knows their background, culture or language (HIG-69). */
export const RecordWish = z.object({
  idempotencyKey: IdempotencyKeySchema,
  concernId: IdSchema,
  version: VersionSchema,
  wish: line({ max: limits.line, enter: "Enter whom the child would rather talk to, in their words" }),
  on: workingLifeDay("Enter the day the child said so"),
});
export type RecordWish = z.infer<typeof RecordWish>;

/** Log whom the child was offered, and their yes or no. */
export const RecordOffer = z.object({
  idempotencyKey: IdempotencyKeySchema,
  concernId: IdSchema,
  version: VersionSchema,
  offered: line({ max: limits.line, enter: "Enter whom the child was offered" }),
  on: workingLifeDay("Enter the day it was offered"),
  answer: z.enum(["yes", "no"], { error: "Choose whether the child said yes or no" }).optional(),
});
export type RecordOffer = z.infer<typeof RecordOffer>;
