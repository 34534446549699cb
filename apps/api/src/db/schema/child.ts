import type { IdentifierKind, LegalStatusKind, LocalDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import {
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
import { areaId, date, dayRange, instant, recordedAt, supersededAt, version } from "./columns.ts";

/** A baby, child or young person; an unborn child has a record too, without a date of birth. */
export const child = pgTable(
  "child",
  {
    areaId: areaId(),
    childId: uuid().notNull(),
    givenName: text().notNull(),
    /** Empty for a child who has one name only. */
    familyName: text().notNull(),
    preferredName: text(),
    bornOn: date({ mode: "string" }).$type<LocalDate>(),
    /** For an unborn child. */
    dueOn: date({ mode: "string" }).$type<LocalDate>(),
    /** The day the midwife's care after the birth ended. */
    midwiferyEndedOn: date({ mode: "string" }).$type<LocalDate>(),
    leftSchoolOn: date({ mode: "string" }).$type<LocalDate>(),
    /** Somebody has looked and recorded which legal statuses there are, so that none means none. */
    statusesConfirmedOn: date({ mode: "string" }).$type<LocalDate>(),
    /** Last name first, lower case, without accents: what the search box looks through and lists are sorted by. */
    searchName: text().notNull(),
    recordedAt: recordedAt(),
    /** Set when an import that made the record is undone. */
    withdrawnAt: supersededAt(),
    /** When a list last gave other names; null while they are as they were first recorded. */
    namedAt: instant(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.childId] }),
    index("child_by_name").on(t.areaId, t.familyName, t.givenName, t.childId),
    index("child_by_birth").on(t.areaId, t.bornOn),
    check("child_is_born_or_due", sql`${t.bornOn} is not null or ${t.dueOn} is not null`),
  ],
);

/** A number another system knows the child by. A check digit that passes says "not mistyped", never "the right child". */
export const childIdentifier = pgTable(
  "child_identifier",
  {
    areaId: areaId(),
    identifierId: uuid().notNull(),
    childId: uuid().notNull(),
    kind: text().$type<IdentifierKind>().notNull(),
    value: text().notNull(),
    /** "entered", "imported", "unusual" with a reason. */
    standing: text().notNull(),
    recordedAt: recordedAt(),
    supersededAt: supersededAt(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.identifierId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    uniqueIndex("child_identifier_is_one_childs").on(t.areaId, t.kind, t.value).where(sql`${t.supersededAt} is null`),
    index().on(t.areaId, t.childId),
  ],
);

/** Where a child lives. Protected addresses are not kept here. */
export const childAddress = pgTable(
  "child_address",
  {
    areaId: areaId(),
    addressId: uuid().notNull(),
    childId: uuid().notNull(),
    line1: text(),
    town: text(),
    postcode: text(),
    recordedAt: recordedAt(),
    supersededAt: supersededAt(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.addressId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.childId),
  ],
);

/** A parent, carer or other adult with responsibility, as one child's record knows them. */
export const carer = pgTable(
  "carer",
  {
    areaId: areaId(),
    carerId: uuid().notNull(),
    childId: uuid().notNull(),
    name: text().notNull(),
    relationship: text(),
    phone: text(),
    email: text(),
    /** The place in the list: the first is whom a letter goes to. */
    position: text().notNull(),
    recordedAt: recordedAt(),
    supersededAt: supersededAt(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.carerId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.childId),
  ],
);

/** A place on a roll: a school's, a nursery's, or a health team's caseload. */
export const place = pgTable(
  "place",
  {
    areaId: areaId(),
    placeId: uuid().notNull(),
    childId: uuid().notNull(),
    establishmentId: uuid().notNull(),
    /** The class or registration group; the clinic's own grouping for a caseload. */
    group: text(),
    yearGroup: text(),
    house: text(),
    fullTime: boolean(),
    during: dayRange().notNull(),
    recordedAt: recordedAt(),
    supersededAt: supersededAt(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.placeId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({
      columns: [t.areaId, t.establishmentId],
      foreignColumns: [establishment.areaId, establishment.establishmentId],
    }),
    index().on(t.areaId, t.childId),
    index("place_roll").on(t.areaId, t.establishmentId, t.group).where(sql`${t.supersededAt} is null`),
    check("place_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);

/** A status in law or procedure, for the days it holds. Statuses overlap. */
export const legalStatus = pgTable(
  "legal_status",
  {
    areaId: areaId(),
    legalStatusId: uuid().notNull(),
    childId: uuid().notNull(),
    kind: text().$type<LegalStatusKind>().notNull(),
    /** What this kind of status holds besides: the basis, the phase, whether accommodated. */
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** The practitioner the status names. */
    holderId: uuid(),
    during: dayRange().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: recordedAt(),
    supersededAt: supersededAt(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.legalStatusId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.childId),
    check("legal_status_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);
