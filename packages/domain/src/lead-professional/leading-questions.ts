import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { DesignationQuestion, DutyQuestion, GateQuestion } from "../kernel/question.ts";
import { subject, theChild, thePlan, thePractitioner } from "../kernel/subject.ts";
import { BesideFacts, DischargeFacts, KeyWorkerFacts, YouthFacts } from "./key-worker-model.ts";
import {
  ByNeedFacts,
  BySettingFacts,
  ContactFacts,
  ReallocateFacts,
  SettledFacts,
  StatutoryChecksFacts,
  TakenOverFacts,
  WithoutFacts,
} from "./leading-model.ts";
import { ConditionalFacts, SearchFacts } from "./searching-model.ts";

export const contact: DesignationQuestion<ContactFacts> = {
  shape: "designation",
  title: "Who is the contact of record?",
  facts: ContactFacts,
  factsUsed: ({ child, ...facts }) => [
    ...used(thePlan(facts), {
      leads: facts.lead,
      acts: facts.acting,
      "is proposed": facts.pending,
      assessor: facts.assessor,
    }),
    ...used(theChild(child.id), { "leads by law": facts.byLaw, "named person": facts.namedPerson }),
    ...used(subject("family", child.id), { "chosen contact": facts.chosen }),
  ],
};

export const settled: GateQuestion<SettledFacts> = {
  shape: "gate",
  title: "Is this choice of a lead settled, or still provisional?",
  facts: SettledFacts,
  factsUsed: ({ child, proposed, assessment, wasOpen }) => [
    { about: thePractitioner(proposed), name: "is proposed for", value: child.id },
    ...used(theChild(child.id), { assessment, "agreed together before": wasOpen }),
  ],
};

export const takenOver: GateQuestion<TakenOverFacts> = {
  shape: "gate",
  title: "May the lead be taken over from the lead agency's own process?",
  facts: TakenOverFacts,
  factsUsed: ({ child, plan, process }) => [
    ...used(theChild(child.id), { "legal statuses": child.statuses }),
    ...used(thePlan({ plan }), { "lead agency's process": process }),
  ],
};

export const bySetting: DesignationQuestion<BySettingFacts> = {
  shape: "designation",
  title: "Whom does the place of learning suggest?",
  facts: BySettingFacts,
  factsUsed: ({ child, involved, ...facts }) => [
    ...used(theChild(child.id), {
      "legal statuses": child.statuses,
      "learns at": facts.setting,
      services: facts.services,
      "from outside school": facts.outsidePractitioners,
      school: facts.school,
    }),
    ...involved.map(({ id, posts }) => ({ about: thePractitioner(id), name: "posts", value: posts })),
  ],
};

export const byNeed: DesignationQuestion<ByNeedFacts> = {
  shape: "designation",
  title: "Whom do the kinds of need suggest?",
  facts: ByNeedFacts,
  factsUsed: ({ child, needs, involved }) => [
    ...used(theChild(child.id), { "kinds of need": needs }),
    ...involved.map(({ id, agency, posts }) => ({
      about: thePractitioner(id),
      name: "agency and posts",
      value: [agency, ...posts],
    })),
  ],
};

export const reallocate: GateQuestion<ReallocateFacts> = {
  shape: "gate",
  title: "May this manager give the case to somebody else?",
  facts: ReallocateFacts,
  factsUsed: ({ plan, by, from, to, on, reasonGiven, told }) =>
    used(thePlan({ plan }), { by, "leads now": from, "leads next": to, on, "reason given": reasonGiven, told }),
};

export const without: GateQuestion<WithoutFacts> = {
  shape: "gate",
  title: "May this child be without a lead?",
  facts: WithoutFacts,
  factsUsed: ({ child, practitioners, exceptionalCircumstances, approvedBy }) =>
    used(theChild(child.id), {
      practitioners,
      "exceptional circumstances": exceptionalCircumstances,
      "approved by": approvedBy,
    }),
};

export const statutoryChecks: GateQuestion<StatutoryChecksFacts> = {
  shape: "gate",
  title: "May the plan close, as far as the statute's own checks go?",
  facts: StatutoryChecksFacts,
  factsUsed: ({ child, checks }) =>
    used(theChild(child.id), { "legal statuses": child.statuses, "statute's checks": checks }),
};

export const keyWorker: GateQuestion<KeyWorkerFacts> = {
  shape: "gate",
  title: "May this person be key worker, lead, or the child's own contact?",
  facts: KeyWorkerFacts,
  factsUsed: ({ child, person, as, kind, mainstream }) => [
    ...used(thePractitioner(person), { as, "kind of key worker": kind }),
    ...used(theChild(child.id), { "mainstream services": mainstream }),
  ],
};

export const beside: DutyQuestion<BesideFacts> = {
  shape: "duty",
  title: "What is owed by those who stand beside the lead?",
  facts: BesideFacts,
  factsUsed: ({ child, plan, lead, ...facts }) => [
    ...used(thePlan({ plan }), { leads: lead }),
    ...used(theChild(child.id), {
      placement: facts.placement,
      "key worker's provisions": facts.provisions,
      "services offered": facts.offered,
      changes: facts.changes,
    }),
  ],
};

export const youth: DutyQuestion<YouthFacts> = {
  shape: "duty",
  title: "What is owed around a young person of the youth offending team?",
  facts: YouthFacts,
  factsUsed: ({ child, plan: _plan, ...facts }) =>
    used(theChild(child.id), {
      "supervising officer": facts.supervisingOfficer,
      custody: facts.custody,
      "final warning": facts.finalWarning,
      activities: facts.activities,
      changes: facts.changes,
      "intensive supervision": facts.intensive,
    }),
};

export const discharge: GateQuestion<DischargeFacts> = {
  shape: "gate",
  title: "May this discharge or move be recorded?",
  facts: DischargeFacts,
  factsUsed: ({ child, kind, on, coordinator }) => used(theChild(child.id), { kind, on, coordinator }),
};

const conditionsUsed = ({ plan, proposed, agreedOn, agreedBy, conditions, firstReviewOn }: ConditionalFacts) => [
  { about: thePractitioner(proposed), name: "is proposed for", value: plan.id },
  ...used(thePlan({ plan }), {
    "agreed on": agreedOn,
    "agreed by": agreedBy,
    conditions,
    "first review on": firstReviewOn,
  }),
];

export const conditional: GateQuestion<ConditionalFacts> = {
  shape: "gate",
  title: "May a lead agreed on conditions begin?",
  facts: ConditionalFacts,
  factsUsed: conditionsUsed,
};

export const conditions: DutyQuestion<ConditionalFacts> = {
  shape: "duty",
  title: "What do the conditions of a lead ask for?",
  facts: ConditionalFacts,
  factsUsed: conditionsUsed,
};

export const search: DutyQuestion<SearchFacts> = {
  shape: "duty",
  title: "Who looks for somebody to lead?",
  facts: SearchFacts,
  factsUsed: ({ plan, neededSince, asked, foundOn }) =>
    used(thePlan({ plan }), { "lead needed since": neededSince, asked, "found on": foundOn }),
};
