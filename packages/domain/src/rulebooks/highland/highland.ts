import { edition } from "../questions.ts";
import { scotland } from "../scotland/scotland.ts";
import { access, accessSetsAside } from "./access.ts";
import { agreement, agreementSetsAside } from "./agreement.ts";
import { assessment } from "./assessment.ts";
import { choice, choiceSetsAside } from "./choice.ts";
import { concern } from "./concern.ts";
import { consent } from "./consent.ts";
import { dispute, disputeSetsAside } from "./dispute.ts";
import { ending } from "./ending.ts";
import { leadProfessional, overrides as routeCodes } from "./lead-professional.ts";
import { meeting } from "./meeting.ts";
import { namedPerson, namedPersonSetsAside } from "./named-person.ts";
import { namedPersonBeside } from "./named-person-beside.ts";
import { from, part3 } from "./part3.ts";
import { plan } from "./plan.ts";
import { planMaking, planSetsAside } from "./plan-making.ts";
import { quality, qualitySetsAside } from "./quality.ts";
import { record } from "./record.ts";
import { review } from "./review.ts";
import { supervision } from "./supervision.ts";
import { transition, transitionSetsAside } from "./transition.ts";
import { whoLeads } from "./who-leads.ts";
import { workforce } from "./workforce.ts";
import { workload } from "./workload.ts";

/** Highland's pathfinder guidance: a named person for every child, one plan, a co-ordinator and a group of four services. */
export const highland = edition({
  id: "highland",
  version: 1,
  title: "Highland: roles and responsibilities of practitioners and agencies",
  nation: "scotland",
  basedOn: scotland,
  from,
  sources: {
    [part3.source]: {
      title: "Highland Pathfinder guidance, Part 3: roles and responsibilities",
      issued: from,
      status: "local procedure",
    },
  },
  chapters: [
    assessment,
    whoLeads,
    namedPerson,
    namedPersonBeside,
    consent,
    concern,
    leadProfessional,
    choice,
    agreement,
    plan,
    planMaking,
    workload,
    dispute,
    ending,
    supervision,
    transition,
    workforce,
    access,
    quality,
    record,
    meeting,
    review,
  ],
  overrides: { ...routeCodes },
  setsAside: {
    ...planSetsAside,
    ...accessSetsAside,
    ...qualitySetsAside,
    ...transitionSetsAside,
    ...disputeSetsAside,
    ...choiceSetsAside,
    ...agreementSetsAside,
    ...namedPersonSetsAside,
  },
});
