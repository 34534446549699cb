import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { child } from "./child.ts";
import { areaId, instant } from "./columns.ts";
import { plan, planPractitioner } from "./plan.ts";

/**
 * Somebody with a light account who may read the summary of one child's plan and send updates (CWDC-3.10). It ends
 * with their row on the plan, with the plan, with what the plan was shared on, and by itself where it is taken back.
 */
export const contributor = pgTable(
  "contributor",
  {
    areaId: areaId(),
    contributorId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    planPractitionerId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    invitedBy: uuid().notNull(),
    invitedAt: instant().notNull(),
    /** Taken back by itself: when, by whom and why. */
    endedAt: instant(),
    endedBy: uuid(),
    endedBecause: text(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.contributorId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({
      columns: [t.areaId, t.planPractitionerId],
      foreignColumns: [planPractitioner.areaId, planPractitioner.planPractitionerId],
    }),
    uniqueIndex("invited_once").on(t.areaId, t.planPractitionerId, t.childId).where(sql`${t.endedAt} is null`),
    check(
      "invitation_ends_by_somebody",
      sql`(${t.endedAt} is null) = (${t.endedBy} is null) and (${t.endedAt} is null) = (${t.endedBecause} is null)`,
    ),
    index().on(t.areaId, t.practitionerId),
    index().on(t.areaId, t.planId),
  ],
);

/** What a contributor sent to a child's plan, in their words. Insert only. */
export const contribution = pgTable(
  "contribution",
  {
    areaId: areaId(),
    contributionId: uuid().notNull(),
    contributorId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    words: text().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.contributionId] }),
    foreignKey({
      columns: [t.areaId, t.contributorId],
      foreignColumns: [contributor.areaId, contributor.contributorId],
    }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.planId, t.recordedAt),
    index().on(t.areaId, t.contributorId),
  ],
);
