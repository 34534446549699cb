import { z } from "zod";
import { workingLifeDay } from "./plausible-day.ts";
import { limits, line, prose } from "./text.ts";

/** Takes whom a question names ("the child was"), gives what is written down of telling them. */
export const toldOf = (whom: string) =>
  z.discriminatedUnion(
    "told",
    [
      z.object({
        told: z.literal("yes"),
        on: workingLifeDay("Enter the day they were told"),
        how: line({ max: limits.line, enter: "Enter how they were told" }),
      }),
      z.object({
        told: z.literal("no"),
        because: prose({ max: limits.prose, enter: "Enter why they were not told" }),
      }),
      z.object({ told: z.literal("not-yet") }),
    ],
    { error: `Choose whether ${whom} told` },
  );

/** That somebody was told, when and how; or why not; or not yet. */
export const Told = toldOf("they were");
export type Told = z.infer<typeof Told>;
