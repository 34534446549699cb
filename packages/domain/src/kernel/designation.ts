import type { LocalDate } from "./local-date.ts";
import type { Finding, Need, RuleOf, Spoken } from "./rule.ts";

/** Who or what a clause points at: a person we know, a post somebody holds, an agency. */
export type Holder =
  | { readonly kind: "person"; readonly id: string; readonly post?: string }
  | { readonly kind: "post"; readonly post: string }
  | { readonly kind: "agency"; readonly agency: string };

/** From the strongest: a lock set by law, who a clause expects, who it suggests, who may. */
export const tiers = ["must", "expected", "suggested", "may"] as const;
export type Tier = (typeof tiers)[number];

/** Where one clause puts a holder, or that it asks for nobody, or which fact it lacks. */
export type DesignationSaid = Spoken &
  (
    | {
        readonly tier: Tier | "barred";
        readonly holder: Holder;
        /** Who answers for it, where a clause knows one beside the holder. */
        readonly accountable?: Holder;
        /** The clause's own order of mention within its tier, from 1. An order of reading, never a score. */
        readonly order?: number;
        /** The first and, if known, the last day plus one on which this holds. */
        readonly from?: LocalDate;
        readonly until?: LocalDate;
      }
    | { readonly tier: "not-needed" }
    | { readonly tier: "unknown"; readonly missing: string }
  );

export type DesignationRule<Facts> = RuleOf<Facts, DesignationSaid>;
export type DesignationFinding = Finding<DesignationSaid>;
type Pointing = Extract<DesignationFinding, { readonly holder: Holder }>;

export type DesignationAnswer =
  | "filled"
  | "required"
  | "decide-together"
  | "suggested"
  | "open"
  | "not-needed"
  | "silent";

/** Who, or which? `holders` are those of the winning tier, in the clauses' order; the app lists them and ticks nobody. */
export type DesignationResult = {
  readonly shape: "designation";
  readonly answer: DesignationAnswer;
  readonly tier?: Tier;
  readonly holders: readonly Holder[];
  readonly accountable: readonly Holder[];
  readonly barred: readonly Holder[];
  readonly needs: readonly Need[];
  readonly missing: readonly string[];
};

/** The same holder is the same person, or the same post, or the same agency. */
export const holderKey = (holder: Holder): string =>
  holder.kind === "person"
    ? `person:${holder.id}`
    : holder.kind === "post"
      ? `post:${holder.post}`
      : `agency:${holder.agency}`;

/** A post is not a second holder beside the person who is known to hold it. */
const distinct = (holders: readonly Holder[]): readonly Holder[] => {
  if (holders.length < 2) return holders;
  const known = new Set(holders.flatMap((holder) => (holder.kind === "person" && holder.post ? [holder.post] : [])));
  const unique = new Map(holders.map((holder) => [holderKey(holder), holder]));
  return [...unique.values()].filter((holder) => holder.kind !== "post" || !known.has(holder.post));
};

/**
 * The highest tier wins. `must` with one person is filled (a lock set by law fills the role); a post or an agency
 * without its person is required, and so is one that is expected. Two in `must` or `expected` are decided together.
 * Suggestions are listed and decide nothing. Barred holders are out of every tier unless the bar is lifted.
 */
export function resolveDesignation(findings: readonly DesignationFinding[]): DesignationResult {
  const standing = findings.filter((finding) => finding.liftedBy === undefined);
  const pointing = standing.filter((finding): finding is Pointing => "holder" in finding);
  const barred = pointing.filter((finding) => finding.tier === "barred").map((finding) => finding.holder);
  const out = new Set(barred.map(holderKey));
  const missing = [...new Set(standing.flatMap((finding) => (finding.tier === "unknown" ? [finding.missing] : [])))];
  const tier = tiers.find((of) => pointing.some((f) => f.tier === of && !out.has(holderKey(f.holder))));
  const winning = pointing
    .filter((finding) => finding.tier === tier && !out.has(holderKey(finding.holder)))
    .sort((a, b) => (a.order ?? 1) - (b.order ?? 1));
  const holders = distinct(winning.map((finding) => finding.holder));
  const common = {
    shape: "designation" as const,
    holders,
    accountable: distinct(winning.flatMap((finding) => finding.accountable ?? [])),
    barred: distinct(barred),
    needs: (tier === undefined ? standing : winning).flatMap((finding) => finding.needs ?? []),
    missing,
  };
  if (tier === undefined) return { ...common, answer: withoutHolder(standing, missing.length > 0) };
  return { ...common, tier, answer: answerOf(tier, holders) };
}

function withoutHolder(standing: readonly DesignationFinding[], isMissingFacts: boolean): DesignationAnswer {
  if (standing.length === 0) return "silent";
  if (isMissingFacts) return "open";
  return standing.some((finding) => finding.tier === "not-needed") ? "not-needed" : "open";
}

function answerOf(tier: Tier, holders: readonly Holder[]): DesignationAnswer {
  if (tier === "may") return "open";
  if (tier === "suggested") return "suggested";
  if (holders.length > 1) return "decide-together";
  return tier === "must" && holders[0]?.kind === "person" ? "filled" : "required";
}
