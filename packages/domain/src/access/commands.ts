import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { PersonNameSchema } from "../kernel/names.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { emergencyReasons } from "../vocabulary/emergency-reasons.ts";
import { familyTies } from "../vocabulary/family-ties.ts";
import { codesOf } from "../vocabulary/term.ts";

/** A child said exactly: whole name and birthday, or a whole number. A part of either names nobody. */
export const ExactChild = z.discriminatedUnion(
  "by",
  [
    z.object({
      by: z.literal("name"),
      given: PersonNameSchema.shape.given,
      /** Left out for a child with one name. */
      family: PersonNameSchema.shape.family,
      bornOn: LocalDateSchema,
    }),
    z.object({
      by: z.literal("number"),
      number: line({ max: 40, enter: "Enter the whole number" }),
    }),
  ],
  { error: "Choose how you say who it is" },
);
export type ExactChild = z.infer<typeof ExactChild>;

/** A number as it is kept: no spaces, no hyphens, capitals. */
export const asKeptNumber = (number: string): string => number.replace(/[\s-]/g, "").toUpperCase();

/** Open a record without a part in the child's care, because it cannot wait. */
export const OpenInEmergency = z.object({
  idempotencyKey: IdempotencyKeySchema,
  child: ExactChild,
  reason: z.enum(codesOf(emergencyReasons), { error: "Choose why it cannot wait" }),
  words: prose({ max: 2_000, enter: "Enter what has happened and what you need to know" }),
});
export type OpenInEmergency = z.infer<typeof OpenInEmergency>;

/** Say whether opening a record in an emergency was right. */
export const ReviewEmergency = z.object({
  idempotencyKey: IdempotencyKeySchema,
  emergencyAccessId: IdSchema,
  finding: z.enum(["right", "not-right"], { error: "Choose whether it was right" }),
  words: prose({ max: limits.prose, enter: "Enter what you found" }),
});
export type ReviewEmergency = z.infer<typeof ReviewEmergency>;

/** Say of a child that you know them outside work. */
export const DeclareKnownChild = z.object({
  idempotencyKey: IdempotencyKeySchema,
  child: ExactChild,
  tie: z.enum(codesOf(familyTies), { error: "Choose how you know the child" }),
});
export type DeclareKnownChild = z.infer<typeof DeclareKnownChild>;

/** Say where you live and how you are reached outside work. What is left out is not compared; all left out takes it back. */
export const DeclareHome = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    line1: optional(line({ max: limits.line, enter: "Enter the first line of the address" })),
    postcode: optional(line({ max: 12, enter: "Enter the postcode" })),
    phone: optional(line({ max: 40, enter: "Enter the phone number" })),
    email: optional(line({ max: 320, enter: "Enter the email address" })),
  })
  .refine(({ line1, postcode }) => (line1 === undefined) === (postcode === undefined), {
    path: ["postcode"],
    message: "Enter the first line of the address and the postcode, or neither",
  });
export type DeclareHome = z.infer<typeof DeclareHome>;

/** Let somebody see a child's record again from whom it was held back. */
export const LiftBlock = z.object({
  idempotencyKey: IdempotencyKeySchema,
  blockId: IdSchema,
  reason: prose({ max: limits.prose, enter: "Enter why the record may be opened again" }),
});
export type LiftBlock = z.infer<typeof LiftBlock>;
