import type { Finding, RuleOf, Spoken } from "./rule.ts";

/**
 * What a measure counts in. Workload is kept in whole quarter-points, so that sums are exact: a lead's weight moves by
 * halves, and a supporter carries half of it (CWDC 5.21: 4.5 beside 2.25).
 */
export type Unit = "quarter-points" | "days" | "working-days" | "children" | "cases" | "per-cent" | "number" | "shares";

/** One part of a figure, each with its clause or `ours`. A part may be negative. */
export type MeasureSaid = Spoken & {
  readonly amount: number;
  readonly label: string;
  /** A fact that is missing makes the figure a least figure, and is named. */
  readonly missing?: string;
};

export type MeasureRule<Facts> = RuleOf<Facts, MeasureSaid>;
export type MeasureFinding = Finding<MeasureSaid>;

export type MeasureResult = {
  readonly shape: "measure";
  readonly answer: "measured" | "at-least" | "silent";
  readonly amount: number;
  readonly parts: readonly { readonly rule: string; readonly label: string; readonly amount: number }[];
  readonly missing: readonly string[];
};

/** The sum of the parts that stand. */
export function resolveMeasure(findings: readonly MeasureFinding[]): MeasureResult {
  const standing = findings.filter((finding) => finding.liftedBy === undefined);
  const missing = [...new Set(standing.flatMap((finding) => finding.missing ?? []))];
  return {
    shape: "measure",
    answer: standing.length === 0 ? "silent" : missing.length > 0 ? "at-least" : "measured",
    amount: standing.reduce((sum, part) => sum + part.amount, 0),
    parts: standing.map(({ rule, label, amount }) => ({ rule, label, amount })),
    missing,
  };
}
