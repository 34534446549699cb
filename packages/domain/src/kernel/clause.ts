import type { LocalDate } from "./local-date.ts";

/** Where a rule is written down: a source that its rulebook declares, and the place in it. Every finding carries one. */
export type Clause = { readonly source: string; readonly at: string };

/** How much a clause weighs, from the strongest. `ours` is a default of this product that no document gives. */
export const strengths = [
  "law",
  "statutory guidance",
  "national standard",
  "good practice",
  "local procedure",
  "ours",
] as const;
export type Strength = (typeof strengths)[number];

/** What the clause's own verb asks: "must", "should" or "may". */
export type Force = "must" | "should" | "may";

/** A document that clauses are quoted from. */
export type Source = { readonly title: string; readonly issued: LocalDate; readonly status: Strength };
