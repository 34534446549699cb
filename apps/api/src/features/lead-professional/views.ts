import { z } from "zod";
import {
  ChildInList,
  ClockView,
  ColleagueView,
  ControlView,
  DutyView,
  EngagementView,
  nextCursor,
  PersonView,
  TermView,
} from "../../views.ts";
import { ClauseView, DecisionView } from "../record/views.ts";
import { FigureView } from "../workload/views.ts";

/** A question asked of the book, and the answer as this reader may see it. `decisionId` where it was kept. */
export const AskedView = z.object({ decision: DecisionView, decisionId: z.string().optional() });

export const WhetherNeededView = AskedView.extend({
  planId: z.string(),
  planVersion: z.int(),
  leadNeededSince: z.string().optional(),
  clock: ClockView.optional(),
  /** What follows while nobody leads: each with its clock. */
  duties: z.array(DutyView),
});

export type WhetherNeededView = z.infer<typeof WhetherNeededView>;

/** Load totals only: no other family's name is behind them. */
export const CapacityView = z.object({
  loadBefore: z.number(),
  loadAfter: z.number(),
  /** Undefined where nobody has agreed one. */
  capacity: z.number().optional(),
  /** A fact is missing, so the load is a least figure. */
  isLeast: z.boolean(),
  isOver: z.boolean(),
});

/** Something a clause asks before a choice of this person can be confirmed; the answer is sent under its code. */
export const NeedView = z.object({
  code: z.string(),
  what: z.enum(["reason", "evidence", "approval", "agreement"]),
  for: z.string(),
  from: z.string(),
  clause: ClauseView,
  because: z.string(),
  /** Asked only where this person is rated on that criterion: with yes, strongly or in part. */
  ifRated: z.string().optional(),
});

export const CandidateView = ColleagueView.extend({
  posts: z.array(TermView),
  involvement: z.enum(["involved", "about-to-start"]),
  startsOn: z.string().optional(),
  since: z.string(),
  relationship: z.string().optional(),
  openActions: z.int(),
  isNamedPerson: z.boolean(),
  leadsNow: z.boolean(),
  suitability: z.object({
    decision: DecisionView,
    /** Who can say more, where the reader may not see what the answer rests on. */
    askWho: z.array(PersonView),
  }),
  capacity: CapacityView,
  isChildsWish: z.boolean(),
  isFamilysWish: z.boolean(),
  byLaw: z.object({
    isHolder: z.boolean(),
    isBarred: z.boolean(),
    isOfRequiredAgency: z.boolean().optional(),
    /** How a status names this person without putting them in the lead. */
    named: z.enum(["expected", "suggested", "may"]).optional(),
  }),
  /** Clauses under which this person is listed: "first choice under …". Never a rank. */
  listedUnder: z.array(z.object({ clause: ClauseView, title: z.string(), because: z.string() })),
  needs: z.array(NeedView),
  mayBeProposed: ControlView,
});
export type CandidateView = z.infer<typeof CandidateView>;

/** Whom a child or a family would like, as they put it. */
export const LeadWishView = z.object({
  viewId: z.string(),
  childId: z.string(),
  whose: z.enum(["child", "family"]),
  saidOn: z.string(),
  words: z.string().optional(),
  how: z.string().optional(),
  notPossibleBecause: z.string().optional(),
  wishedForId: z.string().optional(),
  wishedFor: z.string().optional(),
  recordedBy: PersonView,
});
export type LeadWishView = z.infer<typeof LeadWishView>;

/** A row of the comparison sheet. What comes from records is shown for each person and typed by nobody. */
export const CriterionView = z.object({
  code: z.string(),
  label: z.string(),
  hint: z.string().optional(),
  of: z.enum(["case", "candidate"]),
  from: z.enum(["people", "records"]),
  answer: z.enum(["words", "yes-no"]),
  clause: ClauseView,
  shown: z.array(z.object({ practitionerId: z.string(), words: z.string() })),
});

export const CandidatesView = z.object({
  planId: z.string(),
  planVersion: z.int(),
  members: z.array(ChildInList),
  needed: DecisionView,
  statutory: DecisionView,
  bestPlaced: DecisionView,
  /** Alphabetical. Nobody is preselected, nobody is ranked. */
  candidates: z.array(CandidateView),
  sheet: z.array(CriterionView),
  views: z.array(LeadWishView),
  /** How far each child's family is engaged, as whoever led recorded it. */
  engagement: z.array(EngagementView),
  openProposalId: z.string().optional(),
  may: z.object({ propose: ControlView, recordViews: ControlView }),
});
export type CandidatesView = z.infer<typeof CandidatesView>;

/** One stage of the agreement, as the rulebook has it and as it stands. */
export const StageView = z.object({
  stage: z.string(),
  kind: TermView,
  /** "Agreement of the line manager" */
  label: z.string(),
  whose: z.string(),
  /** The people whose word it is, where they are known. */
  people: z.array(PersonView),
  decides: z.boolean(),
  mayBeLeftOut: z.boolean(),
  state: z.enum(["through", "next", "later", "stopped"]),
  clause: ClauseView,
  because: z.string(),
  clock: ClockView.optional(),
  entries: z.array(
    z.object({
      outcome: TermView,
      words: z.string().optional(),
      /** What a yes rests on, where a clause asks for it. */
      evidence: z.string().optional(),
      heldOn: z.string().optional(),
      participants: z.array(z.string()),
      answeredBy: PersonView.optional(),
      recordedBy: PersonView,
      recordedAt: z.string(),
    }),
  ),
  may: z.object({
    enter: ControlView,
    outcomes: z.array(TermView),
    /** What the control asks besides the outcome. */
    asks: z.array(z.enum(["words", "held-on", "participants"])),
    /** Outcomes for which words have to be given, and what they are for: "the reason". */
    wordsNeededFor: z.array(z.string()),
    wordsFor: z.record(z.string(), z.string()),
    /** Outcomes for which a clause asks what they rest on, and that as a phrase. */
    evidenceNeededFor: z.array(z.string()),
    evidenceFor: z.string(),
  }),
});
export type StageView = z.infer<typeof StageView>;

export const ProposalView = z.object({
  proposalId: z.string(),
  version: z.int(),
  planId: z.string(),
  child: ChildInList,
  proposed: ColleagueView,
  proposedBy: PersonView,
  proposedAt: z.string(),
  reason: z.string(),
  reasons: z.array(z.object({ code: z.string(), for: z.string(), words: z.string() })),
  weighed: z.array(
    z.object({
      criterion: z.string(),
      label: z.string(),
      candidate: PersonView.optional(),
      words: z.string().optional(),
      rating: z.string().optional(),
      evidence: z.string().optional(),
    }),
  ),
  state: z.enum(["open", "appointed", "stopped", "withdrawn"]),
  endedAt: z.string().optional(),
  endedBecause: z.string().optional(),
  capacity: CapacityView,
  stages: z.array(StageView),
  /** "Awaiting the second manager": why a complete agreement has not appointed anybody yet. */
  awaiting: z.array(z.string()),
  choice: AskedView,
  /** "May this practitioner lead?", as it was answered when they were proposed. */
  suitability: DecisionView.optional(),
  /** The parts of the load, for the person proposed and their line managers; totals are in `capacity`. */
  load: z.object({ before: FigureView, after: FigureView, capacity: FigureView }).optional(),
  agreement: AskedView,
  leadId: z.string().optional(),
  /** What follows because nobody could be agreed, each with its clock. */
  notAgreed: z.array(DutyView),
  contact: ColleagueView.optional(),
  /** How far the child's family is engaged, as whoever led recorded it. */
  engagement: EngagementView.optional(),
  may: z.object({ withdraw: ControlView }),
});
export type ProposalView = z.infer<typeof ProposalView>;

/** A proposal that waits on the reader's desk. */
export const WaitingView = z.object({
  proposalId: z.string(),
  planId: z.string(),
  child: ChildInList,
  /** Whether the proposal's page opens to the reader. */
  mayOpen: z.boolean(),
  proposed: PersonView,
  proposedAt: z.string(),
  stage: z.string(),
  label: z.string(),
  /** "CP3.1 8.7.4": where the book asks for it. */
  clause: z.string().optional(),
  since: z.string(),
  clock: ClockView.optional(),
});

export const WaitingForMeView = z.object({ waiting: z.array(WaitingView), nextCursor });

export const DeskView = z.object({
  waiting: z.array(WaitingView),
  nextCursor,
  /** What was decided in the last 28 days, the newest first. */
  decided: z.array(
    z.object({
      proposalId: z.string(),
      planId: z.string(),
      child: ChildInList,
      /** Whether the proposal's page opens to the reader: what let them see the child may have ended with their word. */
      mayOpen: z.boolean(),
      proposed: PersonView,
      outcome: TermView,
      label: z.string(),
      recordedAt: z.string(),
      state: z.enum(["open", "appointed", "stopped", "withdrawn"]),
    }),
  ),
});

export const PlansILeadView = z.object({
  plans: z.array(
    z.object({
      planId: z.string(),
      leadId: z.string(),
      child: ChildInList,
      basis: z.enum(["by-agreement", "by-law"]),
      since: z.string(),
      openActions: z.int(),
      lateActions: z.int(),
    }),
  ),
  nextCursor,
});

export const WithoutLeadView = z.object({
  plans: z.array(
    z.object({
      planId: z.string(),
      child: ChildInList,
      /** Whether the plan's page opens to the reader. */
      mayOpen: z.boolean(),
      since: z.string(),
      daysWaiting: z.int(),
      clock: ClockView.optional(),
      contact: ColleagueView.optional(),
      /** How far the family of a child whom the reader sees is engaged, and since when; what shows it is read with the plan. */
      engagement: z.object({ state: TermView, on: z.string() }).optional(),
      why: z.string(),
      /** The open proposal, where its page opens to the reader. */
      proposalId: z.string().optional(),
    }),
  ),
  nextCursor,
});
