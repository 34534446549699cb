import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, prose } from "../kernel/text.ts";

/** Ask that the area departs from a rule of its rulebook, with the reason (CWDC-STATUS). */
export const AskDeparture = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    /** The rule's id in the rulebook. */
    rule: z
      .string("Find the rule and pick it")
      .min(1, "Find the rule and pick it")
      .max(limits.name, "Find the rule and pick it"),
    reason: prose({ max: limits.prose, enter: "Enter why the rule is departed from" }),
    from: workingLifeDay("Enter the first day"),
    lastDay: workingLifeDay("Enter the last day").optional(),
  })
  .refine(({ from, lastDay }) => lastDay === undefined || lastDay >= from, {
    path: ["lastDay"],
    message: "Enter a day that is not before the first",
  });
export type AskDeparture = z.infer<typeof AskDeparture>;

/** Approve or refuse a departure that was asked for. What is approved may begin later than was asked. */
export const DecideDeparture = z.object({
  idempotencyKey: IdempotencyKeySchema,
  departureId: IdSchema,
  outcome: z.enum(["approved", "refused"], "Choose whether it is approved"),
  reason: prose({ max: limits.prose, enter: "Enter the reason for your decision" }),
  /** The first day it holds, where it is approved; the day that was asked for unless said otherwise. */
  from: workingLifeDay("Enter the first day").optional(),
});
export type DecideDeparture = z.infer<typeof DecideDeparture>;

/** End a departure that was approved: from the day after, the rule speaks again. */
export const EndDeparture = z.object({
  idempotencyKey: IdempotencyKeySchema,
  departureId: IdSchema,
  lastDay: workingLifeDay("Enter the last day"),
  reason: prose({ max: limits.prose, enter: "Enter why it ends" }),
});
export type EndDeparture = z.infer<typeof EndDeparture>;
