import type {
  ArrivalSource,
  ArrivalWay,
  ChangeMark,
  FamilyWord,
  Filing,
  LocalDate,
  ReferralWay,
  ReferralWord,
} from "@linchpin/domain";
import { boolean, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agency, area } from "./area.ts";
import { child } from "./child.ts";
import { areaId, date, instant, version } from "./columns.ts";
import { practitioner } from "./practitioner.ts";

/** Whom people of an area ask when a child may be at risk of harm, in and out of hours: the area's own words (WIG-4b). */
export const referralRoute = pgTable(
  "referral_route",
  {
    areaId: areaId(),
    team: text().notNull(),
    phone: text().notNull(),
    hours: text(),
    afterHoursTeam: text(),
    afterHoursPhone: text().notNull(),
    writeTo: text(),
    words: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId] }),
    foreignKey({ columns: [t.areaId], foreignColumns: [area.areaId] }),
    foreignKey({
      columns: [t.areaId, t.recordedBy],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
  ],
);

/** That a safeguarding referral was made. It is in the file of whoever made it, as a concern is. */
export const referral = pgTable(
  "referral",
  {
    areaId: areaId(),
    referralId: uuid().notNull(),
    childId: uuid().notNull(),
    agencyId: uuid().notNull(),
    madeBy: uuid().notNull(),
    madeOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    /** The time of the day, where somebody said. */
    madeAt: text(),
    toWhom: text().notNull(),
    way: text().$type<ReferralWay>().notNull(),
    /** What it was made for; may come later, as a word of its own. */
    whatFor: text(),
    /** It is about somebody who works with the child: its maker alone reads it. */
    isAboutStaff: boolean().notNull(),
    /** What the book answered when it was made. */
    decisionId: uuid(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.referralId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({ columns: [t.areaId, t.agencyId], foreignColumns: [agency.areaId, agency.agencyId] }),
    foreignKey({ columns: [t.areaId, t.madeBy], foreignColumns: [practitioner.areaId, practitioner.practitionerId] }),
    index().on(t.areaId, t.childId),
  ],
);

/** What was added to a referral later: what was said back, or what it was made for. */
export const referralWord = pgTable(
  "referral_word",
  {
    areaId: areaId(),
    wordId: uuid().notNull(),
    referralId: uuid().notNull(),
    childId: uuid().notNull(),
    kind: text().$type<ReferralWord>().notNull(),
    saidOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    saidBy: text(),
    words: text().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.wordId] }),
    foreignKey({ columns: [t.areaId, t.referralId], foreignColumns: [referral.areaId, referral.referralId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.referralId),
  ],
);

/** Something about a child that came in by paper, phone or a visit, and how the named person filed it (HIG-29). */
export const arrival = pgTable(
  "arrival",
  {
    areaId: areaId(),
    arrivalId: uuid().notNull(),
    childId: uuid().notNull(),
    cameOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    source: text().$type<ArrivalSource>().notNull(),
    sourceName: text().notNull(),
    way: text().$type<ArrivalWay>().notNull(),
    keptAt: text(),
    enteredBy: uuid().notNull(),
    enteredAt: instant().notNull(),
    filedAs: text().$type<Filing>(),
    filedBecause: text(),
    /** What it says, as far as it matters for the child. */
    says: text(),
    filedBy: uuid(),
    filedAt: instant(),
    /** What is owed on it until it is filed, as the book set it. */
    dutyIds: uuid().array().notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.arrivalId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({
      columns: [t.areaId, t.enteredBy],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index().on(t.areaId, t.childId),
  ],
);

/** What a child or family asked, or a change that they reported, with the answer or the mark (CWDC-2.10b, GIR-30). */
export const familyWord = pgTable(
  "family_word",
  {
    areaId: areaId(),
    wordId: uuid().notNull(),
    childId: uuid().notNull(),
    kind: text().$type<FamilyWord>().notNull(),
    raisedBy: text().notNull(),
    raisedOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    words: text().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    answer: text(),
    answeredOn: date({ mode: "string" }).$type<LocalDate>(),
    mark: text().$type<ChangeMark>(),
    /** What is planned anew, or why nothing is. */
    markBecause: text(),
    /** Who answered or marked it, and when that was written down. */
    settledBy: uuid(),
    settledAt: instant(),
    /** What is owed on it, as the book set it. */
    dutyIds: uuid().array().notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.wordId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({
      columns: [t.areaId, t.recordedBy],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index().on(t.areaId, t.childId),
  ],
);
