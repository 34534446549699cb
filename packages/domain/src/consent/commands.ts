import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import { codesOf } from "../vocabulary/term.ts";

/** An answer about sharing, as a form holds it: to what, with whom and why, in the words that were put to them. */
export const AnswerAsked = {
  answeredBy: z.enum(["child", "parent-or-carer"], { error: "Choose who answered" }),
  /** Which parent or carer; left out for the child. */
  answeredByName: optional(line({ max: limits.name, enter: "Enter the name of the parent or carer" })),
  answer: z.enum(["given", "refused"], { error: "Choose what the answer was" }),
  form: z.enum(["spoken", "written"], { error: "Choose whether it was spoken or written" }),
  /** What is noted of their understanding; left out where nobody noted it. */
  understanding: z.enum(["understands", "does-not-understand"]).optional(),
  understandingWords: optional(prose({ max: limits.prose, enter: "Enter how you know" })),
  saysWhat: prose({ max: limits.prose, enter: "Enter what is shared, in words for the child and the family" }),
  saysWithWhom: prose({ max: limits.prose, enter: "Enter with whom it is shared" }),
  saysWhy: prose({ max: limits.prose, enter: "Enter why it is shared" }),
  /** The items it is about; empty where it is about all that the words name. */
  items: z.array(IdSchema).max(50, "Choose 50 items or fewer").default([]),
  agencies: z
    .array(z.enum(codesOf(agencyKinds)))
    .max(codesOf(agencyKinds).length)
    .default([]),
  recipients: z.array(IdSchema).max(20, "Name 20 people or fewer").default([]),
  /** The day of the answer. */
  from: workingLifeDay("Enter the day of the answer"),
  ends: z.discriminatedUnion(
    "is",
    [
      z.object({ is: z.literal("on"), lastDay: workingLifeDay("Enter the last day it holds") }),
      z.object({ is: z.literal("open") }),
    ],
    { error: "Choose until when it holds" },
  ),
  /** Where it is a no beside somebody else's yes: why sharing goes on all the same. Left out where it ends. */
  goesOnBecause: optional(prose({ max: limits.prose, enter: "Enter which answer is followed, and why" })),
};

type Said = {
  readonly answeredBy: string;
  readonly answeredByName?: string | undefined;
  readonly agencies: readonly string[];
  readonly recipients: readonly string[];
  readonly from: string;
  readonly ends: { readonly is: "on"; readonly lastDay: string } | { readonly is: "open" };
};

const problem = (context: z.RefinementCtx, path: readonly string[], message: string) =>
  context.addIssue({ code: "custom", path: [...path], message });

/** Who answered, and for how long: what a single field cannot say. */
export function asksWhoAnswered(
  said: Pick<Said, "answeredBy" | "answeredByName" | "from" | "ends">,
  context: z.RefinementCtx,
): void {
  if (said.answeredBy === "parent-or-carer" && said.answeredByName === undefined)
    problem(context, ["answeredByName"], "Enter the name of the parent or carer");
  if (said.ends.is === "on" && said.ends.lastDay < said.from)
    problem(context, ["ends", "lastDay"], "Enter a day that is not before the answer");
}

/** What a single field cannot say of an answer. */
function asksOf(said: Said, context: z.RefinementCtx): void {
  asksWhoAnswered(said, context);
  if (said.agencies.length === 0 && said.recipients.length === 0)
    problem(context, ["agencies"], "Choose at least one service, or name a person");
}

/** What the form about an answer asks; the command holds it with its key and its child. */
export const AnswerAboutSharing = z.object(AnswerAsked).superRefine(asksOf);
export type AnswerAboutSharing = z.infer<typeof AnswerAboutSharing>;

/** Record what a child, or a parent or carer, answered to a question about sharing. */
export const RecordConsent = z
  .object({ idempotencyKey: IdempotencyKeySchema, childId: IdSchema, ...AnswerAsked })
  .superRefine(asksOf);
export type RecordConsent = z.infer<typeof RecordConsent>;

const { answeredBy, answeredByName, answer, items, agencies, recipients, from, ends } = AnswerAsked;
const weighed = { answeredBy, answeredByName, answer, items, agencies, recipients, from, ends };

/** As much of an answer as says what it would end. */
export const AnswerWeighed = z.object(weighed).superRefine(asksOf);

/** Ask what recording an answer would end, or correcting one. */
export const WeighAnswer = z
  .object({ childId: IdSchema, consentId: IdSchema.optional(), ...weighed })
  .superRefine(asksOf);

const wrong = { reason: prose({ max: limits.prose, enter: "Enter what was wrong" }) };

/** The same with what was wrong before, for the form that corrects it. */
export const CorrectedAnswer = z.object({ ...AnswerAsked, ...wrong }).superRefine(asksOf);

/** Correct an answer that was recorded wrongly: a row is added, and the wrong one is kept as it was known. */
export const CorrectConsent = z
  .object({ idempotencyKey: IdempotencyKeySchema, consentId: IdSchema, ...AnswerAsked, ...wrong })
  .superRefine(asksOf);
export type CorrectConsent = z.infer<typeof CorrectConsent>;
