import { z } from "zod";
import { ChildInList, ColleagueView, ControlView, nextCursor, PersonView } from "../../views.ts";
import { DecisionView } from "../record/views.ts";

export const StandingFactView = z.object({
  kind: z.string(),
  label: z.string(),
  /** The row a correction is based on; left out where nothing is recorded. */
  standingId: z.string().optional(),
  /** What is recorded, in the shape of its kind; left out where nothing is. */
  fact: z.record(z.string(), z.unknown()).optional(),
  inWords: z.string(),
  recordedBy: PersonView.optional(),
  recordedAt: z.string().optional(),
});
export type StandingFactView = z.infer<typeof StandingFactView>;

/** What was recorded before, and when it was replaced. */
export const StandingHistoryView = z.object({
  entries: z.array(
    z.object({
      standingId: z.string(),
      kind: z.string(),
      label: z.string(),
      inWords: z.string(),
      recordedBy: PersonView.optional(),
      recordedAt: z.string(),
      supersededAt: z.string(),
    }),
  ),
  nextCursor,
});
export type StandingHistoryView = z.infer<typeof StandingHistoryView>;

export const StandingExceptionView = z.object({
  exceptionId: z.string(),
  planId: z.string(),
  /** Where the reader may see the child of the plan. */
  child: ChildInList,
  reason: z.string(),
  planToReplace: z.string(),
  from: z.string(),
  lastDay: z.string(),
  state: z.enum(["to-come", "holds", "lapsed", "ended"]),
  approvedBy: PersonView,
  endedBecause: z.string().optional(),
  endedBy: PersonView.optional(),
});
export type StandingExceptionView = z.infer<typeof StandingExceptionView>;

export const StandingView = ColleagueView.extend({
  facts: z.array(StandingFactView),
  /** What was recorded before, newest first; `workforce.history` goes on where there is more. */
  history: StandingHistoryView.shape.entries,
  hasMoreHistory: nextCursor,
  /** "May this practitioner be offered training for the role?" */
  training: DecisionView,
  /** "May this practitioner lead?", asked as if they worked with the child already and started today. */
  suitability: DecisionView,
  exceptions: z.array(StandingExceptionView),
  may: z.object({ record: ControlView, approveException: ControlView }),
});
export type StandingView = z.infer<typeof StandingView>;

/** A gate's answer, as a list shows it. */
export const AnswerView = z.object({
  answer: z.string(),
  answerInWords: z.string(),
  tone: z.enum(["good", "caution", "stop", "neutral", "unknown"]),
  /** What stands in the way or is still asked, with its clause. */
  because: z.array(z.object({ because: z.string(), clause: z.string() })),
  /** When only waiting stands in the way: the first day it no longer does. */
  from: z.string().optional(),
});
export type AnswerView = z.infer<typeof AnswerView>;

export const RegisterRow = ColleagueView.extend({
  leads: z.int(),
  check: z.string(),
  engagement: z.string(),
  pool: z.string(),
  training: AnswerView,
  suitability: AnswerView,
  /** Facts that are not recorded and that one of the two answers waits for. */
  missing: z.array(z.string()),
});

export const RegisterView = z.object({
  practitioners: z.array(RegisterRow),
  nextCursor,
  teams: z.array(z.object({ teamId: z.string(), name: z.string() })),
});

export const ExceptionView = StandingExceptionView.omit({ child: true });
export type ExceptionView = z.infer<typeof ExceptionView>;

/** Somebody's posts and what they hold, for whoever ends a post of theirs. */
export const LeavingView = PersonView.extend({
  posts: z.array(
    z.object({
      postId: z.string(),
      title: z.string(),
      agencyName: z.string(),
      version: z.int(),
      from: z.string(),
      /** Where it is known when it ends. */
      lastDay: z.string().optional(),
    }),
  ),
  /** How much there is of each, whether or not the reader may see it by name. */
  holds: z.object({
    namedPersonFor: z.int(),
    leads: z.int(),
    proposals: z.int(),
    duties: z.int(),
    manages: z.int(),
  }),
  /** The first of them whom the reader may see. */
  namedPersonFor: z.array(ChildInList),
  leads: z.array(z.object({ planId: z.string(), child: ChildInList })),
});
export type LeavingView = z.infer<typeof LeavingView>;

/** Whom the chief officers named as senior managers, organisation by organisation. */
export const SeniorManagersView = z.object({
  /** Why this area's documents say nothing of it; absent where they do. */
  silentBecause: z.string().optional(),
  today: z.string(),
  /** The organisation the reader is at the head of. */
  own: z.object({ agencyId: z.string(), name: z.string() }).optional(),
  organisations: z.array(
    z.object({
      agencyId: z.string(),
      name: z.string(),
      /** Nobody there is senior manager today by their chief officer's word. */
      hasNobody: z.boolean(),
      named: z.array(
        PersonView.extend({
          namingId: z.string(),
          from: z.string(),
          lastDay: z.string().optional(),
          /** "left": named, and no longer at work there; "taken-back": closed before it held on any day. */
          state: z.enum(["now", "to-come", "over", "left", "taken-back"]),
          namedBy: z.string(),
          ended: z.object({ because: z.string(), by: z.string() }).optional(),
        }),
      ),
    }),
  ),
  name: ControlView,
});
export type SeniorManagersView = z.infer<typeof SeniorManagersView>;
