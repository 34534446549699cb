import type { LocalDate, WorryBringer, WorryPlace } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { establishment } from "./area.ts";
import { child } from "./child.ts";
import { areaId, date, instant, version } from "./columns.ts";
import { practitioner } from "./practitioner.ts";

/** Something noticed and not yet assessed, and what the named person or lead decided about it. */
export const concern = pgTable(
  "concern",
  {
    areaId: areaId(),
    concernId: uuid().notNull(),
    childId: uuid().notNull(),
    noticedOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    reportedOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    /** What was noticed, in the words of the person who noticed it. */
    noticed: text().notNull(),
    /** What had been done about it when it was recorded. */
    doneSoFar: text(),
    /** Well-being indicators or outcome areas it touches: codes of the vocabulary. */
    touches: text().array().notNull(),
    raisedBy: text(),
    /** What kind of person brought it, and where it is about, where somebody said. */
    broughtBy: text().$type<WorryBringer>(),
    aboutPlace: text().$type<WorryPlace>(),
    /** The adult the child chose to talk to, in words: a name is no tie to the record. */
    chosenAdult: text(),
    /** Whom the child would rather talk to, whom they were offered, and their answer; empty asks for nothing. */
    wish: text(),
    wishedOn: date({ mode: "string" }).$type<LocalDate>(),
    offered: text(),
    offeredOn: date({ mode: "string" }).$type<LocalDate>(),
    offerAnswer: text().$type<"yes" | "no">(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    /** Whose file it is in: the agency of whoever wrote it, on that day. Set by the database alone. */
    agencyId: uuid(),
    state: text().$type<"open" | "closed">().notNull(),
    outcome: text().$type<"nothing-more" | "own-agency-help" | "another-agency-needed">(),
    /** The help given, or through whom it is arranged. */
    helpGiven: text(),
    outcomeReason: text(),
    /** What named person and manager decided when another agency is needed. */
    leadDecision: text().$type<"become-lead" | "appoint-another">(),
    managerConsultedId: uuid(),
    managerConsultedOn: date({ mode: "string" }).$type<LocalDate>(),
    acknowledgedOn: date({ mode: "string" }).$type<LocalDate>(),
    decidedOn: date({ mode: "string" }).$type<LocalDate>(),
    decidedBy: uuid(),
    decisionId: uuid(),
    planId: uuid(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.concernId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.childId),
    index().on(t.areaId, t.state),
  ],
);

/**
 * A worry as a member of staff passed it on: whom it is about as they know them, and what worries them. Whoever passed it
 * on reads none of it again; whom it is about is found by the roll, or said by whoever keeps that roll.
 */
export const worry = pgTable(
  "worry",
  {
    areaId: areaId(),
    worryId: uuid().notNull(),
    sentBy: uuid().notNull(),
    establishmentId: uuid().notNull(),
    about: text().notNull(),
    group: text(),
    words: text().notNull(),
    /** Whose worry it is, and where it is about, where somebody said. */
    broughtBy: text().$type<WorryBringer>().notNull().default("staff"),
    aboutPlace: text().$type<WorryPlace>(),
    /** The child chose to talk to whoever passed it on. */
    childChoseSender: boolean().notNull().default(false),
    passedOnAt: instant().notNull(),
    childId: uuid(),
    /** What it became on the child's record. */
    concernId: uuid(),
    /** Who said whom it is about, where the roll alone did not. */
    placedBy: uuid(),
    placedAt: instant(),
    /** Why it was set aside: nobody could be found. */
    setAsideBecause: text(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.worryId] }),
    foreignKey({ columns: [t.areaId, t.sentBy], foreignColumns: [practitioner.areaId, practitioner.practitionerId] }),
    foreignKey({
      columns: [t.areaId, t.establishmentId],
      foreignColumns: [establishment.areaId, establishment.establishmentId],
    }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index("worry_to_place").on(t.areaId, t.establishmentId).where(sql`child_id is null and set_aside_because is null`),
  ],
);

/** What a child or a family said, in their own words, and how it was asked; or why it could not be. */
export const view = pgTable(
  "view",
  {
    areaId: areaId(),
    viewId: uuid().notNull(),
    childId: uuid().notNull(),
    concernId: uuid(),
    planId: uuid(),
    whose: text().$type<"child" | "family">().notNull(),
    /** What they were asked about: "concern", "lead-professional". */
    about: text().notNull(),
    words: text(),
    /** Whom they would like, when asked who should lead. */
    wishedForId: uuid(),
    wishedForWords: text(),
    how: text(),
    notPossibleBecause: text(),
    saidOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    /** How it was taken into account. */
    answer: text(),
    told: boolean(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.viewId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.childId),
    index().on(t.areaId, t.concernId),
    index().on(t.areaId, t.planId),
  ],
);
