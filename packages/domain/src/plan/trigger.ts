import { z } from "zod";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line } from "../kernel/text.ts";
import { particularTriggers } from "../vocabulary/plans.ts";
import { codesOf } from "../vocabulary/term.ts";

/** What brought a need to light: it built up over time, or something particular of one day did (GIR-9). */
export const BroughtToLight = z.discriminatedUnion(
  "is",
  [
    z.object({ is: z.literal("built-up") }),
    z.object({
      is: z.literal("particular"),
      kind: z.enum(codesOf(particularTriggers), { error: "Choose what kind of trigger it was" }),
      on: workingLifeDay("Enter the day of the trigger"),
      words: line({ max: limits.line, enter: "Enter what happened" }),
    }),
  ],
  { error: "Choose what brought the need to light" },
);
export type BroughtToLight = z.infer<typeof BroughtToLight>;
