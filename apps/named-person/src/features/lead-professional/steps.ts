import { z } from "zod";

/** How a lead professional is chosen, one page after another. */
export const stepsOfChoice = ["law", "people", "views", "weigh", "choose", "check"] as const;

/** Besides: the two pages on which a view is recorded. */
export const StepOfChoice = z.enum([...stepsOfChoice, "childs-view", "familys-view"]);
export type StepOfChoice = z.infer<typeof StepOfChoice>;

/** Where what was written so far is kept. */
export const draftKey = (planId: string): string => `lead:${planId}`;
