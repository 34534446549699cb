import { localDate } from "../../kernel/local-date.ts";
import { edition } from "../questions.ts";
import { access } from "./access.ts";
import { accountability, silentOnQuality } from "./accountability.ts";
import { agreement } from "./agreement.ts";
import { assessment, silentOnAssessment } from "./assessment.ts";
import { besideLead } from "./beside-lead.ts";
import { statutoryLeads } from "./box-1.ts";
import { choice } from "./choice.ts";
import { complaint } from "./complaint.ts";
import { concern } from "./concern.ts";
import { consent, silentOnConsent } from "./consent.ts";
import { continuity } from "./continuity.ts";
import { cwdc, from } from "./cwdc.ts";
import { dispute, silentOnDispute } from "./dispute.ts";
import { ending } from "./ending.ts";
import { family, silentOnFamily } from "./family.ts";
import { figures } from "./figures.ts";
import { leadProfessional } from "./lead-professional.ts";
import { meeting, silentOnMeeting } from "./meeting.ts";
import { panel } from "./panel.ts";
import { plan, silentOnPlan } from "./plan.ts";
import { record, silentOnRecord } from "./record.ts";
import { review, silentOnReview } from "./review.ts";
import { silentOnSupervision, supervision } from "./supervision.ts";
import { silentOnBoundaries, transition } from "./transition.ts";
import { silentOnWhoLeads, whoLeads } from "./who-leads.ts";
import { silentOnWorkforce, workforce } from "./workforce.ts";
import { workload } from "./workload.ts";

/** England's base: the managers' guide of 2007. Not in statute itself; most of it is a default an area may change. */
export const england = edition({
  id: "england",
  version: 1,
  title: "England: the lead professional, managers' guide",
  nation: "england-and-wales",
  from,
  sources: {
    [cwdc.source]: {
      title: "The lead professional: managers' guide (CWDC)",
      issued: localDate("2007-01-01"),
      status: "good practice",
    },
  },
  chapters: [
    assessment,
    whoLeads,
    besideLead,
    concern,
    consent,
    family,
    leadProfessional,
    statutoryLeads,
    choice,
    agreement,
    workload,
    continuity,
    dispute,
    ending,
    supervision,
    complaint,
    transition,
    plan,
    panel,
    workforce,
    access,
    accountability,
    figures,
    record,
    meeting,
    review,
  ],
  silent: {
    ...silentOnReview,
    ...silentOnMeeting,
    ...silentOnQuality,
    ...silentOnRecord,
    ...silentOnAssessment,
    ...silentOnWhoLeads,
    ...silentOnConsent,
    ...silentOnFamily,
    ...silentOnPlan,
    ...silentOnBoundaries,
    ...silentOnSupervision,
    ...silentOnWorkforce,
    ...silentOnDispute,
    "named-person.who":
      "The managers' guide for England knows no named person: the page shows who is in contact with the child.",
    "named-person.may-be": "The managers' guide for England knows no named person.",
    "named-person.duties": "The managers' guide for England knows no named person.",
    "named-person.helping": "The managers' guide for England knows no named person.",
    "named-person.two-roles": "The managers' guide for England knows no named person.",
    "named-person.siblings": "The managers' guide for England knows no named person.",
    "named-person.stays": "The managers' guide for England knows no named person.",
    "named-person.information": "The managers' guide for England knows no named person.",
    "named-person.while-away": "The managers' guide for England knows no named person.",
    "lead-professional.not-involved":
      "The managers' guide for England lists no reasons that stand in place of involving child and family.",
    "lead-professional.involvement":
      "The managers' guide for England sets no day for involving somebody who was left out.",
    "lead-professional.reporter-contact": "England has no Children's Reporter.",
    "plan.refused": "The managers' guide for England does not say what closes when a plan is refused.",
    "dispute.group-area": "The managers' guide for England knows no groups of several areas.",
    "plan.requirements": "The managers' guide for England does not say how what the law asks is written into a plan.",
    "meeting.called-for": "The managers' guide for England names nothing that calls for a child's meeting.",
    "access.report-area": "The managers' guide for England shows reports by area and locality in Devon's example only.",
    "concern.helpdesk": "The managers' guide for England shows a helpdesk by Devon's example only.",
    "assessment.open": "The managers' guide for England does not say whether a second assessment may be opened.",
    "plan.plain-words": "The managers' guide for England names no short forms to leave out.",
    "concern.duties": "The managers' guide for England sets no clock for answering a concern.",
  },
});
