import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { addMonths, type LocalDate } from "../kernel/local-date.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";

/** For how many years an agreement may stand before somebody looks at it again. */
const mostYears = 3;

const agreement = {
  agencyId: IdSchema,
  signedOn: workingLifeDay("Enter the day it was signed"),
  signedBy: line({ max: limits.line, enter: "Enter who signed for the agency" }),
  /** The day by which it is looked at again. */
  reviewOn: workingLifeDay("Enter the day by which it is looked at again"),
  keptAt: optional(prose({ max: limits.line, enter: "Enter where the signed paper is kept" })),
};

type Days = { readonly signedOn: LocalDate; readonly reviewOn: LocalDate };
function reviewFollows({ signedOn, reviewOn }: Days, context: z.RefinementCtx): void {
  const message =
    reviewOn <= signedOn
      ? "Enter a day after it was signed"
      : reviewOn > addMonths(signedOn, 12 * mostYears)
        ? `Enter a day at most ${mostYears} years after it was signed`
        : undefined;
  if (message !== undefined) context.addIssue({ code: "custom", path: ["reviewOn"], message });
}

/** What the form about an agency's sharing agreement asks. */
export const SharingAgreementOnScreen = z.object(agreement).superRefine(reviewFollows);

/** Record that an agency signed how information is shared (CWDC-2.20d): a row is added, and what was signed before stays. */
export const RecordSharingAgreement = z
  .object({ idempotencyKey: IdempotencyKeySchema, ...agreement })
  .superRefine(reviewFollows);
export type RecordSharingAgreement = z.infer<typeof RecordSharingAgreement>;
