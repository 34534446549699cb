import { factsUsedOf } from "../kernel/facts-used.ts";
import type { DutyQuestion, GateQuestion } from "../kernel/question.ts";
import { subject, theChild } from "../kernel/subject.ts";
import { CellFacts, CheckFacts, EarlyPlanFacts, LearningFacts, ReviewOfficerFacts } from "./check-model.ts";

export const check: GateQuestion<CheckFacts> = {
  shape: "gate",
  title: "May this check be closed?",
  facts: CheckFacts,
  factsUsed: ({ id, area, kind, records, findings }) =>
    factsUsedOf(subject("area", area), { [kind]: id, records, findings }),
};

export const earlyPlan: GateQuestion<EarlyPlanFacts> = {
  shape: "gate",
  title: "Does this plan of early intervention pass?",
  facts: EarlyPlanFacts,
  factsUsed: ({ child, owner, outcomes }) => factsUsedOf(theChild(child.id), { owner, outcomes }),
};

export const learning: GateQuestion<LearningFacts> = {
  shape: "gate",
  title: "May this be kept as something learnt?",
  facts: LearningFacts,
  factsUsed: ({ area, from, solutionTried, resultGiven, familyDetails }) =>
    factsUsedOf(subject("area", area), {
      from,
      "solution tried": solutionTried,
      "result given": resultGiven,
      "details of a family": familyDetails,
    }),
};

export const cell: GateQuestion<CellFacts> = {
  shape: "gate",
  title: "May this figure be shown?",
  facts: CellFacts,
  factsUsed: ({ area, of, people, use }) => factsUsedOf(subject("area", area), { of, people, use }),
};

export const reviewOfficer: DutyQuestion<ReviewOfficerFacts> = {
  shape: "duty",
  title: "Is a review officer named for this plan?",
  facts: ReviewOfficerFacts,
  factsUsed: ({ child, statuses, reviewOfficer: officer }) =>
    factsUsedOf(theChild(child.id), {
      statuses:
        statuses === "not-recorded" ? statuses : statuses.map(({ kind, from, until }) => [kind, from, until ?? ""]),
      "review officer": officer,
    }),
};
