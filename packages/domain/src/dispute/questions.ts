import type { DutyQuestion, GateQuestion, LadderQuestion, MeasureQuestion } from "../kernel/question.ts";
import { type FactUsed, type Subject, subject, thePractitioner } from "../kernel/subject.ts";
import {
  DaysOpenFacts,
  DisputeDutiesFacts,
  LateActionFacts,
  MayFacts,
  RaiseFacts,
  SanctionFacts,
  WayFacts,
} from "./model.ts";

const fact = (about: Subject, name: string, value: FactUsed["value"]): FactUsed => ({ about, name, value });
const theDispute = (id: string) => subject("area", id);

export const raise: GateQuestion<RaiseFacts> = {
  shape: "gate",
  title: "May this disagreement be raised?",
  facts: RaiseFacts,
  factsUsed: ({ plan, kind, by, agencies, action, discussed, ...rest }) => {
    const about = subject("area", plan.id);
    return [
      fact(about, "kind", kind),
      fact(about, "raised by", [by.id, by.role, by.agency]),
      fact(about, "agencies", agencies),
      fact(about, "action", typeof action === "string" ? action : [action.id, action.agency]),
      fact(about, "talked over on", typeof discussed === "string" ? discussed : [discussed.on]),
      fact(about, "at a meeting", typeof discussed === "string" ? discussed : discussed.atMeeting),
      fact(about, "reason a meeting is unsafe", rest.meetingUnsafeReason),
      fact(about, "attempts", rest.attempts),
      fact(about, "failure or inability", rest.failureOrInability),
      fact(about, "last update on", rest.lastUpdateOn),
      fact(about, "put to", rest.putTo),
      fact(about, "decided before on", rest.decidedOn),
      fact(about, "new facts", rest.hasNewFacts),
    ];
  },
};

export const way: LadderQuestion<WayFacts> = {
  shape: "ladder",
  title: "Which way does this disagreement go, and how far is it?",
  facts: WayFacts,
  entries: ({ entries }) => entries,
  factsUsed: ({ dispute, managers, entries, mediation, appeal, ...rest }) => {
    const about = theDispute(dispute.id);
    return [
      fact(about, "kind", dispute.kind),
      fact(about, "raised on", dispute.raisedOn),
      ...managers.map(({ id, agency, toldOn }) => fact(about, `manager ${id}`, [agency, toldOn])),
      fact(about, "another agency affected", rest.otherAgencyAffected),
      fact(about, "team", rest.model),
      fact(about, "manager in between leads the case", rest.middleManagerLeads),
      fact(about, "impasse on", rest.impasseOn),
      fact(about, "passed on", rest.passedOn),
      fact(about, "mediation", typeof mediation === "string" ? mediation : [mediation.mediator, mediation.on]),
      fact(about, "referred on", rest.referredOn),
      fact(about, "papers accepted on", rest.papersAcceptedOn),
      fact(about, "appeal", typeof appeal === "string" ? appeal : [appeal.lodgedOn, appeal.acceptedOn]),
      fact(
        about,
        "recorded so far",
        entries.map(({ stage, outcome, at }) => `${stage} ${outcome} ${at}`),
      ),
    ];
  },
};

export const may: GateQuestion<MayFacts> = {
  shape: "gate",
  title: "May this person do this about the disagreement?",
  facts: MayFacts,
  factsUsed: ({ dispute, act, by, decision, tried, seats, ...rest }) => {
    const about = theDispute(dispute.id);
    return [
      fact(about, "kind", dispute.kind),
      fact(about, "agencies that differ", dispute.agencies ?? "not-recorded"),
      fact(about, "act", act),
      fact(about, "by", [by.id, by.role, by.agency]),
      fact(about, "level", rest.level),
      fact(about, "decided on", typeof decision === "string" ? decision : decision.on),
      fact(about, "decision told on", typeof decision === "string" ? decision : decision.toldOn),
      fact(about, "decided finally on", rest.finalDecisionOn),
      fact(about, "exceptional circumstances stated", rest.exceptionalCircumstancesStated),
      fact(about, "late appeal taken", rest.lateAppealAccepted),
      fact(about, "reason", rest.reason),
      fact(about, "tried", tried),
      fact(about, "tried locally", rest.triedLocally),
      fact(
        about,
        "seats",
        seats.map((seat) => `${seat.agency} ${seat.by}`),
      ),
    ];
  },
};

export const duties: DutyQuestion<DisputeDutiesFacts> = {
  shape: "duty",
  title: "Who owes what about this disagreement?",
  facts: DisputeDutiesFacts,
  factsUsed: ({ dispute, managers, decision, hears, contacts, ...rest }) => {
    const about = theDispute(dispute.id);
    const organisations = typeof decision === "string" ? [] : decision.organisations;
    return [
      fact(about, "kind", dispute.kind),
      fact(about, "raised on", dispute.raisedOn),
      fact(about, "settled", rest.isSettled),
      ...managers.map(({ id, agency, toldOn }) => fact(about, `manager ${id}`, [agency, toldOn])),
      fact(about, "manager of whoever raised it", rest.raisersManager),
      fact(about, "taken up with the other manager on", rest.otherManagerContactedOn),
      fact(about, "impasse on", rest.impasseOn),
      fact(about, "referred on", rest.referredOn),
      fact(about, "decided on", typeof decision === "string" ? decision : decision.on),
      ...organisations.map((one) =>
        fact(subject("agency", one.agency), `bound by ${dispute.id}`, [
          one.toldOn,
          one.acceptedOn,
          one.actBy,
          one.actedOn,
        ]),
      ),
      fact(about, "closed on", rest.closedOn),
      ...hears.map(({ id, as, toldOn }) => fact(about, `outcome told to ${as} ${id}`, toldOn)),
      ...contacts.map((one) =>
        fact(subject("agency", one.agency), "contact for disagreements", [one.manager, one.deputy, one.checkedOn]),
      ),
    ];
  },
};

export const lateAction: DutyQuestion<LateActionFacts> = {
  shape: "duty",
  title: "What follows when an agreed action is late?",
  facts: LateActionFacts,
  factsUsed: ({ action, lead, reportedOn }) => [
    fact(thePractitioner(action.owner), `owns action ${action.id}`, [action.agency, action.dueOn, action.doneOn]),
    fact(thePractitioner(action.owner), "line manager", action.ownersManager),
    fact(subject("area", action.id), "lead professional", lead),
    fact(subject("area", action.id), "reported on", reportedOn),
  ],
};

export const daysOpen: MeasureQuestion<DaysOpenFacts> = {
  shape: "measure",
  unit: "working-days",
  title: "How long was this disagreement open?",
  facts: DaysOpenFacts,
  factsUsed: ({ dispute }) => [
    fact(theDispute(dispute.id), "raised on", dispute.raisedOn),
    fact(theDispute(dispute.id), "closed on", dispute.closedOn),
  ],
};

export const sanction: GateQuestion<SanctionFacts> = {
  shape: "gate",
  title: "May this resource be given now?",
  facts: SanctionFacts,
  factsUsed: ({ action, poundsAYear, placementOutside, sanctionedOn }) => [
    fact(subject("area", action.id), "pounds a year", poundsAYear),
    fact(subject("area", action.id), "placement outside the area", placementOutside),
    fact(subject("area", action.id), "sanctioned on", sanctionedOn),
  ],
};
