import { criterion, yesIsNeeded } from "../../lead-professional/criteria.ts";
import { from } from "../england/cwdc.ts";
import { chapter } from "../questions.ts";
import { protocol } from "./protocol.ts";

const rule = (id: string) => ({ id: `poole.${id}`, clause: protocol("paragraph 1"), from });
const threeOfItsOwn = "Poole's protocol has three criteria of its own.";

/** The nine criteria of the managers' guide, in place of which Poole has three. */
export const choiceSetsAside = {
  "england.criterion-main-need": threeOfItsOwn,
  "england.criterion-trust": threeOfItsOwn,
  "england.criterion-wishes": "In Poole the family agrees to the choice itself, after the managers.",
  "england.criterion-responsibility": threeOfItsOwn,
  "england.criterion-statutory-duty": threeOfItsOwn,
  "england.criterion-relationship": threeOfItsOwn,
  "england.criterion-leading": threeOfItsOwn,
  "england.criterion-drawing-in": threeOfItsOwn,
  "england.criterion-support-systems": threeOfItsOwn,
};

/** Poole on choosing: trust, skills, and time with the manager's agreement, without which nobody is chosen. */
export const choice = chapter({
  parameters: {},
  rules: {
    "lead-professional.choice": () => [
      criterion(rule("criterion-trust"), {
        code: "trust",
        label: "How well the person can build trust, so that child and family are engaged and involved",
        of: "candidate",
        from: "people",
      }),
      criterion(rule("criterion-skills"), {
        code: "skills",
        label: "Skills to identify, work with and co-ordinate the others in the plan",
        of: "candidate",
        from: "people",
      }),
      yesIsNeeded(
        rule("criterion-time"),
        {
          code: "time-and-agreement",
          label: "Time for the role, and the manager's agreement to it",
          of: "candidate",
          from: "people",
        },
        {
          whenNo:
            "The manager has not released the time for it, so this person cannot be the provisional choice. Choose somebody else, or ask the manager again.",
        },
      ),
    ],
  },
});
