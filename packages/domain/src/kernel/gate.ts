import type { LocalDate } from "./local-date.ts";
import type { Role } from "./role.ts";
import type { Finding, Need, RuleOf, Spoken } from "./rule.ts";

/** What one clause says when asked whether something may happen. */
export type GateSaid = Spoken &
  (
    | { readonly effect: "permits"; readonly from?: LocalDate }
    | { readonly effect: "prevents"; readonly from?: LocalDate }
    | { readonly effect: "permits-if"; readonly needs: readonly Need[] }
    | { readonly effect: "refers"; readonly decidedBy: Role }
    | { readonly effect: "unknown"; readonly missing: string }
  );

export type GateRule<Facts> = RuleOf<Facts, GateSaid>;
export type GateFinding = Finding<GateSaid>;
export type GateAnswer = GateSaid["effect"] | "silent";

/** May this happen? The answer, and what the findings that stand still ask for. */
export type GateResult = {
  readonly shape: "gate";
  readonly answer: GateAnswer;
  readonly needs: readonly Need[];
  readonly decidedBy: readonly Role[];
  readonly missing: readonly string[];
  /** When only waiting stands in the way: the first day on which nothing that prevents today would still prevent. */
  readonly from?: LocalDate;
};

const strictest = ["prevents", "unknown", "refers", "permits-if", "permits"] as const;

/** All findings are kept; the answer is the strictest of those no other finding lifts. */
export function resolveGate(findings: readonly GateFinding[]): GateResult {
  const standing = findings.filter((finding) => finding.liftedBy === undefined);
  const answer = strictest.find((effect) => standing.some((finding) => finding.effect === effect)) ?? "silent";
  const preventing = standing.filter((finding) => finding.effect === "prevents");
  const from = preventing.reduce<LocalDate | undefined | "never">((latest, finding) => {
    if (latest === "never" || finding.from === undefined) return "never";
    return latest === undefined || finding.from > latest ? finding.from : latest;
  }, undefined);
  return {
    shape: "gate",
    answer,
    needs: standing.flatMap((finding) => finding.needs ?? []),
    decidedBy: [...new Set(standing.flatMap((finding) => (finding.effect === "refers" ? [finding.decidedBy] : [])))],
    missing: [...new Set(standing.flatMap((finding) => (finding.effect === "unknown" ? [finding.missing] : [])))],
    ...(from !== undefined && from !== "never" ? { from } : {}),
  };
}
