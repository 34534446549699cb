import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { DesignationQuestion, DutyQuestion, GateQuestion, MeasureQuestion } from "../kernel/question.ts";
import { type FactUsed, type Subject, subject, thePractitioner } from "../kernel/subject.ts";
import {
  AdviceFacts,
  AllocatedFacts,
  ArrangementsFacts,
  ConfirmFacts,
  NoteFacts,
  SessionFacts,
  SupervisionDutiesFacts,
  SupervisorFacts,
  WaitFacts,
} from "./model.ts";

const fact = (about: Subject, name: string, value: FactUsed["value"]): FactUsed => ({ about, name, value });

export const supervisor: DesignationQuestion<SupervisorFacts> = {
  shape: "designation",
  title: "Who supervises this?",
  facts: SupervisorFacts,
  factsUsed: ({ practitionerId, strand, lineManager, isDual, dedicated }) => {
    const about = thePractitioner(practitionerId);
    return [
      fact(about, "strand", strand),
      fact(about, "line manager", lineManager),
      fact(about, "two supervisors", isDual),
      fact(
        about,
        "supervisor of the cases led",
        typeof dedicated === "string" ? dedicated : [dedicated.id, dedicated.as],
      ),
    ];
  },
};

export const duties: DutyQuestion<SupervisionDutiesFacts> = {
  shape: "duty",
  title: "Who owes what about this person's supervision?",
  facts: SupervisionDutiesFacts,
  factsUsed: ({ practitionerId, leads, changed, requests, reports, support, ...rest }) => {
    const about = thePractitioner(practitionerId);
    return [
      fact(about, "manager", rest.manager),
      ...leads.map(({ planId, from, until, lastDiscussedOn, arrangement, riskIsHigh }) =>
        fact(about, `leads ${planId}`, [
          from,
          until ?? "",
          lastDiscussedOn,
          typeof arrangement === "string" ? arrangement : `${arrangement.supervisor} every ${arrangement.everyDays}`,
          `high risk ${riskIsHigh}`,
        ]),
      ),
      fact(about, "last session on", rest.lastSessionOn),
      fact(about, "the agency's cycle in days", rest.agencyCycleDays),
      fact(
        about,
        "changed cycle",
        typeof changed === "string" ? changed : [changed.from, `${changed.everyDays}`, `reason ${changed.reasonGiven}`],
      ),
      ...requests.map(({ id, planId, askedOn, answeredOn }) =>
        fact(about, `extra session ${id}`, [planId, askedOn, answeredOn]),
      ),
      ...reports.map(({ id, kind, reportedOn, answeredOn }) =>
        fact(about, `report ${id}`, [kind, reportedOn, answeredOn]),
      ),
      ...Object.entries(support).map(([help, stands]) => fact(about, `support: ${help}`, stands)),
      fact(about, "named person for", rest.namedPersonFor),
      ...used(about, { challenges: rest.challenges, directions: rest.directions, courses: rest.courses }),
    ];
  },
};

export const session: GateQuestion<SessionFacts> = {
  shape: "gate",
  title: "May this session be closed?",
  facts: SessionFacts,
  factsUsed: ({ practitionerId, kind, heldOn, hasNote, cases, needs }) => {
    const about = thePractitioner(practitionerId);
    return [
      fact(about, "kind of session", kind),
      fact(about, "held on", heldOn),
      fact(about, "note", hasNote),
      ...cases.map(({ planId, isFilledIn, prompts, risks }) =>
        fact(about, `part on ${planId}`, [
          `filled in ${isFilledIn}`,
          ...Object.entries(prompts).map(([prompt, answered]) => `${prompt} ${answered}`),
          ...risks.map((risk) => `risk ${risk.id} ${risk.became}`),
        ]),
      ),
      ...needs.map(({ id, became }) => fact(about, `need ${id}`, became)),
    ];
  },
};

export const note: GateQuestion<NoteFacts> = {
  shape: "gate",
  title: "May this person read this of a supervision record?",
  facts: NoteFacts,
  factsUsed: ({ practitionerId, strand, what, reader }) => [
    fact(thePractitioner(practitionerId), "strand", strand),
    fact(thePractitioner(practitionerId), "what is read", what),
    fact(thePractitioner(practitionerId), "reader", [reader.id, reader.role, reader.supervises]),
  ],
};

export const wait: MeasureQuestion<WaitFacts> = {
  shape: "measure",
  unit: "working-days",
  title: "How long did somebody wait for an extra session?",
  facts: WaitFacts,
  factsUsed: ({ practitionerId, planId, askedOn, offeredOn }) => [
    fact(thePractitioner(practitionerId), `extra session on ${planId}`, [askedOn, offeredOn]),
  ],
};

export const arrangements: DutyQuestion<ArrangementsFacts> = {
  shape: "duty",
  title: "When does this organisation look at its supervision again?",
  facts: ArrangementsFacts,
  factsUsed: ({ organisation, lastAuditClosedOn }) => [
    fact(subject("agency", organisation.id), "last audit of supervision closed on", lastAuditClosedOn),
  ],
};

export const confirm: GateQuestion<ConfirmFacts> = {
  shape: "gate",
  title: "May it be confirmed that this team's leads are supported?",
  facts: ConfirmFacts,
  factsUsed: ({ team, by, ...parts }) => [
    fact(subject("agency", team.id), "confirmed by", by),
    ...Object.entries(parts).map(([part, stands]) => fact(subject("agency", team.id), part, stands)),
  ],
};

export const allocated: GateQuestion<AllocatedFacts> = {
  shape: "gate",
  title: "May the case be closed as allocated?",
  facts: AllocatedFacts,
  factsUsed: ({ practitionerId, planId, kind, supervisor: by, everyDays }) =>
    used(thePractitioner(practitionerId), {
      "is to lead": planId,
      "kind of supervision": kind,
      supervisor: by,
      "every so many days": everyDays,
    }),
};

export const advice: MeasureQuestion<AdviceFacts> = {
  shape: "measure",
  unit: "number",
  title: "How much advice was asked for in this time?",
  facts: AdviceFacts,
  factsUsed: ({ practitionerId, ...facts }) =>
    used(thePractitioner(practitionerId), { from: facts.from, until: facts.until, contacts: facts.contacts }),
};
