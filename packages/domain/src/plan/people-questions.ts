import type { DesignationQuestion, GateQuestion } from "../kernel/question.ts";
import { theChild, thePlan } from "../kernel/subject.ts";
import {
  ActionOwnerFacts,
  AdviceFacts,
  AmendFacts,
  FamilyPlanFacts,
  HearsFacts,
  MessageFacts,
  SingleAgencyFacts,
} from "./people-model.ts";
import { fact } from "./saying.ts";

export const family: GateQuestion<FamilyPlanFacts> = {
  shape: "gate",
  title: "May this Family Plan be active?",
  facts: FamilyPlanFacts,
  factsUsed: (facts) => {
    const about = thePlan(facts);
    const { people, sections, leads } = facts;
    return [
      fact(about, "people", people === "not-recorded" ? people : people.map(({ id, as }) => `${as} ${id}`)),
      fact(about, "parts for", sections),
      fact(about, "leads", leads),
      fact(about, "lead works with", facts.leadWorksWith),
      fact(about, "deputy", facts.deputy),
      ...facts.subPlans.map(({ id, person, manager, managerIsOnTheTeam }) =>
        fact(about, `sub-plan ${id}`, [person, manager, `on the team ${managerIsOnTheTeam}`]),
      ),
    ];
  },
};

export const singleAgency: GateQuestion<SingleAgencyFacts> = {
  shape: "gate",
  title: "May this person lead the single-agency plan?",
  facts: SingleAgencyFacts,
  factsUsed: (facts) => {
    const about = thePlan(facts);
    const { leader } = facts;
    return [
      fact(about, "agency", facts.plan.agency),
      fact(theChild(facts.child.id), "named person", facts.namedPerson),
      fact(about, "leader", typeof leader === "string" ? leader : [leader.id, leader.agency]),
      fact(about, "reason is written down", facts.reasonGiven),
      fact(about, "agencies of its actions", facts.actionAgencies),
    ];
  },
};

export const amend: GateQuestion<AmendFacts> = {
  shape: "gate",
  title: "May this person make this change to the plan?",
  facts: AmendFacts,
  factsUsed: (facts) => {
    const about = thePlan(facts);
    const { by, action, subPlan, agreed } = facts;
    return [
      fact(about, "agreed on", facts.plan.agreedOn),
      fact(about, "by", [by.id, by.as]),
      fact(about, "change", facts.change),
      fact(about, "action", typeof action === "string" ? action : [action.id, action.owner]),
      fact(about, "sub-plan", typeof subPlan === "string" ? subPlan : [subPlan.id, subPlan.manager]),
      fact(about, "because of a new lead", facts.becauseOfNewLead),
      fact(about, "next owner said yes on", facts.nextOwnerAcceptedOn),
      fact(about, "reason is written down", facts.reasonGiven),
      fact(about, "change agreed by", agreed === "not-recorded" ? agreed : agreed.map(({ id, on }) => `${id} ${on}`)),
    ];
  },
};

export const actionOwner: DesignationQuestion<ActionOwnerFacts> = {
  shape: "designation",
  title: "Whose is this action, and who supports it?",
  facts: ActionOwnerFacts,
  factsUsed: (facts) => {
    const about = thePlan(facts);
    const { action, owner, word, planOfRecord, custody } = facts;
    return [
      fact(about, "action", action.id),
      fact(about, "owner", typeof owner === "string" ? owner : [owner.id, owner.as]),
      fact(about, "owner's word", typeof word === "string" ? word : [word.says, word.on, word.settledOn]),
      fact(about, "supporters", facts.supporters),
      fact(about, "new lead on", facts.newLeadOn),
      fact(
        about,
        "plan of record",
        typeof planOfRecord === "string" ? planOfRecord : [planOfRecord.id, planOfRecord.holder],
      ),
      fact(
        about,
        "in custody",
        typeof custody === "string" ? custody : [custody.caseManager, custody.supervisingOfficer],
      ),
    ];
  },
};

export const hears: DesignationQuestion<HearsFacts> = {
  shape: "designation",
  title: "Who hears of this update?",
  facts: HearsFacts,
  factsUsed: (facts) => {
    const about = thePlan(facts);
    const { update, deputy } = facts;
    return [
      fact(about, "update", [update.id, update.on, update.by, update.subPlan]),
      fact(about, "lead", facts.lead),
      fact(about, "deputy", typeof deputy === "string" ? deputy : [deputy.id, deputy.from, deputy.until ?? ""]),
    ];
  },
};

export const advice: GateQuestion<AdviceFacts> = {
  shape: "gate",
  title: "May a specialist be asked for advice?",
  facts: AdviceFacts,
  factsUsed: (facts) => [
    fact(thePlan(facts), "specialist", facts.specialist.id),
    fact(thePlan(facts), "anonymous", facts.isAnonymous),
    fact(theChild(facts.child.id), "consent", facts.consent),
  ],
};

export const message: GateQuestion<MessageFacts> = {
  shape: "gate",
  title: "May this reader see this message of the core group?",
  facts: MessageFacts,
  factsUsed: (facts) => [
    fact(thePlan(facts), "reader", [facts.reader.id, facts.reader.as]),
    fact(thePlan(facts), "meant for", facts.meantFor),
  ],
};
