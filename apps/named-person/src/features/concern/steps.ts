import { z } from "zod";

/** One thing a page, in the order they are asked. */
export const stepsOfConcern = ["noticed", "touches", "childs-view", "familys-view", "check"] as const;
export const StepOfConcern = z.enum(stepsOfConcern);
export type StepOfConcern = z.infer<typeof StepOfConcern>;
export const firstStep: StepOfConcern = "noticed";

/** Where what was written so far is kept. */
export const draftKey = (childId: string): string => `concern:${childId}`;
