import { DomainError, deniedBecause, type LocalDate, RecordSharingAgreement } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { addAgreement, agenciesAndAgreements } from "./agreements-store.ts";
import { asksToSignUp, marksIn } from "./signed-up.ts";
import { AgreementDone, AgreementsView } from "./views.ts";

const signedView = <ReviewOn extends LocalDate | null>(
  { today }: Records,
  signed: { signedOn: LocalDate; signedBy: string; reviewOn: ReviewOn; keptAt: string | null; recordedBy: string },
) => ({
  on: signed.signedOn,
  by: signed.signedBy,
  isToLookAt: signed.reviewOn !== null && signed.reviewOn < today,
  ...(signed.keptAt === null ? {} : { keptAt: signed.keptAt }),
  recordedBy: signed.recordedBy,
});

/** Every agency of the area and what it last signed: how information is shared, and that it works together with the others. */
const list = practitionerProcedure("sharing-agreement.read")
  .output(AgreementsView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const denial = deniedBecause("sharing-agreement.record", records.who.role);
      const agencies = await agenciesAndAgreements(records);
      const { book } = records.book();
      const marks = marksIn(records, book, agencies);
      return {
        isSigningUpAsked: asksToSignUp(records, book),
        agencies: agencies.map(({ agencyId, agency, signed, signedUp }) => {
          const mark = marks.find((one) => one.agencyId === agencyId);
          return {
            agencyId,
            agency,
            ...(signed === null ? {} : { signed: { ...signedView(records, signed), reviewOn: signed.reviewOn } }),
            ...(signedUp === null
              ? {}
              : {
                  signedUp: {
                    ...signedView(records, signedUp),
                    ...(signedUp.reviewOn === null ? {} : { reviewOn: signedUp.reviewOn }),
                  },
                }),
            ...(mark === undefined ? {} : { notSignedUp: { because: mark.because, clause: mark.clause } }),
          };
        }),
        record: denial === undefined ? { may: true } : { may: false, why: denial.words },
      };
    }),
  );

/** Records that an agency signed. What it signed before stays on record. */
const record = practitionerProcedure("sharing-agreement.record")
  .input(RecordSharingAgreement)
  .output(AgreementDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { idempotencyKey: _, ...said } = input;
      if (said.signedOn > records.today) refuseInput("signedOn", "Enter a day that is not in the future");
      const agencies = await agenciesAndAgreements(records);
      const found = agencies.find(({ agencyId }) => agencyId === said.agencyId);
      if (found === undefined) throw new DomainError({ kind: "not-visible", what: "agency" });
      const before = said.what === "sharing" ? found.signed : found.signedUp;
      if (before !== null && said.signedOn <= before.signedOn)
        refuseInput("signedOn", "Enter a day after the one that was signed last");
      const agreementId = await addAgreement(records, said);
      await records.audit("changed", "sharing-agreement.recorded", {
        detail: { agencyId: said.agencyId, what: said.what },
      });
      return { agreementId };
    }),
  );

export const agreements = router({ list, record });
