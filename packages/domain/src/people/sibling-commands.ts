import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
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
