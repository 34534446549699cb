import { heldByLineManagers } from "../../dispute/duties.ts";
import { mayBeRaised, namesTheAgencies } from "../../dispute/raise.ts";
import { level, lineManagersJointly } from "../../dispute/way.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

const at = "G1, item 3, sentence 7";
const rule = (id: string) => ({ id: `scotland.${id}`, clause: girfec(at), from, strength: "ours" as const });

/** For the reader, where the national guidance says nothing. */
export const silentOnDispute = {
  "dispute.may": "The national guidance has no procedure for disagreements: the area's own says who decides (GN-10).",
  "dispute.late-action": "The national guidance does not say what follows when an agreed action is late.",
  "dispute.days-open": "The national guidance counts no days of a disagreement.",
  "dispute.sanction": "The national guidance leaves it to the area which resources have to be sanctioned.",
  "dispute.group-area": "The national guidance knows no groups of managers of an area.",
};

/** The national guidance has no procedure for disagreements; until an area has one, managers settle them. */
export const dispute = chapter({
  parameters: {},
  rules: {
    "dispute.raise": () => [
      mayBeRaised(rule("dispute-kinds"), {
        title: "What may be raised",
        next: "It goes to the line managers of those involved, and help goes on meanwhile.",
      }),
      namesTheAgencies(rule("dispute-names-agencies")),
    ],
    "dispute.way": () => [
      lineManagersJointly(rule("dispute-line-managers"), {}),
      level(rule("dispute-senior-managers"), {
        level: "senior-managers",
        order: 3,
        kind: "decision",
        whose: "senior-managers-involved",
        enteredBy: ["senior-managers-involved"],
        because: "The line managers did not settle it, so it goes to the area's senior managers.",
        unlessSettledAt: ["line-managers"],
        isLast: true,
      }),
    ],
    "dispute.duties": () => [heldByLineManagers(rule("dispute-held"))],
  },
});
