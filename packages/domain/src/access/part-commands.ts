import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { partsForATime } from "../vocabulary/parts-for-a-time.ts";
import { codesOf } from "../vocabulary/term.ts";

/** Give somebody a part in a child's case, from now to the end of a day. */
export const GivePart = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    childId: IdSchema,
    /** The one plan it is about; left out where it is about the child's plans. */
    planId: IdSchema.optional(),
    practitionerId: z.uuid({ error: "Choose who is given the part" }),
    part: z.enum(codesOf(partsForATime), { error: "Choose the part" }),
    why: prose({ max: 2_000, enter: "Enter why this person needs it" }),
    /** Which group's agenda, and of which day. */
    agenda: optional(line({ max: limits.line, enter: "Enter the group and the day of its meeting" })),
    lastDay: LocalDateSchema,
  })
  .refine(({ part, agenda }) => part !== "forum-member" || agenda !== undefined, {
    path: ["agenda"],
    message: "Enter the group and the day of its meeting",
  })
  .refine(({ part, planId }) => part !== "quality-auditor" || planId !== undefined, {
    path: ["planId"],
    message: "Choose the plan that is checked",
  });
export type GivePart = z.infer<typeof GivePart>;

/** End a part before its last day. */
export const EndPart = z.object({
  idempotencyKey: IdempotencyKeySchema,
  partId: IdSchema,
  because: prose({ max: 2_000, enter: "Enter why it ends" }),
});
export type EndPart = z.infer<typeof EndPart>;

/** Say how one's own action stands: done, or not, and what there is to say of it. */
export const SayOwnAction = z.object({
  idempotencyKey: IdempotencyKeySchema,
  actionId: IdSchema,
  version: VersionSchema,
  stands: z.enum(["done", "not-done"], { error: "Choose whether it is done" }),
  words: prose({ max: 2_000, enter: "Enter what was done, or what stands in the way" }),
});
export type SayOwnAction = z.infer<typeof SayOwnAction>;
