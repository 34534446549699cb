import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { DutyQuestion, GateQuestion } from "../kernel/question.ts";
import { type FactUsed, subject, theChild, thePractitioner } from "../kernel/subject.ts";
import {
  ReviewClosingFacts,
  ReviewDueFacts,
  ReviewMaterialsFacts,
  ReviewPointFacts,
  ReviewPreparationFacts,
} from "./review-model.ts";

const countedFrom = ({
  child,
  plan,
  agreedOn,
  lastReviewedOn,
  statutoryReviews,
}: Pick<
  ReviewPointFacts,
  "child" | "plan" | "agreedOn" | "lastReviewedOn" | "statutoryReviews"
>): readonly FactUsed[] => [
  ...used(subject("area", plan.id), { reach: plan.reach, "agreed on": agreedOn, "last reviewed on": lastReviewedOn }),
  ...used(theChild(child.id), {
    "legal statuses":
      child.statuses === "not-recorded"
        ? child.statuses
        : child.statuses.map(({ id, kind, from, until, accommodated }) =>
            [id, kind, from, until ?? "", accommodated ?? ""].join(" ").trim(),
          ),
    "reviews by law": statutoryReviews,
  }),
];

export const reviewPoint: GateQuestion<ReviewPointFacts> = {
  shape: "gate",
  title: "May the plan stand with this review date?",
  facts: ReviewPointFacts,
  factsUsed: (facts) => [
    ...countedFrom(facts),
    ...used(subject("area", facts.plan.id), {
      "review on": facts.reviewOn,
      "names a trigger": facts.hasTrigger,
      "manager's reason": facts.managersReasonGiven,
      "agreement on reviews": facts.agreement,
    }),
  ],
};

export const reviewDue: DutyQuestion<ReviewDueFacts> = {
  shape: "duty",
  title: "When is this plan reviewed, and who sees to it?",
  facts: ReviewDueFacts,
  factsUsed: (facts) => [
    ...countedFrom(facts),
    ...used(subject("area", facts.plan.id), {
      lead: facts.lead,
      "lead's manager": facts.leadsManager,
      "review on": facts.reviewOn,
    }),
    ...used(theChild(facts.child.id), {
      changes: facts.changes.map(({ id, kind, on, reviewedOn }) => [id, kind, on, reviewedOn].join(" ")),
      "training plan": facts.training,
    }),
  ],
};

export const reviewPreparation: DutyQuestion<ReviewPreparationFacts> = {
  shape: "duty",
  title: "What is still to come in for this review?",
  facts: ReviewPreparationFacts,
  factsUsed: ({ plan, reviewOn, isAtMeeting, lead, contributors }) => [
    ...used(subject("area", plan.id), { "review on": reviewOn, "at a meeting": isAtMeeting, lead }),
    ...contributors.flatMap(({ id, agency, manager, askedOn, dueOn, arrivedOn }) =>
      used(thePractitioner(id), { "part of the review": [agency, manager, askedOn, dueOn, arrivedOn] }),
    ),
  ],
};

export const reviewMaterials: GateQuestion<ReviewMaterialsFacts> = {
  shape: "gate",
  title: "Have the materials of this review gone to everybody?",
  facts: ReviewMaterialsFacts,
  factsUsed: ({ plan, child, reviewOn, recipients }) => [
    ...used(subject("area", plan.id), { "review on": reviewOn }),
    ...used(subject("family", child.id), {
      recipients:
        recipients === "not-recorded"
          ? recipients
          : recipients.map(({ id, as, sentOn, reasonGiven }) => `${id} ${as} ${sentOn} reason ${reasonGiven}`),
    }),
  ],
};

export const reviewClosing: GateQuestion<ReviewClosingFacts> = {
  shape: "gate",
  title: "May this review be closed?",
  facts: ReviewClosingFacts,
  factsUsed: ({ child, plan, agencies, level, childsPart, familysPart, ...facts }) => [
    ...used(subject("area", plan.id), {
      reach: plan.reach,
      "held on": facts.heldOn,
      result: facts.result,
      effectiveness: facts.effectiveness,
      "next on": facts.nextOn,
      "still the right lead": facts.isLeadStillRight,
      "reason for the lead": facts.leadReasonGiven,
      "handover opened on": facts.handoverOpenedOn,
      "asked anew who leads": facts.askedAnewWhoLeads,
      agencies:
        agencies === "not-recorded"
          ? agencies
          : agencies.map(({ agency, hasOpenAction, answer }) => `${agency} open ${hasOpenAction} ${answer}`),
    }),
    ...used(theChild(child.id), {
      level: level === "not-recorded" ? level : [level.before, level.after],
      "child's part": childsPart,
    }),
    ...used(subject("family", child.id), { "family's part": familysPart }),
  ],
};
