import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { DesignationQuestion, DutyQuestion, GateQuestion, MeasureQuestion } from "../kernel/question.ts";
import { subject, theChild, thePractitioner } from "../kernel/subject.ts";
import { AttendanceFacts, DevelopmentFacts, EvidenceFacts } from "./development-model.ts";
import {
  IdentifyFacts,
  ManagerFacts,
  PartnerFacts,
  PartnershipFacts,
  PostFacts,
  RequestFacts,
  SeniorManagerFacts,
  SupportedFacts,
} from "./managers-model.ts";
import { ExceptionEndsFacts } from "./model.ts";

export const exceptionEnds: DutyQuestion<ExceptionEndsFacts> = {
  shape: "duty",
  title: "What has to be done before an exception ends?",
  facts: ExceptionEndsFacts,
  factsUsed: ({ plan, practitionerId, exception, leads }) => [
    { about: thePractitioner(practitionerId), name: "exception", value: [exception.from, exception.until] },
    { about: subject("area", plan.id), name: "leads under it", value: leads },
  ],
};

export const development: DutyQuestion<DevelopmentFacts> = {
  shape: "duty",
  title: "What is owed of this person's training and support?",
  facts: DevelopmentFacts,
  factsUsed: ({ practitionerId, ...facts }) =>
    used(thePractitioner(practitionerId), {
      manager: facts.manager,
      "profile of skills": facts.skills,
      "training needs": facts.needs,
      modules: facts.modules,
      bookings: facts.bookings,
      "has led before": facts.hasLedBefore,
      "worries before the first lead": facts.worries,
      mentor: facts.mentor,
      "needs a mentor": facts.needsMentor,
      "leads from": facts.leadsFrom,
      "first meeting on": facts.firstMeetingOn,
    }),
};

export const evidence: MeasureQuestion<EvidenceFacts> = {
  shape: "measure",
  unit: "number",
  title: "What evidence is there of each skill?",
  facts: EvidenceFacts,
  factsUsed: ({ practitionerId, evidence: pieces, commonCore }) =>
    used(thePractitioner(practitionerId), { evidence: pieces, "common core": commonCore }),
};

export const attendance: MeasureQuestion<AttendanceFacts> = {
  shape: "measure",
  unit: "number",
  title: "Whom did this joint training reach?",
  facts: AttendanceFacts,
  factsUsed: ({ event, services }) =>
    services.flatMap(({ id, places, came }) =>
      used(subject("agency", id), { [`training ${event.id} on ${event.on}`]: [places, came] }),
    ),
};

const managerUsed = ({ managerId, ...facts }: ManagerFacts) =>
  used(thePractitioner(managerId), {
    "supervises people who lead": facts.supervises,
    "senior manager": facts.seniorManager,
    capabilities: facts.capabilities,
    "audited on": facts.auditedOn,
    "briefed on": facts.briefedOn,
    modules: facts.modules,
  });

export const mayManage: GateQuestion<ManagerFacts> = {
  shape: "gate",
  title: "May this person manage people who lead?",
  facts: ManagerFacts,
  factsUsed: managerUsed,
};

export const managers: DutyQuestion<ManagerFacts> = {
  shape: "duty",
  title: "What is owed of a manager of people who lead?",
  facts: ManagerFacts,
  factsUsed: managerUsed,
};

export const identify: DutyQuestion<IdentifyFacts> = {
  shape: "duty",
  title: "Who owes an answer on whom to train?",
  facts: IdentifyFacts,
  factsUsed: ({ organisation, seniorManager, askedOn, dueOn, teamManagers }) =>
    used(subject("agency", organisation), {
      "asked by": seniorManager,
      "asked on": askedOn,
      "due on": dueOn,
      "team managers": teamManagers,
    }),
};

export const seniorManager: GateQuestion<SeniorManagerFacts> = {
  shape: "gate",
  title: "Does this person act as senior manager here?",
  facts: SeniorManagerFacts,
  factsUsed: ({ organisation, person, named }) => [
    ...used(subject("agency", organisation), { "senior managers named": named }),
    ...used(thePractitioner(person), { person }),
  ],
};

export const withoutSupport: MeasureQuestion<SupportedFacts> = {
  shape: "measure",
  unit: "number",
  title: "How many of a team's leads have had no training or support lately?",
  facts: SupportedFacts,
  factsUsed: ({ team, leads }) => used(subject("agency", team), { leads }),
};

export const post: DutyQuestion<PostFacts> = {
  shape: "duty",
  title: "Does this person's caseload need balancing?",
  facts: PostFacts,
  factsUsed: ({ practitionerId, ...facts }) =>
    used(thePractitioner(practitionerId), {
      manager: facts.manager,
      post: facts.post,
      leads: facts.leads,
      "own cases": facts.ownCases,
    }),
};

export const partner: DutyQuestion<PartnerFacts> = {
  shape: "duty",
  title: "What does a partner owe to working this way?",
  facts: PartnerFacts,
  factsUsed: ({ agency, ...facts }) =>
    used(subject("agency", agency.id), {
      "acknowledged the role on": facts.acknowledgedOn,
      "signed up on": facts.signedUpOn,
      "lists who could lead": facts.listsWhoCouldLead,
      "link person": facts.linkPerson,
      posts: facts.posts,
      advocates: facts.advocates,
      "target on": facts.targetOn,
    }),
};

export const partnership: DutyQuestion<PartnershipFacts> = {
  shape: "duty",
  title: "Who makes sure that somebody leads for these pupils?",
  facts: PartnershipFacts,
  factsUsed: ({ partnership: id, designee, pupils }) => [
    ...used(subject("agency", id), { designee }),
    ...pupils.flatMap(({ childId, needsSeveralServices, lead }) =>
      used(theChild(childId), { "needs several services": needsSeveralServices, leads: lead }),
    ),
  ],
};

export const request: DesignationQuestion<RequestFacts> = {
  shape: "designation",
  title: "Who takes this request?",
  facts: RequestFacts,
  factsUsed: ({ request: of, lineManager, coordinatingManager }) =>
    used(subject("area", of.id), {
      "kind of request": of.kind,
      "line manager": lineManager,
      "manager for integrated working": coordinatingManager,
    }),
};
