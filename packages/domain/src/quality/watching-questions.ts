import { factsUsedOf } from "../kernel/facts-used.ts";
import type { DutyQuestion, GateQuestion } from "../kernel/question.ts";
import { theChild, thePractitioner } from "../kernel/subject.ts";
import { MonitoringFacts, RiskStatementFacts, WatchingFacts } from "./watching-model.ts";

export const monitoring: GateQuestion<MonitoringFacts> = {
  shape: "gate",
  title: "May this monitoring entry be kept?",
  facts: MonitoringFacts,
  factsUsed: ({ child, delivered, situation }) => factsUsedOf(theChild(child.id), { delivered, situation }),
};

export const riskStatement: GateQuestion<RiskStatementFacts> = {
  shape: "gate",
  title: "May this statement on a risk be kept?",
  facts: RiskStatementFacts,
  factsUsed: ({ child, isEffective, isBetterOff, saysWhatWasDone }) =>
    factsUsedOf(theChild(child.id), {
      "it works": isEffective,
      "the child is better off": isBetterOff,
      "what was done": saysWhatWasDone,
    }),
};

export const watching: DutyQuestion<WatchingFacts> = {
  shape: "duty",
  title: "Who owes what so that the lead professional knows the plan works?",
  facts: WatchingFacts,
  factsUsed: ({ child, lead, manager, ...facts }) => [
    ...factsUsedOf(thePractitioner(lead), {
      manager,
      "leads since": facts.leadsSince,
      "works with the family directly": facts.worksDirectly,
      away: facts.isAway,
    }),
    ...factsUsedOf(theChild(child.id), {
      "own contact on": facts.ownContactOn,
      "progress checked on": facts.progressCheckedOn,
      "open risk": facts.openRisk,
      issues: facts.issues,
      custody: facts.custody,
    }),
  ],
};
