import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { DesignationQuestion, DutyQuestion, GateQuestion, LadderQuestion } from "../kernel/question.ts";
import { type FactUsed, subject, theChild, thePractitioner } from "../kernel/subject.ts";
import type { LegalStatus, Recorded } from "../people/model.ts";
import {
  type AgencyHelp,
  AgreementFacts,
  BestPlacedFacts,
  CarriedOutFacts,
  ChoiceFacts,
  type NamedByStatus,
  NeededFacts,
  NotAgreedFacts,
  StatusDutiesFacts,
  StatutoryFacts,
  SuitabilityFacts,
} from "./model.ts";

const statusesUsed = (childId: string, statuses: Recorded<readonly LegalStatus[]>): readonly FactUsed[] =>
  statuses === "not-recorded"
    ? [{ about: theChild(childId), name: "legal statuses", value: statuses }]
    : statuses.map((status) => ({
        about: theChild(childId),
        name: `legal status ${status.id}`,
        value: [
          status.kind,
          status.from,
          status.until ?? "",
          status.holder ?? "",
          status.lookedAfterBasis ?? status.childInNeedPhase ?? status.careLeaverKind ?? status.youthOrderSetting ?? "",
        ],
      }));

const helpUsed = (childId: string, help: Recorded<readonly AgencyHelp[]>): FactUsed => ({
  about: theChild(childId),
  name: "agencies helping",
  value:
    help === "not-recorded" ? help : help.map((part) => `${part.agency} ${part.practitioners} ${part.liveActions}`),
});

export const needed: DesignationQuestion<NeededFacts> = {
  shape: "designation",
  title: "Is a lead professional needed?",
  facts: NeededFacts,
  factsUsed: ({ child, help, integratedResponse, safetyIsThePrimaryIssue, route, involved }) => [
    ...statusesUsed(child.id, child.statuses),
    helpUsed(child.id, help),
    { about: theChild(child.id), name: "integrated response", value: integratedResponse },
    { about: theChild(child.id), name: "safety is the primary issue", value: safetyIsThePrimaryIssue },
    { about: theChild(child.id), name: "route", value: route },
    ...involved.map((person) => ({
      about: thePractitioner(person.id),
      name: "posts",
      value: person.posts,
    })),
  ],
};

const leadsSince = (lead: StatusDutiesFacts["lead"]) => (typeof lead === "string" ? lead : [lead.id, lead.from]);

const saidOn = (day: LocalDate | undefined) => (day === undefined ? "" : ` on ${day}`);

export const statutory: DesignationQuestion<StatutoryFacts> = {
  shape: "designation",
  title: "Who must lead, by law or by procedure?",
  facts: StatutoryFacts,
  factsUsed: ({ child, help, involved, lead, youthGates, secondedSocialWorker, ...rest }) => [
    ...statusesUsed(child.id, child.statuses),
    helpUsed(child.id, help),
    ...(lead === undefined ? [] : [{ about: theChild(child.id), name: "leads since", value: leadsSince(lead) }]),
    ...involved.map((person) => ({
      about: thePractitioner(person.id),
      name: `works with ${child.id}`,
      value: [person.agency, person.involvement, ...person.posts],
    })),
    { about: theChild(child.id), name: "born on", value: child.bornOn },
    { about: theChild(child.id), name: "year group", value: child.yearGroup },
    {
      about: theChild(child.id),
      name: "youth offending team agrees",
      value: `${youthGates.teamAgrees}${saidOn(youthGates.teamAgreedOn)}`,
    },
    {
      about: theChild(child.id),
      name: "agencies that support the youth offending team's officer",
      value: youthGates.agencies.map(({ agency, supports, on }) => `${agency} ${supports}${saidOn(on)}`),
    },
    { about: theChild(child.id), name: "complex health needs", value: rest.needsAreComplexHealth },
    { about: theChild(child.id), name: "safety is the primary issue", value: rest.safetyIsThePrimaryIssue },
    ...(secondedSocialWorker === undefined
      ? []
      : [{ about: theChild(child.id), name: "seconded social worker", value: secondedSocialWorker }]),
  ],
};

export const statusDuties: DutyQuestion<StatusDutiesFacts> = {
  shape: "duty",
  title: "What follows from the child's legal statuses?",
  facts: StatusDutiesFacts,
  factsUsed: ({ child, lead, deputy, noDeputyReasonOn, trustedPerson, openActions, goingOnDecidedOn }) => [
    ...statusesUsed(child.id, child.statuses),
    { about: theChild(child.id), name: "leads since", value: leadsSince(lead) },
    { about: theChild(child.id), name: "deputy", value: deputy },
    { about: theChild(child.id), name: "reason for no deputy written on", value: noDeputyReasonOn },
    {
      about: theChild(child.id),
      name: "trusted person",
      value:
        typeof trustedPerson === "string"
          ? trustedPerson
          : [trustedPerson.id, trustedPerson.since, trustedPerson.protocolOn],
    },
    { about: theChild(child.id), name: "open actions", value: openActions },
    { about: theChild(child.id), name: "going on decided on", value: goingOnDecidedOn },
  ],
};

const suitabilityUsed = ({ practitioner, ...rest }: SuitabilityFacts): readonly FactUsed[] => {
  const about = thePractitioner(practitioner.id);
  const { enhancedCheck, qualification, recommendation, training, mentor, mentoredBefore, engagement, exception } =
    practitioner;
  const { informationSharingTraining: sharing } = practitioner;
  const dayOr = (value: Recorded<{ readonly on: string } | "none">) => (typeof value === "string" ? value : value.on);
  return [
    { about, name: "enhanced check", value: typeof enhancedCheck === "string" ? enhancedCheck : enhancedCheck.state },
    { about, name: "qualified on", value: dayOr(qualification) },
    { about, name: "recommended on", value: dayOr(recommendation) },
    { about, name: "trained on", value: typeof training === "string" ? training : training.completedOn },
    {
      about,
      name: "information-sharing training on",
      value: typeof sharing === "string" ? sharing : sharing.completedOn,
    },
    { about, name: "first led on", value: practitioner.firstLedOn },
    { about, name: "mentor", value: typeof mentor === "string" ? mentor : mentor.id },
    {
      about,
      name: "mentored before",
      value:
        typeof mentoredBefore === "string"
          ? mentoredBefore
          : mentoredBefore.map(({ from, until }) => `${from} ${until ?? ""}`),
    },
    { about, name: "engagement", value: engagement },
    { about, name: "exception", value: typeof exception === "string" ? exception : [exception.from, exception.until] },
    { about, name: "workplace in the area", value: practitioner.workplaceInArea },
    { about, name: "in the pool", value: practitioner.inPool },
    { about, name: "leads by designation", value: rest.isStatutoryPostHolder },
    { about, name: "involvement", value: rest.involvement },
    { about, name: "would start on", value: rest.startsOn },
  ];
};

export const suitability: GateQuestion<SuitabilityFacts> = {
  shape: "gate",
  title: "May this practitioner lead?",
  facts: SuitabilityFacts,
  factsUsed: suitabilityUsed,
};

export const training: GateQuestion<SuitabilityFacts> = {
  shape: "gate",
  title: "May this practitioner be offered training for the role?",
  facts: SuitabilityFacts,
  factsUsed: suitabilityUsed,
};

const namedInShort = ({ holder, tier }: NamedByStatus): string =>
  `${tier} ${holder.kind === "person" ? holder.id : holder.kind === "post" ? holder.post : holder.agency}`;

const bestPlacedUsed = ({
  child,
  namedPerson,
  assessor,
  route,
  universalPractitioner,
  ...facts
}: BestPlacedFacts): readonly FactUsed[] => [
  { about: theChild(child.id), name: "named person", value: namedPerson },
  { about: theChild(child.id), name: "assessor", value: assessor },
  { about: theChild(child.id), name: "route", value: route },
  { about: theChild(child.id), name: "universal practitioner", value: universalPractitioner },
  { about: theChild(child.id), name: "named person's agency", value: facts.namedPersonAgency },
  { about: theChild(child.id), name: "complex health needs", value: facts.needsAreComplexHealth },
  { about: theChild(child.id), name: "agency asked for by law", value: facts.statutory.requiredAgency ?? null },
  { about: theChild(child.id), name: "in the lead by law", value: facts.statutory.holders },
  { about: theChild(child.id), name: "named by a status", value: (facts.statutory.named ?? []).map(namedInShort) },
  ...facts.involved.map((person) => ({
    about: thePractitioner(person.id),
    name: "involvement",
    value: [person.agency, person.involvement, ...person.posts],
  })),
];

export const bestPlaced: DesignationQuestion<BestPlacedFacts> = {
  shape: "designation",
  title: "Who is best placed to lead?",
  facts: BestPlacedFacts,
  factsUsed: bestPlacedUsed,
};

export const choice: GateQuestion<ChoiceFacts> = {
  shape: "gate",
  title: "May this choice be confirmed?",
  facts: ChoiceFacts,
  factsUsed: (facts) => [
    ...bestPlacedUsed(facts),
    { about: thePractitioner(facts.chosen), name: "chosen", value: facts.chosen },
    { about: theChild(facts.child.id), name: "child's view", value: facts.childsView },
    { about: subject("family", facts.child.id), name: "family's view", value: facts.familysView },
    { about: theChild(facts.child.id), name: "reason written", value: facts.reasonGiven },
    { about: theChild(facts.child.id), name: "reasons for", value: facts.reasons },
    { about: theChild(facts.child.id), name: "manager consulted", value: facts.managerConsulted },
    { about: theChild(facts.child.id), name: "child's wish", value: facts.wishOf.child },
    { about: subject("family", facts.child.id), name: "family's wish", value: facts.wishOf.family },
    {
      about: theChild(facts.child.id),
      name: "criteria used",
      value: typeof facts.criteria === "string" ? facts.criteria : facts.criteria.version,
    },
    ...facts.answers.map((answer) => ({
      about: answer.candidate === undefined ? theChild(facts.child.id) : thePractitioner(answer.candidate),
      name: `weighed ${answer.criterion}`,
      value: answer.answered,
    })),
  ],
};

export const agreement: LadderQuestion<AgreementFacts> = {
  shape: "ladder",
  title: "Whose agreement is needed, and in which order?",
  facts: AgreementFacts,
  entries: (facts) => facts.entries,
  factsUsed: ({
    child,
    proposed,
    isByLaw,
    requiredAgency,
    route,
    proposedOn,
    entries,
    namedPersonAgency,
    agreeing,
  }) => [
    { about: thePractitioner(proposed.id), name: "proposed", value: proposed.id },
    { about: theChild(child.id), name: "proposed is the named person", value: proposed.isNamedPerson },
    { about: theChild(child.id), name: "filled by law", value: isByLaw },
    { about: theChild(child.id), name: "agency asked for by law", value: requiredAgency ?? null },
    { about: theChild(child.id), name: "route", value: route },
    { about: theChild(child.id), name: "proposed on", value: proposedOn },
    { about: thePractitioner(proposed.id), name: "agency", value: proposed.agency },
    { about: thePractitioner(proposed.id), name: "managers", value: proposed.managers },
    { about: theChild(child.id), name: "named person's agency", value: namedPersonAgency },
    { about: theChild(child.id), name: "asked to agree", value: agreeing ?? null },
    {
      about: theChild(child.id),
      name: "recorded so far",
      value: entries.map((entry) => `${entry.stage} ${entry.outcome}`),
    },
  ],
};

export const notAgreed: DutyQuestion<NotAgreedFacts> = {
  shape: "duty",
  title: "What follows while nobody leads?",
  facts: NotAgreedFacts,
  factsUsed: ({ plan, neededSince, discussedOn, hasLead, workers, actions, ...facts }) => [
    { about: subject("area", plan.id), name: "needed since", value: neededSince },
    { about: subject("area", plan.id), name: "discussed on", value: discussedOn },
    { about: subject("area", plan.id), name: "has a lead", value: hasLead },
    { about: subject("area", plan.id), name: "proposed on", value: facts.proposedOn },
    { about: subject("area", plan.id), name: "assessor", value: facts.assessor },
    { about: subject("area", plan.id), name: "convenor", value: facts.convenor },
    { about: subject("area", plan.id), name: "interim contact", value: facts.interimContact },
    {
      about: subject("area", plan.id),
      name: "told their manager",
      value: workers.map((worker) => `${worker.id} ${worker.toldManagerOn}`),
    },
    {
      about: subject("area", plan.id),
      name: "actions",
      value: actions.map(({ id, agency, withAgencies = [], toStartOn, startedOn }) =>
        [id, agency, ...withAgencies, toStartOn, startedOn].join(" "),
      ),
    },
    ...used(subject("area", plan.id), { "manager's concern": facts.concern, "referred on": facts.referredOn }),
  ],
};

export const carriedOut: DutyQuestion<CarriedOutFacts> = {
  shape: "duty",
  title: "Does whoever leads by law carry it out?",
  facts: CarriedOutFacts,
  factsUsed: ({ plan, lead, lastContactOn, hasPlan, nextReviewOn }) => [
    {
      about: subject("area", plan.id),
      name: "leads",
      value: typeof lead === "string" ? lead : [lead.id, lead.basis, lead.since],
    },
    { about: subject("area", plan.id), name: "last contact on", value: lastContactOn },
    { about: subject("area", plan.id), name: "has a plan", value: hasPlan },
    { about: subject("area", plan.id), name: "next review on", value: nextReviewOn },
  ],
};
