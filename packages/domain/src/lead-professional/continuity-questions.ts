import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { DesignationQuestion, DutyQuestion, GateQuestion, LadderQuestion } from "../kernel/question.ts";
import { subject, theChild, thePlan, thePractitioner } from "../kernel/subject.ts";
import { ActingFacts, ChainFacts, CoverFacts, StandInFacts } from "./continuity-model.ts";
import {
  ChangeFacts,
  EndingFacts,
  HandoverFacts,
  ReopeningFacts,
  StepDownFacts,
  TrustedPersonFacts,
} from "./ending-model.ts";

export const acting: DesignationQuestion<ActingFacts> = {
  shape: "designation",
  title: "Who acts as lead professional, and who is the contact?",
  facts: ActingFacts,
  factsUsed: ({ child: _child, plan, ...facts }) =>
    used(thePlan({ plan }), {
      leads: facts.lead,
      away: facts.away,
      deputy: facts.deputy,
      cover: facts.cover,
      "after a statutory lead": facts.afterwards,
      "leads next": facts.successor,
    }),
};

export const standIn: GateQuestion<StandInFacts> = {
  shape: "gate",
  title: "May this person stand in for the lead?",
  facts: StandInFacts,
  factsUsed: ({ candidate, as, ...facts }) => [
    ...used(thePractitioner(candidate.id), {
      "stands in as": as,
      "is on the team": candidate.isOnTeam,
      "open actions": candidate.openActions,
      "may lead": candidate.mayLead,
      "is the lead's line manager": candidate.isLineManagerOfLead,
    }),
    ...used(thePlan(facts), {
      "somebody on the team qualifies": facts.somebodyQualifies,
      "manager's reason": facts.managersReasonGiven,
    }),
  ],
};

export const chain: GateQuestion<ChainFacts> = {
  shape: "gate",
  title: "May this chain of leads be recorded?",
  facts: ChainFacts,
  factsUsed: (facts) =>
    used(thePlan(facts), {
      "lead needed from": facts.neededFrom,
      "lead needed until": facts.neededUntil,
      assignments: facts.assignments,
    }),
};

export const cover: DutyQuestion<CoverFacts> = {
  shape: "duty",
  title: "What is owed while the lead is away, or leaves?",
  facts: CoverFacts,
  factsUsed: (facts) => [
    ...used(thePlan(facts), {
      "plan active from": facts.plan.activeFrom,
      services: facts.plan.services,
      leads: facts.lead,
      "line manager": facts.lineManager,
      team: facts.team,
      deputy: facts.deputy,
      cover: facts.cover,
      "cover decided on": facts.coverDecidedOn,
      "change looked at on": facts.changeReviewedOn,
      holding: facts.holding,
    }),
    ...used(facts.lead === "none" || facts.lead === "not-recorded" ? thePlan(facts) : thePractitioner(facts.lead), {
      absence: facts.absence,
      leaving: facts.leaving,
    }),
  ],
};

export const handover: GateQuestion<HandoverFacts> = {
  shape: "gate",
  title: "May the lead pass to the next person on this day?",
  facts: HandoverFacts,
  factsUsed: ({ child, plan, outgoing, incoming, acceptedOn, ...facts }) => [
    ...used(thePractitioner(outgoing.id), { "hands over": outgoing }),
    ...used(thePractitioner(incoming.id), { "takes over": incoming, "accepted on": acceptedOn }),
    ...used(thePlan({ plan }), {
      "by law": facts.isByLaw,
      "effective on": facts.effectiveOn,
      reason: facts.reason,
      "reason has words": facts.reasonHasWords,
      "passed on in writing": facts.passedOnInWriting,
      "goes with a change of level": facts.levelChange,
    }),
    ...used(subject("family", child.id), {
      "family told on": facts.familyToldOn,
      "introduced on": facts.introducedOn,
      "reason for no introduction": facts.noIntroductionReasonGiven,
      "family's words": facts.familysWords,
      "family agreed on": facts.familyAgreedOn,
    }),
  ],
};

export const change: DutyQuestion<ChangeFacts> = {
  shape: "duty",
  title: "What does a change around the lead ask for?",
  facts: ChangeFacts,
  factsUsed: ({ child, ...facts }) => [
    ...used(thePlan(facts), {
      leads: facts.lead,
      "next meeting on": facts.nextMeetingOn,
      joined: facts.joined,
      proposals: facts.proposals,
      "one agency left": facts.oneAgencyLeft,
    }),
    ...used(theChild(child.id), {
      "change of level": facts.levelChange,
      "specialist services": facts.specialistServices,
      "key point": facts.keyPoint,
      "person the child trusts": facts.trustedPerson,
      notices: facts.notices,
    }),
  ],
};

export const trustedPerson: GateQuestion<TrustedPersonFacts> = {
  shape: "gate",
  title: "What may the adult the child trusts see and do?",
  facts: TrustedPersonFacts,
  factsUsed: ({ child, person, act }) => used(theChild(child.id), { "person the child trusts": person, act }),
};

export const stepDown: LadderQuestion<StepDownFacts> = {
  shape: "ladder",
  title: "Which steps lead out of statutory support?",
  facts: StepDownFacts,
  entries: ({ entries }) => entries,
  factsUsed: (facts) =>
    used(thePlan(facts), {
      leads: facts.lead,
      decided: facts.decided,
      "others invited": facts.othersInvited,
      entries: facts.entries,
    }),
};

export const ending: GateQuestion<EndingFacts> = {
  shape: "gate",
  title: "May the lead end, or the plan close, on this day?",
  facts: EndingFacts,
  factsUsed: ({ child, plan, namedPerson, specialistServices, ...facts }) => [
    ...used(thePlan({ plan }), facts),
    ...used(theChild(child.id), { "named person": namedPerson, "specialist services": specialistServices }),
  ],
};

export const reopening: GateQuestion<ReopeningFacts> = {
  shape: "gate",
  title: "May help be taken up again?",
  facts: ReopeningFacts,
  factsUsed: ({ child, endedOn, isLinkedToEarlier }) =>
    used(theChild(child.id), { "earlier episode ended on": endedOn, "linked to it": isLinkedToEarlier }),
};
