import type { DutyQuestion } from "../kernel/question.ts";
import { theChild, thePlan } from "../kernel/subject.ts";
import { ActionDutiesFacts, CopiesFacts, OverlapFacts, PlanDutiesFacts, StatutoryPlanFacts } from "./duties-model.ts";
import { fact } from "./saying.ts";

const dated = ({ from, until }: { readonly from: string; readonly until?: string | undefined }) => [from, until ?? ""];

export const duties: DutyQuestion<PlanDutiesFacts> = {
  shape: "duty",
  title: "What is owed about this plan?",
  facts: PlanDutiesFacts,
  factsUsed: (facts) => {
    const about = thePlan(facts);
    const ofChild = theChild(facts.child.id);
    const { statuses } = facts.child;
    const { contacts, coreGroup } = facts;
    return [
      fact(about, "reach", facts.plan.reach),
      fact(
        ofChild,
        "legal statuses",
        statuses === "not-recorded" ? statuses : statuses.map((one) => [one.kind, ...dated(one)].join(" ")),
      ),
      fact(about, "lead", facts.lead),
      fact(about, "lead since", facts.leadSince),
      fact(about, "lead's manager", facts.leadsManager),
      ...facts.needs.map(({ id, recordedOn, owner, isDecided, helpOn }) =>
        fact(ofChild, `need ${id}`, [recordedOn, owner, `decided ${isDecided}`, helpOn]),
      ),
      fact(
        about,
        "contacts",
        contacts === "not-recorded" ? contacts : contacts.map((one) => [one.on, ...one.about].join(" ")),
      ),
      ...facts.issues.map(({ id, raisedOn, doneOn }) => fact(about, `issue ${id}`, [raisedOn, doneOn])),
      ...facts.requests.map(({ id, askedOn, advisedBy, bookedFor, resultOn, sharedOn }) =>
        fact(ofChild, `request ${id}`, [askedOn, advisedBy, bookedFor, resultOn, sharedOn]),
      ),
      ...facts.helpOutside.map(({ id, noticedOn, settled }) =>
        fact(ofChild, `help outside the plan ${id}`, [
          noticedOn,
          ...(typeof settled === "string" ? [settled] : [settled.as, settled.on]),
        ]),
      ),
      ...facts.missingServices.map(({ id, service, noticedOn, reasonGiven, state, passedOn, updatedOn }) =>
        fact(ofChild, `missing service ${id}`, [service, noticedOn, `why ${reasonGiven}`, state, passedOn, updatedOn]),
      ),
      fact(
        about,
        "core group",
        coreGroup === "not-recorded"
          ? coreGroup
          : coreGroup.map((one) => [one.id, one.agency, ...dated(one)].join(" ")),
      ),
      fact(ofChild, "safety an issue since", facts.safetySince),
    ];
  },
};

export const actionDuties: DutyQuestion<ActionDutiesFacts> = {
  shape: "duty",
  title: "What is owed about this action?",
  facts: ActionDutiesFacts,
  factsUsed: (facts) => {
    const about = thePlan(facts);
    const { action, offers } = facts;
    return [
      fact(about, "agreed on", facts.plan.agreedOn),
      fact(about, "lead", facts.lead),
      fact(about, "action", [action.id, action.owner, action.state]),
      fact(about, "started on", action.startedOn),
      fact(about, "why not started is written down", action.noStartReasonGiven),
      fact(about, "checked on", action.checkedOn),
      fact(about, "noted on", action.notedOn),
      fact(about, "ended on", action.endedOn),
      fact(about, "looked back on", [action.familyEvaluatedOn, action.practitionersEvaluatedOn]),
      fact(about, "queried on", [action.queriedOn, action.querySettledOn]),
      ...offers.map(({ id, on, was }) => fact(theChild(facts.child.id), `offer ${id}`, [on, was])),
      fact(theChild(facts.child.id), "help to use it on", facts.helpToUseOn),
    ];
  },
};

export const overlap: DutyQuestion<OverlapFacts> = {
  shape: "duty",
  title: "What is given twice?",
  facts: OverlapFacts,
  factsUsed: (facts) => {
    const about = theChild(facts.child.id);
    return [
      fact(thePlan(facts), "lead", facts.lead),
      ...facts.help.map((one) =>
        fact(about, `help ${one.id}`, [one.service, one.agency, one.kind, one.forWhom, one.outcome, ...dated(one)]),
      ),
      ...facts.assessments.map((one) => fact(about, `assessment ${one.id}`, [one.service, one.domain, ...dated(one)])),
      ...facts.visits.map(({ id, service, on }) => fact(about, `visit ${id}`, [service, on])),
      ...facts.settled.map(({ ids, as, on, reasonGiven }) =>
        fact(about, `settled ${ids.join(" ")}`, [as, on, reasonGiven ? "with a reason" : "no reason"]),
      ),
    ];
  },
};

export const copies: DutyQuestion<CopiesFacts> = {
  shape: "duty",
  title: "Who gets a copy of the plan, and by when?",
  facts: CopiesFacts,
  factsUsed: (facts) => {
    const about = thePlan(facts);
    return [
      fact(about, "version", [facts.plan.version, facts.plan.agreedOn]),
      fact(about, "lead", facts.lead),
      fact(about, "agencies concerned", facts.agencies),
      ...facts.recipients.map(({ id, as, agency, sentOn, leftOutReasonGiven }) =>
        fact(about, `copy for ${as} ${id}`, [agency, sentOn, leftOutReasonGiven ? "left out with a reason" : ""]),
      ),
    ];
  },
};

export const statutoryPlan: DutyQuestion<StatutoryPlanFacts> = {
  shape: "duty",
  title: "What does a plan set by law still lack?",
  facts: StatutoryPlanFacts,
  factsUsed: (facts) => {
    const about = theChild(facts.child.id);
    const { coreAssessment } = facts;
    return [
      fact(about, "kind", facts.kind),
      fact(about, "holder", facts.holder),
      fact(about, "holder's manager", facts.holdersManager),
      fact(about, "conference on", facts.conferenceOn),
      fact(about, "detailed plan on", facts.detailedPlanOn),
      fact(about, "care plan saved on", facts.savedOn),
      fact(
        about,
        "core assessment",
        typeof coreAssessment === "string"
          ? coreAssessment
          : [coreAssessment.on, ...coreAssessment.contributions.map(({ by, on }) => `${by} ${on}`)],
      ),
    ];
  },
};
