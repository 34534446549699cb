import { DomainError, deniedBecause, RecordSharingAgreement } from "@linchpin/domain";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { addAgreement, agenciesAndAgreements } from "./agreements-store.ts";
import { AgreementDone, AgreementsView } from "./views.ts";

/** Every agency of the area and what it last signed about how information is shared. */
const list = practitionerProcedure("sharing-agreement.read")
  .output(AgreementsView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const denial = deniedBecause("sharing-agreement.record", records.who.role);
      return {
        agencies: (await agenciesAndAgreements(records)).map(({ agencyId, agency, signed }) => ({
          agencyId,
          agency,
          ...(signed === null
            ? {}
            : {
                signed: {
                  on: signed.signedOn,
                  by: signed.signedBy,
                  reviewOn: signed.reviewOn,
                  isToLookAt: signed.reviewOn < records.today,
                  ...(signed.keptAt === null ? {} : { keptAt: signed.keptAt }),
                  recordedBy: signed.recordedBy,
                },
              }),
        })),
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
      if (found.signed !== null && said.signedOn <= found.signed.signedOn)
        refuseInput("signedOn", "Enter a day after the one that was signed last");
      const agreementId = await addAgreement(records, said);
      await records.audit("changed", "sharing-agreement.recorded", { detail: { agencyId: said.agencyId } });
      return { agreementId };
    }),
  );

export const agreements = router({ list, record });
