import type { DayRange, LocalDate, StandingKind } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { agency, establishment, team } from "./area.ts";
import { areaId, date, dayRange, recordedAt, supersededAt, version } from "./columns.ts";

/** Anyone who works with children in the area and may sign in, tied to their issuer by issuer and subject. */
export const practitioner = pgTable(
  "practitioner",
  {
    areaId: areaId(),
    practitionerId: uuid().notNull(),
    issuer: text(),
    subject: text(),
    name: text().notNull(),
    /** A practitioner kind of the vocabulary: "health-visitor", "class-teacher" … */
    kind: text().notNull(),
    email: text(),
    phone: text(),
    /** What a head sees beside the name when settling named persons (HIG-64). */
    skills: text(),
    /** What a demonstration's sign-in page says a visitor can try as this person. */
    hint: text(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.practitionerId] }),
    unique().on(t.areaId, t.issuer, t.subject),
    index().on(t.issuer, t.subject),
  ],
);

/** What somebody is employed to do, for how long, under whom. One person may hold two half posts. */
export const post = pgTable(
  "post",
  {
    areaId: areaId(),
    postId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    agencyId: uuid().notNull(),
    teamId: uuid(),
    establishmentId: uuid(),
    title: text().notNull(),
    /** What the post may do here: a role of the table of acts. */
    role: text().notNull(),
    lineManagerId: uuid(),
    /** Share of a full week, in hundredths. */
    hours: integer().notNull().default(100),
    /** Load agreed between worker and manager, in the workload unit; null while nobody has agreed one. */
    agreedCapacity: integer(),
    capacityAgreedOn: date({ mode: "string" }).$type<LocalDate>(),
    /** When worker and manager look at it again. */
    capacityReviewOn: date({ mode: "string" }).$type<LocalDate>(),
    /** Whether leading is an everyday part of this post or comes now and then; null while nobody has said. */
    leading: text().$type<"everyday" | "occasional">(),
    during: dayRange().notNull(),
    endedBecause: text(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.postId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    foreignKey({ columns: [t.areaId, t.agencyId], foreignColumns: [agency.areaId, agency.agencyId] }),
    foreignKey({ columns: [t.areaId, t.teamId], foreignColumns: [team.areaId, team.teamId] }),
    foreignKey({
      columns: [t.areaId, t.establishmentId],
      foreignColumns: [establishment.areaId, establishment.establishmentId],
    }),
    index().on(t.areaId, t.practitionerId),
    index().on(t.areaId, t.teamId),
    index().on(t.areaId, t.establishmentId),
    index().on(t.areaId, t.lineManagerId),
    check("post_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);

/** Days a practitioner is away. */
export const leave = pgTable(
  "leave",
  {
    areaId: areaId(),
    leaveId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    kind: text().$type<"planned" | "sick" | "other">().notNull(),
    during: dayRange().notNull(),
    recordedAt: recordedAt(),
    supersededAt: supersededAt(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.leaveId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index().on(t.areaId, t.practitionerId),
    check("leave_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);

/**
 * What is known of a practitioner's standing for the role: check, qualification, training, mentor. One row a fact,
 * corrected by a new row. The contents of a certificate are never kept.
 */
export const standing = pgTable(
  "standing",
  {
    areaId: areaId(),
    standingId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    kind: text().$type<StandingKind>().notNull(),
    /** The fact, in the shape that the domain's StandingFact of that kind has. */
    fact: jsonb().$type<Record<string, unknown>>().notNull(),
    recordedBy: uuid(),
    recordedAt: recordedAt(),
    supersededAt: supersededAt(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.standingId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index("standing_current").on(t.areaId, t.practitionerId, t.kind).where(sql`${t.supersededAt} is null`),
  ],
);

/** A named, dated, approved exception that lets one person lead on one plan where a rule bars the kind of engagement (WIG-8.4.3b). */
export const engagementException = pgTable(
  "engagement_exception",
  {
    areaId: areaId(),
    exceptionId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    planId: uuid().notNull(),
    reason: text().notNull(),
    planToReplace: text().notNull(),
    approvedBy: uuid().notNull(),
    during: dayRange().$type<DayRange>().notNull(),
    /** Why and by whom it was ended before its last day. */
    endedBecause: text(),
    endedBy: uuid(),
    recordedAt: recordedAt(),
    supersededAt: supersededAt(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.exceptionId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index().on(t.areaId, t.practitionerId, t.planId),
    check("engagement_exception_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);

/**
 * Whom the chief officer of an organisation named as senior manager, from which day to which (WIG-9.2.1). What it gives is a
 * post of its own, which begins and ends with it. A row that was ended closes, and one that says so takes its place.
 */
export const seniorManager = pgTable(
  "senior_manager",
  {
    areaId: areaId(),
    namingId: uuid().notNull(),
    agencyId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    /** The post that it gives. Taken back before its first day was over, the post is gone and this stays. */
    postId: uuid().notNull(),
    during: dayRange().$type<DayRange>().notNull(),
    namedBy: uuid().notNull(),
    endedBecause: text(),
    endedBy: uuid(),
    recordedAt: recordedAt(),
    supersededAt: supersededAt(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.namingId] }),
    foreignKey({ columns: [t.areaId, t.agencyId], foreignColumns: [agency.areaId, agency.agencyId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    foreignKey({
      columns: [t.areaId, t.namedBy],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index().on(t.areaId, t.agencyId),
    index().on(t.areaId, t.postId),
    check("senior_manager_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);
