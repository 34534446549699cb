import type { MeasureRule } from "../kernel/measure.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import type { WeightFacts } from "./model.ts";
import {
  adjusted,
  type Factor,
  inQuarters,
  ofLength,
  ofLevel,
  ofPractitioners,
  ofSections,
  pointsInWords,
  type Weights,
} from "./points.ts";

type Weight = MeasureRule<WeightFacts>;

const byFactor = (
  given: RuleHead,
  title: string,
  weights: Weights,
  factor: (held: WeightFacts["case"], weights: Weights) => Factor,
): Weight => ({
  ...given,
  title,
  apply: ({ practitionerId, case: held }) => {
    const { halfPoints, label, missing } = factor(held, weights);
    const amount = inQuarters(halfPoints, held.role);
    return {
      amount,
      label,
      about: thePractitioner(practitionerId),
      ...(missing === undefined ? {} : { missing }),
      because:
        missing === undefined
          ? `${label}: ${pointsInWords(amount)}${held.role === "supporter" ? ", half of what the lead carries" : ""}.`
          : `${label}: at least ${pointsInWords(amount)}, since the ${missing} is not recorded.`,
    };
  },
});

/** The level of need weighs, and a higher level never weighs less. */
export const levelWeighs = (given: RuleHead, weights: Weights): Weight =>
  byFactor(given, "The level of need weighs", weights, ofLevel);

/** Each practitioner after the first few adds to it. */
export const practitionersWeigh = (given: RuleHead, weights: Weights): Weight =>
  byFactor(given, "The number of practitioners weighs", weights, ofPractitioners);

/** A family plan is one case; each child after the first adds to it. */
export const sectionsWeigh = (given: RuleHead, weights: Weights): Weight =>
  byFactor(given, "Each child of a family plan weighs", weights, ofSections);

/** Long work weighs more. */
export const lengthWeighs = (given: RuleHead, weights: Weights): Weight =>
  byFactor(given, "The length of the work weighs", weights, ofLength);

/** A manager's adjustment is kept beside the estimate, as far as the lead stays above everybody who supports the case. */
export const managersAdjustment = (given: RuleHead, weights: Weights): Weight => ({
  ...given,
  title: "A manager adjusts the estimate",
  force: "may",
  apply: ({ practitionerId, case: held }) => {
    if (held.adjustment === undefined || held.adjustment === 0) return undefined;
    const amount = adjusted(held, weights);
    return {
      amount,
      label: "Manager's adjustment",
      about: thePractitioner(practitionerId),
      because:
        amount === held.adjustment
          ? "The manager adjusted the estimate with a reason; both are kept."
          : "The manager's adjustment counts only as far as the lead stays above everybody who supports the case.",
    };
  },
});

type Counted = { readonly lead: number; readonly supporter: number };

/** A book that weighs nothing counts cases: so much for a lead, so much for a supporter, in quarter-points. */
export const countedAs = (given: RuleHead, { lead, supporter }: Counted): Weight => ({
  ...given,
  title: "A case is counted, not weighed",
  apply: ({ practitionerId, case: held }) => ({
    amount: held.role === "lead" ? lead : supporter,
    label: held.role === "lead" ? "Case led" : "Case supported",
    about: thePractitioner(practitionerId),
    because: `A case ${held.role === "lead" ? "led" : "supported"} counts as ${pointsInWords(held.role === "lead" ? lead : supporter)}; nothing else weighs here.`,
  }),
});
