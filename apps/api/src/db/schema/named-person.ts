import type { LocalDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { establishment } from "./area.ts";
import { child } from "./child.ts";
import { areaId, date, instant, period, version } from "./columns.ts";
import { practitioner } from "./practitioner.ts";

/** Who is, was and will be a child's named person. An exclusion constraint keeps it to one at a time. */
export const namedPerson = pgTable(
  "named_person",
  {
    areaId: areaId(),
    namedPersonId: uuid().notNull(),
    childId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    stage: text().notNull(),
    /** How it was settled: by class, by clinic, by name, as cover. */
    settledBy: text().notNull(),
    /** Why this child has somebody else than the arrangement says. */
    reason: text(),
    establishmentId: uuid(),
    during: period().notNull(),
    decisionId: uuid(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    endedBecause: text(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.namedPersonId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index().on(t.areaId, t.childId),
    // not of the open ones alone: who is named person is asked of a moment, and such an index would answer it by a walk
    index().on(t.areaId, t.practitionerId, t.childId),
    check("named_person_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);

/** Which group of a school or clinic a practitioner is named person for: the school's own arrangement (HIG-15, HIG-62). */
export const groupNamedPerson = pgTable(
  "group_named_person",
  {
    areaId: areaId(),
    establishmentId: uuid().notNull(),
    /** The class, year group or house; "*" for the whole roll. */
    group: text().notNull(),
    practitionerId: uuid().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.establishmentId, t.group] }),
    foreignKey({
      columns: [t.areaId, t.establishmentId],
      foreignColumns: [establishment.areaId, establishment.establishmentId],
    }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
  ],
);

/** That a child or a carer has to be told, and was told, who the named person or lead is (HIG-63). Families get paper: it is logged. */
export const telling = pgTable(
  "telling",
  {
    areaId: areaId(),
    tellingId: uuid().notNull(),
    childId: uuid().notNull(),
    /** "child", or the carer's id. */
    recipient: text().notNull(),
    about: text().$type<"named-person" | "lead-professional" | "concern">().notNull(),
    sourceId: uuid().notNull(),
    dueOn: date({ mode: "string" }).$type<LocalDate>(),
    toldOn: date({ mode: "string" }).$type<LocalDate>(),
    how: text(),
    /** Why they were not told, where a reason is allowed. */
    notToldBecause: text(),
    /** When their page was last printed, and by whom. */
    printedAt: instant(),
    printedBy: uuid(),
    recordedBy: uuid(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.tellingId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    unique("telling_once").on(t.areaId, t.sourceId, t.recipient),
    index("telling_open").on(t.areaId, t.childId).where(sql`told_on is null and not_told_because is null`),
  ],
);

/**
 * How a family reaches a practitioner, a school or clinic, or an education service in the holidays; for parents and carers
 * and for children apart (HIG-67, HD-4). Whoever it is of says it themself: row security holds the hand that writes.
 */
export const wayToReach = pgTable(
  "way_to_reach",
  {
    areaId: areaId(),
    /** The practitioner, the establishment, or the agency whose contact answers in the holidays. */
    holderId: uuid().notNull(),
    of: text().$type<"practitioner" | "establishment" | "agency">().notNull(),
    /** Who answers, where that is not the holder. */
    name: text(),
    phone: text(),
    /** Where and when they are to be found. */
    hours: text(),
    writeTo: text(),
    childPhone: text(),
    childHours: text(),
    childWriteTo: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.holderId] }),
    foreignKey({
      columns: [t.areaId, t.recordedBy],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
  ],
);
