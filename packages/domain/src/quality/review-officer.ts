import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { inWords } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import { type LegalStatus, statusesOn } from "../people/model.ts";
import type { ReviewOfficerFacts } from "./check-model.ts";

/** Whether a status is a statutory order; unknown where nobody recorded on what a child is looked after. */
const isOrder = ({ kind, lookedAfterBasis }: LegalStatus): boolean | "not-recorded" => {
  if (kind === "antisocial-behaviour-order") return true;
  if (lookedAfterBasis === undefined || lookedAfterBasis === "not-recorded") return "not-recorded";
  return lookedAfterBasis === "hearing-requirement" || lookedAfterBasis === "care-order";
};

/** A child under a statutory order has a review officer named for the plan, wherever the child lives. */
export const underAnOrder = (given: RuleHead): DutyRule<ReviewOfficerFacts> => ({
  ...given,
  title: "A child under an order has a review officer",
  force: "must",
  apply: ({ child, statuses, reviewOfficer }, asAt): DutySaid | undefined => {
    if (reviewOfficer !== "none" && reviewOfficer !== "not-recorded") return undefined;
    const owed = {
      who: "area-manager",
      act: "quality.name-review-officer",
      onAccountOf: "area-manager",
      about: theChild(child.id),
    } as const;
    if (statuses === "not-recorded")
      return {
        ...owed,
        due: "unknown",
        because: "The child's statuses are not recorded. A child under an order needs a review officer for the plan.",
      };
    const held = statusesOn(statuses, dayOf(asAt), ["looked-after", "antisocial-behaviour-order"]);
    const order = held.find((one) => isOrder(one) === true);
    if (order)
      return {
        ...owed,
        due: "at-once",
        because: `The child is under an order from ${inWords(order.from)}. Name a review officer for the plan, whether or not the child lives at home.`,
      };
    return held.some((one) => isOrder(one) === "not-recorded")
      ? {
          ...owed,
          due: "unknown",
          because: "It is not recorded on what this child is looked after. If it is an order, name a review officer.",
        }
      : undefined;
  },
});
