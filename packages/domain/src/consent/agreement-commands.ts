import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { addMonths, type LocalDate } from "../kernel/local-date.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { codesOf, vocabulary } from "../vocabulary/term.ts";

/** What an agency signs: how information is shared (CWDC-2.20d), and that it works together with the others (HIG-4). */
export const agreementKinds = vocabulary({
  sharing: { label: "How information is shared" },
  "working-together": { label: "Working together" },
});
export type AgreementKind = keyof typeof agreementKinds;

/** For how many years an agreement may stand before somebody looks at it again. */
const mostYears = 3;

const agreement = {
  agencyId: IdSchema,
  what: z.enum(codesOf(agreementKinds), { error: "Choose what was signed" }),
  signedOn: workingLifeDay("Enter the day it was signed"),
  signedBy: line({ max: limits.line, enter: "Enter who signed for the agency" }),
  /** The day by which it is looked at again; signing up to working together may have none. */
  reviewOn: optional(workingLifeDay("Enter the day by which it is looked at again")),
  keptAt: optional(prose({ max: limits.line, enter: "Enter where the signed paper is kept" })),
};

type Days = {
  readonly what: AgreementKind;
  readonly signedOn: LocalDate;
  readonly reviewOn?: LocalDate | undefined;
};
function reviewFollows({ what, signedOn, reviewOn }: Days, context: z.RefinementCtx): void {
  if (reviewOn === undefined && what === "working-together") return;
  const message =
    reviewOn === undefined
      ? "Enter the day by which it is looked at again"
      : reviewOn <= signedOn
        ? "Enter a day after it was signed"
        : reviewOn > addMonths(signedOn, 12 * mostYears)
          ? `Enter a day at most ${mostYears} years after it was signed`
          : undefined;
  if (message !== undefined) context.addIssue({ code: "custom", path: ["reviewOn"], message });
}

/** What the form about an agency's agreement asks. */
export const SharingAgreementOnScreen = z.object(agreement).superRefine(reviewFollows);

/** Record that an agency signed (CWDC-2.20d, HIG-4): a row is added, and what was signed before stays. */
export const RecordSharingAgreement = z
  .object({ idempotencyKey: IdempotencyKeySchema, ...agreement })
  .superRefine(reviewFollows);
export type RecordSharingAgreement = z.infer<typeof RecordSharingAgreement>;
