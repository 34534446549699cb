import { z } from "zod";
import type { Due } from "../kernel/due.ts";
import { Count, DoneOn, during, inOrder, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { StageEntry } from "../kernel/ladder.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { roles } from "../kernel/role.ts";
import { Absences, Agency, Involved, Involvement, PostNamed, Statuses } from "../people/model.ts";

/** One agency's part in helping a child: how many of its people have an action running or planned. */
export const AgencyHelp = z.strictObject({
  agency: Agency,
  practitioners: Count,
  liveActions: Count,
  /** Whether the help comes from outside the child's school; "not-recorded" where nobody has said. */
  outsideSchool: recorded(z.boolean()),
});
export type AgencyHelp = z.infer<typeof AgencyHelp>;

/** Three ways in which the need for a lead professional arises (GIR-5). */
export const Route = z.enum([
  "evidence-from-universal-services",
  "specialist-within-universal-services",
  "safety-or-statute",
]);
export type Route = z.infer<typeof Route>;

/** Facts for "Is a lead professional needed?" */
export const NeededFacts = z.strictObject({
  child: z.strictObject({ id: Ref, bornOn: recorded(LocalDateSchema), statuses: Statuses }),
  help: recorded(list(AgencyHelp)),
  /** A person's answer, with a reason, on whether the help needs to be one integrated response (RN-04). */
  integratedResponse: recorded(z.boolean()),
  safetyIsThePrimaryIssue: recorded(z.boolean()),
  route: recorded(Route),
  /** Who works with the child, in which posts: a status may name somebody who holds another post than the one that leads. */
  involved: list(Involved),
});
export type NeededFacts = z.infer<typeof NeededFacts>;

/** Facts for "Who must lead, by law or procedure?" */
export const StatutoryFacts = z.strictObject({
  child: z.strictObject({
    id: Ref,
    bornOn: recorded(LocalDateSchema),
    statuses: Statuses,
    /** England's national curriculum year as recorded, which wins over the computed one; 9 is Year 9. */
    yearGroup: recorded(z.int().min(-2).max(14)),
  }),
  involved: list(Involved),
  /** Who leads now, and since when; left out while nobody does, or where it is asked before anybody is chosen. */
  lead: orNone(z.strictObject({ id: Ref, from: LocalDateSchema })).exactOptional(),
  help: recorded(list(AgencyHelp)),
  /**
   * The two gates before a youth offending team's officer may lead (RN-08), with the day each answer was given: a lock
   * that begins later makes it lapse. Silence is not support.
   */
  youthGates: z.strictObject({
    teamAgrees: recorded(z.boolean()),
    teamAgreedOn: LocalDateSchema.exactOptional(),
    agencies: list(
      z.strictObject({ agency: Agency, supports: recorded(z.boolean()), on: LocalDateSchema.exactOptional() }),
    ),
  }),
  /** A social worker seconded to the youth offending team (RN-07). */
  secondedSocialWorker: Ref.exactOptional(),
  needsAreComplexHealth: recorded(z.boolean()),
  safetyIsThePrimaryIssue: recorded(z.boolean()),
});
export type StatutoryFacts = z.infer<typeof StatutoryFacts>;

/** The adult a child has chosen to talk to beside the lead, since when, and when sharing between the two was settled. */
export const TrustedPerson = z.strictObject({ id: Ref, since: LocalDateSchema, protocolOn: DoneOn });
export type TrustedPerson = z.infer<typeof TrustedPerson>;

/** Facts for "What follows from the child's legal statuses?" Statuses already ended stay in the list: an ending is a fact. */
export const StatusDutiesFacts = z.strictObject({
  child: z.strictObject({ id: Ref, statuses: Statuses }),
  lead: orNone(z.strictObject({ id: Ref, from: LocalDateSchema })),
  deputy: orNone(Ref),
  /** The day a manager wrote down why there is no deputy. */
  noDeputyReasonOn: DoneOn,
  trustedPerson: orNone(TrustedPerson),
  openActions: recorded(Count),
  /** The day the plan going on, or closing, was decided for after the status that ends next. */
  goingOnDecidedOn: DoneOn,
  calendar: WorkingDays,
});
export type StatusDutiesFacts = z.infer<typeof StatusDutiesFacts>;

/** One practitioner, as far as suitability for the role goes. */
export const PractitionerFacts = z.strictObject({
  id: Ref,
  workplaceInArea: recorded(z.boolean()),
  enhancedCheck: recorded(
    z.union([
      z.strictObject({ state: z.literal("cleared"), on: LocalDateSchema, issuedOn: LocalDateSchema }),
      z.strictObject({ state: z.literal("not-suitable"), on: LocalDateSchema }),
      z.strictObject({ state: z.enum(["applied-for", "standard-only", "none"]) }),
    ]),
  ),
  qualification: orNone(z.strictObject({ on: LocalDateSchema })),
  /** The manager's recommendation of somebody without a qualification, and the experience it rests on. */
  recommendation: orNone(z.strictObject({ on: LocalDateSchema, namesTheExperience: z.boolean() })),
  training: orNone(z.strictObject({ completedOn: LocalDateSchema })),
  informationSharingTraining: orNone(z.strictObject({ completedOn: LocalDateSchema })),
  firstLedOn: recorded(z.union([LocalDateSchema, z.literal("never")])),
  mentor: orNone(
    inOrder(
      z.strictObject({
        id: Ref,
        from: LocalDateSchema,
        until: LocalDateSchema.exactOptional(),
        trained: recorded(z.boolean()),
        monthsAsLead: recorded(Count),
        isMentee: z.boolean(),
        isLineManager: z.boolean(),
        absences: Absences.exactOptional(),
      }),
    ),
  ),
  /** Earlier stretches in the role with an active mentor, before the present one. An empty list is "none". */
  mentoredBefore: recorded(list(inOrder(z.strictObject(during)))),
  engagement: recorded(z.enum(["permanent", "fixed-term", "agency", "bank", "supply"])),
  /** An approved exception for this plan, from a day, half-open. */
  exception: orNone(
    z.strictObject({
      from: LocalDateSchema,
      until: LocalDateSchema,
      approvedBy: z.enum(["senior-manager", "other"]),
      /** Whether the exceptional circumstances are written down, and how a permanent lead will be found. */
      reasonGiven: z.boolean(),
      planToReplaceGiven: z.boolean(),
    }),
  ),
  inPool: recorded(z.boolean()),
});
export type PractitionerFacts = z.infer<typeof PractitionerFacts>;

/** Facts for "May this practitioner lead?" and "May this practitioner be offered training for the role?" */
export const SuitabilityFacts = z.strictObject({
  practitioner: PractitionerFacts,
  /** The day the lead would start; training is asked about on the day of the offer. */
  startsOn: LocalDateSchema,
  /** The practitioner holds, for this child, a post that a law or procedure makes the lead. */
  isStatutoryPostHolder: z.boolean(),
  involvement: Involvement,
  involvementStartsOn: LocalDateSchema.exactOptional(),
  openActions: Count,
  calendar: WorkingDays,
});
export type SuitabilityFacts = z.infer<typeof SuitabilityFacts>;

/** A criterion's code is its rulebook's own. */
export const CriterionCode = z.string().min(1);

/** An answer to one of the criteria a source asks people to weigh. */
export const CriterionAnswer = z.strictObject({
  criterion: CriterionCode,
  candidate: Ref.exactOptional(),
  answered: z.boolean(),
  evidenced: z.boolean().exactOptional(),
  /** How the people who weighed it put it, or their yes or no, as the source asks. Never added up. */
  rating: z.enum(["strong", "partial", "none", "yes", "no"]).exactOptional(),
});
export type CriterionAnswer = z.infer<typeof CriterionAnswer>;

const Holder = z.union([
  z.strictObject({ kind: z.literal("person"), id: Ref, post: PostNamed.exactOptional() }),
  z.strictObject({ kind: z.literal("post"), post: PostNamed }),
  z.strictObject({ kind: z.literal("agency"), agency: Agency }),
]);
const Need = z.strictObject({
  what: z.enum(["reason", "evidence", "approval", "agreement"]),
  from: z.enum(roles),
  for: z.string().min(1),
  code: z.string().min(1).exactOptional(),
  by: z.strictObject({ day: LocalDateSchema, hour: z.string().exactOptional() }).exactOptional(),
});

/** A person or a post that a status names for the lead, how strongly, and what that asks for. */
export const NamedByStatus = z.strictObject({
  holder: Holder,
  tier: z.enum(["expected", "suggested", "may"]),
  /** The document's order of mention. */
  order: z.int().exactOptional(),
  needs: list(Need),
});
export type NamedByStatus = z.infer<typeof NamedByStatus>;

/** Facts for "Who is best placed to lead?" */
export const BestPlacedFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  namedPerson: orNone(Ref),
  assessor: orNone(Ref),
  route: recorded(Route),
  involved: list(Involved),
  /** The universal practitioner already working with the child. */
  universalPractitioner: orNone(Ref),
  /** What "lead-professional.statutory" answered: the agency it asks for, and the people it puts in the lead. */
  statutory: z.strictObject({
    requiredAgency: Agency.exactOptional(),
    holders: list(Ref),
    /** Whom statuses name without putting anybody in the lead; nobody while one does. */
    named: list(NamedByStatus).exactOptional(),
  }),
  namedPersonAgency: orNone(Agency),
  needsAreComplexHealth: recorded(z.boolean()),
  calendar: WorkingDays,
});
export type BestPlacedFacts = z.infer<typeof BestPlacedFacts>;

/** What a need is stored under once it is answered. */
export const ReasonCode = z.string().min(1);

const view = recorded(z.enum(["given", "not-possible"]));

/** Facts for "May this choice be confirmed?" The chosen person beside what has been asked, weighed and written down. */
export const ChoiceFacts = z.strictObject({
  ...BestPlacedFacts.shape,
  chosen: Ref,
  chosenAgency: Agency,
  candidates: list(Ref),
  answers: list(CriterionAnswer),
  reasonGiven: z.boolean(),
  /** Needs already answered, by their code: "passed-over-named-person", "outside-required-agency", "child-told-why". */
  reasons: list(ReasonCode),
  childsView: view,
  familysView: view,
  wishOf: z.strictObject({ child: orNone(Ref), family: orNone(Ref) }),
  managerConsulted: recorded(z.boolean()),
  /** The version of the criteria that was used, and whether the agencies had agreed and published it. */
  criteria: recorded(z.strictObject({ version: z.string(), agreed: z.boolean() })),
});
export type ChoiceFacts = z.infer<typeof ChoiceFacts>;

/** Facts for "Whose agreement is needed, in which order?" */
export const AgreementFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  plan: z.strictObject({ id: Ref }),
  proposed: z.strictObject({ id: Ref, isNamedPerson: z.boolean(), agency: Agency, managers: Count }),
  /** The role is filled by law: no agreement can block it. */
  isByLaw: z.boolean(),
  /** The agency the law asks the lead to come from, as "lead-professional.statutory" answered; left out where it asks for none. */
  requiredAgency: Agency.exactOptional(),
  route: recorded(Route),
  proposedOn: LocalDateSchema,
  namedPersonAgency: orNone(Agency),
  /** The practitioners who each agree to the proposal, in an area that asks every one of them. */
  agreeing: recorded(list(Ref)).exactOptional(),
  entries: list(StageEntry),
  calendar: WorkingDays,
});
export type AgreementFacts = z.infer<typeof AgreementFacts>;

/** A manager's concern about the person proposed: the managers of the others involved, and what was talked over. */
export const ManagersConcern = z.strictObject({
  by: Ref,
  raisedOn: LocalDateSchema,
  managers: recorded(
    list(
      z.strictObject({
        id: Ref,
        contacted: orNone(z.strictObject({ on: LocalDateSchema, by: z.enum(["phone", "meeting"]) })),
      }),
    ),
  ),
  /** Whether it is written down what the managers said of resources, and of how long each is likely to be involved. */
  noted: z.strictObject({ resources: recorded(z.boolean()), involvement: recorded(z.boolean()) }),
});
export type ManagersConcern = z.infer<typeof ManagersConcern>;

/** Facts for "What follows when nobody could agree who leads, or while nobody has?" */
export const NotAgreedFacts = z.strictObject({
  plan: z.strictObject({ id: Ref }),
  /** The day a lead professional was found to be needed. */
  neededSince: LocalDateSchema,
  /** The day of the discussion that did not end in agreement. */
  discussedOn: DoneOn,
  workers: list(z.strictObject({ id: Ref, toldManagerOn: recorded(LocalDateSchema) })),
  hasLead: z.boolean(),
  /** The day the people involved proposed somebody, where they did. */
  proposedOn: DoneOn,
  assessor: orNone(Ref),
  /** Whoever called the discussion together. */
  convenor: orNone(Ref),
  /** Who is the contact for now, once named. */
  interimContact: orNone(Ref),
  /** Agreed actions of the plan: when each was to start and whether it did, and agencies named on it beside the first. */
  actions: list(
    z.strictObject({
      id: Ref,
      agency: Agency,
      withAgencies: list(Agency).exactOptional(),
      toStartOn: LocalDateSchema,
      startedOn: DoneOn,
    }),
  ),
  /** What the proposed lead's manager is concerned about, where an area has a way for that. */
  concern: orNone(ManagersConcern).exactOptional(),
  /** The day the managers handed the choice on themselves. */
  referredOn: DoneOn.exactOptional(),
  calendar: WorkingDays,
});
export type NotAgreedFacts = z.infer<typeof NotAgreedFacts>;

/** Facts for "Does whoever leads by law carry it out?" */
export const CarriedOutFacts = z.strictObject({
  plan: z.strictObject({ id: Ref }),
  lead: orNone(z.strictObject({ id: Ref, basis: z.enum(["by-law", "by-agreement"]), since: LocalDateSchema })),
  /** The lead's own last contact with the child or the family. */
  lastContactOn: DoneOn,
  /** Whether anything is agreed on the plan. */
  hasPlan: recorded(z.boolean()),
  nextReviewOn: orNone(LocalDateSchema),
});
export type CarriedOutFacts = z.infer<typeof CarriedOutFacts>;

/** A clock that a clause set, as it is shown. */
export type Clock = { readonly act: string; readonly due: Due };
