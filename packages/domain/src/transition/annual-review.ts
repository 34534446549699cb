import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { AnnualReviewFacts } from "./annual-review-model.ts";

type Review = DutyRule<AnnualReviewFacts>;

/** The annual review of Year 9 develops a transition plan: the adviser is asked to it, and co-ordinates its delivery. */
export const yearNineMakesPlan = (given: RuleHead, { year }: { readonly year: number }): Review => ({
  ...given,
  title: "The annual review of Year 9 makes a transition plan",
  force: "must",
  apply: ({ child, yearGroup, reviewOn, adviserInvitedOn, transitionPlanOn, planCoordinator }): readonly DutySaid[] => {
    const about = theChild(child.id);
    const ofSenco = { who: "senco", onAccountOf: "senco", due: { day: reviewOn }, about } as const;
    if (yearGroup === "not-recorded")
      return [
        {
          ...ofSenco,
          act: "transition.record-year",
          because: "Record the year group: the review of Year 9 makes a transition plan.",
        },
      ];
    if (yearGroup !== year) return [];
    const on = `The annual review is on ${inWords(reviewOn)}`;
    return [
      ...(isLocalDate(adviserInvitedOn)
        ? []
        : [{ ...ofSenco, act: "transition.invite-adviser", because: `${on}: ask the personal adviser to it.` }]),
      ...(isLocalDate(transitionPlanOn)
        ? []
        : [{ ...ofSenco, act: "transition.make-plan", because: `${on}: it makes the transition plan.` }]),
      ...(isLocalDate(transitionPlanOn) && planCoordinator !== "personal-adviser"
        ? [
            {
              ...ofSenco,
              act: "transition.adviser-co-ordinates",
              because:
                "The transition plan is there: the personal adviser co-ordinates its delivery, and is named in it.",
            },
          ]
        : []),
    ];
  },
});
