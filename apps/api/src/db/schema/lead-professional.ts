import type { LocalDate, StandInReason, Weighed } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { child } from "./child.ts";
import { areaId, date, instant, period, version } from "./columns.ts";
import { plan } from "./plan.ts";
import { practitioner } from "./practitioner.ts";

/** Somebody has been proposed as lead professional. It leads nobody: the lead is its own row, made when every agreement is in. */
export const proposal = pgTable(
  "proposal",
  {
    areaId: areaId(),
    proposalId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    proposedId: uuid().notNull(),
    proposedBy: uuid().notNull(),
    proposedAt: instant().notNull(),
    reason: text().notNull(),
    /** Reasons given for what a clause asked a reason for, by the need's code. */
    reasons: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** The people who were considered, and what was written of each criterion. Never added up. */
    considered: uuid().array().notNull().default([]),
    weighed: jsonb().$type<readonly Weighed[]>().notNull().default([]),
    /** The day the lead is to start; the day of the last agreement where none is set. */
    startsOn: date({ mode: "string" }).$type<LocalDate>(),
    state: text().$type<"open" | "appointed" | "stopped" | "withdrawn">().notNull(),
    /** The ladder it runs on: stages of the book in force when it was proposed. */
    adoptionId: uuid().notNull(),
    choiceDecisionId: uuid().notNull(),
    agreementDecisionId: uuid().notNull(),
    /** Loads before and after, as they were shown when it was proposed. */
    loadBefore: integer(),
    loadAfter: integer(),
    capacity: integer(),
    endedAt: instant(),
    endedBecause: text(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.proposalId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({
      columns: [t.areaId, t.proposedId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    uniqueIndex("one_open_proposal_per_plan").on(t.areaId, t.planId).where(sql`state = 'open'`),
    index().on(t.areaId, t.planId),
    index().on(t.areaId, t.proposedId),
  ],
);

/** What was recorded of one stage of a proposal's agreement. Added to, never changed. */
export const proposalStage = pgTable(
  "proposal_stage",
  {
    areaId: areaId(),
    entryId: uuid().notNull(),
    proposalId: uuid().notNull(),
    childId: uuid().notNull(),
    stage: text().notNull(),
    outcome: text().$type<"done" | "agreed" | "not-agreed" | "declined" | "not-possible">().notNull(),
    /** In their words, or the reason. */
    words: text(),
    /** What a yes rests on, where a clause asks for evidence. */
    evidence: text(),
    /** For a meeting or a discussion: the day, who took part. */
    heldOn: text(),
    participants: text().array(),
    /** Whose word it is, when it is one practitioner's. */
    answeredBy: uuid(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.entryId] }),
    foreignKey({ columns: [t.areaId, t.proposalId], foreignColumns: [proposal.areaId, proposal.proposalId] }),
    index().on(t.areaId, t.proposalId),
  ],
);

/** Whose desk a stage of a proposal waits on, and until when. */
export const proposalWaits = pgTable(
  "proposal_waits",
  {
    areaId: areaId(),
    waitId: uuid().notNull(),
    proposalId: uuid().notNull(),
    stage: text().notNull(),
    practitionerId: uuid().notNull(),
    dueBy: instant(),
    since: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.waitId] }),
    foreignKey({ columns: [t.areaId, t.proposalId], foreignColumns: [proposal.areaId, proposal.proposalId] }),
    index("proposal_waits_on_desk").on(t.areaId, t.practitionerId, t.dueBy).where(sql`ended_at is null`),
  ],
);

/** Who holds the lead of a plan. An exclusion constraint keeps it to one at a time; a paused lead is still held. */
export const lead = pgTable(
  "lead",
  {
    areaId: areaId(),
    leadId: uuid().notNull(),
    planId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    /** "by-agreement", or "by-law" with the decision that says which clause. */
    basis: text().$type<"by-agreement" | "by-law">().notNull(),
    proposalId: uuid(),
    decisionId: uuid(),
    bestPlacedBecause: text(),
    during: period().notNull(),
    endedBecause: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.leadId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index().on(t.areaId, t.planId),
    index().on(t.areaId, t.practitionerId), // with those that ended: for how long somebody has led counts
    check("lead_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);

/** The lead who answers for a child, whichever plan it is on. An exclusion constraint keeps it to one at a time. */
export const childLead = pgTable(
  "child_lead",
  {
    areaId: areaId(),
    childLeadId: uuid().notNull(),
    childId: uuid().notNull(),
    leadId: uuid().notNull(),
    during: period().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.childLeadId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({ columns: [t.areaId, t.leadId], foreignColumns: [lead.areaId, lead.leadId] }),
    index().on(t.areaId, t.childId),
    check("child_lead_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);

/** Who acts while the holder is away, or before there is one: a deputy, an interim, cover. Acting ends; holding goes on. */
export const actingLead = pgTable(
  "acting_lead",
  {
    areaId: areaId(),
    actingLeadId: uuid().notNull(),
    planId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    as: text().$type<"deputy" | "interim">().notNull(),
    /** Why the lead is away, as a code: for them and whoever manages them, and in no chronology. */
    reason: text().$type<StandInReason>().notNull(),
    /** When the lead is expected back. Nothing ends by itself on that day: the role comes back when it is recorded. */
    expectedBackOn: date(),
    during: period().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.actingLeadId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index().on(t.areaId, t.planId),
    check("acting_lead_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);

/** Who would act if the lead were away. Opens nothing by itself: that begins when the deputy is put in. One at a time on a plan. */
export const deputy = pgTable(
  "deputy",
  {
    areaId: areaId(),
    deputyId: uuid().notNull(),
    planId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    agreedOn: date().notNull(),
    /** Whether the line manager accepted them with a reason although they own no work on the plan (BOL-6.4). */
    byManagersReason: boolean().notNull().default(false),
    during: period().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.deputyId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index().on(t.areaId, t.planId),
    check("deputy_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);

/** Never nobody: who the family and the practitioners turn to on this plan at this moment. Exactly one while it is open. */
export const contactOfRecord = pgTable(
  "contact_of_record",
  {
    areaId: areaId(),
    contactId: uuid().notNull(),
    planId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    as: text()
      .$type<"lead" | "deputy" | "interim" | "holder-of-record" | "proposing-line-manager" | "opened-by">()
      .notNull(),
    during: period().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.contactId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index().on(t.areaId, t.planId),
    index("contact_of_record_current").on(t.areaId, t.practitionerId).where(sql`upper_inf(during)`),
    check("contact_of_record_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);
