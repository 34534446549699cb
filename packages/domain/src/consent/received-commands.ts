import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { limits, prose } from "../kernel/text.ts";
import { filings } from "../vocabulary/filings.ts";
import { codesOf } from "../vocabulary/term.ts";

/** File what came in from another agency: whether it matters for the child, and why. */
export const FileReceived = z.object({
  idempotencyKey: IdempotencyKeySchema,
  releaseId: IdSchema,
  as: z.enum(codesOf(filings), { error: "Choose whether it is relevant" }),
  because: prose({ max: limits.prose, enter: "Enter why" }),
});
export type FileReceived = z.infer<typeof FileReceived>;

/** Read the copy of what went to or from somebody one manages. */
export const OpenCopy = z.object({
  idempotencyKey: IdempotencyKeySchema,
  releaseId: IdSchema,
  because: prose({ max: limits.prose, enter: "Enter why you need to read it" }),
});
export type OpenCopy = z.infer<typeof OpenCopy>;

/** For how long a manager who said why may read a copy. */
export const minutesOfCopy = 60;
