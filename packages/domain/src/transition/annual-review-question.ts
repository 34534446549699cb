import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { DutyQuestion } from "../kernel/question.ts";
import { theChild } from "../kernel/subject.ts";
import { AnnualReviewFacts } from "./annual-review-model.ts";

export const annualReview: DutyQuestion<AnnualReviewFacts> = {
  shape: "duty",
  title: "What does the annual review at school bring?",
  facts: AnnualReviewFacts,
  factsUsed: ({ child, ...facts }) =>
    used(theChild(child.id), {
      "year group": facts.yearGroup,
      "review on": facts.reviewOn,
      "adviser asked on": facts.adviserInvitedOn,
      "transition plan on": facts.transitionPlanOn,
      "co-ordinates the plan": facts.planCoordinator,
    }),
};
