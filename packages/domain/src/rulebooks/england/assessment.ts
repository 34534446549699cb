import { needsAreDescribed } from "../../assessment/complete.ts";
import { countedOnce } from "../../assessment/counted.ts";
import { everyZoneMeansALevel, responseSetsLevel, statusesSetLevel } from "../../assessment/level.ts";
import { forSmallChildren } from "../../assessment/own-help.ts";
import { assessmentIsMade, levelDecidesTheWay, needIsNoticed } from "../../assessment/pathway.ts";
import { smallChildHasKeyWorker, socialServicesLead } from "../../assessment/specialist.ts";
import { legalStatuses } from "../../vocabulary/legal-statuses.ts";
import { codesOf } from "../../vocabulary/term.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });
const annexC = (row: string) => `Annex C, ${row}`;
const byGuidance = { strength: "statutory guidance" } as const;

/** The managers' guide on levels of need and assessments: what makes needs complex, and what each kind of assessment asks. */
export const assessment = chapter({
  parameters: {
    statusesOfComplexNeeds: {
      value: [
        "child-protection-plan",
        "child-protection-register",
        "looked-after",
        "care-leaver",
        "adoption-plan",
        "statement-or-ehc-plan",
        "complex-disability-or-health-need",
        "significant-mental-health-problem",
        "care-programme-approach",
        "youth-order",
      ],
      oneOf: codesOf(legalStatuses),
      clause: cwdc("Terms, complex needs"),
      ours: "RN-40",
      reading:
        "Severe and complex special educational needs are those with a statement or its successor; the Care Programme Approach is a significant mental health problem.",
    },
    ageOfEarlySupport: {
      value: 4,
      least: 1,
      most: 8,
      ours: "RN-03",
      clause: cwdc("Annex B, disability key worker"),
      reading: "0 to 3 takes in the whole of that year: it ends the day before the 4th birthday.",
    },
  },
  rules: {
    "assessment.level": (value) => [
      statusesSetLevel(rule("level-of-statuses", "4.1"), { kinds: value.statusesOfComplexNeeds }),
      responseSetsLevel(rule("level-of-response", "2.18")),
    ],
    "assessment.picture": () => [everyZoneMeansALevel(rule("picture-of-levels", "1.7"))],
    "assessment.with-additional-needs": (value) => [
      countedOnce(rule("counted-once", "4.1"), { kinds: value.statusesOfComplexNeeds }),
    ],
    "assessment.complete": () => [needsAreDescribed(rule("needs-described", "Terms, additional needs"))],
    "assessment.specialist": (value) => [
      socialServicesLead({ ...rule("in-need-assessment", annexC("children in need")), ...byGuidance }),
      smallChildHasKeyWorker(rule("small-child-key-worker", annexC("complex disabilities")), {
        underAge: value.ageOfEarlySupport,
      }),
    ],
    "assessment.pathway": () => [
      needIsNoticed(rule("pathway-need", "Figure 3a, step 1")),
      assessmentIsMade(rule("pathway-assessment", "Figure 3a, step 2")),
      levelDecidesTheWay(rule("pathway-level", "Figure 3a, step 2, level")),
    ],
    "assessment.early-support": (value) => [
      forSmallChildren(rule("early-support", "Annex B, disability key worker"), { underAge: value.ageOfEarlySupport }),
    ],
  },
});

/** What the managers' guide leaves out, for the reader. */
export const silentOnAssessment = {
  "assessment.change-part": "The managers' guide for England does not say who may change what of a shared assessment.",
  "assessment.basis-of-plan":
    "The managers' guide for England does not say what has to be linked before a plan is agreed.",
  "assessment.duties": "The managers' guide for England sets nothing for requests made in the course of an assessment.",
  "assessment.own-help": "The managers' guide for England does not list the help that one agency gives alone.",
  "assessment.resource": "The managers' guide for England does not say how a resource is committed to a child.",
};
