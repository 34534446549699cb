import { z } from "zod";

export const ClauseView = z.object({ source: z.string(), at: z.string(), sourceTitle: z.string() });

/** What one clause says, as a reader who may see it reads it. */
export const FindingView = z.object({
  rule: z.string(),
  title: z.string(),
  because: z.string(),
  force: z.enum(["must", "should", "may"]),
  strength: z.string(),
  clause: ClauseView,
  /** "permits", "prevents" and so on of a gate; for the other shapes, what it does in words. */
  effect: z.string(),
  /** Whose fact it rests on, where that is a practitioner: several findings of one clause may each be about another. */
  whose: z.string().optional(),
  needs: z.array(z.object({ what: z.string(), from: z.string(), by: z.string().optional() })),
  /** The title of the rule that sets this one aside. */
  liftedBy: z.string().optional(),
});

/**
 * A stored decision as a reader may see it. Findings and facts about somebody whose record they may not see are counted
 * and left out; the answer and the clauses that spoke always show.
 */
export const DecisionView = z.object({
  question: z.string(),
  title: z.string(),
  shape: z.enum(["gate", "designation", "duty", "ladder", "measure"]),
  answer: z.string(),
  answerInWords: z.string(),
  tone: z.enum(["good", "caution", "stop", "neutral", "unknown"]),
  decidedBy: z.array(z.string()),
  /** The nearest clock: a day, or an instant where an hour is named. */
  by: z.string().optional(),
  missing: z.array(z.string()),
  findings: z.array(FindingView),
  hiddenFindings: z.int(),
  clauses: z.array(ClauseView),
  edition: z.string(),
  adoptedFrom: z.string(),
  asAt: z.string(),
  asKnownAt: z.string(),
  values: z.array(
    z.object({
      name: z.string(),
      value: z.string(),
      clause: z.string().optional(),
      reading: z.string().optional(),
    }),
  ),
  facts: z.array(z.object({ about: z.string(), name: z.string(), value: z.string() })),
  hiddenFacts: z.int(),
});
export type DecisionView = z.infer<typeof DecisionView>;
