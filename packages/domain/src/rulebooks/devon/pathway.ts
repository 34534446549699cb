import type { Clause } from "../../kernel/clause.ts";

/** A place in Devon's Child Concern Pathway, as the managers' guide tells it after 4.11: its features in their order, or its principles. */
export const pathway = Object.assign((at: string): Clause => ({ source: "Devon", at }), { source: "Devon" });
