import type { AgencyKind, DepartureFacts, LocalDate, Strength } from "@linchpin/domain";
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
import { areaId, date, recordedAt, supersededAt, version } from "./columns.ts";

/** A council's area: the tenant. */
export const area = pgTable("area", {
  areaId: uuid().primaryKey(),
  name: text().notNull(),
  /** Whose bank holidays count: "england-and-wales", "scotland". */
  nation: text().notNull(),
  /** A demonstration holds invented people only; the development issuer and test identifiers work nowhere else. */
  isDemonstration: boolean().notNull(),
  /** Days on which this area's offices close or open beside the nation's bank holidays. */
  closedDays: jsonb().$type<readonly LocalDate[]>().notNull().default([]),
  openDays: jsonb().$type<readonly LocalDate[]>().notNull().default([]),
  /** After how many minutes without work a session ends: 10 to 30; null where the area keeps the product's own. */
  idleMinutes: integer(),
  /** After how many days a manager goes again through what each of their staff can see: 30 to 366; null for the product's own. */
  accessReviewDays: integer(),
});

/** Which edition of which rulebook an area took into use, from when and with which settings. */
export const adoption = pgTable(
  "adoption",
  {
    areaId: areaId(),
    adoptionId: uuid().notNull(),
    editionId: text().notNull(),
    editionVersion: integer().notNull(),
    from: date({ mode: "string" }).$type<LocalDate>().notNull(),
    settings: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    terms: jsonb().$type<Record<string, string>>().notNull().default({}),
    departures: jsonb().$type<readonly unknown[]>().notNull().default([]),
    recordedAt: recordedAt(),
    supersededAt: supersededAt(),
  },
  (t) => [primaryKey({ columns: [t.areaId, t.adoptionId] }), index().on(t.areaId, t.from)],
);

/** A service with its own file and its own managers. Two teams of one service line are one agency kind. */
export const agency = pgTable(
  "agency",
  {
    areaId: areaId(),
    agencyId: uuid().notNull(),
    name: text().notNull(),
    kind: text().$type<AgencyKind>().notNull(),
    sector: text().$type<"statutory" | "voluntary" | "independent">().notNull(),
  },
  (t) => [primaryKey({ columns: [t.areaId, t.agencyId] })],
);

/** A school, clinic, nursery or base: where children are on a roll and staff belong. */
export const establishment = pgTable(
  "establishment",
  {
    areaId: areaId(),
    establishmentId: uuid().notNull(),
    agencyId: uuid().notNull(),
    name: text().notNull(),
    kind: text()
      .$type<"nursery" | "primary" | "secondary" | "special" | "clinic" | "midwifery-team" | "office">()
      .notNull(),
    /** URN in England, SEED code in Scotland: text, leading zeros matter. */
    code: text(),
    phone: text(),
    address: text(),
    /** How the school settles who is named person for whom (HIG-15). */
    arrangement: text()
      .$type<"one-person" | "by-class" | "by-year-group" | "by-house" | "by-name">()
      .notNull()
      .default("by-name"),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.establishmentId] }),
    foreignKey({ columns: [t.areaId, t.agencyId], foreignColumns: [agency.areaId, agency.agencyId] }),
  ],
);

/** People who share a manager. */
export const team = pgTable(
  "team",
  {
    areaId: areaId(),
    teamId: uuid().notNull(),
    agencyId: uuid().notNull(),
    establishmentId: uuid(),
    name: text().notNull(),
    managerId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.teamId] }),
    foreignKey({ columns: [t.areaId, t.agencyId], foreignColumns: [agency.areaId, agency.agencyId] }),
    index().on(t.areaId, t.managerId),
  ],
);

/** That somebody asked for the area to depart from a rule of its rulebook, as the rule read that day. Rows are added and never changed. */
export const departure = pgTable(
  "departure",
  {
    areaId: areaId(),
    departureId: uuid().notNull(),
    rule: text().notNull(),
    title: text().notNull(),
    /** The clause: its document, and the place in it. */
    source: text().notNull(),
    at: text().notNull(),
    strength: text().$type<Strength>().notNull(),
    /** What it takes: exceptional circumstances, or a reason. */
    takes: text().$type<DepartureFacts["takes"]>().notNull(),
    reason: text().notNull(),
    startsOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    lastDay: date({ mode: "string" }).$type<LocalDate>(),
    askedBy: uuid().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.departureId] }),
    index().on(t.areaId, t.recordedAt),
    check("departure_ends_after_it_starts", sql`${t.lastDay} is null or ${t.lastDay} >= ${t.startsOn}`),
  ],
);

/** What was decided on a departure, and that it was ended. Rows are added and never changed. */
export const departureStep = pgTable(
  "departure_step",
  {
    areaId: areaId(),
    stepId: uuid().notNull(),
    departureId: uuid().notNull(),
    step: text().$type<"approved" | "refused" | "ended">().notNull(),
    reason: text().notNull(),
    /** The first day it holds, where it was approved; the last, where it was ended. */
    day: date({ mode: "string" }).$type<LocalDate>(),
    by: uuid().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.stepId] }),
    foreignKey({ columns: [t.areaId, t.departureId], foreignColumns: [departure.areaId, departure.departureId] }),
    uniqueIndex("departure_decided_once").on(t.areaId, t.departureId).where(sql`${t.step} in ('approved', 'refused')`),
    uniqueIndex("departure_ended_once").on(t.areaId, t.departureId).where(sql`${t.step} = 'ended'`),
  ],
);
