import { LocalDateSchema } from "@linchpin/domain";
import { z } from "zod";

export const Standing = z.enum(["in-force", "refused", "taken-back", "ended", "not-yet"]);
export type Standing = z.infer<typeof Standing>;

/** What the list is narrowed to: words that stand in it, and how an answer stands. */
export const ConsentSearch = z.object({
  words: z.string().max(200).optional().catch(undefined),
  standing: Standing.optional().catch(undefined),
});
export type ConsentSearch = z.infer<typeof ConsentSearch>;

/** The days that are asked for; a day that is none is left out. */
export const SharedSearch = z.object({
  from: LocalDateSchema.optional().catch(undefined),
  to: LocalDateSchema.optional().catch(undefined),
});
