import type { DutyQuestion } from "../kernel/question.ts";
import { subject, thePractitioner } from "../kernel/subject.ts";
import type { ExceptionEndsFacts } from "./model.ts";

export const exceptionEnds: DutyQuestion<ExceptionEndsFacts> = {
  shape: "duty",
  title: "What has to be done before an exception ends?",
  factsUsed: ({ plan, practitionerId, exception, leads }) => [
    { about: thePractitioner(practitionerId), name: "exception", value: [exception.from, exception.until] },
    { about: subject("area", plan.id), name: "leads under it", value: leads },
  ],
};
