import { z } from "zod";
import { ClauseView } from "../record/views.ts";

/** One rule of a rulebook: a clause of a document, from when it holds, and how much it weighs. */
export const RuleView = z.object({
  rule: z.string(),
  title: z.string(),
  clause: ClauseView,
  strength: z.string(),
  /** What the clause's verb asks, where it is the same for every case. */
  force: z.enum(["must", "should", "may"]).optional(),
  from: z.string(),
  until: z.string().optional(),
  isInForce: z.boolean(),
  /** The area departs from it today. */
  isDeparted: z.boolean(),
  /** What the clause asks people to weigh, on a comparison sheet. */
  asks: z.string().optional(),
});

/** A value that rules read: what the area uses, what the edition gives, and where it comes from. */
export const ValueView = z.object({
  name: z.string(),
  value: z.string(),
  editionValue: z.string(),
  isAreasOwn: z.boolean(),
  clause: ClauseView.optional(),
  /** The id of our reading, where no document gives the value. */
  ours: z.string().optional(),
  reading: z.string().optional(),
  least: z.number().optional(),
  most: z.number().optional(),
  oneOf: z.array(z.string()).optional(),
});

export const QuestionView = z.object({
  question: z.string(),
  topic: z.string(),
  title: z.string(),
  shape: z.enum(["gate", "designation", "duty", "ladder", "measure"]),
  /** Why the documents say nothing on it; absent where they speak. */
  silentBecause: z.string().optional(),
  rules: z.array(RuleView),
  values: z.array(ValueView),
});

/** The rulebook an area has adopted, as a manager reads it. */
export const RulebookView = z.object({
  areaName: z.string(),
  edition: z.object({ id: z.string(), version: z.int(), title: z.string() }),
  /** The editions it is based on, nearest first. */
  basedOn: z.array(z.object({ id: z.string(), version: z.int(), title: z.string() })),
  adoptedFrom: z.string(),
  /** Every adoption the area ever recorded, newest first. */
  adoptions: z.array(
    z.object({
      adoptionId: z.string(),
      title: z.string(),
      version: z.int(),
      from: z.string(),
      recordedAt: z.string(),
      isShown: z.boolean(),
      supersededAt: z.string().optional(),
    }),
  ),
  sources: z.array(z.object({ source: z.string(), title: z.string(), issued: z.string(), status: z.string() })),
  terms: z.record(z.string(), z.string()),
  /** Rules the area has agreed not to follow, today or at another time. */
  departures: z.array(
    z.object({
      rule: z.string(),
      title: z.string(),
      reason: z.string(),
      approvedBy: z.string(),
      from: z.string(),
      until: z.string().optional(),
      isInForce: z.boolean(),
    }),
  ),
  /** Rules of a base that do not hold here, and what replaces them. */
  setsAside: z.array(z.object({ rule: z.string(), title: z.string(), because: z.string() })),
  questions: z.array(QuestionView),
});
export type RulebookView = z.infer<typeof RulebookView>;
