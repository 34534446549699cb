import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { DesignationQuestion, DutyQuestion, GateQuestion } from "../kernel/question.ts";
import { subject, theChild } from "../kernel/subject.ts";
import { ConcernClosingFacts, ConcernDutiesFacts, ReferralFacts, WishFacts, WorryFacts } from "./model.ts";

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

export const referral: GateQuestion<ReferralFacts> = {
  shape: "gate",
  title: "May a safeguarding referral be made now?",
  facts: ReferralFacts,
  factsUsed: ({ child, by, reasonGiven, consent, waitingFor }) =>
    used(theChild(child.id), {
      "referred by": by,
      "reason given": reasonGiven,
      consent,
      "waiting for": [...new Set(waitingFor)],
    }),
};

export const receiver: DesignationQuestion<WorryFacts> = {
  shape: "designation",
  title: "Who receives this worry?",
  facts: WorryFacts,
  factsUsed: ({ child, worry, namedPerson, earlier }) =>
    used(theChild(child.id), {
      worry: worry.id,
      on: worry.on,
      "brought by": worry.by,
      "adult the child chose": worry.chosenAdult,
      about: worry.about,
      "named person": namedPerson,
      "earlier worries": earlier.map(({ id, on }) => `${id} ${on}`),
    }),
};

export const wish: DutyQuestion<WishFacts> = {
  shape: "duty",
  title: "Whom would the child rather talk to, and was that offered?",
  facts: WishFacts,
  factsUsed: ({ child, wish: wished }) => used(theChild(child.id), { "wish to talk to somebody familiar": wished }),
};
