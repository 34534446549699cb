import { contactOfRecord } from "../../lead-professional/contact-of-record.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

/** The national guidance on the contact: the lead, and the named person until there is one. */
export const whoLeads = chapter({
  parameters: {},
  rules: {
    "lead-professional.contact": () => [
      contactOfRecord(
        { id: "scotland.contact-of-record", clause: girfec('G1, "will" list, bullet 1'), from },
        { meanwhile: "named-person" },
      ),
    ],
  },
});

const england = "The national guidance does not speak of services and annexes of England.";
/** What the national guidance leaves out, for the reader. */
export const silentOnWhoLeads = {
  "lead-professional.settled":
    "The national guidance knows no provisional lead: the named person is the contact until one is agreed.",
  "lead-professional.taken-over":
    "The national guidance does not say how a lead is taken over from one agency's process.",
  "lead-professional.by-setting": "The national guidance does not point from a place of learning to a person.",
  "lead-professional.by-need": "The national guidance lists no kinds of need that point to kinds of people.",
  "lead-professional.reallocate":
    "The national guidance leaves it to each agency how its manager gives a case to somebody else.",
  "lead-professional.conditional": "The national guidance knows no lead who is agreed on conditions.",
  "lead-professional.conditions": "The national guidance knows no lead who is agreed on conditions.",
  "lead-professional.search": "The national guidance does not say who brokers where nobody can be found to lead.",
  "lead-professional.without": "The national guidance has no exceptions to a lead where several agencies help.",
  "lead-professional.statutory-checks":
    "The national guidance does not list the checks of the statute on a looked-after child.",
  "lead-professional.key-worker": england,
  "lead-professional.beside": england,
  "lead-professional.youth": england,
  "lead-professional.discharge": "The national guidance does not say who is named across a discharge.",
  "transition.annual-review": "The national guidance knows no annual review of Year 9.",
  "dispute.item": "The national guidance knows no group of managers: the area's own guidance may.",
};
