import type { AgreementKind, LocalDate, RecordSharingAgreement } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { sharingAgreement } from "../../db/schema/consent.ts";
import type { Records } from "../../records.ts";

export type AgencyAndAgreement = {
  readonly agencyId: string;
  readonly agency: string;
  /** What it signed last about how information is shared; null where nothing is on file. */
  readonly signed: SignedRow<LocalDate> | null;
  /** That it signed up to working together, as it was recorded last; null where it has not. */
  readonly signedUp: SignedRow<LocalDate | null> | null;
};
type SignedRow<ReviewOn> = {
  readonly signedOn: LocalDate;
  readonly signedBy: string;
  readonly reviewOn: ReviewOn;
  readonly keptAt: string | null;
  readonly recordedBy: string;
};

/** The last row of what is named by `what`; ag is the agency. */
const last = (what: AgreementKind) => sql`(
        select json_build_object('signedOn', s.signed_on, 'signedBy', s.signed_by, 'reviewOn', s.review_on, 'keptAt', s.kept_at, 'recordedBy', p.name)
        from sharing_agreement s join practitioner p on p.area_id = s.area_id and p.practitioner_id = s.recorded_by
        where s.area_id = ag.area_id and s.agency_id = ag.agency_id and s.what = ${what} order by s.signed_on desc, s.agreement_id desc limit 1)`;

/** The agencies of the area by name, each with what it signed last. */
export const agenciesAndAgreements = ({ tx, who }: Records): Promise<readonly AgencyAndAgreement[]> =>
  rowsOf(
    tx,
    sql`select ag.agency_id as "agencyId", ag.name as agency, ${last("sharing")} as signed, ${last("working-together")} as "signedUp"
      from agency ag where ag.area_id = ${who.areaId} order by ag.name, ag.agency_id`,
  );

export async function addAgreement(
  { tx, who, now, newId }: Records,
  said: Omit<RecordSharingAgreement, "idempotencyKey">,
): Promise<string> {
  const agreementId = newId();
  await tx.insert(sharingAgreement).values({
    ...said,
    keptAt: said.keptAt ?? null,
    reviewOn: said.reviewOn ?? null,
    areaId: who.areaId,
    agreementId,
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
  return agreementId;
}
