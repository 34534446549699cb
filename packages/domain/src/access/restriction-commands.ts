import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";

/** Where letters and calls go while it is kept private where the child is. */
export const SafeContact = z
  .object({
    name: line({ max: limits.name, enter: "Enter the name of the safe contact" }),
    address: optional(prose({ max: 500, enter: "Enter the address letters go to" })),
    phone: optional(line({ max: 40, enter: "Enter the phone number" })),
  })
  .refine(({ address, phone }) => address !== undefined || phone !== undefined, {
    path: ["address"],
    message: "Enter an address or a phone number of the safe contact",
  });
export type SafeContact = z.infer<typeof SafeContact>;

const why = prose({ max: limits.prose, enter: "Enter why" });
const reader = z.object({ practitionerId: IdSchema, because: why });

const said = {
  reason: prose({ max: limits.prose, enter: "Enter the reason" }),
  /** Who answers for it and looks at it again: whoever records it, or a colleague with a part in the child's care. */
  ownerId: z.uuid({ error: "Choose who answers for it" }),
  /** The day by which the owner looks at it again: at most 90 days off. */
  reviewOn: workingLifeDay("Enter the day by which it is looked at again"),
  /** Who may know what is kept, besides the owner. */
  readers: z.array(reader).max(20, "Name 20 people or fewer").default([]),
};

const kinds = [
  z.object({ kind: z.literal("whereabouts"), safeContact: SafeContact, ...said }),
  z.object({
    kind: z.literal("contact-risk"),
    adult: line({ max: limits.name, enter: "Enter the adult's name" }),
    ...said,
  }),
] as const;

/** What the form about a restriction asks. */
export const NewRestriction = z.discriminatedUnion("kind", kinds, { error: "Choose what is to be kept private" });
export type NewRestriction = z.infer<typeof NewRestriction>;

const ofChild = { idempotencyKey: IdempotencyKeySchema, childId: IdSchema };
/** Keep from most people where a child is, or record an adult who must not be brought near. */
export const RestrictChild = z.discriminatedUnion("kind", [kinds[0].extend(ofChild), kinds[1].extend(ofChild)], {
  error: "Choose what is to be kept private",
});
export type RestrictChild = z.infer<typeof RestrictChild>;

/** Look at a restriction again, and leave it in force until another day. */
export const RenewRestriction = z.object({
  idempotencyKey: IdempotencyKeySchema,
  restrictionId: IdSchema,
  reviewOn: said.reviewOn,
  words: prose({ max: limits.prose, enter: "Enter why it is still needed" }),
  ownerId: said.ownerId,
  /** Where letters and calls go from now on, where it is about the whereabouts; left out where that stays. */
  safeContact: SafeContact.optional(),
});
export type RenewRestriction = z.infer<typeof RenewRestriction>;

/** End a restriction. It stays on record. */
export const EndRestriction = z.object({
  idempotencyKey: IdempotencyKeySchema,
  restrictionId: IdSchema,
  because: prose({ max: limits.prose, enter: "Enter why it ends" }),
});
export type EndRestriction = z.infer<typeof EndRestriction>;

/** Let somebody know what a restriction keeps. */
export const NameReader = z.object({
  idempotencyKey: IdempotencyKeySchema,
  restrictionId: IdSchema,
  practitionerId: z.uuid({ error: "Choose who may know" }),
  because: prose({ max: limits.prose, enter: "Enter why this person may know" }),
});
export type NameReader = z.infer<typeof NameReader>;

/** Say of somebody who came later that it stays kept from them where the child is. */
export const KeepFrom = z.object({
  idempotencyKey: IdempotencyKeySchema,
  restrictionId: IdSchema,
  practitionerId: IdSchema,
});
export type KeepFrom = z.infer<typeof KeepFrom>;

/** Say what becomes of an address or carers that a list gave of a child whose whereabouts are kept. */
export const SettleGiven = z.object({
  idempotencyKey: IdempotencyKeySchema,
  heldId: IdSchema,
  outcome: z.enum(["put-on-record", "left-out"], { error: "Choose what becomes of it" }),
});
export type SettleGiven = z.infer<typeof SettleGiven>;

/** Keep from somebody, from now on, what a restriction keeps. */
export const EndReader = z.object({
  idempotencyKey: IdempotencyKeySchema,
  restrictionId: IdSchema,
  practitionerId: IdSchema,
});
export type EndReader = z.infer<typeof EndReader>;
