import { agencyKinds, dayOf, kindsOfOneFile, momentAt, sharingBases, sharingReasons } from "@linchpin/domain";
import { dueOf } from "../../clock-view.ts";
import type { Records } from "../../records.ts";
import type { ReleaseRow } from "./release-store.ts";
import type { ReleaseInList, ToldOfView } from "./views.ts";

const toldView = (on: string | null, because: string | null): ToldOfView =>
  on !== null ? { told: "yes", on } : because !== null ? { told: "no", because } : { told: "not-yet" };

const somebody = "Somebody who has left";

/** What is recorded of sharing something from a concern's file stays in that file. */
export const inFileOf = ({ concernId }: Pick<ReleaseRow, "concernId">) => (concernId === null ? {} : { concernId });

/**
 * What a step of the chronology calls something that went: whoever has a part in the child's care reads it, so of what stays in
 * one agency's file it says only that.
 */
export const calledInSteps = ({
  itemKind,
  title,
  ofAgency,
}: Pick<ReleaseRow, "itemKind" | "title" | "ofAgency">): string =>
  staysInItsFile(itemKind) ? `Something in a file of ${agencyKinds[ofAgency].label}` : title;

/** Words of a step about something that went: none of what stays in one agency's file. */
export const wordsInSteps = ({ itemKind }: Pick<ReleaseRow, "itemKind">, words: string): string | undefined =>
  staysInItsFile(itemKind) ? undefined : words;

const staysInItsFile = (kind: ReleaseRow["itemKind"]) => kindsOfOneFile.some((one) => one === kind);

/** A release as it stands in a list: everything of it but the copy. */
export function releaseView({ now }: Pick<Records, "now">, row: ReleaseRow): ReleaseInList {
  const { until } = row.during;
  const isEnded = until !== undefined && until <= now;
  return {
    releaseId: row.releaseId,
    title: row.title,
    from: agencyKinds[row.ofAgency].label,
    to: { practitionerId: row.toId, name: row.toName ?? somebody, agency: agencyKinds[row.toAgency].label },
    purpose: row.purpose,
    basis: { code: row.basis, label: sharingBases[row.basis].label },
    ...(row.consentId === null ? {} : { consentId: row.consentId }),
    ...(row.decidedBy === null ? {} : { decidedBy: row.decidedByName ?? somebody }),
    ...(row.reason === null ? {} : { reason: sharingReasons[row.reason].label }),
    ...(row.reasonWords === null ? {} : { reasonWords: row.reasonWords }),
    isIncomplete: row.basis !== "consent" && row.reasonWords === null,
    by: { practitionerId: row.releasedBy, name: row.releasedByName ?? somebody },
    on: dayOf(momentAt(row.releasedAt)),
    isEnded,
    ...(until === undefined
      ? {}
      : row.endedBecause === null
        ? { lastDay: dueOf(until).day }
        : { ended: { on: dayOf(momentAt(until)), because: row.endedBecause } }),
    childTold: toldView(row.childToldOn, row.childNotToldBecause),
    familyTold: toldView(row.familyToldOn, row.familyNotToldBecause),
    decisionId: row.decisionId,
  };
}
