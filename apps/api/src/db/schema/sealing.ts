import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { child } from "./child.ts";
import { areaId, date, instant } from "./columns.ts";
import { practitioner } from "./practitioner.ts";

/** How much a sealing ended, in numbers. */
export type SealingEnds = Readonly<
  Record<
    "people" | "plans" | "plansLeft" | "actions" | "duties" | "notices" | "consents" | "releases" | "elsewhere",
    number
  >
>;

/**
 * That somebody asked for a child's record to be sealed after an adoption order, and what a second person decided. Once
 * sealed, nothing in the row says whose record it was.
 */
export const sealing = pgTable(
  "sealing",
  {
    areaId: areaId(),
    sealingId: uuid().notNull(),
    childId: uuid(),
    orderedOn: date({ mode: "string" }),
    /** The court's reference, in words. */
    court: text(),
    reason: text(),
    askedBy: uuid().notNull(),
    askedAt: instant().notNull(),
    decidedBy: uuid(),
    decidedAt: instant(),
    outcome: text().$type<"sealed" | "not-sealed">(),
    words: text(),
    ended: jsonb().$type<SealingEnds>(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.sealingId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({ columns: [t.areaId, t.askedBy], foreignColumns: [practitioner.areaId, practitioner.practitionerId] }),
    uniqueIndex("sealing_asked_once").on(t.areaId, t.childId).where(sql`decided_at is null`),
    index().on(t.areaId, t.decidedAt),
  ],
);

/** Which records are sealed, and on what order. The app's role has no right to it. */
export const sealedChild = pgTable(
  "sealed_child",
  {
    areaId: areaId(),
    childId: uuid().notNull(),
    orderedOn: date({ mode: "string" }).notNull(),
    court: text().notNull(),
    reason: text().notNull(),
    words: text().notNull(),
    askedBy: uuid().notNull(),
    decidedBy: uuid().notNull(),
    sealedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.childId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
  ],
);

/** The ids that row security asks for: of children, of plans of theirs alone, of what names them elsewhere. */
export const sealedKey = pgTable(
  "sealed_key",
  { areaId: areaId(), key: uuid().notNull(), childId: uuid().notNull() },
  (t) => [primaryKey({ columns: [t.areaId, t.key] })],
);

/** How a brother's or sister's row read before "another child" took the name's place in it. */
export const sealedWords = pgTable(
  "sealed_words",
  {
    areaId: areaId(),
    wordsId: uuid().notNull(),
    childId: uuid().notNull(),
    ofTable: text().notNull(),
    was: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.areaId, t.wordsId] })],
);
