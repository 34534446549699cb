import { z } from "zod";
import { DecisionView } from "./decision-schema.ts";

export { ClauseView, FindingView } from "./decision-schema.ts";
export { decisionView, decisionViews, toDecisionView } from "./decision-view.ts";
export { settingInWords, valueName } from "./decision-words.ts";
export { readerFor } from "./reader.ts";
export { DecisionView };

/** Who did something, as the record names them. */
const By = z.object({ practitionerId: z.string(), name: z.string() });

/** One step of a child's chronology, as it read the day it was written. */
export const StepView = z.object({
  entryId: z.string(),
  happenedAt: z.string(),
  recordedAt: z.string(),
  kind: z.string(),
  kindInWords: z.string(),
  title: z.string(),
  detail: z.string().optional(),
  by: By,
  decisionId: z.string().optional(),
  concernId: z.string().optional(),
  planId: z.string().optional(),
});

export const ChronologyView = z.object({
  steps: z.array(StepView),
  /** What a reader may filter by. */
  kinds: z.array(z.object({ kind: z.string(), label: z.string() })),
  nextCursor: z.string().optional(),
});

export const StoredDecisionView = z.object({
  decisionId: z.string(),
  childId: z.string().optional(),
  planId: z.string().optional(),
  askedBy: By,
  recordedAt: z.string(),
  decision: DecisionView,
});

/** A child as an item of a list names them. */
const ChildAsSeen = z.discriminatedUnion("visibility", [
  z.object({ visibility: z.literal("full"), childId: z.string(), name: z.string() }),
  z.object({ visibility: z.literal("restricted") }),
]);

export const NoticesView = z.object({
  notices: z.array(
    z.object({
      noticeId: z.string(),
      words: z.string(),
      at: z.string(),
      isRead: z.boolean(),
      child: ChildAsSeen.optional(),
      /** A page of a portal; left out where none of what it is about opens to the reader. */
      link: z.string().optional(),
    }),
  ),
  nextCursor: z.string().optional(),
});

export const NoticesMarkedView = z.object({ marked: z.int() });

export const DutiesView = z.object({
  duties: z.array(
    z.object({
      dutyId: z.string(),
      act: z.string(),
      because: z.string(),
      clause: z.string(),
      owedBy: By,
      /** The first instant at which it is late. */
      dueBy: z.string().optional(),
      isLate: z.boolean(),
      child: ChildAsSeen.optional(),
      /** Whether the child's own page opens to the reader. Each of the ids below is left out where its page does not. */
      mayOpenChild: z.boolean(),
      planId: z.string().optional(),
      concernId: z.string().optional(),
      decisionId: z.string().optional(),
    }),
  ),
  nextCursor: z.string().optional(),
});

export const TodayView = z.object({
  unreadNotices: z.int(),
  dutiesOpen: z.int(),
  dutiesLate: z.int(),
  lateOnMyAccount: z.int(),
  nextDueBy: z.string().optional(),
  /** Proposals that wait for this person's word. */
  waitingForMe: z.int(),
  nextWaitDueBy: z.string().optional(),
  namedPersonFor: z.int(),
  leading: z.int(),
  /** What came in from other agencies and was not filed yet. */
  toFile: z.int(),
  /** What came in by paper or phone and waits for this person to file it. */
  arrivalsToFile: z.int(),
  /** Families who asked or reported something and wait for this person. */
  familiesWaiting: z.int(),
  /** Notes kept to oneself that are to be looked at again: for their author, and for nobody else. */
  notesToLookAt: z.int(),
});
