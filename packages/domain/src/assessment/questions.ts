import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { DutyQuestion, GateQuestion, LadderQuestion, MeasureQuestion } from "../kernel/question.ts";
import { subject, theChild } from "../kernel/subject.ts";
import {
  AssessmentDutiesFacts,
  BasisOfPlanFacts,
  ChangePartFacts,
  CompleteFacts,
  EarlySupportFacts,
  LevelFacts,
  OwnHelpFacts,
  PathwayFacts,
  PictureFacts,
  ResourceFacts,
  WithAdditionalNeedsFacts,
} from "./model.ts";
import { SpecialistFacts } from "./specialist-model.ts";

export const level: GateQuestion<LevelFacts> = {
  shape: "gate",
  title: "May needs be recorded at this level?",
  facts: LevelFacts,
  factsUsed: ({ child, level: at, integratedResponse }) =>
    used(theChild(child.id), {
      "legal statuses": child.statuses,
      level: at,
      "integrated response": integratedResponse,
    }),
};

export const picture: GateQuestion<PictureFacts> = {
  shape: "gate",
  title: "May this picture of levels be published?",
  facts: PictureFacts,
  factsUsed: ({ area, zones }) => used(subject("area", area), { zones }),
};

export const withAdditionalNeeds: MeasureQuestion<WithAdditionalNeedsFacts> = {
  shape: "measure",
  unit: "children",
  title: "How many children have additional needs?",
  facts: WithAdditionalNeedsFacts,
  factsUsed: ({ children, on }) =>
    children.flatMap(({ id, hasAdditionalNeeds, statuses }) =>
      used(theChild(id), { on, "additional needs": hasAdditionalNeeds, "legal statuses": statuses }),
    ),
};

export const complete: GateQuestion<CompleteFacts> = {
  shape: "gate",
  title: "May this assessment be marked complete?",
  facts: CompleteFacts,
  factsUsed: ({ child, assessment, needs, parts, indicators }) =>
    used(theChild(child.id), {
      assessment: assessment.id,
      "additional needs": needs,
      "parts written": parts,
      "well-being indicators": indicators,
    }),
};

export const changePart: GateQuestion<ChangePartFacts> = {
  shape: "gate",
  title: "May this person change this part of the assessment?",
  facts: ChangePartFacts,
  factsUsed: ({ child, part, by }) => used(theChild(child.id), { part, by }),
};

export const basisOfPlan: GateQuestion<BasisOfPlanFacts> = {
  shape: "gate",
  title: "Does the plan rest on an assessment?",
  facts: BasisOfPlanFacts,
  factsUsed: ({ child, plan, act, reviewed, together, outcomes }) =>
    used(theChild(child.id), {
      plan,
      act,
      "looked through": reviewed,
      "written together": together,
      outcomes,
    }),
};

export const duties: DutyQuestion<AssessmentDutiesFacts> = {
  shape: "duty",
  title: "What does an open assessment ask for?",
  facts: AssessmentDutiesFacts,
  factsUsed: ({ child, requests, help, mainNeed }) =>
    used(theChild(child.id), { "asked of others": requests, "help needed": help, "main need": mainNeed }),
};

export const specialist: DutyQuestion<SpecialistFacts> = {
  shape: "duty",
  title: "What do law and guidance ask around a specialist assessment?",
  facts: SpecialistFacts,
  factsUsed: ({ child, inNeed, needsAreComplex, keyWorker }) =>
    used(theChild(child.id), {
      "born on": child.bornOn,
      "assessment of need": inNeed,
      "needs are complex": needsAreComplex,
      "key worker": keyWorker,
    }),
};

export const pathway: LadderQuestion<PathwayFacts> = {
  shape: "ladder",
  title: "How far is the way from a need to a plan?",
  facts: PathwayFacts,
  entries: ({ entries }) => entries,
  factsUsed: ({ child, noticedOn, integratedResponse, entries }) =>
    used(theChild(child.id), { "noticed on": noticedOn, "integrated response": integratedResponse, entries }),
};

export const earlySupport: GateQuestion<EarlySupportFacts> = {
  shape: "gate",
  title: "May the early support programme be offered?",
  facts: EarlySupportFacts,
  factsUsed: ({ child, on, needsAreComplex }) =>
    used(theChild(child.id), { "born on": child.bornOn, on, "needs are complex": needsAreComplex }),
};

export const ownHelp: GateQuestion<OwnHelpFacts> = {
  shape: "gate",
  title: "May this help of the agency's own be given?",
  facts: OwnHelpFacts,
  factsUsed: ({ child, help, ownAgency, consulted }) =>
    used(theChild(child.id), { help, "own agency": ownAgency, consulted }),
};

export const resource: GateQuestion<ResourceFacts> = {
  shape: "gate",
  title: "Is this special resource given on this day?",
  facts: ResourceFacts,
  factsUsed: ({ child, resource: given }) => used(theChild(child.id), { resource: given }),
};
