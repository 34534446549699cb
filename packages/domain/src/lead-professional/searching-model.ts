import { z } from "zod";
import { DoneOn, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";

const day = orNone(LocalDateSchema);
const plan = z.strictObject({ id: Ref });

/** A condition on which a manager agreed, who sees to it, by when, and the day it was shown to be met. */
export const Condition = z.strictObject({
  id: Ref,
  owner: orNone(Ref),
  dueOn: day,
  metOn: DoneOn,
  /** A day on which it turned out that it is no longer kept. */
  brokenOn: DoneOn,
});
export type Condition = z.infer<typeof Condition>;

/** Facts for "May a lead agreed on conditions begin?" and for what the conditions ask for. */
export const ConditionalFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  plan,
  proposed: Ref,
  agreedOn: LocalDateSchema,
  agreedBy: Ref,
  conditions: recorded(list(Condition)),
  /** The first review of progress, once it has a date. */
  firstReviewOn: day,
});
export type ConditionalFacts = z.infer<typeof ConditionalFacts>;

/** Facts for "Who looks for somebody to lead?" A lead is needed and nobody is there, or nobody agreed. */
export const SearchFacts = z.strictObject({
  plan,
  neededSince: LocalDateSchema,
  /** Those asked, and the day each of them declined. */
  asked: list(z.strictObject({ id: Ref, declinedOn: DoneOn })),
  foundOn: DoneOn,
  calendar: WorkingDays,
});
export type SearchFacts = z.infer<typeof SearchFacts>;
