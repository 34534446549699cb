import type { Decision } from "@linchpin/domain";
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { child } from "./child.ts";
import { areaId, bytes, instant } from "./columns.ts";

/** What a rulebook answered when it was asked in earnest: kept whole, and never changed. */
export const decision = pgTable(
  "decision",
  {
    areaId: areaId(),
    decisionId: uuid().notNull(),
    childId: uuid(),
    planId: uuid(),
    question: text().notNull(),
    answer: text().notNull(),
    decision: jsonb().$type<Decision>().notNull(),
    askedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.decisionId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.childId, t.recordedAt),
    index().on(t.areaId, t.planId, t.recordedAt),
  ],
);

/** What happened to a child's record, step by step, in words a practitioner reads years later. */
export const chronologyEntry = pgTable(
  "chronology_entry",
  {
    areaId: areaId(),
    entryId: uuid().notNull(),
    childId: uuid().notNull(),
    planId: uuid(),
    /** The act, as the table of acts names it. */
    act: text().notNull(),
    /** Kept as it read that day. */
    title: text().notNull(),
    detail: text(),
    decisionId: uuid(),
    concernId: uuid(),
    byId: uuid().notNull(),
    byName: text().notNull(),
    happenedAt: instant().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.entryId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.childId, t.happenedAt),
  ],
);

/** Every read of a child, every change, every refusal. Insert only, by right and by trigger. */
export const auditEntry = pgTable(
  "audit_entry",
  {
    areaId: areaId(),
    entryId: uuid().notNull(),
    at: instant().notNull(),
    practitionerId: uuid(),
    postId: uuid(),
    act: text().notNull(),
    outcome: text().$type<"read" | "changed" | "refused" | "system">().notNull(),
    childId: uuid(),
    planId: uuid(),
    /** The relation that allowed it, or the refusal's kind. */
    basis: text(),
    /** Codes and ids only. */
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    requestId: text(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.entryId] }),
    index().on(t.areaId, t.childId, t.at),
    // A week of looks lies together in a table that only grows: this costs an insert next to nothing.
    index("audit_entry_by_time").using("brin", t.at),
  ],
);

/** Entries sealed together. Each block's hash covers its entries and the block before. */
export const auditBlock = pgTable(
  "audit_block",
  {
    areaId: areaId(),
    blockNumber: integer().notNull(),
    previousHash: bytes().notNull(),
    hash: bytes().notNull(),
    entries: integer().notNull(),
    sealedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.areaId, t.blockNumber] })],
);

/** Which block an entry is sealed in: each entry in exactly one. */
export const auditBlockEntry = pgTable(
  "audit_block_entry",
  {
    areaId: areaId(),
    entryId: uuid().notNull(),
    blockNumber: integer().notNull(),
    position: integer().notNull(),
    hash: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.entryId] }),
    index().on(t.areaId, t.blockNumber, t.position),
    foreignKey({ columns: [t.areaId, t.blockNumber], foreignColumns: [auditBlock.areaId, auditBlock.blockNumber] }),
  ],
);
