import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, PersonIdSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line } from "../kernel/text.ts";
import { siblingKinds } from "../vocabulary/siblings.ts";
import { codesOf } from "../vocabulary/term.ts";

const sibling = {
  is: z.enum(codesOf(siblingKinds), { error: "Choose what this child is to them" }),
  givenName: line({ max: limits.name, enter: "Enter the first name" }),
  /** Left out where the family did not say: their named person is then not found. */
  bornOn: workingLifeDay("Enter the date of birth").optional(),
  toldBy: line({ max: limits.line, enter: "Enter who said so" }),
};

/** What the form about a brother or sister asks. */
export const SiblingOnScreen = z.object(sibling);

/** Write down a brother or sister, as the family said (HIG-80, HIG-81). */
export const RecordSibling = z.object({ idempotencyKey: IdempotencyKeySchema, childId: IdSchema, ...sibling });
export type RecordSibling = z.infer<typeof RecordSibling>;

export const TakeBackSiblingOnScreen = z.object({
  because: line({ max: limits.line, enter: "Enter why it is taken back" }),
});
/** Take back a brother or sister who was written down by mistake. */
export const TakeBackSibling = z.object({
  idempotencyKey: IdempotencyKeySchema,
  linkId: IdSchema,
  because: TakeBackSiblingOnScreen.shape.because,
});
export type TakeBackSibling = z.infer<typeof TakeBackSibling>;

/** What the form asks that holds back from somebody that something is open. */
export const HoldBackFlagOnScreen = z.object({
  practitionerId: PersonIdSchema,
  because: line({ max: limits.line, enter: "Enter why it is held back" }),
});
/** From now on, keep from a worker by name whether a concern or a plan is open for this child (HIG-80, HD-19). */
export const HoldBackFlag = z.object({
  idempotencyKey: IdempotencyKeySchema,
  childId: IdSchema,
  practitionerId: PersonIdSchema,
  because: HoldBackFlagOnScreen.shape.because,
});
export type HoldBackFlag = z.infer<typeof HoldBackFlag>;

export const EndHoldBackFlagOnScreen = z.object({
  because: line({ max: limits.line, enter: "Enter why they may hear of it again" }),
});
/** Let a worker hear of it again. */
export const EndHoldBackFlag = z.object({
  idempotencyKey: IdempotencyKeySchema,
  holdId: IdSchema,
  because: EndHoldBackFlagOnScreen.shape.because,
});
export type EndHoldBackFlag = z.infer<typeof EndHoldBackFlag>;
