import { england } from "../england/england.ts";
import { edition } from "../questions.ts";
import { agreement, agreementSetsAside } from "./agreement.ts";
import { assessment } from "./assessment.ts";
import { choice, choiceSetsAside } from "./choice.ts";
import { consent, consentSetsAside } from "./consent.ts";
import { continuity, continuitySetsAside } from "./continuity.ts";
import { dispute, disputeSetsAside } from "./dispute.ts";
import { figures } from "./figures.ts";
import { from, guidance } from "./guidance.ts";
import { leadProfessional } from "./lead-professional.ts";
import { meeting, meetingSetsAside, reviewOverrides } from "./meeting.ts";
import { plan, planSetsAside } from "./plan.ts";
import { record } from "./record.ts";
import { setsAside as rowsSetAside, statutoryLeads } from "./statutory-leads.ts";
import { supervision, supervisionSetsAside } from "./supervision.ts";
import { workload, workloadSetsAside } from "./workload.ts";

/** Bolton's guidance for practitioners: a table of statutory leads, a deputy, and the family's say first. */
export const bolton = edition({
  id: "bolton",
  version: 1,
  title: "Bolton: lead professional guidance for practitioners",
  nation: "england-and-wales",
  basedOn: england,
  from,
  sources: {
    [guidance.source]: { title: "Lead Professional Guidance for Practitioners", issued: from, status: "good practice" },
  },
  chapters: [
    assessment,
    consent,
    plan,
    leadProfessional,
    statutoryLeads,
    choice,
    agreement,
    workload,
    continuity,
    dispute,
    supervision,
    figures,
    record,
    meeting,
  ],
  overrides: {
    ...reviewOverrides,
    workingDaysToNameStatutoryLead: {
      value: 2,
      least: 0,
      most: 10,
      ours: "BOL-D4",
      clause: guidance("7.4"),
      reading: "The named social worker is recorded within 2 working days; until then the team manager is the contact.",
    },
  },
  setsAside: {
    ...meetingSetsAside,
    ...consentSetsAside,
    ...planSetsAside,
    ...supervisionSetsAside,
    ...disputeSetsAside,
    ...continuitySetsAside,
    ...choiceSetsAside,
    ...agreementSetsAside,
    ...workloadSetsAside,
    ...rowsSetAside,
  },
});
