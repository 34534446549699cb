import type { RowChoice } from "@linchpin/domain";
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { establishment } from "./area.ts";
import { areaId, bytes, instant, version } from "./columns.ts";

/** A class list or caseload that was uploaded: looked at, then confirmed and perhaps undone, or discarded. */
export const rollIn = pgTable(
  "roll_in",
  {
    areaId: areaId(),
    rollInId: uuid().notNull(),
    establishmentId: uuid().notNull(),
    fileName: text().notNull(),
    fileHash: bytes().notNull(),
    encoding: text().$type<"utf-8" | "utf-16" | "windows-1252">().notNull(),
    mapping: jsonb().$type<Record<string, string>>().notNull(),
    state: text().$type<"previewed" | "confirmed" | "undone" | "discarded">().notNull(),
    summary: jsonb().$type<Record<string, unknown>>().notNull(),
    /** What confirming did, in figures. */
    done: jsonb().$type<Record<string, unknown>>(),
    uploadedBy: uuid().notNull(),
    uploadedAt: instant().notNull(),
    confirmedAt: instant(),
    undoneAt: instant(),
    undoneBecause: text(),
    /** When it was discarded before it was imported, and by whom; by nobody where its time was up. */
    discardedAt: instant(),
    discardedBy: uuid(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.rollInId] }),
    foreignKey({
      columns: [t.areaId, t.establishmentId],
      foreignColumns: [establishment.areaId, establishment.establishmentId],
    }),
    index().on(t.areaId, t.establishmentId, t.uploadedAt),
  ],
);

/** One row of the file: what was read, what is wrong with it, and what it did. */
export const rollInRow = pgTable(
  "roll_in_row",
  {
    areaId: areaId(),
    rollInId: uuid().notNull(),
    rowNumber: integer().notNull(),
    fingerprint: text().notNull(),
    read: jsonb().$type<Record<string, unknown>>().notNull(),
    problems: jsonb().$type<readonly unknown[]>().notNull(),
    match: text().$type<"new" | "same" | "changed" | "possible-match" | "refused">().notNull(),
    /** Why it matched what it did, in words for whoever imports. */
    because: text(),
    /** The child it is about; shown to nobody before it is on the roll. */
    childId: uuid(),
    /** Children of this roll it might be about. */
    candidates: jsonb().$type<readonly string[]>().notNull().default([]),
    /** What of the child it would change. */
    changes: jsonb()
      .$type<readonly { readonly what: string; readonly from: string | null; readonly to: string }[]>()
      .notNull()
      .default([]),
    /** What a person decided about a possible match. */
    choice: jsonb().$type<RowChoice>(),
    /** For undo: which rows of other tables this row made or closed, and what the child's own row said before. */
    made: jsonb().$type<Record<string, readonly string[]>>(),
    before: jsonb().$type<Record<string, string | null>>(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.rollInId, t.rowNumber] }),
    foreignKey({ columns: [t.areaId, t.rollInId], foreignColumns: [rollIn.areaId, rollIn.rollInId] }),
  ],
);

/** How a school's own headings map to ours: remembered from the last import. */
export const columnMapping = pgTable(
  "column_mapping",
  {
    areaId: areaId(),
    establishmentId: uuid().notNull(),
    mapping: jsonb().$type<Record<string, string>>().notNull(),
    rememberedBy: uuid().notNull(),
    rememberedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.establishmentId] }),
    foreignKey({
      columns: [t.areaId, t.establishmentId],
      foreignColumns: [establishment.areaId, establishment.establishmentId],
    }),
  ],
);
