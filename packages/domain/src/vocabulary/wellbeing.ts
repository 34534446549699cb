import type { Nation } from "../kernel/bank-holidays.ts";
import { vocabulary } from "./term.ts";

/** Scotland's eight well-being indicators. */
export const wellbeingIndicators = vocabulary({
  safe: { label: "Safe" },
  healthy: { label: "Healthy" },
  achieving: { label: "Achieving" },
  nurtured: { label: "Nurtured" },
  active: { label: "Active" },
  respected: { label: "Respected" },
  responsible: { label: "Responsible" },
  included: { label: "Included" },
});

/** England's five outcomes. */
export const outcomeAreas = vocabulary({
  "be-healthy": { label: "Be healthy" },
  "stay-safe": { label: "Stay safe" },
  "enjoy-and-achieve": { label: "Enjoy and achieve" },
  "make-a-positive-contribution": { label: "Make a positive contribution" },
  "achieve-economic-wellbeing": { label: "Achieve economic well-being" },
});

/** What a concern can touch, by any nation's list. */
export const concernTouches = { ...wellbeingIndicators, ...outcomeAreas };
export type ConcernTouches = keyof typeof concernTouches;

/** The list that the people of a nation work with. */
export const touchesOf = (nation: Nation) => (nation === "scotland" ? wellbeingIndicators : outcomeAreas);
