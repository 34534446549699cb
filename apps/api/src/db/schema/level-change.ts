import type { ConsentAtNewLevel, LeadAtNewLevel, LevelOfNeed } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agency } from "./area.ts";
import { assessment } from "./assessment.ts";
import { child } from "./child.ts";
import { areaId, instant } from "./columns.ts";
import { plan } from "./plan.ts";
import { practitioner } from "./practitioner.ts";

/**
 * One change of a plan's level of need, with what goes with it (CWDC-1.8): a row for each child of the plan, with one id.
 * Insert only. Its answers are null where no clause of the book asked for them. What was said of the assessment is in
 * `level_change_basis`.
 */
export const levelChange = pgTable(
  "level_change",
  {
    areaId: areaId(),
    changeId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    fromLevel: text().$type<LevelOfNeed>().notNull(),
    toLevel: text().$type<LevelOfNeed>().notNull(),
    /** Whether it says which assessment it rests on, or why on none: who may not read which reads that it was said. */
    saysAssessment: boolean().notNull(),
    lead: text().$type<LeadAtNewLevel>(),
    leadWords: text(),
    consent: text().$type<ConsentAtNewLevel>(),
    consentWords: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.changeId, t.childId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({
      columns: [t.areaId, t.recordedBy],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index().on(t.areaId, t.planId),
    check("level_changes_to_another", sql`${t.fromLevel} <> ${t.toLevel}`),
  ],
);

/**
 * The assessment that a change of level rests on, or why it rests on none (decisions 36 and 39): of one that was used a row for the
 * child whose assessment it is, of none a row for each child. Insert only.
 */
export const levelChangeBasis = pgTable(
  "level_change_basis",
  {
    areaId: areaId(),
    changeId: uuid().notNull(),
    planId: uuid().notNull(),
    /** The agency of whoever changed the level. */
    agencyId: uuid().notNull(),
    childId: uuid().notNull(),
    assessmentId: uuid(),
    noneBecause: text(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.changeId, t.childId] }),
    foreignKey({
      columns: [t.areaId, t.changeId, t.childId],
      foreignColumns: [levelChange.areaId, levelChange.changeId, levelChange.childId],
    }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({ columns: [t.areaId, t.agencyId], foreignColumns: [agency.areaId, agency.agencyId] }),
    foreignKey({ columns: [t.areaId, t.assessmentId], foreignColumns: [assessment.areaId, assessment.assessmentId] }),
    index().on(t.areaId, t.planId),
    index().on(t.areaId, t.assessmentId),
    check("level_change_says_which_or_why_none", sql`${t.assessmentId} is not null or ${t.noneBecause} is not null`),
  ],
);
