import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, prose } from "../kernel/text.ts";

const quarters = (points: number) => Number.isInteger(points * 4);

/** Points as people say them, in quarters. */
const Points = z
  .number({ error: "Enter a number of points" })
  .refine(quarters, "Enter points in quarters, like 4, 4.25 or 4.5");

/** What a worker and a manager agreed that one post can carry. */
export const AgreeCapacity = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    postId: IdSchema,
    version: VersionSchema,
    points: Points.min(0, "Enter 0 or more").max(500, "Enter 500 or fewer"),
    agreedOn: workingLifeDay("Enter the day it was agreed"),
    /** When worker and manager look at it again (BOL-8.1). */
    reviewOn: workingLifeDay("Enter the day it is looked at again").optional(),
    /** Left out, it stays as it is. */
    leading: z.enum(["everyday", "occasional"], { error: "Choose how often leading is part of this post" }).optional(),
  })
  .refine(({ agreedOn, reviewOn }) => reviewOn === undefined || reviewOn > agreedOn, {
    path: ["reviewOn"],
    message: "Enter a day after it was agreed",
  });
export type AgreeCapacity = z.infer<typeof AgreeCapacity>;

/** A manager's own estimate beside the rulebook's, for one person on one plan. */
export const AdjustWeight = z.object({
  idempotencyKey: IdempotencyKeySchema,
  planId: IdSchema,
  practitionerId: IdSchema,
  /** Added to the estimate; taken off when negative. */
  points: Points.min(-50, "Enter -50 or more").max(50, "Enter 50 or fewer"),
  reason: prose({ max: limits.prose, enter: "Enter why the estimate is changed" }),
});
export type AdjustWeight = z.infer<typeof AdjustWeight>;
