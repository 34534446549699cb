import { carriedOut } from "../../lead-professional/carried-out.ts";
import { integratedResponse, namedByStatus, needAsksForLead } from "../../lead-professional/needed.ts";
import { anyKindOfPractitioner, informationSharingTraining } from "../../lead-professional/suitability.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

/** The managers' guide on whether a lead professional is needed, and on who can be one. */
export const leadProfessional = chapter({
  parameters: {
    practitionersForLead: {
      value: 2,
      least: 2,
      most: 10,
      clause: cwdc("2.1"),
      ours: "RN-04",
      reading:
        "Two or more practitioners who own actions suggest an integrated response; a person says yes or no, and gives a reason for no.",
    },
    daysWithoutContact: {
      value: 28,
      least: 1,
      most: 180,
      clause: cwdc("Figure 2, complex needs"),
      ours: "RN-15",
      reading: "A lead set by law has had contact with the family in the last 28 days, or that lead's manager is told.",
    },
    weeksToReview: {
      value: 13,
      least: 1,
      most: 52,
      clause: cwdc("Figure 2, complex needs"),
      ours: "RN-15",
      reading: "The next review of a plan is set, at most 13 weeks ahead.",
    },
  },
  rules: {
    "lead-professional.needed": (value) => [
      namedByStatus(
        { id: "england.lead-named-by-status", clause: cwdc("Figure 2, complex needs"), from },
        {
          definite: {
            "care-leaver": "personal-adviser",
            "care-programme-approach": "care-co-ordinator",
            "complex-disability-or-health-need": "key-worker",
          },
        },
      ),
      needAsksForLead(
        { id: "england.lead-for-mental-health", clause: cwdc("Box 1, mental health needs"), from },
        { status: "significant-mental-health-problem", unless: "care-programme-approach" },
      ),
      needAsksForLead(
        { id: "england.lead-without-key-worker", clause: cwdc("Box 1, complex disabilities or health needs"), from },
        { status: "complex-disability-or-health-need", unless: "named" },
      ),
      integratedResponse(
        { id: "england.integrated-response", clause: cwdc("2.18"), from },
        { practitioners: value.practitionersForLead },
      ),
    ],
    "lead-professional.carried-out": (value) => [
      carriedOut(
        { id: "england.carried-out", clause: cwdc("Figure 2, complex needs"), from },
        { daysWithoutContact: value.daysWithoutContact, weeksToReview: value.weeksToReview },
      ),
    ],
    "lead-professional.training": () => [
      anyKindOfPractitioner(
        { id: "england.training-is-open", clause: cwdc("2.11"), from },
        {
          because:
            "Training follows from what a practitioner has to develop: the guide sets no condition for being offered it.",
        },
      ),
    ],
    "lead-professional.suitability": () => [
      anyKindOfPractitioner(
        { id: "england.any-practitioner", clause: cwdc("3.1"), from },
        { because: "Practitioners of any kind can lead, from statutory services or the voluntary sector." },
      ),
      informationSharingTraining({ id: "england.information-sharing-training", clause: cwdc("2.12"), from }),
    ],
  },
});
