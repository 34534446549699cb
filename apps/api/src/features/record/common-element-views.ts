import { z } from "zod";
import { ControlView, TermView } from "../../views.ts";
import { SharedView } from "./stages.ts";

const Read = z.object({
  kind: TermView,
  words: z.string(),
  /** When it happened or was reached; null where that is not known. */
  on: z.string().nullable(),
  /** "2 years 6 months"; null where a day says when. */
  age: z.string().nullable(),
  ageInMonths: z.int().nullable(),
  level: TermView.nullable(),
  source: TermView.nullable(),
});

/** An entry as it stands, from which service it comes, and as it read before. */
export const EntryView = Read.extend({
  entryId: z.string(),
  part: z.enum(["key-events", "milestones"]),
  writtenOn: z.string(),
  /** It was written before entries had the common shape: nothing is asked of it. */
  isOfFormerShape: z.boolean(),
  from: z.object({ service: TermView, agency: z.string(), isOurs: z.boolean() }),
  by: z.string(),
  recordedOn: z.string(),
  former: z.array(Read.extend({ by: z.string(), recordedOn: z.string(), because: z.string() })),
  mayChange: z.boolean(),
});
export type EntryView = z.infer<typeof EntryView>;

const PartView = z.object({
  entries: z.array(EntryView),
  /** What each agency shares of this part. */
  shared: z.array(SharedView),
  /** Entries that were made by mistake, with why they were taken back. */
  takenBack: z.array(EntryView.extend({ because: z.string() })),
});

export const CommonElementView = z.object({
  childId: z.string(),
  /** Why nothing of it is asked for here: no document of the area speaks of it. */
  silence: z.string().optional(),
  /** Who answers for it that where the child is, and so what happened to it, is kept from the reader. */
  keptPrivateBy: z.string().optional(),
  shapedSince: z.string().nullable(),
  demographics: z.object({ isOpen: z.boolean(), shared: z.array(SharedView) }),
  keyEvents: PartView,
  milestones: PartView,
  /** Of each area of Curriculum for Excellence the last level. */
  progress: z.array(EntryView),
  record: ControlView,
});

export const EntryDone = z.object({ entryId: z.string(), childId: z.string() });
