import { england } from "../england/england.ts";
import { edition } from "../questions.ts";
import { access, accessSetsAside } from "./access.ts";
import { accountability, accountabilitySetsAside } from "./accountability.ts";
import { agreement, agreementSetsAside } from "./agreement.ts";
import { assessment } from "./assessment.ts";
import { choice, choiceSetsAside } from "./choice.ts";
import { complaint, complaintSetsAside } from "./complaint.ts";
import { consent, consentSetsAside } from "./consent.ts";
import { continuity, continuitySetsAside } from "./continuity.ts";
import { cp31, from } from "./cp31.ts";
import { dispute, disputeSetsAside } from "./dispute.ts";
import { setsAside as gatesSetAside, leadProfessional } from "./lead-professional.ts";
import { meeting, meetingSetsAside } from "./meeting.ts";
import { plan } from "./plan.ts";
import { supervision, supervisionSetsAside } from "./supervision.ts";
import { transition, transitionSetsAside } from "./transition.ts";
import { whoLeads } from "./who-leads.ts";
import { workforce, workforceSetsAside } from "./workforce.ts";
import { workload, workloadSetsAside } from "./workload.ts";

/** Wigan's procedure CP3.1: gates on people, and a dispute ladder that ends in a binding decision. */
export const wigan = edition({
  id: "wigan",
  version: 1,
  title: "Wigan: procedure for the lead professional",
  nation: "england-and-wales",
  basedOn: england,
  from,
  sources: {
    [cp31.source]: {
      title: "Procedure for Lead Professional, CP3.1, issue 1",
      issued: from,
      status: "local procedure",
    },
  },
  chapters: [
    assessment,
    whoLeads,
    consent,
    leadProfessional,
    plan,
    choice,
    agreement,
    workload,
    continuity,
    dispute,
    supervision,
    complaint,
    transition,
    workforce,
    access,
    accountability,
    meeting,
  ],
  setsAside: {
    ...meetingSetsAside,
    ...accessSetsAside,
    ...accountabilitySetsAside,
    ...consentSetsAside,
    ...transitionSetsAside,
    ...complaintSetsAside,
    ...supervisionSetsAside,
    ...workforceSetsAside,
    ...disputeSetsAside,
    ...continuitySetsAside,
    ...choiceSetsAside,
    ...agreementSetsAside,
    ...workloadSetsAside,
    ...gatesSetAside,
  },
});
