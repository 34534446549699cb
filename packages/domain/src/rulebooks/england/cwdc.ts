import type { Clause } from "../../kernel/clause.ts";
import { localDate } from "../../kernel/local-date.ts";

/** A place in the managers' guide: its paragraph number, box or annex. */
export const cwdc = Object.assign((at: string): Clause => ({ source: "CWDC", at }), { source: "CWDC" });

/** The guide is of 2007 and gives no day: its first day counts (ADR on dates of undated sources). */
export const from = localDate("2007-01-01");
