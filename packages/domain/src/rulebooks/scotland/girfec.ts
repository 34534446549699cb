import type { Clause } from "../../kernel/clause.ts";
import { localDate } from "../../kernel/local-date.ts";

/** A place in the national guidance, by the key of requirements/girfec.md: heading, then list or paragraph ("G2, list 2, bullet 1"). */
export const girfec = Object.assign((at: string): Clause => ({ source: "GIRFEC", at }), { source: "GIRFEC" });

/** Undated in the copy we hold; of the pathfinder's time, about 2007. */
export const from = localDate("2007-01-01");
