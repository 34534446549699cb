import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { limits, prose } from "../kernel/text.ts";

/** What a named person makes of something that came in from another agency. */
export const filings = {
  relevant: { label: "Relevant to this child" },
  "not-relevant": { label: "Not relevant" },
} as const;
export type Filing = keyof typeof filings;

/** File what came in from another agency: whether it matters for the child, and why. */
export const FileReceived = z.object({
  idempotencyKey: IdempotencyKeySchema,
  releaseId: IdSchema,
  as: z.enum(Object.keys(filings) as [Filing, ...Filing[]], { error: "Choose whether it is relevant" }),
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
