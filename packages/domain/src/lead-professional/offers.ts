import type { AgencyKind } from "../vocabulary/agencies.ts";

/** What one agency offers for the role in a month: how many people are on its list, and how often it refused. */
export type Offer = {
  readonly agency: AgencyKind;
  readonly offered: number;
  readonly refusals: number;
  readonly note?: "none offered";
};

/** Takes who each agency lists and the requests that were refused, gives a row for every agency, those with nobody marked. */
export const offersByAgency = (
  agencies: readonly AgencyKind[],
  listed: readonly { readonly id: string; readonly agency: AgencyKind }[],
  refused: readonly { readonly agency: AgencyKind }[],
): readonly Offer[] =>
  [...new Set(agencies)].map((agency) => {
    const offered = new Set(listed.filter((person) => person.agency === agency).map(({ id }) => id)).size;
    const refusals = refused.filter((request) => request.agency === agency).length;
    return { agency, offered, refusals, ...(offered === 0 ? { note: "none offered" as const } : {}) };
  });

/** Own or other: what is stored with the appointment. */
export const agencyOf = (agency: AgencyKind, namedPersons: string): "own-agency" | "other-agency" | "not-recorded" =>
  namedPersons === "not-recorded" || namedPersons === "none"
    ? "not-recorded"
    : agency === namedPersons
      ? "own-agency"
      : "other-agency";
