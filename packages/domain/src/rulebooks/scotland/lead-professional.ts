import { severalAgencies } from "../../lead-professional/needed.ts";
import { needArisesByRoute, routeIsRecorded } from "../../lead-professional/needed-routes.ts";
import { reporterIsContacted } from "../../lead-professional/reporter-contact.ts";
import { categoryBringsSteps } from "../../lead-professional/status-duties.ts";
import {
  noTrigger,
  safetyPointsToAgency,
  specialistForComplexHealth,
  statusAsksForAgency,
} from "../../lead-professional/statutory-agency.ts";
import { statusesAreRecorded } from "../../lead-professional/statutory-care.ts";
import { agencyKinds } from "../../vocabulary/agencies.ts";
import type { LegalStatusKind } from "../../vocabulary/legal-statuses.ts";
import { codesOf } from "../../vocabulary/term.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

const agencies = codesOf(agencyKinds);
const triggers: readonly LegalStatusKind[] = [
  "child-protection-register",
  "looked-after",
  "antisocial-behaviour-order",
  "co-ordinated-support-plan",
];
/** A support plan stays on route 2; the others put a child on the route of safety or statute (GD-7). */
const onRouteThree: readonly LegalStatusKind[] = [
  "child-protection-register",
  "looked-after",
  "antisocial-behaviour-order",
];

const firstOf =
  "Register, looked after, order, support plan: where several ask for different agencies the first decides.";

/** The national guidance on when a lead professional is needed, by which route, and from which agency. */
export const leadProfessional = chapter({
  parameters: {
    agenciesForLead: {
      value: 2,
      least: 2,
      most: 2,
      clause: girfec("G0, paragraph 1, sentences 1-2"),
      ours: "GD-1",
      reading: "An agency is a service line, whoever employs its people; each voluntary body is one of its own.",
    },
    codeOfRouteFromEvidence: { value: "1", oneOf: ["1", "2", "3"], clause: girfec("G1, item 1") },
    codeOfRouteToSpecialist: { value: "2", oneOf: ["1", "2", "3"], clause: girfec("G1, item 2") },
    codeOfRouteOfSafety: { value: "3", oneOf: ["1", "2", "3"], clause: girfec("G1, item 3") },
    agencyForRegister: {
      value: "social-work",
      oneOf: agencies,
      ours: "GD-8",
      reading: firstOf,
      clause: girfec("G2, paragraph 3"),
    },
    agencyForLookedAfter: {
      value: "social-work",
      oneOf: agencies,
      ours: "GD-8",
      reading: firstOf,
      clause: girfec("G2, list 2, bullet 2"),
    },
    agencyForBehaviourOrder: {
      value: "social-work",
      oneOf: agencies,
      ours: "GD-8",
      reading: firstOf,
      clause: girfec("G2, list 2, bullet 3"),
    },
    agencyForSupportPlan: {
      value: "education",
      oneOf: agencies,
      ours: "GD-8",
      reading: firstOf,
      clause: girfec("G2, list 2, bullet 1"),
    },
    agencyForSafety: { value: "social-work", oneOf: agencies, clause: girfec("G1, item 3, sentence 4") },
    leastAgeForBehaviourOrder: {
      value: 12,
      least: 8,
      most: 18,
      ours: "GN-25",
      clause: girfec("G2, list 2, bullet 3"),
      reading: "An order of this kind can be made from the age of 12.",
    },
    reporterContactUnderAge: {
      value: 16,
      least: 12,
      most: 18,
      ours: "GN-25",
      clause: girfec("G2, list 2, bullet 3"),
      reading:
        "For a child under 16 when the order began the sheriff may have a hearing arranged, so the Reporter is contacted.",
    },
    registerSteps: {
      value: [
        "tell-the-child-and-the-family",
        "bring-the-core-group-together",
        "ask-each-agency-for-its-assessment",
        "write-the-risk-into-the-plan",
        "agree-who-sees-the-child-and-how-often",
        "fix-the-review",
      ],
      ours: "GIR-68",
      clause: girfec("G2, paragraph 3"),
      reading:
        "The area's own procedure for a name on the register: these six steps stand until an area gives its own.",
    },
    registerStepDays: {
      value: 28,
      least: 1,
      most: 90,
      ours: "GN-23",
      clause: girfec("G2, paragraph 3"),
      reading: "Each step is due within 28 calendar days, as later national guidance has it for the planning meeting.",
    },
  },
  rules: {
    "lead-professional.needed": (value) => [
      severalAgencies(
        { id: "scotland.two-agencies", clause: girfec("G0, paragraph 1, sentences 1-2"), from, force: "must" },
        { agencies: value.agenciesForLead, tier: "must", noun: "agencies" },
      ),
      routeIsRecorded(
        { id: "scotland.route-recorded", clause: girfec("G1, opening line"), from },
        { agencies: value.agenciesForLead, statuses: onRouteThree },
      ),
      needArisesByRoute(
        { id: "scotland.route-from-evidence", clause: girfec("G1, item 1"), from },
        { route: "evidence-from-universal-services", code: value.codeOfRouteFromEvidence, statuses: onRouteThree },
      ),
      needArisesByRoute(
        { id: "scotland.route-to-specialist", clause: girfec("G1, item 2"), from },
        { route: "specialist-within-universal-services", code: value.codeOfRouteToSpecialist, statuses: onRouteThree },
      ),
      needArisesByRoute(
        { id: "scotland.route-of-safety", clause: girfec("G1, item 3"), from },
        { route: "safety-or-statute", code: value.codeOfRouteOfSafety, statuses: onRouteThree },
      ),
    ],
    "lead-professional.statutory": (value) => [
      statusesAreRecorded({ id: "scotland.statuses-recorded", clause: girfec("G2, paragraph 2"), from }),
      statusAsksForAgency(
        { id: "scotland.register", clause: girfec("G2, paragraph 3"), from },
        {
          status: "child-protection-register",
          agency: value.agencyForRegister,
          before: [
            { rule: "scotland.looked-after", agency: value.agencyForLookedAfter },
            { rule: "scotland.behaviour-order", agency: value.agencyForBehaviourOrder },
            { rule: "scotland.support-plan", agency: value.agencyForSupportPlan },
          ],
        },
      ),
      statusAsksForAgency(
        { id: "scotland.looked-after", clause: girfec("G2, list 2, bullet 2"), from, strength: "law" },
        {
          status: "looked-after",
          agency: value.agencyForLookedAfter,
          before: [
            { rule: "scotland.behaviour-order", agency: value.agencyForBehaviourOrder },
            { rule: "scotland.support-plan", agency: value.agencyForSupportPlan },
          ],
        },
      ),
      statusAsksForAgency(
        { id: "scotland.behaviour-order", clause: girfec("G2, list 2, bullet 3"), from, strength: "law" },
        {
          status: "antisocial-behaviour-order",
          agency: value.agencyForBehaviourOrder,
          before: [{ rule: "scotland.support-plan", agency: value.agencyForSupportPlan }],
          alsoOnThePlan: ["police", "housing"],
          leastAge: value.leastAgeForBehaviourOrder,
        },
      ),
      statusAsksForAgency(
        { id: "scotland.support-plan", clause: girfec("G2, list 2, bullet 1"), from, strength: "law" },
        { status: "co-ordinated-support-plan", agency: value.agencyForSupportPlan, before: [], isWeighed: true },
      ),
      safetyPointsToAgency(
        { id: "scotland.safety", clause: girfec("G1, item 3, sentences 2-4"), from },
        { agency: value.agencyForSafety, universal: ["health", "education"] },
      ),
      specialistForComplexHealth({ id: "scotland.complex-health", clause: girfec("G1, item 2, sentence 3"), from }),
      noTrigger({ id: "scotland.open-choice", clause: girfec("G2, paragraph 1, sentence 1"), from }, { triggers }),
    ],
    "lead-professional.reporter-contact": (value) => [
      reporterIsContacted(
        { id: "scotland.reporter-contacted", clause: girfec("G2, list 2, bullet 3"), from, strength: "ours" },
        { leastAge: value.leastAgeForBehaviourOrder, underAge: value.reporterContactUnderAge },
      ),
    ],
    "lead-professional.status-duties": (value) => [
      categoryBringsSteps(
        { id: "scotland.register-procedure", clause: girfec("G2, paragraph 3"), from, strength: "local procedure" },
        {
          kind: "child-protection-register",
          steps: value.registerSteps,
          within: { count: value.registerStepDays, unit: "days" },
        },
      ),
    ],
  },
});

/** What the national guidance leaves to each agency. */
export const silent = {
  "lead-professional.training":
    "The national guidance does not say who may be offered training for the role: each agency decides.",
  "lead-professional.suitability":
    "The national guidance sets no condition on staff: a gap in confidence or knowledge is a need for support, never a bar.",
} as const;
