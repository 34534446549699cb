import type { DutyQuestion, GateQuestion } from "../kernel/question.ts";
import { subject, theChild } from "../kernel/subject.ts";
import { ConcernClosingFacts, ConcernDutiesFacts } from "./model.ts";

export const duties: DutyQuestion<ConcernDutiesFacts> = {
  shape: "duty",
  title: "What is owed on this concern, and by when?",
  facts: ConcernDutiesFacts,
  factsUsed: ({ child, reportedOn, acknowledgedOn, answeredOn }) => [
    { about: theChild(child.id), name: "reported on", value: reportedOn },
    { about: theChild(child.id), name: "acknowledged on", value: acknowledgedOn },
    { about: theChild(child.id), name: "answered on", value: answeredOn },
  ],
};

export const closing: GateQuestion<ConcernClosingFacts> = {
  shape: "gate",
  title: "May this concern be closed?",
  facts: ConcernClosingFacts,
  factsUsed: ({ child, ...facts }) => [
    { about: theChild(child.id), name: "outcome", value: facts.outcome },
    { about: theChild(child.id), name: "help recorded", value: facts.helpRecorded },
    { about: theChild(child.id), name: "child told", value: facts.childTold },
    { about: subject("family", child.id), name: "family told", value: facts.familyTold },
    { about: theChild(child.id), name: "child's view", value: facts.childsView },
    { about: subject("family", child.id), name: "family's view", value: facts.familysView },
    { about: theChild(child.id), name: "manager consulted", value: facts.managerConsulted },
    { about: theChild(child.id), name: "decision on who leads", value: facts.leadDecision },
  ],
};
