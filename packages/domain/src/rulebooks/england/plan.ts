import { needsOutcomesContributions, ownedAndDated } from "../../plan/action.ts";
import { draftedForTheLead } from "../../plan/amend.ts";
import { partForEachPerson } from "../../plan/family.ts";
import { missingServiceIsBrokered, missingServiceIsDescribed } from "../../plan/missing-service.ts";
import { inThePlanOfRecord } from "../../plan/one-plan.ts";
import { assessmentsAreNotDoubled, helpIsNotDoubled, visitsDoNotClash } from "../../plan/overlap.ts";
import { establishmentDelivers, ownerSaysYes, toThePlanOfRecord } from "../../plan/owner.ts";
import { everythingIsTagged, topPriorities } from "../../plan/priorities.ts";
import { signedOrRefused } from "../../plan/signing.ts";
import { carePlanRestsOnAssessment, detailedPlanFollows, everybodyContributes } from "../../plan/statutory-plan.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.plan-${id}`, clause: cwdc(at), from });
const hint = "Hints, a plan of action";
const protection = "Annex C, children with a protection plan";

/** The managers' guide on the plan: few priorities, each action with one owner, and everybody's signature. */
export const plan = chapter({
  parameters: {
    planPriorities: {
      value: 3,
      least: 1,
      most: 10,
      ours: "RN-19",
      clause: cwdc(hint),
      reading: 'Up to three priorities for each person; the other needs are kept as "not now" with their rank.',
    },
    detailedPlanWorkingDays: {
      value: 10,
      least: 1,
      most: 40,
      ours: "RN-70",
      clause: cwdc(protection),
      reading: "The detailed plan is linked within 10 working days of the child protection conference.",
    },
    missingServiceDays: {
      value: 14,
      least: 1,
      most: 90,
      ours: "RN-72",
      clause: cwdc("2.10"),
      reading:
        "Whoever owns the request for a missing service writes down at least every 14 days how it stands; passing it to the line manager starts that anew.",
    },
    servicesManagerMayDraft: {
      value: false,
      ours: "RN-71",
      clause: cwdc("Variants, a management tier"),
      reading:
        "Where an area has managers who help to write plans it may let them draft; nobody does until the area says so.",
    },
  },
  rules: {
    "plan.open": () => [inThePlanOfRecord(rule("of-record", "4.8"))],
    "plan.contents": (value) => [
      everythingIsTagged(rule("tagged", "1.5")),
      topPriorities(rule("priorities", hint), { most: value.planPriorities }),
    ],
    "plan.action": () => [ownedAndDated(rule("action-owned", "2.7"), { withState: true })],
    "plan.choice-opens": () => [needsOutcomesContributions(rule("choice-opens", "Figure 3a, step 4"))],
    "plan.signing": () => [signedOrRefused(rule("signed", hint))],
    "plan.amend": (value) => [
      draftedForTheLead(rule("drafted", "Variants, a management tier"), { mayDraft: value.servicesManagerMayDraft }),
    ],
    "plan.family": () => [partForEachPerson({ ...rule("family-parts", "Case study, Nicole"), strength: "ours" })],
    "plan.action-owner": () => [
      ownerSaysYes(rule("action-accepted", "3.13")),
      toThePlanOfRecord(rule("action-of-record", "4.8")),
      establishmentDelivers(rule("action-in-custody", "Annex C, young offenders, custody")),
    ],
    "plan.duties": (value) => [
      missingServiceIsDescribed(rule("missing-service", "2.10")),
      missingServiceIsBrokered(rule("service-brokered", "2.10"), { days: value.missingServiceDays }),
    ],
    "plan.overlap": () => [
      helpIsNotDoubled(rule("help-doubled", "2.7")),
      assessmentsAreNotDoubled(rule("assessments-doubled", "2.7")),
      visitsDoNotClash(rule("visits-clash", "2.7")),
    ],
    "plan.statutory-plan": (value) => [
      detailedPlanFollows(rule("detailed", protection), { workingDays: value.detailedPlanWorkingDays }),
      everybodyContributes(rule("contributions", protection)),
      carePlanRestsOnAssessment(rule("care-plan", "Annex C, looked-after children")),
    ],
  },
});

/** What the managers' guide leaves out of the plan, for the reader. */
export const silentOnPlan = {
  "plan.format": "The managers' guide for England gives no headings that every plan has.",
  "plan.agreeing": "The managers' guide for England asks for signatures, and for no step of agreeing apart from them.",
  "plan.item": "The managers' guide for England does not say how entries of a record come into a plan.",
  "plan.single-agency": "The managers' guide for England knows no plan of one agency.",
  "plan.clear": "The managers' guide for England does not ask everybody whether it is clear who does what.",
  "plan.core-group": "The managers' guide for England asks for no core group beyond child protection.",
  "plan.hears": "The managers' guide for England does not say who is told of an update.",
  "plan.action-duties": "The managers' guide for England sets no clock on a single action but for when it is late.",
  "plan.copies": "The managers' guide for England does not say who gets a copy of the plan, or by when.",
  "plan.advice": "The managers' guide for England does not say how a specialist is asked for advice.",
  "plan.message": "The managers' guide for England knows no messages within a core group.",
};
