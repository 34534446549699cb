import { adviserOnProgramme, oneOfThreeAtCollege, schoolFits } from "../../lead-professional/by-setting.ts";
import { conditionsAreKept, conditionsFirst, somebodyLooks } from "../../lead-professional/conditional.ts";
import { chosenContact, contactOfRecord, familyLeadBeside } from "../../lead-professional/contact-of-record.ts";
import { onlyExceptionally } from "../../lead-professional/manager-acts.ts";
import { agreedFirst, fromOwnProcess, restsOnAssessment } from "../../lead-professional/settled.ts";
import { legalStatuses } from "../../vocabulary/legal-statuses.ts";
import { codesOf } from "../../vocabulary/term.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });

/** The managers' guide on who leads, and who is turned to while that is not settled. */
export const whoLeads = chapter({
  parameters: {
    statusesWithOwnProcess: {
      value: [
        "child-protection-plan",
        "child-protection-register",
        "looked-after",
        "care-leaver",
        "adoption-plan",
        "child-in-need",
        "statement-or-ehc-plan",
        "complex-disability-or-health-need",
        "significant-mental-health-problem",
        "care-programme-approach",
        "youth-order",
      ],
      oneOf: codesOf(legalStatuses),
      clause: cwdc("4.5"),
      ours: "RN-42",
      reading: "Any status of complex needs, and a child in need, has a lead agency with a process of its own.",
    },
    practitionersFromOutsideSchool: {
      value: 3,
      least: 1,
      most: 10,
      ours: "RN-43",
      clause: cwdc("3.4"),
      reading: "Many practitioners from outside the school are three or more: another service is then suggested.",
    },
    servicesOnProgramme: {
      value: 2,
      least: 1,
      most: 10,
      ours: "RN-44",
      clause: cwdc("3.8"),
      reading: "Several services on an Entry to Employment programme are two or more.",
    },
    integratedWorkingManagers: {
      value: false,
      ours: "CWDC-5.13",
      clause: cwdc("5.13"),
      reading:
        "An area has no managers of its own for integrated working until it says so; their requests go to the line manager.",
    },
    practitionersNeedingLead: {
      value: 2,
      least: 2,
      most: 10,
      clause: cwdc("Annex C, additional needs"),
      ours: "RN-04",
      reading: "Several professionals are two or more practitioners with actions; two of one agency are two.",
    },
  },
  rules: {
    "lead-professional.contact": () => [
      contactOfRecord({ ...rule("contact-of-record", "2.17"), strength: "ours" }, { meanwhile: "assessor" }),
      familyLeadBeside({ ...rule("contact-family-lead-beside", "Case study, Nicole"), strength: "ours" }),
      chosenContact(rule("contact-chosen", "4.6")),
    ],
    "lead-professional.settled": () => [
      restsOnAssessment(rule("settled-on-assessment", "2.4")),
      agreedFirst(rule("settled-agreed-first", "3.13")),
    ],
    "lead-professional.taken-over": (value) => [
      fromOwnProcess(rule("taken-over", "4.5"), { kinds: value.statusesWithOwnProcess }),
    ],
    "lead-professional.by-setting": (value) => [
      schoolFits(rule("school-fits", "3.4"), { manyFromOutside: value.practitionersFromOutsideSchool }),
      oneOfThreeAtCollege(rule("college-one-of-three", "3.7")),
      adviserOnProgramme(rule("programme-adviser", "3.8"), { services: value.servicesOnProgramme }),
    ],
    "lead-professional.conditional": () => [conditionsFirst(rule("conditions-first", "Case study, Paresh"))],
    "lead-professional.conditions": () => [
      conditionsAreKept({ ...rule("conditions-are-kept", "Case study, Paresh"), strength: "ours" }),
    ],
    "lead-professional.search": (value) => [
      somebodyLooks(rule("somebody-looks", "5.13"), { hasTier: value.integratedWorkingManagers }),
    ],
    "lead-professional.without": (value) => [
      onlyExceptionally(rule("without-lead", "Annex C, additional needs"), {
        practitioners: value.practitionersNeedingLead,
      }),
    ],
  },
});

/** What the managers' guide leaves out, for the reader. */
export const silentOnWhoLeads = {
  "lead-professional.by-need": "The managers' guide for England lists no kinds of need that point to kinds of people.",
  "lead-professional.reallocate":
    "The managers' guide for England leaves it to each service how its manager gives a case to somebody else.",
  "lead-professional.statutory-checks":
    "The managers' guide for England does not list the checks of another nation's statute.",
  "dispute.item": "The managers' guide for England knows no service managers' group.",
};
