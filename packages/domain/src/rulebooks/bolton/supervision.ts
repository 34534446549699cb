import { hasDayAndLine, needsAreActedOn } from "../../supervision/session.ts";
import { beyondExpertise, casesAreDiscussed } from "../../supervision/sessions.ts";
import { chapter } from "../questions.ts";
import { from, guidance } from "./guidance.ts";

const rule = (id: string, at: string) => ({ id: `bolton.${id}`, clause: guidance(at), from });

/** What Bolton says in its own words instead of the managers' guide. */
export const supervisionSetsAside = {
  "england.supervision-next": "Bolton asks for each lead case to be discussed regularly, not for a cycle (heading 8).",
  "england.supervision-day-and-line": "Bolton's heading 11 speaks of informal and formal support itself.",
};

/** Bolton on support by the line manager: informal or formal, each lead case discussed, nobody left with too much. */
export const supervision = chapter({
  parameters: {
    caseDiscussedDays: {
      value: 28,
      least: 7,
      most: 92,
      ours: "BOL-D23",
      clause: guidance("8.6"),
      reading: "Every lead case is discussed at least every 28 days, or by the agency's own cycle.",
    },
  },
  rules: {
    "supervision.duties": (value) => [
      casesAreDiscussed(rule("supervision-cases-discussed", "8.6"), { days: value.caseDiscussedDays }),
      beyondExpertise(rule("supervision-beyond-expertise", "11.10")),
    ],
    "supervision.session": () => [
      hasDayAndLine(rule("supervision-day-and-line", "11.1")),
      needsAreActedOn(rule("supervision-needs", "11.2")),
    ],
  },
});
