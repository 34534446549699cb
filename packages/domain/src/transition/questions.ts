import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { DutyQuestion, GateQuestion, MeasureQuestion } from "../kernel/question.ts";
import { subject, theChild, thePractitioner } from "../kernel/subject.ts";
import {
  AdultPractitionerFacts,
  AgeLimitFacts,
  CloseAfterMoveFacts,
  CrossBorderFacts,
  DestinationsFacts,
  GoverningFacts,
  OutOfAreaFacts,
  PassingOnFacts,
  TransitionFacts,
  TransitionReviewFacts,
} from "./model.ts";

export const duties: DutyQuestion<TransitionFacts> = {
  shape: "duty",
  title: "What has to be done around a key point?",
  facts: TransitionFacts,
  factsUsed: ({ child, plan, lead, ...facts }) => [
    ...used(theChild(child.id), {
      "born on": child.bornOn,
      "key points": facts.keyPoints,
      "talk about adulthood": facts.entitlementTalk,
      "meetings with adult services": facts.adultMeetings,
      "gaps in readiness": facts.readinessGaps,
    }),
    ...used(subject("area", plan.id), { leads: lead }),
  ],
};

export const review: GateQuestion<TransitionReviewFacts> = {
  shape: "gate",
  title: "May this review be completed, as far as key points go?",
  facts: TransitionReviewFacts,
  factsUsed: ({ child, plan: _plan, ...facts }) =>
    used(theChild(child.id), {
      "born on": child.bornOn,
      "review on": facts.reviewOn,
      "key points": facts.keyPoints,
      "readiness looked at": facts.readinessFilled,
      "gaps without action": facts.gapsWithoutAction,
    }),
};

export const ageLimit: GateQuestion<AgeLimitFacts> = {
  shape: "gate",
  title: "May the case stay open at this age?",
  facts: AgeLimitFacts,
  factsUsed: ({ child, on, bases }) =>
    used(theChild(child.id), { "born on": child.bornOn, on, "bases to go on": bases }),
};

export const adultPractitioner: GateQuestion<AdultPractitionerFacts> = {
  shape: "gate",
  title: "May somebody from services for adults join the team?",
  facts: AdultPractitionerFacts,
  factsUsed: ({ child, practitioner, basis }) => [
    ...used(theChild(child.id), { "born on": child.bornOn, "basis for sharing": basis }),
    { about: thePractitioner(practitioner), name: "joins the team", value: true },
  ],
};

export const governs: GateQuestion<GoverningFacts> = {
  shape: "gate",
  title: "Does this area's rulebook govern?",
  facts: GoverningFacts,
  factsUsed: ({ child, area, livesIn, responsibleAuthority, move }) =>
    used(theChild(child.id), {
      "area that asks": area,
      "lives in": livesIn,
      "responsible authority": responsibleAuthority,
      move,
    }),
};

export const outOfArea: GateQuestion<OutOfAreaFacts> = {
  shape: "gate",
  title: "May a practitioner of another area see this case?",
  facts: OutOfAreaFacts,
  factsUsed: ({ practitioner, isOnTeam, asks }) =>
    used(thePractitioner(practitioner), { "is on the team": isOnTeam, "asks to see": asks }),
};

export const crossBorder: DutyQuestion<CrossBorderFacts> = {
  shape: "duty",
  title: "What is owed across a boundary?",
  facts: CrossBorderFacts,
  factsUsed: ({ child, plan, area, lead, livesIn, move, stay, noAgreedLeadSince, escalatedOn }) => [
    ...used(theChild(child.id), { "lives in": livesIn, move, stay }),
    ...used(subject("area", plan.id), {
      "area that asks": area,
      leads: lead,
      "no agreed lead since": noAgreedLeadSince,
      "taken up on": escalatedOn,
    }),
  ],
};

export const closeAfterMove: GateQuestion<CloseAfterMoveFacts> = {
  shape: "gate",
  title: "May the record close after a move?",
  facts: CloseAfterMoveFacts,
  factsUsed: ({ child, movedOn, leadTransfer, namedPersonTransfer }) =>
    used(theChild(child.id), {
      "moved on": movedOn,
      "the plan's transfer": leadTransfer,
      "the named person's transfer": namedPersonTransfer,
    }),
};

export const destinations: MeasureQuestion<DestinationsFacts> = {
  shape: "measure",
  unit: "per-cent",
  title: "How many are in education, training or work a year later?",
  facts: DestinationsFacts,
  factsUsed: ({ people, yearEnds }) =>
    people.flatMap(({ id, bornOn, isInEducationTrainingOrWork }) =>
      used(theChild(id), {
        "year ends on": yearEnds,
        "born on": bornOn,
        "in education, training or work": isInEducationTrainingOrWork,
      }),
    ),
};

export const passingOn: GateQuestion<PassingOnFacts> = {
  shape: "gate",
  title: "Does the passing on of what is known count as done?",
  facts: PassingOnFacts,
  factsUsed: ({ child, helpNow, helpBefore, sentOn, receivedOn }) =>
    used(theChild(child.id), {
      "help now": helpNow,
      "help before": helpBefore,
      "sent on": sentOn,
      "received on": receivedOn,
    }),
};
