import type { Clause } from "../../kernel/clause.ts";
import { localDate } from "../../kernel/local-date.ts";

/** A place in Part 3, by the key of requirements/highland.md: heading, then paragraph and sentence ("H6, paragraph 1, sentence 2"). */
export const part3 = Object.assign((at: string): Clause => ({ source: "Highland", at }), { source: "Highland" });

/** Of the pathfinder's time; it cites a draft of 2007. */
export const from = localDate("2007-01-01");
