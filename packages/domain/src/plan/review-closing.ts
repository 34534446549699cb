import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject, theChild } from "../kernel/subject.ts";
import { partsOf } from "../meeting/model.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import type { PlanReach } from "../vocabulary/plan-kinds.ts";
import { levelsOfNeed } from "../vocabulary/plans.ts";
import { effectiveness, involvementAnswers, type ReviewResult, reviewResults } from "../vocabulary/reviews.ts";
import type { ReviewClosingFacts } from "./review-model.ts";

type Closing = GateRule<ReviewClosingFacts>;
const say = ({ plan }: ReviewClosingFacts) => sayOf(subject("area", plan.id));

type Results = {
  /** The plans the clause speaks of; every plan, where it is left out. */
  readonly reach?: PlanReach;
  readonly results: readonly ReviewResult[];
  /** Results after which the plan goes on, so that it needs a day for its next review. */
  readonly goesOn: readonly ReviewResult[];
};

/** A review comes to one of a few results, and where the plan goes on there is a day for the next. */
export const oneResult = (given: RuleHead, { reach, results, goesOn }: Results): Closing => ({
  ...given,
  title: "The review comes to a result, with the next date",
  force: "must",
  apply: (facts): GateSaid | readonly GateSaid[] | undefined => {
    if (reach !== undefined && facts.plan.reach !== reach) return undefined;
    const { result, nextOn, heldOn } = facts;
    const choices = results.map((one) => reviewResults[one].label.toLowerCase()).join(", ");
    if (result === "not-recorded")
      return say(facts).unknown("what the review came to", `It is not recorded what the review came to: ${choices}.`);
    if (result === "none") return say(facts).prevents(`Choose what the review came to: ${choices}.`);
    const { label } = reviewResults[result];
    if (!results.includes(result))
      return say(facts).prevents(`"${label}" is no result of this review. It is one of: ${choices}.`);
    const came = say(facts).permits(`The review came to: ${label.toLowerCase()}.`);
    if (!goesOn.includes(result)) return came;
    if (nextOn === "not-recorded")
      return [came, say(facts).unknown("the next review date", "It is not recorded when the plan is reviewed next.")];
    if (nextOn === "none") return [came, say(facts).prevents("The plan goes on: set a day for its next review.")];
    return nextOn > heldOn
      ? [came, say(facts).permits(`The next review is on ${inWords(nextOn)}.`)]
      : [came, say(facts).prevents(`The next review is after this one, and ${inWords(nextOn)} is not.`)];
  },
});

/** A single-agency plan's review says how effective the plan was. */
export const effectivenessIsSaid = (given: RuleHead): Closing => ({
  ...given,
  title: "The review says how effective the plan was",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (facts.plan.reach !== "single-agency") return undefined;
    const found = facts.effectiveness;
    if (found === "not-recorded")
      return say(facts).unknown("how effective the plan was", "It is not recorded how effective the plan was.");
    return found === "none"
      ? say(facts).prevents("Say how effective the plan was before the review is closed.")
      : say(facts).permits(`The plan was found: ${effectiveness[found].label.toLowerCase()}.`);
  },
});

/** Agencies review their involvement together: each with an open action says whether it stays, changes or ends, and until then the review is open. */
export const eachAgencyAnswers = (given: RuleHead): Closing => ({
  ...given,
  title: "Each agency says whether it stays, changes or ends",
  force: "must",
  apply: (facts): GateSaid | readonly GateSaid[] | undefined => {
    const { agencies } = facts;
    if (facts.plan.reach !== "multi-agency") return undefined;
    if (agencies === "not-recorded")
      return say(facts).unknown(
        "which agencies have open actions",
        "It is not recorded which agencies have open actions on the plan.",
      );
    return agencies.flatMap(({ agency, hasOpenAction, answer }): readonly GateSaid[] => {
      const of = sayOf(subject("agency", agency));
      const name = agencyKinds[agency].label;
      if (answer !== "none" && answer !== "not-recorded")
        return [of.permits(`${name}: ${involvementAnswers[answer].label.toLowerCase()}.`)];
      if (hasOpenAction === false) return [];
      if (hasOpenAction === "not-recorded")
        return [
          of.unknown("whether the agency has an open action", `${name}: it is not recorded whether an action is open.`),
        ];
      return answer === "not-recorded"
        ? [
            of.unknown(
              "what the agency said of its involvement",
              `${name} has an open action, and its answer is not recorded.`,
            ),
          ]
        : [
            of.prevents(
              `${name} has an open action and has not said whether it stays, changes or ends: the review stays open.`,
            ),
          ];
    });
  },
});

/** Each review asks whether the lead is still the right one. The answer has its reason, and "no" opens a handover. */
export const stillTheRightLead = (given: RuleHead): Closing => ({
  ...given,
  title: "Still the right lead? Asked at every review",
  apply: (facts): GateSaid | undefined => {
    if (facts.plan.reach !== "multi-agency") return undefined;
    if (facts.isLeadStillRight === "not-recorded")
      return say(facts).unknown(
        "whether the lead is still the right one",
        "Ask whether the lead professional is still the right one, and write down the answer.",
      );
    if (!facts.leadReasonGiven)
      return say(facts).permitsIf(
        [
          {
            what: "reason",
            from: "lead-professional",
            for: facts.isLeadStillRight ? "why the lead is still the right one" : "why somebody else fits better",
            code: "right-lead",
          },
        ],
        "It was asked whether the lead professional is still the right one. Write down why the answer is what it is.",
      );
    if (facts.isLeadStillRight) return say(facts).permits("The lead professional is confirmed, with the reason.");
    if (facts.handoverOpenedOn === "not-recorded")
      return say(facts).unknown(
        "whether a handover was opened",
        "Somebody else fits better, and it is not recorded whether a handover was opened.",
      );
    return isLocalDate(facts.handoverOpenedOn)
      ? say(facts).permits(`Somebody else fits better: a handover was opened on ${inWords(facts.handoverOpenedOn)}.`)
      : say(facts).prevents(
          "Somebody else fits better: open a handover. The lead professional stays until it is done.",
        );
  },
});

/** A review can set the level up or down. Then it is asked anew who must or may lead, and no case is closed on the way down. */
export const levelIsFollowedUp = (given: RuleHead): Closing => ({
  ...given,
  title: "A change of level is followed up",
  apply: (facts): GateSaid | undefined => {
    const { level, result } = facts;
    const of = sayOf(theChild(facts.child.id));
    if (level === "not-recorded")
      return of.unknown("which level of need holds", "It is not recorded which level of need holds after this review.");
    const after = levelsOfNeed[level.after].label;
    if (result === "close" && level.after !== "single")
      return of.prevents(
        `The case is not closed: after this review the level is "${after}", and a lead is needed for it.`,
      );
    if (level.before === level.after) return of.permits(`The level stays "${after}".`);
    const changed = `The level goes from "${levelsOfNeed[level.before].label}" to "${after}"`;
    if (facts.askedAnewWhoLeads === "not-recorded")
      return of.unknown(
        "whether it was asked anew who leads",
        `${changed}, and it is not recorded whether it was asked anew if a lead is needed and who must or may lead.`,
      );
    return facts.askedAnewWhoLeads
      ? of.permits(`${changed}, and it was asked anew who leads.`)
      : of.prevents(`${changed}: ask anew whether a lead is needed, and who must or may lead.`);
  },
});

/** The child and the family take part in the review, or gave their views, or it is written down why neither. */
export const childAndFamilyInReview = (given: RuleHead): Closing => ({
  ...given,
  title: "The child and the family take part in the review",
  force: "must",
  apply: ({ child, childsPart, familysPart }) => partsOf(child.id, childsPart, familysPart),
});
