import type {
  CurriculumLevel,
  EnteredPart,
  LocalDate,
  MilestoneSource,
  RecordPart,
  SiblingKind,
} from "@linchpin/domain";
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
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { agency } from "./area.ts";
import { child } from "./child.ts";
import { areaId, date, instant } from "./columns.ts";
import { practitioner } from "./practitioner.ts";

/**
 * A key event or a milestone of what health and education both record, in the file of the agency that wrote it (HIG-185).
 * Insert only: a correction and what takes an entry back are rows of their own that name the row before them.
 */
export const commonEntry = pgTable(
  "common_entry",
  {
    areaId: areaId(),
    entryId: uuid().notNull(),
    childId: uuid().notNull(),
    agencyId: uuid().notNull(),
    part: text().$type<EnteredPart>().notNull(),
    /** What happened, or what the milestone is in. */
    kind: text().notNull(),
    words: text().notNull(),
    /** When it happened or was reached; null where only an age is known, or in an entry from before. */
    on: date({ mode: "string" }).$type<LocalDate>(),
    ageInMonths: integer(),
    level: text().$type<CurriculumLevel>(),
    source: text().$type<MilestoneSource>(),
    /** When it was first written: before this record, for an entry that was taken over from the former one. */
    writtenOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    /** The row that this one takes the place of. */
    correctsId: uuid(),
    isTakenBack: boolean().notNull(),
    because: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.entryId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({ columns: [t.areaId, t.agencyId], foreignColumns: [agency.areaId, agency.agencyId] }),
    foreignKey({ columns: [t.areaId, t.correctsId], foreignColumns: [t.areaId, t.entryId] }),
    /** Two who put the same row right at once: the second one is told. */
    uniqueIndex("common_entry_is_put_right_once").on(t.areaId, t.correctsId),
    index().on(t.areaId, t.childId),
    check("common_entry_says_why_it_changed", sql`${t.correctsId} is null or ${t.because} is not null`),
    check("common_entry_takes_back_what_there_is", sql`not ${t.isTakenBack} or ${t.correctsId} is not null`),
  ],
);

/**
 * From which day an agency shares a part of the record (HIG-198), and from which day entries have the common shape: that
 * one is of the whole area and of no agency (HIG-184). Insert only: the last word on each counts.
 */
export const recordStage = pgTable(
  "record_stage",
  {
    areaId: areaId(),
    stageId: uuid().notNull(),
    agencyId: uuid(),
    part: text().$type<RecordPart | "shape">().notNull(),
    /** Null: it is not shared. */
    liveFrom: date({ mode: "string" }).$type<LocalDate>(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.stageId] }),
    foreignKey({ columns: [t.areaId, t.agencyId], foreignColumns: [agency.areaId, agency.agencyId] }),
    index().on(t.areaId, t.agencyId, t.part),
  ],
);

/**
 * A brother or sister of a child, as the family said (HIG-80, HIG-81). It names no record: whether there is one is worked
 * out when somebody may know of it. Insert only: a row that takes one back names it.
 */
export const siblingSaid = pgTable(
  "sibling_said",
  {
    areaId: areaId(),
    linkId: uuid().notNull(),
    childId: uuid().notNull(),
    is: text().$type<SiblingKind>().notNull(),
    givenName: text().notNull(),
    bornOn: date({ mode: "string" }).$type<LocalDate>(),
    toldBy: text().notNull(),
    /** The row that this one takes back, and why. */
    takesBackId: uuid(),
    because: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.linkId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({ columns: [t.areaId, t.takesBackId], foreignColumns: [t.areaId, t.linkId] }),
    uniqueIndex("sibling_said_is_taken_back_once").on(t.areaId, t.takesBackId),
    index().on(t.areaId, t.childId),
    index("sibling_said_by_birth").on(t.areaId, t.bornOn),
    check("sibling_said_says_why_it_is_taken_back", sql`${t.takesBackId} is null or ${t.because} is not null`),
  ],
);

/**
 * Whether something is open for a child, held back from one worker by name with the reason (HIG-80, HD-19). Insert only: a
 * row that lets them hear of it again names the one it ends.
 */
export const siblingFlagHold = pgTable(
  "sibling_flag_hold",
  {
    areaId: areaId(),
    holdId: uuid().notNull(),
    childId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    because: text().notNull(),
    endsId: uuid(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.holdId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    // What a row ends is of the same child and the same worker.
    unique("sibling_flag_hold_of_whom").on(t.areaId, t.holdId, t.childId, t.practitionerId),
    foreignKey({
      name: "sibling_flag_hold_ends_what_there_is",
      columns: [t.areaId, t.endsId, t.childId, t.practitionerId],
      foreignColumns: [t.areaId, t.holdId, t.childId, t.practitionerId],
    }),
    uniqueIndex("sibling_flag_hold_is_ended_once").on(t.areaId, t.endsId),
    index().on(t.areaId, t.childId, t.practitionerId),
  ],
);
