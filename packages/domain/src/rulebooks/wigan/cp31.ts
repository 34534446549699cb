import type { Clause } from "../../kernel/clause.ts";
import { localDate } from "../../kernel/local-date.ts";

/** A clause of Wigan's procedure CP3.1, by its own number. */
export const cp31 = Object.assign((at: string): Clause => ({ source: "CP3.1", at }), { source: "CP3.1" });

/** Issued "May 2008": its first day counts (WIG-D24). */
export const from = localDate("2008-05-01");
