import type { Holder } from "../kernel/designation.ts";
import type { Due } from "../kernel/due.ts";
import type { StageEntry } from "../kernel/ladder.ts";
import type { DayRange, LocalDate } from "../kernel/local-date.ts";
import type { Need } from "../kernel/rule.ts";
import type { WorkingCalendar } from "../kernel/working-days.ts";
import type { Involved, LegalStatus, Recorded } from "../people/model.ts";
import type { AgencyKind } from "../vocabulary/agencies.ts";

/** One agency's part in helping a child: how many of its people have an action running or planned. */
export type AgencyHelp = {
  readonly agency: AgencyKind;
  readonly practitioners: number;
  readonly liveActions: number;
  /** Whether the help comes from outside the child's school; "not-recorded" where nobody has said. */
  readonly outsideSchool: Recorded<boolean>;
};

/** Three ways in which the need for a lead professional arises (GIR-5). */
export type Route = "evidence-from-universal-services" | "specialist-within-universal-services" | "safety-or-statute";

/** Facts for "Is a lead professional needed?" */
export type NeededFacts = {
  readonly child: {
    readonly id: string;
    readonly bornOn: Recorded<LocalDate>;
    readonly statuses: Recorded<readonly LegalStatus[]>;
  };
  readonly help: Recorded<readonly AgencyHelp[]>;
  /** A person's answer, with a reason, on whether the help needs to be one integrated response (RN-04). */
  readonly integratedResponse: Recorded<boolean>;
  readonly safetyIsThePrimaryIssue: Recorded<boolean>;
  readonly route: Recorded<Route>;
  /** Who works with the child, in which posts: a status may name somebody who holds another post than the one that leads. */
  readonly involved: readonly Involved[];
};

/** Facts for "Who must lead, by law or procedure?" */
export type StatutoryFacts = {
  readonly child: {
    readonly id: string;
    readonly bornOn: Recorded<LocalDate>;
    readonly statuses: Recorded<readonly LegalStatus[]>;
    /** England's national curriculum year as recorded, which wins over the computed one; 9 is Year 9. */
    readonly yearGroup: Recorded<number>;
  };
  readonly involved: readonly Involved[];
  readonly help: Recorded<readonly AgencyHelp[]>;
  /** The two gates before a youth offending team's officer may lead (RN-08). Silence is not support. */
  readonly youthGates: {
    readonly teamAgrees: Recorded<boolean>;
    readonly agencies: readonly { readonly agency: AgencyKind; readonly supports: Recorded<boolean> }[];
  };
  /** A social worker seconded to the youth offending team (RN-07). */
  readonly secondedSocialWorker?: string;
  readonly needsAreComplexHealth: Recorded<boolean>;
  readonly safetyIsThePrimaryIssue: Recorded<boolean>;
};

/** The adult a child has chosen to talk to beside the lead, since when, and when sharing between the two was settled. */
export type TrustedPerson = {
  readonly id: string;
  readonly since: LocalDate;
  readonly protocolOn: Recorded<LocalDate | "none">;
};

/** Facts for "What follows from the child's legal statuses?" Statuses already ended stay in the list: an ending is a fact. */
export type StatusDutiesFacts = {
  readonly child: { readonly id: string; readonly statuses: Recorded<readonly LegalStatus[]> };
  readonly lead: Recorded<{ readonly id: string; readonly from: LocalDate } | "none">;
  readonly deputy: Recorded<string | "none">;
  /** The day a manager wrote down why there is no deputy. */
  readonly noDeputyReasonOn: Recorded<LocalDate | "none">;
  readonly trustedPerson: Recorded<TrustedPerson | "none">;
  readonly openActions: Recorded<number>;
  /** The day the plan going on, or closing, was decided for after the status that ends next. */
  readonly goingOnDecidedOn: Recorded<LocalDate | "none">;
  readonly calendar: WorkingCalendar;
};

/** One practitioner, as far as suitability for the role goes. */
export type PractitionerFacts = {
  readonly id: string;
  readonly workplaceInArea: Recorded<boolean>;
  readonly enhancedCheck: Recorded<
    | { readonly state: "cleared"; readonly on: LocalDate; readonly issuedOn: LocalDate }
    | { readonly state: "not-suitable"; readonly on: LocalDate }
    | { readonly state: "applied-for" | "standard-only" | "none" }
  >;
  readonly qualification: Recorded<{ readonly on: LocalDate } | "none">;
  /** The manager's recommendation of somebody without a qualification, and the experience it rests on. */
  readonly recommendation: Recorded<{ readonly on: LocalDate; readonly namesTheExperience: boolean } | "none">;
  readonly training: Recorded<{ readonly completedOn: LocalDate } | "none">;
  readonly informationSharingTraining: Recorded<{ readonly completedOn: LocalDate } | "none">;
  readonly firstLedOn: Recorded<LocalDate | "never">;
  readonly mentor: Recorded<
    | {
        readonly id: string;
        readonly from: LocalDate;
        readonly until?: LocalDate;
        readonly trained: Recorded<boolean>;
        readonly monthsAsLead: Recorded<number>;
        readonly isMentee: boolean;
        readonly isLineManager: boolean;
      }
    | "none"
  >;
  /** Earlier stretches in the role with an active mentor, before the present one. An empty list is "none". */
  readonly mentoredBefore: Recorded<readonly DayRange[]>;
  readonly engagement: Recorded<"permanent" | "fixed-term" | "agency" | "bank" | "supply">;
  /** An approved exception for this plan, from a day, half-open. */
  readonly exception: Recorded<
    { readonly from: LocalDate; readonly until: LocalDate; readonly approvedBy: "senior-manager" | "other" } | "none"
  >;
  readonly inPool: Recorded<boolean>;
};

/** Facts for "May this practitioner lead?" and "May this practitioner be offered training for the role?" */
export type SuitabilityFacts = {
  readonly practitioner: PractitionerFacts;
  /** The day the lead would start; training is asked about on the day of the offer. */
  readonly startsOn: LocalDate;
  /** The practitioner holds, for this child, a post that a law or procedure makes the lead. */
  readonly isStatutoryPostHolder: boolean;
  readonly involvement: Involved["involvement"];
  readonly involvementStartsOn?: LocalDate;
  readonly openActions: number;
  readonly calendar: WorkingCalendar;
};

/** An answer to one of the criteria a source asks people to weigh. */
export type CriterionAnswer = {
  readonly criterion: string;
  readonly candidate?: string;
  readonly answered: boolean;
  readonly evidenced?: boolean;
  /** How the people who weighed it put it, where a source asks for that. Never added up. */
  readonly rating?: "strong" | "partial" | "none";
};

/** A person or a post that a status names for the lead, how strongly, and what that asks for. */
export type NamedByStatus = {
  readonly holder: Holder;
  readonly tier: "expected" | "suggested" | "may";
  /** The document's order of mention. */
  readonly order?: number;
  readonly needs: readonly Need[];
};

/** Facts for "Who is best placed to lead?" */
export type BestPlacedFacts = {
  readonly child: { readonly id: string };
  readonly namedPerson: Recorded<string | "none">;
  readonly assessor: Recorded<string | "none">;
  readonly route: Recorded<Route>;
  readonly involved: readonly Involved[];
  /** The universal practitioner already working with the child. */
  readonly universalPractitioner: Recorded<string | "none">;
  /** What "lead-professional.statutory" answered: the agency it asks for, and the people it puts in the lead. */
  readonly statutory: {
    readonly requiredAgency?: AgencyKind;
    readonly holders: readonly string[];
    /** Whom statuses name without putting anybody in the lead; nobody while one does. */
    readonly named?: readonly NamedByStatus[];
  };
  readonly namedPersonAgency: Recorded<AgencyKind | "none">;
  readonly needsAreComplexHealth: Recorded<boolean>;
  readonly calendar: WorkingCalendar;
};

/** Facts for "May this choice be confirmed?" The chosen person beside what has been asked, weighed and written down. */
export type ChoiceFacts = BestPlacedFacts & {
  readonly chosen: string;
  readonly chosenAgency: AgencyKind;
  readonly candidates: readonly string[];
  readonly answers: readonly CriterionAnswer[];
  readonly reasonGiven: boolean;
  /** Needs already answered, by their code: "passed-over-named-person", "outside-required-agency", "child-told-why". */
  readonly reasons: readonly string[];
  readonly childsView: Recorded<"given" | "not-possible">;
  readonly familysView: Recorded<"given" | "not-possible">;
  readonly wishOf: { readonly child: Recorded<string | "none">; readonly family: Recorded<string | "none"> };
  readonly managerConsulted: Recorded<boolean>;
  /** The version of the criteria that was used, and whether the agencies had agreed and published it. */
  readonly criteria: Recorded<{ readonly version: string; readonly agreed: boolean }>;
};

/** Facts for "Whose agreement is needed, in which order?" */
export type AgreementFacts = {
  readonly child: { readonly id: string };
  readonly plan: { readonly id: string };
  readonly proposed: {
    readonly id: string;
    readonly isNamedPerson: boolean;
    readonly agency: AgencyKind;
    readonly managers: number;
  };
  /** The role is filled by law: no agreement can block it. */
  readonly isByLaw: boolean;
  readonly route: Recorded<Route>;
  readonly proposedOn: LocalDate;
  readonly namedPersonAgency: Recorded<AgencyKind | "none">;
  readonly entries: readonly StageEntry[];
  readonly calendar: WorkingCalendar;
};

/** Facts for "What follows when nobody could agree who leads, or while nobody has?" */
export type NotAgreedFacts = {
  readonly plan: { readonly id: string };
  /** The day a lead professional was found to be needed. */
  readonly neededSince: LocalDate;
  /** The day of the discussion that did not end in agreement. */
  readonly discussedOn: Recorded<LocalDate | "none">;
  readonly workers: readonly { readonly id: string; readonly toldManagerOn: Recorded<LocalDate> }[];
  readonly hasLead: boolean;
  /** The day the people involved proposed somebody, where they did. */
  readonly proposedOn: Recorded<LocalDate | "none">;
  readonly assessor: Recorded<string | "none">;
  /** Whoever called the discussion together. */
  readonly convenor: Recorded<string | "none">;
  /** Who is the contact for now, once named. */
  readonly interimContact: Recorded<string | "none">;
  /** Agreed actions of the plan: when each was to start and whether it did. */
  readonly actions: readonly {
    readonly id: string;
    readonly agency: AgencyKind;
    readonly toStartOn: LocalDate;
    readonly startedOn: Recorded<LocalDate | "none">;
  }[];
  readonly calendar: WorkingCalendar;
};

/** Facts for "Does whoever leads by law carry it out?" */
export type CarriedOutFacts = {
  readonly plan: { readonly id: string };
  readonly lead: Recorded<
    { readonly id: string; readonly basis: "by-law" | "by-agreement"; readonly since: LocalDate } | "none"
  >;
  /** The lead's own last contact with the child or the family. */
  readonly lastContactOn: Recorded<LocalDate | "none">;
  /** Whether anything is agreed on the plan. */
  readonly hasPlan: Recorded<boolean>;
  readonly nextReviewOn: Recorded<LocalDate | "none">;
};

/** A clock that a clause set, as it is shown. */
export type Clock = { readonly act: string; readonly due: Due };
