import type { CarerPart, ChosenAs, ChosenBy, DayOfWeek, LocalDate, WayOfReaching } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { child } from "./child.ts";
import { areaId, date, instant, period, version } from "./columns.ts";
import { practitioner } from "./practitioner.ts";

/**
 * Somebody whom the child or the family chose beside the lead professional, and who gets no right by it: the person the child
 * would rather talk to (CWDC-4.6a, BOL-7.P7), or whom the family turns to day by day (GIR-29). Neither a practitioner nor a
 * name: they were asked, and there is nobody.
 */
export const chosenContact = pgTable(
  "chosen_contact",
  {
    areaId: areaId(),
    contactId: uuid().notNull(),
    childId: uuid().notNull(),
    as: text().$type<ChosenAs>().notNull(),
    chosenBy: text().$type<ChosenBy>().notNull(),
    /** Who it is, where they work in the area. */
    practitionerId: uuid(),
    /** Who it is, where they do not: a foster carer, a neighbour. */
    name: text(),
    whoTheyAre: text(),
    reach: text(),
    /** Why, in the words of whoever chose. */
    words: text().notNull(),
    during: period().notNull(),
    endedBecause: text(),
    endedBy: uuid(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.contactId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index().on(t.areaId, t.childId),
    check("chosen_contact_during_is_not_empty", sql`not isempty(${t.during})`),
    check("nobody_says_they_were_chosen", sql`${t.practitionerId} <> ${t.recordedBy}`),
  ],
);

/** What the lead and the person the child trusts share, how and how quickly: settled, or looked at again, on a day (CWDC-4.6b). */
export const contactProtocol = pgTable(
  "contact_protocol",
  {
    areaId: areaId(),
    protocolId: uuid().notNull(),
    contactId: uuid().notNull(),
    childId: uuid().notNull(),
    what: text().notNull(),
    how: text().notNull(),
    howQuickly: text().notNull(),
    agreedOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.protocolId] }),
    foreignKey({ columns: [t.areaId, t.contactId], foreignColumns: [chosenContact.areaId, chosenContact.contactId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.contactId),
  ],
);

/**
 * What a parent, carer or other adult takes part in, as it was last said (CWDC-TERM-PARENT). The last row of a name counts:
 * the same name on a child's record is the same adult, also where a list gave their details anew.
 */
export const carerPart = pgTable(
  "carer_part",
  {
    areaId: areaId(),
    carerPartId: uuid().notNull(),
    childId: uuid().notNull(),
    name: text().notNull(),
    takesPartIn: text().array().$type<readonly CarerPart[]>().notNull(),
    because: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.carerPartId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.childId, t.recordedAt),
  ],
);

/**
 * How and how often a child, a parent or a carer is reached, as it was last agreed with them (BOL-3.1). The last row of a name
 * counts, as it does of what an adult takes part in; without a name it is about the child.
 */
export const agreedWay = pgTable(
  "agreed_way",
  {
    areaId: areaId(),
    agreedWayId: uuid().notNull(),
    childId: uuid().notNull(),
    name: text(),
    /** Neither a way nor how often: they were asked, and nothing is agreed. */
    way: text().$type<WayOfReaching>(),
    days: text().array().$type<readonly DayOfWeek[]>().notNull(),
    howOften: text(),
    words: text(),
    agreedWith: text().notNull(),
    fromOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.agreedWayId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.childId, t.recordedAt),
    check("agreed_way_says_how_often", sql`(${t.way} is null) = (${t.howOften} is null)`),
    check("agreed_way_or_what_they_said", sql`${t.way} is not null or ${t.words} is not null`),
  ],
);
