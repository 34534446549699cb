import type { DutyQuestion } from "../kernel/question.ts";
import { subject, thePractitioner } from "../kernel/subject.ts";
import { ExceptionEndsFacts } from "./model.ts";

export const exceptionEnds: DutyQuestion<ExceptionEndsFacts> = {
  shape: "duty",
  title: "What has to be done before an exception ends?",
  facts: ExceptionEndsFacts,
  factsUsed: ({ plan, practitionerId, exception, leads }) => [
    { about: thePractitioner(practitionerId), name: "exception", value: [exception.from, exception.until] },
    { about: subject("area", plan.id), name: "leads under it", value: leads },
  ],
};
