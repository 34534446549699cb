import { codesOf, importFields } from "@linchpin/domain";
import { z } from "zod";

export const rowKinds = ["new", "same", "changed", "possible-match", "refused"] as const;
const RowKind = z.enum(rowKinds);
const Field = z.enum(codesOf(importFields));

export const ColumnMappingView = z.partialRecord(Field, z.string());

export const RollInSummary = z.object({
  rows: z.number(),
  new: z.number(),
  same: z.number(),
  changed: z.number(),
  /** Rows that wait for a person to say whether two are one child. */
  toDecide: z.number(),
  refused: z.number(),
  withWarnings: z.number(),
  /** On the roll and not in this list. Nothing happens to them without a tick. */
  notInList: z.number(),
});

/** What confirming did, in figures. */
export const RollInDone = z.object({
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  leftOut: z.number(),
  left: z.number(),
  /** Null where the area's documents know no named person. */
  namedPersons: z.object({ assigned: z.number(), unassigned: z.number() }).nullable(),
});

export const RollInView = z.object({
  rollInId: z.string(),
  establishmentId: z.string(),
  establishment: z.string(),
  fileName: z.string(),
  encoding: z.enum(["utf-8", "utf-16", "windows-1252"]),
  state: z.enum(["previewed", "confirmed", "undone", "discarded"]),
  version: z.number(),
  uploadedAt: z.string(),
  uploadedBy: z.string(),
  confirmedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  /** Of a list that was discarded: when, and by whom; without a name where its time was up. */
  discarded: z.object({ at: z.string(), by: z.string().optional() }).optional(),
  /** The day from which a list that nobody imports is discarded. */
  keptUntil: z.string().optional(),
  mapping: ColumnMappingView,
  summary: RollInSummary,
  done: RollInDone.nullable(),
  /** When the very same file was imported here before. */
  sameFileImportedAt: z.string().nullable(),
  /** "Nothing in this list is new or changed." where that is so. */
  words: z.string(),
});

const Problem = z.object({
  field: Field,
  label: z.string(),
  severity: z.enum(["error", "warning"]),
  message: z.string(),
});

/** A child on this roll whom a row may be about, as far as telling the two apart needs. */
const Candidate = z.object({
  childId: z.string(),
  name: z.string(),
  bornOn: z.string().nullable(),
  group: z.string().nullable(),
  yearGroup: z.string().nullable(),
});

export const RollInRowView = z.object({
  /** The line of the file, as a spreadsheet numbers it. */
  rowNumber: z.number(),
  kind: RowKind,
  name: z.string(),
  preferredName: z.string().nullable(),
  bornOn: z.string().nullable(),
  group: z.string().nullable(),
  yearGroup: z.string().nullable(),
  problems: z.array(Problem),
  because: z.string().nullable(),
  /** For a changed row: what of the child it would change, in words. */
  changes: z.array(z.object({ what: z.string(), from: z.string().nullable(), to: z.string() })),
  candidates: z.array(Candidate),
  choice: z
    .discriminatedUnion("is", [
      z.object({ is: z.literal("this-child"), childId: z.string() }),
      z.object({ is: z.literal("another-child") }),
      z.object({ is: z.literal("left-out") }),
    ])
    .nullable(),
});

export const RollInRowsView = z.object({ rows: z.array(RollInRowView), nextCursor: z.number().nullable() });

/** The columns have to be chosen first; nothing was kept. Preview again with a mapping. */
const NeedsColumns = z.object({
  outcome: z.literal("needs-columns"),
  headings: z.array(z.string()),
  mapping: ColumnMappingView,
  problems: z.array(z.object({ field: Field, message: z.string() })),
  /** Two rows as they were read, to choose columns by. */
  examples: z.array(z.record(z.string(), z.string())),
});
export const PreviewView = z.discriminatedUnion("outcome", [
  NeedsColumns,
  z.object({ outcome: z.literal("previewed"), rollIn: RollInView, rows: RollInRowsView }),
]);

export const RollInListView = z.object({ rollIns: z.array(RollInView), nextCursor: z.string().nullable() });

/** Children on the roll who are not in the list, to tick those who have left. */
export const NotInListView = z.object({ children: z.array(Candidate), nextCursor: z.string().nullable() });

export const UndoneView = z.object({
  rollIn: RollInView,
  removed: z.number(),
  restored: z.number(),
  /** Children it added with whom somebody has worked since: they stay, and why. */
  kept: z.array(z.object({ childId: z.string(), name: z.string(), why: z.string() })),
});
