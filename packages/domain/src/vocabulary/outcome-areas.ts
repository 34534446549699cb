import { vocabulary } from "./term.ts";

/** England: the five outcomes an assessment and an action plan are set out by. */
export const outcomeAreas = vocabulary({
  "be-healthy": { label: "Be healthy" },
  "stay-safe": { label: "Stay safe" },
  "enjoy-and-achieve": { label: "Enjoy and achieve" },
  "make-a-positive-contribution": { label: "Make a positive contribution" },
  "achieve-economic-wellbeing": { label: "Achieve economic well-being" },
});
export type OutcomeArea = keyof typeof outcomeAreas;
