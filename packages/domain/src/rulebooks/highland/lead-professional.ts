import type { Parameters } from "../../kernel/edition.ts";
import { decidedWithManager } from "../../lead-professional/needed-routes.ts";
import { categoryBringsSteps } from "../../lead-professional/status-duties.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

/** Part 3 on the lead professional, beyond what the national guidance says in the same words. */
export const leadProfessional = chapter({
  parameters: {
    agenciesForLead: {
      value: 2,
      least: 2,
      most: 2,
      ours: "GD-1",
      clause: part3("H8, paragraph 1, sentences 1-2"),
      reading: "An agency is a service line, whoever employs its people; each voluntary body is one of its own.",
    },
    missingFromHomeSteps: {
      value: [],
      ours: "HIG-127",
      clause: part3("H9, paragraph 3"),
      reading: "The area's own steps when a child goes missing from home; there are none until the area gives them.",
    },
    missingFromHomeStepDays: {
      value: 5,
      least: 1,
      most: 90,
      ours: "HIG-127",
      clause: part3("H9, paragraph 3"),
      reading: "Each step is due within 5 calendar days.",
    },
  },
  rules: {
    "lead-professional.needed": (value) => [
      decidedWithManager(
        { id: "highland.decided-with-manager", clause: part3("H4, bullet 10"), from },
        { agencies: value.agenciesForLead },
      ),
    ],
    "lead-professional.status-duties": (value) => [
      categoryBringsSteps(
        { id: "highland.missing-from-home", clause: part3("H9, paragraph 3"), from },
        {
          kind: "missing-from-home",
          steps: value.missingFromHomeSteps,
          within: { count: value.missingFromHomeStepDays, unit: "days" },
        },
      ),
    ],
  },
});

const route = (at: string) => ({ oneOf: ["1", "2"], clause: part3(at) });

/** Highland knows two routes: the national ones 2 and 3 are its second, another practitioner leading (GN-2). */
export const overrides: Parameters = {
  codeOfRouteFromEvidence: { value: "1", ...route("H8, item 1") },
  codeOfRouteToSpecialist: { value: "2", ...route("H8, item 2") },
  codeOfRouteOfSafety: { value: "2", ...route("H8, item 2") },
};
