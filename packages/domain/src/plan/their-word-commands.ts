import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { codesOf, vocabulary } from "../vocabulary/term.ts";

/** Whose word on a plan it is: each is asked apart. */
export const whoseWords = vocabulary({ child: { label: "The child" }, family: { label: "The family" } });
export type WordOf = keyof typeof whoseWords;

/** Whether somebody took part in making the plan. */
export const takingParts = vocabulary({
  "took-part": { label: "Took part" },
  "not-possible": { label: "Could not take part" },
});
/** What was explained to them. */
export const explanations = vocabulary({
  plan: { label: "What the plan is and what it is for" },
  lead: { label: "Why this person leads" },
});
export const understandings = vocabulary({
  understood: { label: "Understood" },
  "not-understood": { label: "Not understood: to be explained again" },
});
/** What somebody says to one action of the plan. */
export const agreementsToAction = vocabulary({
  agreed: { label: "Agrees" },
  "not-agreed": { label: "Does not agree" },
});

/** Of which child's plan, and whose word. */
export const ofPlan = {
  idempotencyKey: IdempotencyKeySchema,
  planId: IdSchema,
  childId: IdSchema,
  whose: z.enum(codesOf(whoseWords), { error: "Choose whose word it is" }),
};

export const TakingPartOnScreen = z.object({
  part: z.enum(codesOf(takingParts), { error: "Choose whether they took part" }),
  /** How they took part, or why they could not. */
  words: prose({ max: limits.prose, enter: "Enter how they took part, or why they could not" }),
  on: workingLifeDay("Enter the day"),
});
/** Record how child or family took part in making the plan, or why they could not (HIG-45). */
export const RecordTakingPart = z.object({ ...ofPlan, ...TakingPartOnScreen.shape });
export type RecordTakingPart = z.infer<typeof RecordTakingPart>;

export const ExplainedOnScreen = z.object({
  /** A talk, a letter, pictures. */
  form: line({ max: limits.line, enter: "Enter how it was explained" }),
  understood: z.enum(codesOf(understandings), { error: "Choose whether it was understood" }),
  on: workingLifeDay("Enter the day"),
});
/** Record that the plan, or why this person leads, was explained, in which form, and whether it was understood (HIG-49, GIR-25). */
export const RecordExplained = z.object({
  ...ofPlan,
  what: z.enum(codesOf(explanations), { error: "Choose what was explained" }),
  ...ExplainedOnScreen.shape,
});
export type RecordExplained = z.infer<typeof RecordExplained>;

/** Says of which action: there are many on one page. */
const ofAction =
  (words: string) =>
  ({ path = [] }: { readonly path?: readonly PropertyKey[] | undefined }): string => {
    const place = path.find((part) => typeof part === "number");
    return place === undefined ? words : `${words}: action ${place + 1}`;
  };

const answer = z
  .object({
    actionId: IdSchema,
    answer: z.enum(codesOf(agreementsToAction), { error: ofAction("Choose whether they agree") }),
    /** What stands against it, in their words. */
    why: optional(prose({ max: limits.prose, enter: "Enter what stands against it" })),
  })
  .refine(({ answer: said, why }) => said === "agreed" || why !== undefined, {
    path: ["why"],
    error: ofAction("Enter what stands against it, in their words"),
  });
export const AgreementOnScreen = z.object({
  name: optional(line({ max: limits.name, enter: "Enter who said it" })),
  how: line({ max: limits.line, enter: "Enter how they were asked" }),
  on: workingLifeDay("Enter the day"),
  answers: z.array(answer).min(1, "Answer at least one action").max(100, "Answer 100 actions or fewer"),
});
/** Record what child or family say to the actions of the plan, one by one: who agreed, how, when, or what stands against it (BOL-4.8). */
export const RecordAgreement = z.object({ ...ofPlan, ...AgreementOnScreen.shape });
export type RecordAgreement = z.infer<typeof RecordAgreement>;
