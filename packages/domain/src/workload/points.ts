import type { CaseFacts } from "./model.ts";

/**
 * What a rulebook gives each factor, in whole half-points for a lead professional. A supporter carries half of that, which
 * is why weights are kept in quarter-points: two of them for each half-point of a lead, one for a supporter's half of it.
 */
export type Weights = {
  readonly single: number;
  readonly integrated: number;
  readonly complex: number;
  /** Practitioners and child sections that weigh nothing yet, and what each one after them adds. */
  readonly practitionersIncluded: number;
  readonly perPractitioner: number;
  readonly perSection: number;
  readonly longAfterMonths: number;
  readonly long: number;
};

export type Factor = { readonly halfPoints: number; readonly label: string; readonly missing?: string };

/** Of the agreed scale: a case of a higher level never weighs less than one of a lower, whatever an area sets. */
export function ofLevel({ level }: CaseFacts, { single, integrated, complex }: Weights): Factor {
  const label = "Level of need";
  if (level === "not-recorded") return { halfPoints: single, label, missing: "level of need" };
  if (level === "single") return { halfPoints: single, label };
  return { halfPoints: Math.max(single, integrated, ...(level === "complex" ? [complex] : [])), label };
}

const counted = (count: number, included: number) =>
  Math.max(0, Math.floor(Number.isFinite(count) ? count : 0) - included);

export const ofPractitioners = ({ practitioners }: CaseFacts, weights: Weights): Factor => ({
  halfPoints: counted(practitioners, weights.practitionersIncluded) * weights.perPractitioner,
  label: "Number of practitioners",
});

export const ofSections = ({ childSections }: CaseFacts, weights: Weights): Factor => ({
  halfPoints: counted(childSections, 1) * weights.perSection,
  label: "Children in the family plan",
});

export function ofLength({ expectedMonths }: CaseFacts, weights: Weights): Factor {
  const label = "Length of the work";
  if (expectedMonths === "not-recorded") return { halfPoints: 0, label, missing: "expected length in months" };
  return { halfPoints: expectedMonths > weights.longAfterMonths ? weights.long : 0, label };
}

/** The estimate for a lead professional of this case, in half-points. */
export const estimated = (held: CaseFacts, weights: Weights): number =>
  [ofLevel, ofPractitioners, ofSections, ofLength].reduce((sum, factor) => sum + factor(held, weights).halfPoints, 0);

/** Half-points of a lead, as the quarter-points of whoever carries the role. */
export const inQuarters = (halfPoints: number, role: CaseFacts["role"]): number =>
  (role === "lead" ? 2 : 1) * halfPoints;

/**
 * As much of a manager's adjustment as leaves the lead above every supporter of the case, whoever else is adjusted: a
 * lead stays above the middle between the two estimates, and a supporter at or below it.
 */
export function adjusted(held: CaseFacts, weights: Weights): number {
  const { adjustment: wanted } = held;
  if (wanted === undefined) return 0;
  const lead = estimated(held, weights);
  const estimate = inQuarters(lead, held.role);
  const middle = Math.floor((3 * lead) / 2);
  const total =
    held.role === "lead" ? Math.max(estimate + wanted, middle + 1) : Math.max(0, Math.min(estimate + wanted, middle));
  return total - estimate;
}

/** What a case asks of this person, in quarter-points, with the manager's adjustment. */
export const weightOf = (held: CaseFacts, weights: Weights): number =>
  inQuarters(estimated(held, weights), held.role) + adjusted(held, weights);

/** Why a weight cannot be set for the lead of a case beside its supporters; undefined when it can. */
export const weightProblem = (lead: number, supporters: readonly number[]): string | undefined =>
  supporters.some((supporter) => supporter >= lead)
    ? "The lead professional of a case always weighs more than anybody who supports it. Set a higher weight for the lead."
    : undefined;

const formatted = new Intl.NumberFormat("en-GB");

/** "4.5 points", "1 point". */
export const pointsInWords = (quarterPoints: number): string =>
  `${formatted.format(quarterPoints / 4)} ${quarterPoints === 4 ? "point" : "points"}`;

/** Points as an area agrees them, in quarter-points. */
export const quarters = (points: number): number => Math.round(points * 4);
