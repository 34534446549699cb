import { z } from "zod";

export { ClauseView, DecisionView, FindingView } from "./decision-schema.ts";
export { decisionView, decisionViews, toDecisionView } from "./decision-view.ts";
export { readerFor } from "./reader.ts";

/** Who did something, as the record names them. */
const By = z.object({ practitionerId: z.string(), name: z.string() });

/** One step of a child's chronology, as it read the day it was written. */
export const StepView = z.object({
  entryId: z.string(),
  happenedAt: z.string(),
  recordedAt: z.string(),
  kind: z.string(),
  kindInWords: z.string(),
  title: z.string(),
  detail: z.string().optional(),
  by: By,
  decisionId: z.string().optional(),
  concernId: z.string().optional(),
  planId: z.string().optional(),
});

export const ChronologyView = z.object({
  steps: z.array(StepView),
  /** What a reader may filter by. */
  kinds: z.array(z.object({ kind: z.string(), label: z.string() })),
  nextCursor: z.string().optional(),
});
