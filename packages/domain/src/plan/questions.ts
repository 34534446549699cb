import type { DutyQuestion, GateQuestion } from "../kernel/question.ts";
import { subject, theChild } from "../kernel/subject.ts";
import { OpenPlanFacts, RequirementsFacts } from "./model.ts";

export const open: GateQuestion<OpenPlanFacts> = {
  shape: "gate",
  title: "May a plan of its own be opened?",
  facts: OpenPlanFacts,
  factsUsed: ({ child, plan, purpose, planOfRecord }) => [
    { about: theChild(child.id), name: "open plan", value: plan },
    ...(planOfRecord === undefined ? [] : [{ about: theChild(child.id), name: "plan of record", value: planOfRecord }]),
    { about: theChild(child.id), name: "purpose", value: purpose },
  ],
};

export const requirements: DutyQuestion<RequirementsFacts> = {
  shape: "duty",
  title: "What does the law ask to be written into this plan?",
  facts: RequirementsFacts,
  factsUsed: ({ child, plan, answered }) => [
    ...(child.statuses === "not-recorded"
      ? [{ about: theChild(child.id), name: "legal statuses", value: child.statuses }]
      : child.statuses.map(({ id, kind, from, until }) => ({
          about: theChild(child.id),
          name: `legal status ${id}`,
          value: [kind, from, until ?? ""],
        }))),
    { about: subject("area", plan.id), name: "statuses answered by an action", value: answered },
  ],
};
