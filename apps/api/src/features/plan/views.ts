import { z } from "zod";
import {
  ChildInList,
  ClockView,
  ColleagueView,
  ControlView,
  DutyView,
  EngagementView,
  JoiningView,
  nextCursor,
  PersonView,
  RecordsOfCaseView,
  TermView,
} from "../../views.ts";
import { DecisionView } from "../record/views.ts";

export const PlanPractitionerView = ColleagueView.extend({
  /** Left out for the named person who is on the team by that alone. */
  planPractitionerId: z.string().optional(),
  posts: z.array(TermView),
  involvement: z.enum(["involved", "about-to-start"]),
  startsOn: z.string().optional(),
  relationship: z.string().optional(),
  basedInSchool: z.boolean().optional(),
  since: z.string(),
  openActions: z.int(),
  isLead: z.boolean(),
  isNamedPerson: z.boolean(),
});

export const PlanActionView = z.object({
  actionId: z.string(),
  version: z.int(),
  childId: z.string(),
  what: z.string(),
  outcome: z.string().optional(),
  owner: PersonView.optional(),
  agency: z.object({ agencyId: z.string(), name: z.string() }),
  startsOn: z.string().optional(),
  dueOn: z.string().optional(),
  state: TermView,
  isLate: z.boolean(),
  isMine: z.boolean(),
  /** It is still to be done, and its owner is not on the plan any more: nobody present owes it until whoever leads decides. */
  ownerHasLeft: z.boolean(),
  /** What its owner posted on it, the newest first. */
  progress: z.array(z.object({ words: z.string(), on: z.string(), by: z.string() })),
});

/** Who leads, on what basis and since when. */
export const LeadView = ColleagueView.extend({
  leadId: z.string(),
  basis: z.enum(["by-agreement", "by-law"]),
  since: z.string(),
  until: z.string().optional(),
  bestPlacedBecause: z.string().optional(),
  endedBecause: z.string().optional(),
  decisionId: z.string().optional(),
});

/** Whom the family and the practitioners turn to at this moment. */
export const ContactView = ColleagueView.extend({
  as: TermView,
  since: z.string(),
  phone: z.string().optional(),
  email: z.string().optional(),
  /** How to reach them is left out: it may tell where a child is, and that is kept from this reader. */
  isReachKept: z.boolean(),
});

/** A dated entry of a chronology that somebody ticked as showing a growing concern. */
export const EvidenceEntry = z.object({
  entryId: z.string(),
  title: z.string(),
  happenedAt: z.string(),
  /** Who recorded the entry, as the chronology names them. */
  by: z.string(),
  tickedBy: PersonView,
  planId: z.string().optional(),
});

export const EvidenceView = z.object({ entries: z.array(EvidenceEntry), may: z.object({ tick: ControlView }) });
export type EvidenceView = z.infer<typeof EvidenceView>;

/** How the level of need was changed, the latest first, with what was said of what goes with it (CWDC-1.8). */
export const LevelView = z.object({
  /** Whether the plan's book asks what goes with a change. */
  isAsked: z.boolean(),
  changes: z.array(
    z.object({
      changeId: z.string(),
      from: TermView,
      to: TermView,
      at: z.string(),
      by: z.string(),
      /** The assessment used, why none was, or that this reader is not told which of the two. */
      assessment: z
        .discriminatedUnion("is", [
          z.object({
            is: z.literal("used"),
            childId: z.string(),
            kind: TermView,
            on: z.string(),
            agency: z.string(),
          }),
          z.object({ is: z.literal("none"), because: z.string() }),
          z.object({ is: z.literal("not-told") }),
        ])
        .optional(),
      lead: TermView.extend({ words: z.string().optional() }).optional(),
      /** What was said of consent, for whoever sees what was answered about sharing. */
      consent: z
        .discriminatedUnion("is", [
          TermView.extend({ is: z.literal("said"), words: z.string().optional() }),
          z.object({ is: z.literal("not-told") }),
        ])
        .optional(),
    }),
  ),
});
export type LevelView = z.infer<typeof LevelView>;

export const PlanView = z.object({
  planId: z.string(),
  version: z.int(),
  kind: TermView,
  reach: TermView,
  state: z.enum(["open", "closed"]),
  openedAt: z.string(),
  openedBy: PersonView,
  /** The reader has no part in it and opened the record in an emergency: nothing of it is printed. */
  isOpenInEmergency: z.literal(true).optional(),
  rulebook: z.object({ title: z.string(), adoptedFrom: z.string() }),
  members: z.array(ChildInList),
  practitioners: z.array(PlanPractitionerView),
  actions: z.array(PlanActionView),
  answers: z.object({
    integratedResponse: z.boolean().optional(),
    integratedResponseReason: z.string().optional(),
    safetyIsPrimary: z.boolean().optional(),
    needsAreComplexHealth: z.boolean().optional(),
    route: TermView.optional(),
    /** What brought the need to light; of a particular trigger, its day and what happened. */
    trigger: z.object({ what: TermView, on: z.string().optional(), words: z.string().optional() }).optional(),
    levelOfNeed: TermView.optional(),
    expectedMonths: z.int().optional(),
  }),
  /** What it rests on, oldest first. */
  evidence: z.array(EvidenceEntry),
  /** What each agency said of the youth offending team's officer leading. */
  support: z.array(
    z.object({
      agency: TermView,
      supports: z.boolean(),
      saidBy: z.string(),
      saidOn: z.string(),
      /** The day a lock set by law began that made its support lapse; left out while it stands. */
      lapsedOn: z.string().optional(),
    }),
  ),
  contact: ContactView.optional(),
  lead: LeadView.optional(),
  leadsBefore: z.array(LeadView),
  leadNeeded: z
    .object({
      since: z.string().optional(),
      clock: ClockView.optional(),
      decisionId: z.string().optional(),
      decision: DecisionView,
    })
    .optional(),
  proposal: z
    .object({ proposalId: z.string(), proposed: PersonView, proposedAt: z.string(), waitsFor: z.array(z.string()) })
    .optional(),
  duties: z.array(DutyView),
  /** Of each child whom the reader may see: how the list of who does what stands. */
  whoDoesWhat: z.array(
    z.object({
      childId: z.string(),
      says: z.string(),
      isClear: z.boolean(),
      isIssued: z.boolean(),
      /** Whether the area's documents ask for it. */
      isAsked: z.boolean(),
    }),
  ),
  /** What is to be better, with the actions towards it; one with none is a gap. */
  outcomes: z.array(
    z.object({
      childId: z.string(),
      /** Left out where an action brought it with it. */
      outcomeId: z.string().optional(),
      words: z.string(),
      isGap: z.boolean(),
      actions: z.array(z.string()),
    }),
  ),
  /** Two actions of different agencies that do the same, and nobody has settled it. */
  overlaps: z.array(
    z.object({
      childId: z.string(),
      actionId: z.string(),
      otherActionId: z.string(),
      because: z.string(),
      clause: z.string(),
    }),
  ),
  /** Agencies on it that have not signed up to working together, with the clause that marks them (HIG-4). */
  notSignedUp: z.array(z.object({ agencyId: z.string(), agency: z.string(), because: z.string(), clause: z.string() })),
  /** How far each child's family is engaged, the latest day first; nothing of a child of whom nobody recorded it. */
  engagement: z.array(EngagementView),
  /** Children of a plan in dispute of whom nobody recorded whether they need somebody to speak for them (HIG-97). */
  advocacyGaps: z.array(z.object({ childId: z.string(), because: z.string(), clause: z.string() })),
  /** Of each child whom the reader may see: the records that the case rests on beside its lead. */
  rests: z.array(RecordsOfCaseView),
  level: LevelView,
  joining: JoiningView,
  may: z.object({
    change: ControlView,
    propose: ControlView,
    recordViews: ControlView,
    recordEngagement: ControlView,
  }),
});
export type PlanView = z.infer<typeof PlanView>;

export const PlansOfChildView = z.object({
  plans: z.array(
    z.object({
      planId: z.string(),
      kind: TermView,
      reach: TermView,
      state: z.enum(["open", "closed"]),
      openedAt: z.string(),
      closedAt: z.string().optional(),
      contact: PersonView.optional(),
      lead: PersonView.optional(),
      leadNeededSince: z.string().optional(),
      leadClock: ClockView.optional(),
    }),
  ),
});

/** People who can be put on a plan. */
export const ColleaguesView = z.object({
  people: z.array(ColleagueView.extend({ kind: z.string() })),
  nextCursor,
});
