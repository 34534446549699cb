import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { establishment } from "./area.ts";
import { areaId, bytes, instant, version } from "./columns.ts";

/** A class list or caseload that was uploaded: looked at, confirmed, perhaps undone. */
export const rollIn = pgTable(
  "roll_in",
  {
    areaId: areaId(),
    rollInId: uuid().notNull(),
    establishmentId: uuid().notNull(),
    fileName: text().notNull(),
    fileHash: bytes().notNull(),
    encoding: text().$type<"utf-8" | "windows-1252">().notNull(),
    mapping: jsonb().$type<Record<string, string>>().notNull(),
    state: text().$type<"previewed" | "confirmed" | "undone">().notNull(),
    summary: jsonb().$type<Record<string, unknown>>().notNull(),
    uploadedBy: uuid().notNull(),
    uploadedAt: instant().notNull(),
    confirmedAt: instant(),
    undoneAt: instant(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.rollInId] }),
    foreignKey({ columns: [t.areaId, t.establishmentId], foreignColumns: [establishment.areaId, establishment.establishmentId] }),
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
    childId: uuid(),
    /** For undo: which rows of other tables this row made or closed. */
    made: jsonb().$type<Record<string, readonly string[]>>(),
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
    foreignKey({ columns: [t.areaId, t.establishmentId], foreignColumns: [establishment.areaId, establishment.establishmentId] }),
  ],
);
