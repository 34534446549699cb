import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { limits, line, prose } from "../kernel/text.ts";
import { codesOf } from "../vocabulary/term.ts";
import { mostBytes } from "./class-list-file.ts";
import { importFields } from "./import-fields.ts";

/** Our field -> the file's heading, as it was confirmed. */
export const ColumnMappingSchema = z.partialRecord(
  z.enum(codesOf(importFields)),
  line({ max: limits.line, enter: "Choose a column" }),
);

/** What a list is: the pupils of a school, or the children of a team's caseload. */
export const ImportOf = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("class-list"), schoolId: IdSchema }),
  z.object({ kind: z.literal("caseload"), teamId: IdSchema }),
]);
export type ImportOf = z.infer<typeof ImportOf>;

const base64Length = Math.ceil(mostBytes / 3) * 4;

/** Hand in a file: it is read, checked and kept as a preview; no child's record changes. */
export const StartImport = z.object({
  idempotencyKey: IdempotencyKeySchema,
  of: ImportOf,
  fileName: line({ max: limits.line, enter: "Choose a file" }),
  /** The bytes of the file as they are, in base64: which characters they stand for is found out when it is read. */
  content: z
    .base64({ error: "Choose a file" })
    .min(1, "Choose a file")
    .max(base64Length, `Choose a file of ${mostBytes / 1_000_000} MB or less`),
  /** Left out, the mapping this school or team used last is tried, then one suggested from the headings. */
  mapping: ColumnMappingSchema.optional(),
});
export type StartImport = z.infer<typeof StartImport>;

/** Say which column is which, after the preview has asked. */
export const MapImportColumns = z.object({
  idempotencyKey: IdempotencyKeySchema,
  importId: IdSchema,
  version: VersionSchema,
  mapping: ColumnMappingSchema,
  /** Offer this mapping again for the next file of the same school or team. */
  remember: z.boolean(),
});
export type MapImportColumns = z.infer<typeof MapImportColumns>;

/** What a person decided about a row that might be a child already here, or that has a warning. */
export const RowChoice = z.discriminatedUnion("is", [
  z.object({ line: z.int().min(1), is: z.literal("this-child"), childId: IdSchema }),
  z.object({ line: z.int().min(1), is: z.literal("another-child") }),
  z.object({ line: z.int().min(1), is: z.literal("left-out") }),
]);
export type RowChoice = z.infer<typeof RowChoice>;

/** Make the changes the preview shows, with a person's choices for the rows that needed one. */
export const ConfirmImport = z.object({
  idempotencyKey: IdempotencyKeySchema,
  importId: IdSchema,
  version: VersionSchema,
  choices: z
    .array(RowChoice)
    .max(20_000, "Import fewer rows at a time")
    .refine(
      (choices) => new Set(choices.map((choice) => choice.line)).size === choices.length,
      "Choose once for each row",
    ),
});
export type ConfirmImport = z.infer<typeof ConfirmImport>;

/** Take an import back: children it added and nobody has worked with since are removed, changed details return. */
export const UndoImport = z.object({
  idempotencyKey: IdempotencyKeySchema,
  importId: IdSchema,
  version: VersionSchema,
  reason: prose({ max: limits.prose, enter: "Enter why the import is taken back" }),
});
export type UndoImport = z.infer<typeof UndoImport>;

/** Keep a mapping for the next file of a school or team. */
export const RememberMapping = z.object({
  idempotencyKey: IdempotencyKeySchema,
  of: ImportOf,
  mapping: ColumnMappingSchema,
});
export type RememberMapping = z.infer<typeof RememberMapping>;
