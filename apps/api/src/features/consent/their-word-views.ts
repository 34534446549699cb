import { z } from "zod";
import { ControlView, TermView } from "../../views.ts";

const Word = z.object({
  answer: TermView,
  words: z.string().optional(),
  form: z.string().optional(),
  name: z.string().optional(),
  on: z.string(),
  by: z.string(),
});
const OfBook = z.object({
  /** Whether the area's documents ask for it. */
  isAsked: z.boolean(),
  says: z.array(z.string()).optional(),
});
/** What child and family said of a plan, each apart: taking part, what was explained, what they agree to. */
export const TheirWordView = z.object({
  planId: z.string(),
  childId: z.string(),
  childName: z.string(),
  planTitle: z.string(),
  isAgreed: z.boolean(),
  voices: z.array(
    z.object({
      whose: TermView,
      part: Word.optional(),
      planExplained: Word.optional(),
      leadExplained: Word.optional(),
    }),
  ),
  actions: z.array(
    z.object({
      actionId: z.string(),
      what: z.string(),
      owner: z.string().optional(),
      child: Word.optional(),
      family: Word.optional(),
    }),
  ),
  /** What they think of the plan, the newest first, each with its answer. */
  views: z.array(
    z.object({
      viewId: z.string(),
      whose: TermView,
      words: z.string(),
      how: z.string(),
      name: z.string().optional(),
      on: z.string(),
      by: z.string(),
      answer: z.object({ words: z.string(), on: z.string(), by: z.string() }).optional(),
    }),
  ),
  /** Whether somebody speaks for them: what was recorded since it was last considered, and what comes next. */
  advocacy: z.object({
    isAsked: z.boolean(),
    /** The plan is in dispute, and nobody recorded whether it is needed. */
    isGap: z.boolean(),
    /** What is still to be done, in the clause's words. */
    says: z.array(z.string()),
    voices: z.array(
      z.object({
        whose: TermView,
        steps: z.array(
          z.object({
            step: TermView,
            on: z.string(),
            by: z.string(),
            /** The advocate. */
            name: z.string().optional(),
            words: z.string().optional(),
          }),
        ),
        next: z.array(TermView),
      }),
    ),
  }),
  takingPart: OfBook,
  agreement: OfBook,
  record: ControlView,
  answerViews: ControlView,
});
export type TheirWordView = z.infer<typeof TheirWordView>;
export const TheirWordDone = z.object({ planId: z.string() });
