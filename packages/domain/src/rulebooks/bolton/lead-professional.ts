import { namedByStatus, severalAgencies } from "../../lead-professional/needed.ts";
import { involvedOrAboutToBe } from "../../lead-professional/suitability.ts";
import { trainingIsPrompted } from "../../lead-professional/training.ts";
import { chapter } from "../questions.ts";
import { from, guidance } from "./guidance.ts";

/** Bolton's guidance on when a lead professional is used, and on who can be one. It has no gates (BOL-D20). */
export const leadProfessional = chapter({
  parameters: {
    servicesForLead: {
      value: 2,
      least: 2,
      most: 10,
      ours: "BOL-1.2",
      clause: guidance("1"),
      reading:
        "More than one service needed: the local Framework for Action, which holds the trigger, is not in our hands.",
    },
    workingDaysAboutToStart: {
      value: 20,
      least: 1,
      most: 60,
      ours: "BOL-D24",
      clause: guidance("5"),
      reading: "About to get involved means a first day within 20 working days, and at least one action on the plan.",
    },
  },
  rules: {
    "lead-professional.needed": (value) => [
      namedByStatus(
        { id: "bolton.lead-named-by-status", clause: guidance("7"), from },
        {
          definite: {
            "care-leaver": "social-worker",
            "youth-order": "yot-supervising-officer",
            "care-programme-approach": "care-co-ordinator",
            "complex-disability-or-health-need": "key-worker",
          },
        },
      ),
      severalAgencies(
        { id: "bolton.more-than-one-service", clause: guidance("1"), from },
        { agencies: value.servicesForLead, tier: "expected", noun: "services" },
      ),
    ],
    "lead-professional.training": () => [
      trainingIsPrompted({ id: "bolton.training-is-offered", clause: guidance("1"), from }),
    ],
    "lead-professional.suitability": (value) => [
      involvedOrAboutToBe(
        { id: "bolton.involved-or-about-to-be", clause: guidance("5"), from },
        { workingDays: value.workingDaysAboutToStart },
      ),
      trainingIsPrompted({ id: "bolton.training-is-prompted", clause: guidance("1"), from }),
    ],
  },
});
