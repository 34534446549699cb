import type { LocalDate, PartForATime, RowAddress, RowCarer } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { establishment } from "./area.ts";
import { child } from "./child.ts";
import { areaId, date, instant, period, supersededAt } from "./columns.ts";
import { practitioner } from "./practitioner.ts";

/**
 * Who may see what about which child, on what basis and for how long. Written in the transaction that begins or ends a
 * relation; row-level security reads it. One row a basis: a person may have several.
 */
export const childAccess = pgTable(
  "child_access",
  {
    areaId: areaId(),
    accessId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    childId: uuid().notNull(),
    /** A relation of the table of acts: "named-person", "lead", "line-manager-of-proposed" … */
    basis: text().notNull(),
    /** The row that gives the relation, so that ending it ends the access. */
    sourceId: uuid().notNull(),
    during: period().notNull(),
    /**
     * The person is held back from this child's record (see accessBlock): the row is there, and row security hides it from
     * the person it is about. Set by the database alone.
     */
    heldBack: boolean().notNull().default(false),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.accessId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index("child_access_of_person").on(t.areaId, t.practitionerId, t.childId),
    index("child_access_to_child").on(t.areaId, t.childId),
    // one row gives one person one relation to a child once at a time; other rows and other relations lie beside it
    uniqueIndex("child_access_once")
      .on(t.areaId, t.sourceId, t.practitionerId, t.childId, t.basis)
      .where(sql`upper_inf(during)`),
    index("child_access_from_source").on(t.areaId, t.sourceId),
    check("child_access_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);

/** An address and carers as a list gave them, of which the record said otherwise. */
export type GivenByList = {
  readonly address?: RowAddress;
  readonly carers: readonly RowCarer[];
};

const ofChild = (t: { areaId: AnyPgColumn; childId: AnyPgColumn }) =>
  foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] });
const ofPractitioner = (t: { areaId: AnyPgColumn; practitionerId: AnyPgColumn }) =>
  foreignKey({
    columns: [t.areaId, t.practitionerId],
    foreignColumns: [practitioner.areaId, practitioner.practitionerId],
  });

/**
 * Somebody on the staff is tied to a child outside work: while the row lasts they see nothing of that child, whatever their
 * role, and cannot open the record in an emergency. Somebody else may lift it.
 */
export const accessBlock = pgTable(
  "access_block",
  {
    areaId: areaId(),
    blockId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    childId: uuid().notNull(),
    /** How it came to be known. */
    because: text().$type<"declared" | "same-address" | "same-phone" | "same-email">().notNull(),
    /** What ties them, of the vocabulary of family ties; null where only an address, phone or email is the same. */
    tie: text(),
    during: period().notNull(),
    recordedBy: uuid(),
    recordedAt: instant().notNull(),
    liftedBy: uuid(),
    liftedBecause: text(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.blockId] }),
    ofChild(t),
    ofPractitioner(t),
    index().on(t.areaId, t.practitionerId, t.childId),
    index().on(t.areaId, t.childId),
    check("access_block_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);

/** Where a practitioner lives and is reached outside work, as they declared it: compared with children's records, shown to nobody else. */
export const practitionerHome = pgTable(
  "practitioner_home",
  {
    areaId: areaId(),
    homeId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    line1: text(),
    postcode: text(),
    phone: text(),
    email: text(),
    recordedAt: instant().notNull(),
    supersededAt: supersededAt(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.homeId] }),
    ofPractitioner(t),
    uniqueIndex("practitioner_home_once").on(t.areaId, t.practitionerId).where(sql`superseded_at is null`),
  ],
);

/**
 * A child whom somebody said they know outside work, exactly as they said it. It is the person's own list, kept whether or
 * not there is such a record, and a child who comes later is held against it.
 */
export const declaredTie = pgTable(
  "declared_tie",
  {
    areaId: areaId(),
    tieId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    /** A tie of the vocabulary of family ties. */
    tie: text().notNull(),
    givenName: text(),
    familyName: text(),
    /** As the child's own would be: see child.searchName. */
    searchName: text(),
    bornOn: date({ mode: "string" }),
    number: text(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.tieId] }),
    ofPractitioner(t),
    index().on(t.areaId, t.practitionerId),
    check(
      "declared_tie_says_whom",
      sql`${t.number} is not null or (${t.searchName} is not null and ${t.bornOn} is not null)`,
    ),
  ],
);

/**
 * What is kept from most of those who work with a child: where the child is, or an adult who must not be brought near.
 * Each has an owner, a reason and a day on which it is looked at again.
 */
export const restriction = pgTable(
  "restriction",
  {
    areaId: areaId(),
    restrictionId: uuid().notNull(),
    childId: uuid().notNull(),
    kind: text().$type<"whereabouts" | "contact-risk">().notNull(),
    /** The adult that a contact risk is about, by name as the record has them. */
    adult: text(),
    ownerId: uuid().notNull(),
    reason: text().notNull(),
    /** Where letters and calls go while the whereabouts are kept: a name, an address, a phone. */
    safeContact: jsonb().$type<{ readonly name: string; readonly address?: string; readonly phone?: string }>(),
    reviewOn: date({ mode: "string" }).notNull(),
    during: period().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    endedBy: uuid(),
    endedBecause: text(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.restrictionId] }),
    ofChild(t),
    index("restriction_in_force").on(t.areaId, t.childId, t.kind).where(sql`upper_inf(during)`),
    index("restriction_review").on(t.areaId, t.reviewOn).where(sql`upper_inf(during)`),
    check("restriction_during_is_not_empty", sql`not isempty(${t.during})`),
    check(
      "restriction_is_looked_at_within_90_days",
      sql`${t.reviewOn} <= (${t.recordedAt} at time zone 'Europe/London')::date + 90`,
    ),
  ],
);

/** Who may know what a restriction keeps, by name, for as long as each may. */
export const restrictionReader = pgTable(
  "restriction_reader",
  {
    areaId: areaId(),
    readerId: uuid().notNull(),
    restrictionId: uuid().notNull(),
    childId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    /** Why this person may know. */
    because: text().notNull(),
    during: period().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.readerId] }),
    foreignKey({
      columns: [t.areaId, t.restrictionId],
      foreignColumns: [restriction.areaId, restriction.restrictionId],
    }),
    ofPractitioner(t),
    index().on(t.areaId, t.childId, t.practitionerId),
    check("restriction_reader_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);

/**
 * Whoever answers for kept whereabouts said of somebody who came later that it stays kept from them. Said once; who is
 * let know afterwards is a reader.
 */
export const whereaboutsKeptFrom = pgTable(
  "whereabouts_kept_from",
  {
    areaId: areaId(),
    keptFromId: uuid().notNull(),
    childId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    decidedBy: uuid().notNull(),
    decidedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.keptFromId] }),
    ofChild(t),
    ofPractitioner(t),
    index().on(t.areaId, t.childId, t.practitionerId),
    check("nobody_decides_about_themselves", sql`${t.practitionerId} <> ${t.decidedBy}`),
  ],
);

/**
 * What a list gave of where a child is, from a school or clinic that may not know it: an address, carers. Nothing of it is
 * on record until somebody who may know says so, and whoever handed the list in sees none of it again.
 */
export const heldFromList = pgTable(
  "held_from_list",
  {
    areaId: areaId(),
    heldId: uuid().notNull(),
    childId: uuid().notNull(),
    establishmentId: uuid().notNull(),
    given: jsonb().$type<GivenByList>().notNull(),
    givenBy: uuid().notNull(),
    givenAt: instant().notNull(),
    outcome: text().$type<"put-on-record" | "left-out">(),
    settledBy: uuid(),
    settledAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.heldId] }),
    ofChild(t),
    foreignKey({
      columns: [t.areaId, t.establishmentId],
      foreignColumns: [establishment.areaId, establishment.establishmentId],
    }),
    index().on(t.areaId, t.childId),
  ],
);

/** Somebody without a part in a child's care opened the record because it could not wait: why, until when, and what was found of it. */
export const emergencyAccess = pgTable(
  "emergency_access",
  {
    areaId: areaId(),
    emergencyAccessId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    postId: uuid().notNull(),
    childId: uuid().notNull(),
    /** The reason of the list, and in the person's own words. */
    reason: text().notNull(),
    words: text().notNull(),
    during: period().notNull(),
    /** The moment by which somebody looks at whether it was right. */
    reviewBy: instant().notNull(),
    reviewedAt: instant(),
    reviewedBy: uuid(),
    finding: text().$type<"right" | "not-right">(),
    findingWords: text(),
    /** Set once, when nobody had looked at it in time. */
    escalatedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.emergencyAccessId] }),
    ofChild(t),
    ofPractitioner(t),
    index().on(t.areaId, t.practitionerId),
    index().on(t.areaId, t.childId),
    index("emergency_access_waiting").on(t.areaId, t.reviewBy).where(sql`reviewed_at is null`),
    check("emergency_access_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);

/** What the privacy officer made of something the weekly page of looks showed. */
export const lookCheck = pgTable(
  "look_check",
  {
    areaId: areaId(),
    checkId: uuid().notNull(),
    /** The Monday of the week. */
    week: date({ mode: "string" }).notNull(),
    /** What kind of look it was: "without-relation", "out-of-hours" … */
    kind: text().notNull(),
    practitionerId: uuid().notNull(),
    childId: uuid(),
    outcome: text().$type<"in-order" | "asked-about" | "breach">().notNull(),
    words: text().notNull(),
    checkedBy: uuid().notNull(),
    checkedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.checkId] }),
    ofPractitioner(t),
    index().on(t.areaId, t.week, t.practitionerId),
  ],
);

/**
 * A manager went through what somebody on their staff can see, and said of each part that it is still needed or asked for
 * it to end. Kept as it was said; the next one is a row of its own.
 */
export const accessReview = pgTable(
  "access_review",
  {
    areaId: areaId(),
    reviewId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    reviewedBy: uuid().notNull(),
    outcome: text().$type<"keep" | "ask-to-end">().notNull(),
    words: text(),
    /** What the manager was shown, in numbers: children by relation, parts that nobody looked through. */
    seen: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
    reviewedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.reviewId] }),
    ofPractitioner(t),
    index().on(t.areaId, t.practitionerId, t.reviewedAt),
    check("access_review_is_by_another", sql`${t.practitionerId} <> ${t.reviewedBy}`),
  ],
);

/** A relation that a review asked to end: open for as long as the relation lasts. It names no child, the relation does. */
export const accessReviewAsk = pgTable(
  "access_review_ask",
  {
    areaId: areaId(),
    reviewId: uuid().notNull(),
    accessId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    askedBy: uuid().notNull(),
    askedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.reviewId, t.accessId] }),
    foreignKey({ columns: [t.areaId, t.reviewId], foreignColumns: [accessReview.areaId, accessReview.reviewId] }),
    foreignKey({ columns: [t.areaId, t.accessId], foreignColumns: [childAccess.areaId, childAccess.accessId] }),
    index().on(t.areaId, t.practitionerId),
  ],
);

/**
 * A part in a child's case that somebody was given for stated days: to review or check a plan, to discuss the case in a
 * group that has it on its agenda, to co-ordinate it. It runs out by its period; who ended it earlier, and why, is kept.
 */
export const partGiven = pgTable(
  "part_given",
  {
    areaId: areaId(),
    partId: uuid().notNull(),
    childId: uuid().notNull(),
    /** The one plan it is about; null where it is about the child's plans. */
    planId: uuid(),
    practitionerId: uuid().notNull(),
    part: text().$type<PartForATime>().notNull(),
    why: text().notNull(),
    /** Which group has the case on its agenda, and of which day, in words. */
    agenda: text(),
    during: period().notNull(),
    /** The last day it was given for, whatever became of it. */
    lastDay: date({ mode: "string" }).$type<LocalDate>().notNull(),
    givenBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    endedBy: uuid(),
    endedBecause: text(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.partId] }),
    ofChild(t),
    ofPractitioner(t),
    index().on(t.areaId, t.childId),
    index().on(t.areaId, t.practitionerId),
    check("part_given_during_is_not_empty", sql`not isempty(${t.during})`),
    check("nobody_gives_themselves_a_part", sql`${t.givenBy} <> ${t.practitionerId}`),
    check("part_given_for_90_days", sql`upper(${t.during}) <= lower(${t.during}) + interval '91 days'`),
  ],
);
