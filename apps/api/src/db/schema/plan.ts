import type { AgencyKind, LocalDate, NeedTrigger } from "@linchpin/domain";
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
import { agency } from "./area.ts";
import { child } from "./child.ts";
import { areaId, date, instant, period, version } from "./columns.ts";
import { practitioner } from "./practitioner.ts";
import { chronologyEntry } from "./record.ts";

/** One plan of help. It names nobody: who it is for is in plan_member, what it says is in its parts. */
export const plan = pgTable(
  "plan",
  {
    areaId: areaId(),
    planId: uuid().notNull(),
    kind: text().$type<"childs-plan" | "action-plan" | "family-plan">().notNull(),
    reach: text().$type<"single-agency" | "multi-agency">().notNull(),
    state: text().$type<"open" | "closed">().notNull(),
    levelOfNeed: text().$type<"single" | "integrated" | "complex">(),
    expectedMonths: integer(),
    /** How the need for a lead arose; null while nobody has said. */
    route: text(),
    /** Whether the need built up over time, or something particular triggered it; null while nobody has said. */
    trigger: text().$type<NeedTrigger>(),
    /** For a particular trigger: the day, and what happened. */
    triggerOn: date({ mode: "string" }).$type<LocalDate>(),
    triggerWords: text(),
    /** A person's answer whether the help has to be one integrated response, and why. */
    integratedResponse: boolean(),
    integratedResponseReason: text(),
    safetyIsPrimary: boolean(),
    needsAreComplexHealth: boolean(),
    /** How many members it has: workload counts sections without opening the plan. */
    members: integer().notNull().default(1),
    /** Since when a lead professional has been needed; null when none is. */
    leadNeededSince: date({ mode: "string" }).$type<LocalDate>(),
    neededDecisionId: uuid(),
    /** When the clock of a pending lead runs out, by the book the plan opened under. */
    leadDueBy: instant(),
    /** The adoption in force when it opened: an open process keeps the book it began with. */
    adoptionId: uuid().notNull(),
    openedBy: uuid().notNull(),
    openedAt: instant().notNull(),
    closedAt: instant(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.planId] }),
    index("plan_open").on(t.areaId, t.leadNeededSince).where(sql`state = 'open'`),
  ],
);

/** Whose plan it is: one child, several children, adults of a family plan. */
export const planMember = pgTable(
  "plan_member",
  {
    areaId: areaId(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    addedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.planId, t.childId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.childId),
  ],
);

/** Who works on the plan, from when; the lead is held elsewhere. Workload counts these rows without opening the plan. */
export const planPractitioner = pgTable(
  "plan_practitioner",
  {
    areaId: areaId(),
    planPractitionerId: uuid().notNull(),
    planId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    agencyId: uuid().notNull(),
    /** Posts the person holds for this child, in the words of the vocabulary. */
    posts: text().array().notNull(),
    involvement: text().$type<"involved" | "about-to-start">().notNull(),
    startsOn: date({ mode: "string" }).$type<LocalDate>(),
    relationship: text(),
    basedInSchool: boolean(),
    during: period().notNull(),
    endedBecause: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.planPractitionerId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    foreignKey({ columns: [t.areaId, t.agencyId], foreignColumns: [agency.areaId, agency.agencyId] }),
    index().on(t.areaId, t.planId),
    index("plan_practitioner_current").on(t.areaId, t.practitionerId).where(sql`upper_inf(during)`),
    check("plan_practitioner_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);

/** Who does what by when. Each action has one owner and belongs to the owner's agency. */
export const planAction = pgTable(
  "plan_action",
  {
    areaId: areaId(),
    actionId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    what: text().notNull(),
    outcome: text(),
    agencyId: uuid().notNull(),
    ownerId: uuid(),
    ownerWords: text(),
    startsOn: date({ mode: "string" }).$type<LocalDate>(),
    dueOn: date({ mode: "string" }).$type<LocalDate>(),
    state: text().$type<"planned" | "running" | "done" | "ended">().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.actionId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({ columns: [t.areaId, t.agencyId], foreignColumns: [agency.areaId, agency.agencyId] }),
    index().on(t.areaId, t.planId),
    index().on(t.areaId, t.ownerId),
  ],
);

/**
 * Whether an agency supports the youth offending team's officer leading; that team's own word is whether it agrees.
 * Silence is not support. What the agency said last supersedes what it said before; that a lock set by law makes it lapse
 * is the rulebook's to say, by its day.
 */
export const agencySupport = pgTable(
  "agency_support",
  {
    areaId: areaId(),
    agencySupportId: uuid().notNull(),
    planId: uuid().notNull(),
    agency: text().$type<AgencyKind>().notNull(),
    supports: boolean().notNull(),
    saidBy: text().notNull(),
    saidOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    supersededAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.agencySupportId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    index().on(t.areaId, t.planId),
  ],
);

/**
 * A dated entry of the chronology that somebody ticked as showing a growing concern. It is the child's until a plan opens,
 * and that plan's evidence from then on.
 */
export const evidence = pgTable(
  "evidence",
  {
    areaId: areaId(),
    evidenceId: uuid().notNull(),
    childId: uuid().notNull(),
    entryId: uuid().notNull(),
    planId: uuid(),
    attachedBy: uuid().notNull(),
    attachedAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.evidenceId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({ columns: [t.areaId, t.entryId], foreignColumns: [chronologyEntry.areaId, chronologyEntry.entryId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    uniqueIndex("evidence_once").on(t.areaId, t.entryId).where(sql`removed_at is null`),
    index().on(t.areaId, t.childId),
    index().on(t.areaId, t.planId),
  ],
);

/** A manager's own estimate beside the rulebook's, for one person on one plan: quarter-points added or taken off, with the reason. */
export const weightAdjustment = pgTable(
  "weight_adjustment",
  {
    areaId: areaId(),
    weightAdjustmentId: uuid().notNull(),
    planId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    quarterPoints: integer().notNull(),
    reason: text().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    supersededAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.weightAdjustmentId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index("weight_adjustment_current").on(t.areaId, t.practitionerId, t.planId).where(sql`superseded_at is null`),
  ],
);
