import { LocalDateSchema, type SheetOf } from "@linchpin/domain";
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

type Days = z.infer<typeof SharedSearch>;

/** The sheet of the days that are asked for. */
export const sheetOfDays = (is: "what-is-shared" | "who-looked", { from, to }: Days): SheetOf => ({
  is,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

/** The steps of sending a copy. */
export const stepsOfCopy = ["who", "found", "check"] as const;
export type StepOfCopy = (typeof stepsOfCopy)[number];

/** Of which plan what was sent is shown; of all where none is named. */
export const SentSearch = z.object({ plan: z.string().max(40).optional().catch(undefined) });
export type SentSearch = z.infer<typeof SentSearch>;
