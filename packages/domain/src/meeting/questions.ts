import type { DutyQuestion } from "../kernel/question.ts";
import { theChild } from "../kernel/subject.ts";
import { MeetingFacts } from "./model.ts";

export const calledFor: DutyQuestion<MeetingFacts> = {
  shape: "duty",
  title: "Is a child's meeting called for?",
  facts: MeetingFacts,
  factsUsed: ({ child, leadIsFromAnotherAgency, safetyIsThePrimaryIssue, notAgreed }) => [
    {
      about: theChild(child.id),
      name: "legal statuses",
      value:
        child.statuses === "not-recorded"
          ? child.statuses
          : child.statuses.map(({ kind, from, until }) => `${kind} ${from} ${until ?? ""}`),
    },
    { about: theChild(child.id), name: "lead from another agency", value: leadIsFromAnotherAgency },
    { about: theChild(child.id), name: "safety is the primary issue", value: safetyIsThePrimaryIssue },
    { about: theChild(child.id), name: "not agreed who leads", value: notAgreed },
  ],
};
