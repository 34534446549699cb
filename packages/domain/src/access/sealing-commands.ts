import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, prose } from "../kernel/text.ts";
import { ExactChild } from "./commands.ts";

/** What the form about an adoption order asks, besides whose record it is. */
export const sealingAsked = {
  orderedOn: workingLifeDay("Enter the day of the order"),
  court: line({ max: limits.name, enter: "Enter the court and its reference" }),
  reason: prose({ max: limits.prose, enter: "Enter why the record is to be sealed" }),
};

/** Ask that a child's record under the old name is sealed after an adoption order. Somebody else decides. */
export const AskToSeal = z.object({ idempotencyKey: IdempotencyKeySchema, child: ExactChild, ...sealingAsked });
export type AskToSeal = z.infer<typeof AskToSeal>;

export const sealingOutcomes = {
  sealed: { label: "Seal the record" },
  "not-sealed": { label: "Leave the record as it is" },
} as const;
export type SealingOutcome = keyof typeof sealingOutcomes;

/** Decide what somebody else asked: seal the record for good, or leave it as it is. */
export const DecideSealing = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    sealingId: IdSchema,
    outcome: z.enum(["sealed", "not-sealed"], { error: "Choose whether the record is sealed" }),
    words: prose({ max: limits.prose, enter: "Enter what you checked, and with whom" }),
    /** Whoever seals says that they have seen the order: it is not undone in Linchpin. */
    sawOrder: z.boolean().default(false),
  })
  .refine(({ outcome, sawOrder }) => outcome !== "sealed" || sawOrder, {
    path: ["sawOrder"],
    message: "Tick that you have seen the order, or leave the record as it is",
  });
export type DecideSealing = z.infer<typeof DecideSealing>;
