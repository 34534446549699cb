import { factsUsedOf } from "../kernel/facts-used.ts";
import type { GateQuestion } from "../kernel/question.ts";
import { subject, thePractitioner } from "../kernel/subject.ts";
import { AreaStartFacts, ChainFacts, DepartureFacts, NewEntryFacts, PublishingFacts } from "./accountability-model.ts";

export const departure: GateQuestion<DepartureFacts> = {
  shape: "gate",
  title: "May this rule be departed from?",
  facts: DepartureFacts,
  factsUsed: ({ area, rule, scope, takes, askedBy, reasonGiven, approval, startsOn }) =>
    factsUsedOf(subject("area", area), {
      rule,
      "for whom": scope,
      "what it takes": takes,
      "asked by": askedBy,
      "reason given": reasonGiven,
      approval,
      "starts on": startsOn,
    }),
};

export const chain: GateQuestion<ChainFacts> = {
  shape: "gate",
  title: "Is everybody named to whom this lead professional answers?",
  facts: ChainFacts,
  factsUsed: ({ practitioner, lineManager, accountableContact, arrangement, director, homeAgency, lines }) =>
    factsUsedOf(thePractitioner(practitioner), {
      "line manager": lineManager,
      "accountable contact": accountableContact,
      arrangement,
      director,
      "home agency": homeAgency,
      lines,
    }),
};

export const areaStart: GateQuestion<AreaStartFacts> = {
  shape: "gate",
  title: "May this area begin?",
  facts: AreaStartFacts,
  factsUsed: ({ area, director, partners }) => factsUsedOf(subject("area", area), { director, partners }),
};

export const publishing: GateQuestion<PublishingFacts> = {
  shape: "gate",
  title: "May this version of the rulebook go live?",
  facts: PublishingFacts,
  factsUsed: ({ area, version, signatures, partners, impactAssessed }) =>
    factsUsedOf(subject("area", area), { version, signatures, partners, "impact assessed": impactAssessed }),
};

export const newEntry: GateQuestion<NewEntryFacts> = {
  shape: "gate",
  title: "May this post or kind of item be entered anew?",
  facts: NewEntryFacts,
  factsUsed: ({ area, entry, person, holder }) => factsUsedOf(subject("area", area), { entry, person, holder }),
};
