import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";

/** Say that notices were read. */
export const MarkNoticesRead = z.object({
  idempotencyKey: IdempotencyKeySchema,
  noticeIds: z.array(IdSchema).min(1, "Choose a notice").max(50, "Mark up to 50 at a time"),
});
export type MarkNoticesRead = z.infer<typeof MarkNoticesRead>;
