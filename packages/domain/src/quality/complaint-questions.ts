import type { DutyQuestion, GateQuestion } from "../kernel/question.ts";
import { thePractitioner } from "../kernel/subject.ts";
import { ComplaintDutiesFacts, ComplaintFacts } from "./complaint-model.ts";

export const complaint: GateQuestion<ComplaintFacts> = {
  shape: "gate",
  title: "May this person do this about a complaint?",
  facts: ComplaintFacts,
  factsUsed: ({ complaint: one, act, about, manager, manages, by, isReleased, reasonGiven, raisedTo }) => [
    { about: thePractitioner(about), name: `${one.kind} ${one.id}`, value: act },
    { about: thePractitioner(about), name: "manager", value: manager },
    { about: thePractitioner(about), name: "manages", value: manages },
    { about: thePractitioner(about), name: "by", value: [by.id, `in the management line ${by.isInManagementLine}`] },
    { about: thePractitioner(about), name: "shown to them", value: isReleased },
    { about: thePractitioner(about), name: "reason given", value: reasonGiven },
    { about: thePractitioner(about), name: "raised to", value: raisedTo },
  ],
};

export const complaintDuties: DutyQuestion<ComplaintDutiesFacts> = {
  shape: "duty",
  title: "Who owes what about a complaint?",
  facts: ComplaintDutiesFacts,
  factsUsed: ({ complaint: one, about, extension, ...rest }) => [
    { about: thePractitioner(about), name: `${one.kind} ${one.id} received on`, value: one.receivedOn },
    { about: thePractitioner(about), name: "handled by", value: rest.handler },
    { about: thePractitioner(about), name: "acknowledged on", value: rest.acknowledgedOn },
    { about: thePractitioner(about), name: "answered on", value: rest.answeredOn },
    {
      about: thePractitioner(about),
      name: "more time, with a reason",
      value: typeof extension === "string" ? extension : extension.reasonGiven,
    },
    { about: thePractitioner(about), name: "outcome told on", value: rest.outcomeToldOn },
    { about: thePractitioner(about), name: "settled", value: rest.isSettled },
  ],
};
