import type { AgencyKind, EngagementState, LocalDate, PartOf, WordOnList } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { child } from "./child.ts";
import { areaId, date, instant, version } from "./columns.ts";
import { plan, planAction } from "./plan.ts";

/** The list of who does what under a plan, for one of its children, as it was issued (GIR-70, HIG-128). Insert only: the last one counts. */
export const whoDoesWhat = pgTable(
  "who_does_what",
  {
    areaId: areaId(),
    listId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    /** The list it took the place of. */
    afterListId: uuid(),
    issuedOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    issuedBy: uuid().notNull(),
    issuedAt: instant().notNull(),
    /** Why the child has no line, where it is too young to be asked. */
    childIsNotAskedBecause: text(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.listId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.planId, t.childId, t.issuedAt),
    uniqueIndex("one_list_after_another").on(t.areaId, t.afterListId).where(sql`after_list_id is not null`),
    uniqueIndex("one_first_list").on(t.areaId, t.planId, t.childId).where(sql`after_list_id is null`),
  ],
);

/**
 * One person's line of a list, as it was issued. A line that stands unchanged on the next list keeps its id, and with it what
 * was said of it.
 */
export const whoDoesWhatLine = pgTable(
  "who_does_what_line",
  {
    areaId: areaId(),
    listId: uuid().notNull(),
    lineId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    place: integer().notNull(),
    as: text().$type<PartOf>().notNull(),
    practitionerId: uuid(),
    name: text().notNull(),
    agencyName: text(),
    agencyKind: text().$type<AgencyKind>(),
    /** What they are to the plan: their post, that they lead it. */
    role: text(),
    /** What child or family do, in words. */
    part: text(),
    attends: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.listId, t.lineId] }),
    foreignKey({ columns: [t.areaId, t.listId], foreignColumns: [whoDoesWhat.areaId, whoDoesWhat.listId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.practitionerId),
    uniqueIndex("one_line_each").on(t.areaId, t.listId, sql`coalesce(${t.practitionerId}::text, ${t.as})`),
    check("a_practitioner_by_id", sql`${t.as} <> 'practitioner' or ${t.practitionerId} is not null`),
  ],
);

/** What somebody does by when, as the list had it on the day it was issued. */
export const whoDoesWhatAction = pgTable(
  "who_does_what_action",
  {
    areaId: areaId(),
    listId: uuid().notNull(),
    lineId: uuid().notNull(),
    actionId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    what: text().notNull(),
    outcome: text(),
    startsOn: date({ mode: "string" }).$type<LocalDate>(),
    dueOn: date({ mode: "string" }).$type<LocalDate>(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.listId, t.actionId] }),
    foreignKey({
      columns: [t.areaId, t.listId, t.lineId],
      foreignColumns: [whoDoesWhatLine.areaId, whoDoesWhatLine.listId, whoDoesWhatLine.lineId],
    }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
  ],
);

/** Read and clear, a question, or the lead's answer to one, about a line. Insert only: the last word counts. */
export const whoDoesWhatSaid = pgTable(
  "who_does_what_said",
  {
    areaId: areaId(),
    saidId: uuid().notNull(),
    lineId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    says: text().$type<WordOnList | "answer">().notNull(),
    words: text(),
    saidOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    /** How the lead had it, where somebody did not mark it themselves; who of the family said it. */
    how: text(),
    name: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.saidId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.lineId, t.recordedAt),
    check("only_clear_without_words", sql`${t.says} = 'clear' or ${t.words} is not null`),
  ],
);

/** What the owner of an action posted on it, with its day (GIR-31). Insert only. */
export const actionProgress = pgTable(
  "action_progress",
  {
    areaId: areaId(),
    progressId: uuid().notNull(),
    actionId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    words: text().notNull(),
    saidOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.progressId] }),
    foreignKey({ columns: [t.areaId, t.actionId], foreignColumns: [planAction.areaId, planAction.actionId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.planId, t.recordedAt),
  ],
);

/** What is to be better for a child, whether or not anybody has an action towards it (GIR-4). */
export const planOutcome = pgTable(
  "plan_outcome",
  {
    areaId: areaId(),
    outcomeId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    words: text().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    endedAt: instant(),
    endedBy: uuid(),
    endedBecause: text(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.outcomeId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.planId),
  ],
);

/** What became of two actions that do the same: the last row on a pair counts. Insert only. */
export const overlapSettled = pgTable(
  "overlap_settled",
  {
    areaId: areaId(),
    settledId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    actionId: uuid().notNull(),
    otherActionId: uuid().notNull(),
    as: text().$type<"merged" | "stopped" | "kept">().notNull(),
    reason: text(),
    settledOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.settledId] }),
    foreignKey({ columns: [t.areaId, t.actionId], foreignColumns: [planAction.areaId, planAction.actionId] }),
    foreignKey({ columns: [t.areaId, t.otherActionId], foreignColumns: [planAction.areaId, planAction.actionId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.planId),
    check("kept_with_a_reason", sql`${t.as} <> 'kept' or ${t.reason} is not null`),
  ],
);

/** How far a child's family is engaged, as whoever leads saw it from a day on (CWDC-2.10a). Insert only: the latest day counts. */
export const familyEngagement = pgTable(
  "family_engagement",
  {
    areaId: areaId(),
    seenId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    state: text().$type<EngagementState>().notNull(),
    /** The day from which it is so. */
    sinceOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    note: text().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.seenId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.planId, t.childId, t.sinceOn),
  ],
);

/** What child or family think of a plan, in their words (GIR-75). Insert only. */
export const planView = pgTable(
  "plan_view",
  {
    areaId: areaId(),
    viewId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    whose: text().$type<"child" | "family">().notNull(),
    words: text().notNull(),
    how: text().notNull(),
    /** Who of the family said it. */
    name: text(),
    saidOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.viewId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.planId, t.childId),
  ],
);

/** How a view was taken into account, or why it was not followed. Insert only: the last one counts. */
export const planViewAnswer = pgTable(
  "plan_view_answer",
  {
    areaId: areaId(),
    answerId: uuid().notNull(),
    viewId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    words: text().notNull(),
    answeredOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.answerId] }),
    foreignKey({ columns: [t.areaId, t.viewId], foreignColumns: [planView.areaId, planView.viewId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.viewId),
  ],
);
