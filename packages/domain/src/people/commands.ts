import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, prose } from "../kernel/text.ts";
import { codesOf } from "../vocabulary/term.ts";
import { mostBytes } from "./class-list-file.ts";
import { importFields } from "./import-fields.ts";

/** Our field -> the file's heading, as it was confirmed. */
export const ColumnMappingSchema = z.partialRecord(
  z.enum(codesOf(importFields)),
  line({ max: limits.line, enter: "Choose a column" }),
);

const base64Length = Math.ceil(mostBytes / 3) * 4;

/** Hand in a class list or caseload: it is read, checked and kept as a preview; no child's record changes. */
export const PreviewRollIn = z.object({
  idempotencyKey: IdempotencyKeySchema,
  establishmentId: IdSchema,
  fileName: line({ max: limits.line, enter: "Choose a file" }),
  /** The bytes of the file as they are, in base64: which characters they stand for is found out when it is read. */
  content: z
    .base64({ error: "Choose a file" })
    .min(1, "Choose a file")
    .max(base64Length, `Choose a file of ${mostBytes / 1_000_000} MB or less`),
  /** Left out, the mapping this school or team used last is tried, then one suggested from the headings. */
  mapping: ColumnMappingSchema.optional(),
});
export type PreviewRollIn = z.infer<typeof PreviewRollIn>;

/** What a person decided about a row that might be a child who is already here. */
export const RowChoice = z.discriminatedUnion("is", [
  z.object({ is: z.literal("this-child"), childId: IdSchema }),
  z.object({ is: z.literal("another-child") }),
  z.object({ is: z.literal("left-out") }),
]);
export type RowChoice = z.infer<typeof RowChoice>;

/** Say which child a row is about, after comparing the two. */
export const ChooseMatch = z.object({
  idempotencyKey: IdempotencyKeySchema,
  rollInId: IdSchema,
  rowNumber: z.int().min(1).max(1_000_000),
  choice: RowChoice,
});
export type ChooseMatch = z.infer<typeof ChooseMatch>;

/** Make the changes the preview shows, with the choices made for the rows that needed one. */
export const ConfirmRollIn = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    rollInId: IdSchema,
    version: VersionSchema,
    /** The first day on the roll of children who are new to it; left out where nobody is. */
    onRollFrom: workingLifeDay("Enter the first day on the roll").optional(),
    /** Whether the children who are new to the roll attend full-time; left out where it makes no difference. */
    fullTime: z.boolean({ error: "Say whether these children attend full-time" }).optional(),
    /** Children who are on the roll and not in the list, and have left: ticked one by one. */
    leaverIds: z.array(IdSchema).max(2_000, "Tick fewer children at a time").default([]),
    /** The last day of those who have left. */
    leftOn: workingLifeDay("Enter the last day on the roll").optional(),
  })
  .refine(({ leaverIds, leftOn }) => leaverIds.length === 0 || leftOn !== undefined, {
    path: ["leftOn"],
    message: "Enter the last day on the roll of the children who have left",
  });
export type ConfirmRollIn = z.infer<typeof ConfirmRollIn>;

/** Put a list aside that was looked at and is not imported: what was read of it goes. */
export const DiscardRollIn = z.object({
  idempotencyKey: IdempotencyKeySchema,
  rollInId: IdSchema,
  version: VersionSchema,
});
export type DiscardRollIn = z.infer<typeof DiscardRollIn>;

/** How many days a list that nobody imports is kept after it was uploaded. It names children who may be on no roll here. */
export const daysOfAPreview = 14;

/** Take an import back: children it added and nobody has worked with since are removed, changed details return. */
export const UndoRollIn = z.object({
  idempotencyKey: IdempotencyKeySchema,
  rollInId: IdSchema,
  version: VersionSchema,
  reason: prose({ max: limits.prose, enter: "Enter why the import is taken back" }),
});
export type UndoRollIn = z.infer<typeof UndoRollIn>;
