import type { Nation } from "../kernel/bank-holidays.ts";
import { outcomeAreas } from "./outcome-areas.ts";
import { wellbeingIndicators } from "./wellbeing-indicators.ts";

/** What a concern can touch, by any nation's list. */
export const concernTouches = { ...wellbeingIndicators, ...outcomeAreas };
export type ConcernTouches = keyof typeof concernTouches;

/** The list that the people of a nation work with. */
export const touchesOf = (nation: Nation) => (nation === "scotland" ? wellbeingIndicators : outcomeAreas);
