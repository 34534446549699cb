import type {
  AgencyKind,
  LocalDate,
  Nation,
  PostRole,
  PractitionerKind,
  StandingFact,
  StandingKind,
} from "@linchpin/domain";

/** What is known of an invented practitioner's standing for the role. A kind that is left out is not recorded. */
export type Standing = { readonly [K in StandingKind]?: StandingFact<K> };

/** One invented practitioner and the post they hold. Others are named by their key. */
export type PersonPlan = {
  readonly name: string;
  readonly kind: PractitionerKind;
  readonly title: string;
  readonly role?: PostRole;
  readonly agency: string;
  readonly team?: string;
  /** The school or clinic they work at. */
  readonly at?: string;
  readonly manager?: string;
  readonly hours?: number;
  /** Points agreed between worker and manager. */
  readonly capacity?: number;
  readonly leading?: "everyday" | "occasional";
  readonly skills?: string;
  readonly standing?: Standing;
  /** Who has a mentor: the mentor's key. */
  readonly mentor?: string;
  /** The days they are away: the first, and the first day back. */
  readonly away?: { readonly kind: "planned" | "sick" | "other"; readonly from: LocalDate; readonly until: LocalDate };
  /** What a visitor can try as this person; those without a hint are not offered at sign-in. */
  readonly hint?: string;
};

export type EstablishmentKind =
  | "nursery"
  | "primary"
  | "secondary"
  | "special"
  | "clinic"
  | "midwifery-team"
  | "office";

/** An invented area, as data: everybody and everything in it is made up. */
export type AreaPlan = {
  readonly key: string;
  readonly name: string;
  readonly nation: Nation;
  readonly editionId: string;
  readonly adoptedFrom: LocalDate;
  readonly agencies: Readonly<Record<string, { readonly kind: AgencyKind; readonly name: string }>>;
  readonly establishments: Readonly<
    Record<
      string,
      { readonly agency: string; readonly kind: EstablishmentKind; readonly name: string; readonly code?: string }
    >
  >;
  readonly teams: Readonly<
    Record<string, { readonly agency: string; readonly name: string; readonly at?: string; readonly manager: string }>
  >;
  readonly people: Readonly<Record<string, PersonPlan>>;
};
