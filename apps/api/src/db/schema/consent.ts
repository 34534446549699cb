import type { AgencyKind, AgreementKind, Filing, LocalDate, SharingBasis } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agency } from "./area.ts";
import { child } from "./child.ts";
import { areaId, date, dayRange, instant, period, supersededAt, version } from "./columns.ts";
import { practitioner } from "./practitioner.ts";

/**
 * One answer that a child, or a parent or carer, gave to a question about sharing: to what, with whom and why, in the words
 * that were put to them, for which days. Taken back, it holds until the day it was; what was lawfully shared stays on record.
 */
export const consent = pgTable(
  "consent",
  {
    areaId: areaId(),
    consentId: uuid().notNull(),
    childId: uuid().notNull(),
    answeredBy: text().$type<"child" | "parent-or-carer">().notNull(),
    /** Which parent or carer, as the record has them; empty for the child. */
    answeredByName: text(),
    answer: text().$type<"given" | "refused">().notNull(),
    form: text().$type<"spoken" | "written">(),
    /** What is noted of their understanding; null where nobody noted it. */
    understanding: text().$type<"understands" | "does-not-understand">(),
    understandingWords: text(),
    /** What is shared, with whom and why, as it was said to them. */
    saysWhat: text().notNull(),
    saysWithWhom: text().notNull(),
    saysWhy: text().notNull(),
    /** The items it is about; empty where it is about all that `saysWhat` names. */
    items: uuid().array().notNull(),
    agencies: text().array().$type<readonly AgencyKind[]>().notNull(),
    recipients: uuid().array().notNull(),
    during: dayRange().notNull(),
    withdrawnOn: date({ mode: "string" }).$type<LocalDate>(),
    withdrawnBecause: text(),
    withdrawalRecordedBy: uuid(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    supersededAt: supersededAt(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.consentId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.childId),
    check("consent_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);

/**
 * One item of one agency's file that crossed to one person: what, for what, on which basis, who decided, and whether child
 * and family were told. The recipient reads the copy, for as long as it lasts, and nothing else of the child by it.
 */
export const release = pgTable(
  "release",
  {
    areaId: areaId(),
    releaseId: uuid().notNull(),
    childId: uuid().notNull(),
    itemKind: text()
      .$type<"concern" | "view" | "plan" | "chronology" | "evidence" | "check" | "discussion" | "assessment">()
      .notNull(),
    itemId: uuid().notNull(),
    /** The concern in whose file the item is, where it is in one; the database fills it in. */
    concernId: uuid(),
    /** The agency that wrote the item. */
    ofAgency: text().$type<AgencyKind>().notNull(),
    toId: uuid().notNull(),
    toAgency: text().$type<AgencyKind>().notNull(),
    purpose: text().notNull(),
    basis: text().$type<SharingBasis>().notNull(),
    /** The consent it rests on, where it does. */
    consentId: uuid(),
    /** Who decided on another basis, how good the reason is, and the reason in words. */
    decidedBy: uuid(),
    reason: text().$type<"good" | "very-good">(),
    reasonWords: text(),
    /** What the item is called, as it went; what it said is in releaseCopy. Of an item of one agency's file, see releaseWords. */
    title: text().notNull(),
    releasedBy: uuid().notNull(),
    releasedAt: instant().notNull(),
    /** For how long the recipient may read it. */
    during: period().notNull(),
    endedBecause: text(),
    childToldOn: date({ mode: "string" }).$type<LocalDate>(),
    childNotToldBecause: text(),
    familyToldOn: date({ mode: "string" }).$type<LocalDate>(),
    familyNotToldBecause: text(),
    decisionId: uuid().notNull(),
    /** What had come to whoever shared it, where they shared on what was shared with them. */
    fromReleaseId: uuid(),
    /** What the named person it came to made of it. */
    filedAs: text().$type<Filing>(),
    filedBecause: text(),
    filedAt: instant(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.releaseId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({ columns: [t.areaId, t.toId], foreignColumns: [practitioner.areaId, practitioner.practitionerId] }),
    index().on(t.areaId, t.childId),
    index().on(t.areaId, t.toId),
    check("release_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);

/**
 * The words of a share of one agency's own item, for those who may know what it was. The database keeps them here by itself
 * when a release is written, and leaves in the release what everybody who reads the list may know (decision 36).
 */
export const releaseWords = pgTable(
  "release_words",
  {
    areaId: areaId(),
    releaseId: uuid().notNull(),
    childId: uuid().notNull(),
    title: text().notNull(),
    purpose: text().notNull(),
    reasonWords: text(),
    endedBecause: text(),
    childNotToldBecause: text(),
    familyNotToldBecause: text(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.releaseId] }),
    foreignKey({ columns: [t.areaId, t.releaseId], foreignColumns: [release.areaId, release.releaseId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
  ],
);

/** What an item said, as it went. It is for whoever shared it and whoever it went to; others know only that it was shared. */
export const releaseCopy = pgTable(
  "release_copy",
  {
    areaId: areaId(),
    releaseId: uuid().notNull(),
    childId: uuid().notNull(),
    copy: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.releaseId] }),
    foreignKey({ columns: [t.areaId, t.releaseId], foreignColumns: [release.areaId, release.releaseId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
  ],
);

/** A manager of whoever shared something, or of whoever it went to, said why they need to read the copy, and may for an hour. */
export const copyOpening = pgTable(
  "copy_opening",
  {
    areaId: areaId(),
    openingId: uuid().notNull(),
    releaseId: uuid().notNull(),
    childId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    /** Whom of the two they manage. */
    side: text().$type<"shared" | "received">().notNull(),
    because: text().notNull(),
    openedAt: instant().notNull(),
    openUntil: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.openingId] }),
    foreignKey({ columns: [t.areaId, t.releaseId], foreignColumns: [release.areaId, release.releaseId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index().on(t.areaId, t.releaseId),
  ],
);

/**
 * What a child told an adult they trust and does not want passed on. It is its author's alone, and belongs to no child's
 * record: no chronology, no notice, no count, no version of it exists anywhere else.
 */
export const privateNote = pgTable(
  "private_note",
  {
    areaId: areaId(),
    noteId: uuid().notNull(),
    authorId: uuid().notNull(),
    /** Whom it is about, as the author writes it: a name, never a link to a record. */
    about: text().notNull(),
    words: text().notNull(),
    /** What the child answered when asked whether it may be passed on; null where nobody asked. */
    childSaid: text().$type<"yes" | "no">(),
    heardOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    keptAt: instant().notNull(),
    lookedAgainOn: date({ mode: "string" }).$type<LocalDate>(),
    passedOnAt: instant(),
    /** Whom it was passed on to: they read it from then on, and nobody else does. */
    passedToId: uuid(),
    isReferral: boolean().notNull().default(false),
    /** Why it went without a yes: how good the reason was, and the reason. */
    passedReason: text().$type<"good" | "very-good">(),
    passedBecause: text(),
    childToldOn: date({ mode: "string" }).$type<LocalDate>(),
    childToldHow: text(),
    childNotToldBecause: text(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.noteId] }),
    index("private_note_passed_to").on(t.areaId, t.passedToId).where(sql`passed_to_id is not null`),
    foreignKey({ columns: [t.areaId, t.authorId], foreignColumns: [practitioner.areaId, practitioner.practitionerId] }),
    index().on(t.areaId, t.authorId),
  ],
);

/**
 * Something that left the agency by another way than this system (a letter, an email, a call), as whoever sent it says. What
 * no consent and no exception covers goes to the named person, who lets it stand on a stated basis, has it taken back, or
 * says why it was right (HIG-24).
 */
export const shareMade = pgTable(
  "share_made",
  {
    areaId: areaId(),
    shareId: uuid().notNull(),
    childId: uuid().notNull(),
    what: text().notNull(),
    toWhom: text().notNull(),
    toAgency: text().$type<AgencyKind>().notNull(),
    why: text().notNull(),
    sharedOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    /** What it rested on, as it was checked; null where nothing covers it. */
    basis: text().$type<SharingBasis>(),
    consentId: uuid(),
    reason: text().$type<"good" | "very-good">(),
    reasonWords: text(),
    decisionId: uuid(),
    sharedBy: uuid().notNull(),
    /** Whose file it is in: the agency of whoever shared it, on that day. Set by the database alone. */
    agencyId: uuid(),
    recordedAt: instant().notNull(),
    settledAs: text().$type<"released" | "taken-back" | "was-right">(),
    settledBasis: text().$type<SharingBasis>(),
    settledBecause: text(),
    settledBy: uuid(),
    settledAt: instant(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.shareId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.childId),
    check("nobody_settles_their_own_share", sql`${t.settledBy} <> ${t.sharedBy}`),
  ],
);

/** What young person or family answered when asked whether a new service may come in, before it is invited (BOL-4.14). */
export const serviceAgreement = pgTable(
  "service_agreement",
  {
    areaId: areaId(),
    agreementId: uuid().notNull(),
    childId: uuid().notNull(),
    service: text().$type<AgencyKind>().notNull(),
    answer: text().$type<"agreed" | "refused" | "undecided">().notNull(),
    answeredBy: text().$type<"child" | "parent-or-carer">().notNull(),
    answeredOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    how: text().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.agreementId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.childId),
  ],
);

/** That an agency signed how information is shared, by whom and until when it holds unlooked at (CWDC 2.20). Never changed: the next is added. */
export const sharingAgreement = pgTable(
  "sharing_agreement",
  {
    areaId: areaId(),
    agreementId: uuid().notNull(),
    agencyId: uuid().notNull(),
    what: text().$type<AgreementKind>().notNull(),
    signedOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    signedBy: text().notNull(),
    /** Null where no day was set by which it is looked at again: only of working together. */
    reviewOn: date({ mode: "string" }).$type<LocalDate>(),
    keptAt: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.agreementId] }),
    foreignKey({ columns: [t.areaId, t.agencyId], foreignColumns: [agency.areaId, agency.agencyId] }),
    foreignKey({
      columns: [t.areaId, t.recordedBy],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index().on(t.areaId, t.agencyId),
    check("sharing_agreement_is_looked_at_after_it_was_signed", sql`${t.reviewOn} >= ${t.signedOn}`),
    check("sharing_agreement_has_a_day", sql`${t.what} = 'working-together' or ${t.reviewOn} is not null`),
  ],
);
