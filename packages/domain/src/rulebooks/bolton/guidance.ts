import type { Clause } from "../../kernel/clause.ts";
import { localDate } from "../../kernel/local-date.ts";

/** A heading of Bolton's guidance, which has no numbers of its own: 7.10 is the tenth row of its table (heading 7). */
export const guidance = Object.assign((at: string): Clause => ({ source: "Bolton", at }), { source: "Bolton" });

/** Undated, in use after 2006 (BOL-D27). */
export const from = localDate("2007-01-01");
