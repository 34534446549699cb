import { z } from "zod";
import { IdSchema } from "../kernel/id.ts";
import { limits, optional, prose } from "../kernel/text.ts";
import { JoinsPlan } from "../plan/model.ts";
import { AnswerAsked, asksWhoAnswered } from "./commands.ts";
import { ReleaseAsked } from "./release-commands.ts";

/** What somebody answered who was asked at that moment whether one more person may read the plan. */
const AskedNow = z
  .object({
    answeredBy: AnswerAsked.answeredBy,
    answeredByName: AnswerAsked.answeredByName,
    answer: AnswerAsked.answer,
    form: AnswerAsked.form,
    understanding: AnswerAsked.understanding,
    understandingWords: optional(prose({ max: limits.prose, enter: "Enter how you know" })),
    from: AnswerAsked.from,
    ends: AnswerAsked.ends,
  })
  .superRefine(asksWhoAnswered);
export type AskedNow = z.infer<typeof AskedNow>;

/** What is said of one child's plan before somebody of an agency that is not on it yet may read it (HIG-5, HIG-20). */
export const SharedByJoining = ReleaseAsked.omit({ toId: true, lastDay: true }).extend({
  /** What was answered when they were asked just now; left out where the answer is on record, or where another basis holds. */
  answered: AskedNow.optional(),
});
export type SharedByJoining = z.infer<typeof SharedByJoining>;

/** The same of each child of a plan. */
export const SharedByJoiningOf = SharedByJoining.extend({ childId: IdSchema });

/** Somebody who joins the plan of one child, with what the sharing rests on where their agency is not on it yet. */
export const JoinsAndReads = JoinsPlan.safeExtend({ sharing: SharedByJoining.optional() });
export type JoinsAndReads = z.infer<typeof JoinsAndReads>;
