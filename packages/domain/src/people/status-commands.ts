import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, PersonIdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, prose } from "../kernel/text.ts";
import { careLeaverKinds, childInNeedPhases, legalStatuses, lookedAfterBases } from "../vocabulary/legal-statuses.ts";
import { codesOf } from "../vocabulary/term.ts";

/** What a status says, as the form holds it. The document's last day is entered; the day after is what is kept. */
const status = {
  kind: z.enum(codesOf(legalStatuses), { error: "Choose a legal status" }),
  from: workingLifeDay("Enter the first day it holds"),
  lastDay: workingLifeDay("Enter the last day it holds").optional(),
  /** The practitioner the status names, once known. */
  holderId: PersonIdSchema.optional(),
  lookedAfterBasis: z.enum(codesOf(lookedAfterBases)).optional(),
  /** Whether a looked-after child lives away from home. */
  accommodated: z.union([z.boolean(), z.literal("not-recorded")]).optional(),
  childInNeedPhase: z.enum(codesOf(childInNeedPhases)).optional(),
  careLeaverKind: z.enum(codesOf(careLeaverKinds)).optional(),
  youthOrderSetting: z.enum(["community", "custody", "not-recorded"]).optional(),
};

const inOrder = ({ from, lastDay }: { readonly from: string; readonly lastDay?: string | undefined }) =>
  lastDay === undefined || lastDay >= from;
const outOfOrder = { path: ["lastDay"], message: "Enter a last day that is not before the first day" };

/** Record a legal status of a child. Statuses overlap: none of them ends another. */
export const RecordStatus = z
  .object({ idempotencyKey: IdempotencyKeySchema, childId: IdSchema, ...status })
  .refine(inOrder, outOfOrder);
export type RecordStatus = z.infer<typeof RecordStatus>;

/** Correct a status that was recorded wrongly: a row is added, and the wrong one is kept as it was known. */
export const CorrectStatus = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    childId: IdSchema,
    legalStatusId: IdSchema,
    ...status,
    reason: prose({ max: limits.prose, enter: "Enter what was wrong" }),
  })
  .refine(inOrder, outOfOrder);
export type CorrectStatus = z.infer<typeof CorrectStatus>;

/** Record that a status has ended, or when it will. */
export const EndStatus = z.object({
  idempotencyKey: IdempotencyKeySchema,
  childId: IdSchema,
  legalStatusId: IdSchema,
  lastDay: workingLifeDay("Enter the last day it holds"),
});
export type EndStatus = z.infer<typeof EndStatus>;

/** Say that somebody has looked, and there are no legal statuses but those recorded. */
export const ConfirmStatuses = z.object({
  idempotencyKey: IdempotencyKeySchema,
  childId: IdSchema,
  version: VersionSchema,
});
export type ConfirmStatuses = z.infer<typeof ConfirmStatuses>;
