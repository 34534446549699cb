import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { GateQuestion } from "../kernel/question.ts";
import { subject } from "../kernel/subject.ts";
import { InterpretersFacts, RoleExplainedFacts } from "./family-model.ts";

const family = (id: string) => subject("family", id);

export const interpreters: GateQuestion<InterpretersFacts> = {
  shape: "gate",
  title: "May this meeting be confirmed, as far as everybody can follow it?",
  facts: InterpretersFacts,
  factsUsed: ({ child, meeting, people }) => [
    ...used(family(child.id), { meeting: [meeting.id, meeting.on] }),
    ...(people === "not-recorded"
      ? used(family(child.id), { people })
      : people.flatMap((one) =>
          used(family(child.id), { [`interpreter for ${one.id}`]: [one.needsInterpreter, one.interpreter] }),
        )),
  ],
};

export const roleExplained: GateQuestion<RoleExplainedFacts> = {
  shape: "gate",
  title: "Was the key worker's role explained, at the conference and at the core group?",
  facts: RoleExplainedFacts,
  factsUsed: ({ child, keyWorker, atConference, atCoreGroup }) =>
    used(family(child.id), {
      "key worker": keyWorker,
      "explained at the conference": atConference,
      "explained at the core group": atCoreGroup,
    }),
};
