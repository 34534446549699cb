import { edition } from "../questions.ts";
import { access } from "./access.ts";
import { agreement } from "./agreement.ts";
import { silentOnAssessment } from "./assessment.ts";
import { choice } from "./choice.ts";
import { silentOnComplaints } from "./complaint.ts";
import { concern } from "./concern.ts";
import { consent, silentOnConsent } from "./consent.ts";
import { continuity, silentOnCover } from "./continuity.ts";
import { dispute, silentOnDispute } from "./dispute.ts";
import { ending, silentOnEnding } from "./ending.ts";
import { family, silentOnFamily } from "./family.ts";
import { from, girfec } from "./girfec.ts";
import { involvement } from "./involvement.ts";
import { leadProfessional, silent as silentOnStaff } from "./lead-professional.ts";
import { meeting, silentOnMeeting } from "./meeting.ts";
import { namedPerson } from "./named-person.ts";
import { plan, silentOnPlan } from "./plan.ts";
import { quality, silentOnQuality } from "./quality.ts";
import { silentOnRecord } from "./record.ts";
import { review } from "./review.ts";
import { silentOnSupervision } from "./supervision.ts";
import { silentOnTransition, transition } from "./transition.ts";
import { silentOnWhoLeads, whoLeads } from "./who-leads.ts";
import { silentOnWorkforce } from "./workforce.ts";
import { silentOnCapacity, workload } from "./workload.ts";

/** Scotland's base: the national guidance on the lead professional in Getting it right for every child. */
export const scotland = edition({
  id: "scotland",
  version: 1,
  title: "Scotland: getting it right for every child, the lead professional",
  nation: "scotland",
  from,
  sources: {
    [girfec.source]: {
      title: "Getting it right for every child: the lead professional",
      issued: from,
      status: "good practice",
    },
  },
  chapters: [
    whoLeads,
    namedPerson,
    concern,
    consent,
    family,
    leadProfessional,
    choice,
    agreement,
    involvement,
    workload,
    continuity,
    dispute,
    ending,
    transition,
    plan,
    access,
    quality,
    meeting,
    review,
  ],
  silent: {
    ...silentOnMeeting,
    ...silentOnQuality,
    ...silentOnRecord,
    ...silentOnAssessment,
    ...silentOnWhoLeads,
    ...silentOnConsent,
    ...silentOnFamily,
    ...silentOnPlan,
    ...silentOnTransition,
    ...silentOnComplaints,
    ...silentOnSupervision,
    ...silentOnWorkforce,
    ...silentOnEnding,
    ...silentOnDispute,
    ...silentOnCover,
    ...silentOnCapacity,
    ...silentOnStaff,
    "named-person.helping": "The national guidance leaves it to the area how the named person helps.",
    "named-person.two-roles": "The national guidance leaves it to the area which tasks are whose.",
    "named-person.siblings": "The national guidance leaves it to the area what named persons of siblings hear.",
    "named-person.stays":
      "The national guidance leaves it to the area when the family hears that the named person stays.",
    "named-person.information": "The national guidance leaves it to the area when information is confirmed.",
    "named-person.while-away": "The national guidance leaves it to the area whom a family reaches meanwhile.",
    "named-person.who":
      "The national guidance does not say who is named person at which stage: the area's own guidance does.",
    "named-person.may-be": "The national guidance does not say who may be named person: the area's own guidance does.",
    "plan.open": "The national guidance leaves it to the area how one plan is kept for a child.",
    "plan.requirements": "The national guidance leaves it to the area how what the law asks is written into a plan.",
    "meeting.called-for": "The national guidance asks for a meeting only where another agency is to lead.",
    "lead-professional.carried-out": "The national guidance does not say how a lead set by law is checked.",
    "access.report-area": "The national guidance does not say whose reports a manager sees.",
    "meeting.panel": "The national guidance knows no series of panels.",
    "meeting.panel-item": "The national guidance knows no series of panels.",
    "assessment.open": "The national guidance leaves it to the area how many assessments are open at once.",
    "concern.helpdesk": "The national guidance leaves it to the area who takes a referral.",
    "plan.plain-words": "The national guidance names no short forms to leave out.",
    "concern.duties": "The national guidance sets no clock for answering a concern.",
  },
});
