import type { LocalDate } from "@linchpin/domain";
import { boolean, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { child } from "./child.ts";
import { areaId, date, instant, version } from "./columns.ts";

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
    /** Well-being indicators or outcome areas it touches: codes of the vocabulary. */
    touches: text().array().notNull(),
    raisedBy: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
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
