import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { addDays, inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject, theChild } from "../kernel/subject.ts";
import { statusesOn } from "../people/model.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import { legalStatuses } from "../vocabulary/legal-statuses.ts";
import { latestReview, type Spacing, spacingFor, statutoryReviewsDue, type Timetable } from "./review-days.ts";
import type { ReviewPointFacts } from "./review-model.ts";

type Point = GateRule<ReviewPointFacts>;
const say = ({ plan }: ReviewPointFacts) => sayOf(subject("area", plan.id));

/** The plan says when it is reviewed: a day, or what brings a review on with a day by which it comes anyway. */
export const reviewIsNamed = (given: RuleHead): Point => ({
  ...given,
  title: "The plan says when it is reviewed",
  force: "must",
  apply: (facts): GateSaid => {
    const { reviewOn, hasTrigger } = facts;
    if (isLocalDate(reviewOn))
      return say(facts).permits(
        hasTrigger === true
          ? `The plan is reviewed by ${inWords(reviewOn)}, or sooner if what it names comes about.`
          : `The plan is reviewed by ${inWords(reviewOn)}.`,
      );
    if (hasTrigger === true)
      return say(facts).prevents(
        "The plan says what brings a review on, and not by when it comes at the latest: it has no longest wait. Add a day.",
      );
    return reviewOn === "not-recorded"
      ? say(facts).unknown("when the plan is reviewed", "It is not recorded when the plan is reviewed. Set a day.")
      : say(facts).prevents("The plan does not say when it is reviewed. Set a day.");
  },
});

/** What stands in for a review date that lies too far ahead: nothing, or a reason of the manager's. */
type Beyond = { readonly managerMayExtend: boolean };

/** A review is no further off than the rulebook lets it be, from the agreement for the first and from the last review after that. */
export const notTooFarOff = (
  given: RuleHead,
  { spacings, managerMayExtend }: Beyond & { readonly spacings: readonly Spacing[] },
): Point => ({
  ...given,
  title: "The next review is not too far off",
  apply: (facts, asAt): GateSaid | undefined => {
    const { reviewOn } = facts;
    const spacing = spacingFor(facts, spacings);
    if (!isLocalDate(reviewOn) || !spacing) return undefined;
    const latest = latestReview(facts, spacing, dayOf(asAt));
    if (latest === undefined)
      return say(facts).unknown(
        facts.lastReviewedOn === "not-recorded" ? "when the plan was last reviewed" : "when the plan was agreed",
        "The last day for the next review is counted from the agreement or the last review, which is not recorded.",
      );
    if (latest === "not-published")
      return say(facts).unknown(
        "the bank holidays of that year",
        "The bank holidays of that year are not published yet.",
      );
    if (reviewOn <= latest.day)
      return say(facts).permits(`The next review is due by ${inWords(latest.day)} at the latest.`);
    const tooFar = `The next review is due by ${inWords(latest.day)} at the latest, and ${inWords(reviewOn)} is after that.`;
    if (!managerMayExtend) return say(facts).prevents(`${tooFar} Set an earlier day.`);
    return facts.managersReasonGiven
      ? say(facts).permits(`${tooFar} The manager wrote down why.`)
      : say(facts).permitsIf(
          [{ what: "reason", from: "line-manager", for: "why the review comes so late", code: "late-review" }],
          `${tooFar} It stands only with the manager's reason.`,
        );
  },
});

/** The earliest day wins: a plan's own review is not set after one that the law asks for. */
export const notAfterStatutory = (given: RuleHead, timetable: Timetable): Point => ({
  ...given,
  title: "The law's earlier review date wins",
  force: "must",
  apply: (facts, asAt): readonly GateSaid[] => {
    const { reviewOn, child } = facts;
    if (!isLocalDate(reviewOn)) return [];
    const about = sayOf(theChild(child.id));
    if (child.statuses === "not-recorded")
      return [
        about.unknown(
          "which legal statuses the child has",
          "It is not recorded which legal statuses the child has; the law may ask for an earlier review.",
        ),
      ];
    return statutoryReviewsDue(facts, timetable, dayOf(asAt)).map(({ status, due }) => {
      const { label } = legalStatuses[status.kind];
      if (due === "unknown" || due === "not-published")
        return about.unknown(
          due === "unknown" ? "which reviews the law asks for were held" : "the bank holidays of that year",
          `${label} since ${inWords(status.from)}: it cannot be said by when the law asks for the next review.`,
        );
      const by = `${label} since ${inWords(status.from)}: the law asks for a review by ${inWords(due.day)}.`;
      return reviewOn <= due.day
        ? about.permits(by)
        : about.prevents(`${by} The earlier day wins: set that or one before it.`);
    });
  },
});

/** A child in need with no review set by law: the agencies agree how the plan is watched over, and which of them leads that. */
export const agenciesAgreeOnReviews = (given: RuleHead): Point => ({
  ...given,
  title: "The agencies agree how a child in need's plan is reviewed",
  force: "should",
  apply: (facts, asAt): GateSaid | undefined => {
    const { child, agreement, reviewOn } = facts;
    const day = dayOf(asAt);
    const inNeed = statusesOn(child.statuses, day, ["child-in-need"]).length > 0;
    const byLaw = statusesOn(child.statuses, day, [
      "looked-after",
      "child-protection-plan",
      "child-protection-register",
    ]);
    if (!inNeed || byLaw.length > 0) return undefined;
    if (agreement === "not-recorded")
      return say(facts).unknown(
        "what the agencies agreed on reviews",
        "It is not recorded what the agencies agreed on how this plan is watched over and reviewed.",
      );
    if (agreement === "none")
      return say(facts).prevents(
        "No regulation says how this plan is reviewed: the agencies agree on it first, and which of them leads. Until then it stays a draft.",
      );
    const { leadAgency, everyDays, on } = agreement;
    if (leadAgency === "not-recorded" || leadAgency === "none" || typeof everyDays !== "number")
      return say(facts).prevents(
        "What the agencies agreed names the agency that leads the watching over, and how often the plan is reviewed. One of them is missing.",
      );
    const from = isLocalDate(facts.lastReviewedOn) ? facts.lastReviewedOn : on;
    const latest = addDays(from, everyDays);
    const agreed = `Agreed on ${inWords(on)}: ${agencyKinds[leadAgency].label.toLowerCase()} leads, with a review every ${everyDays} days.`;
    return isLocalDate(reviewOn) && reviewOn > latest
      ? say(facts).prevents(`${agreed} The next is due by ${inWords(latest)}: set an earlier day.`)
      : say(facts).permits(agreed);
  },
});
