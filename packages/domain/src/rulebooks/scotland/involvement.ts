import { involvedAfterDanger, reasonStandsIn } from "../../lead-professional/not-involved.ts";
import { newTriggerRaisesNeed, notUnderCompulsion, refusalClosesNeed } from "../../plan/refused.ts";
import { involvementReasons } from "../../vocabulary/involvement-reasons.ts";
import { isLegalStatus, legalStatuses } from "../../vocabulary/legal-statuses.ts";
import { codesOf } from "../../vocabulary/term.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

const involved = "G1, item 3, sentence 6";
const inEveryChange = "G3, paragraph 2, sentence 2";
const ours = (id: string, at: string) => ({
  id: `scotland.${id}`,
  clause: girfec(at),
  from,
  strength: "ours" as const,
});

/** The national guidance on child and family taking part, and our readings of what it leaves open: left out, and refusing. */
export const involvement = chapter({
  parameters: {
    reasonsForNotInvolving: {
      value: codesOf(involvementReasons),
      oneOf: codesOf(involvementReasons),
      ours: "GD-10",
      clause: girfec(involved),
      reading:
        "What stands in place of involving a child or a family: whereabouts unknown, declined, immediate danger, or a child too young. The last excuses the child alone: the family is still required.",
    },
    involveAfterDangerWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: "GD-10",
      clause: girfec(involved),
      reading:
        "Whoever was left out because of immediate danger is involved within 5 working days of the confirmation.",
    },
    statusesNoRefusalCloses: {
      value: ["child-protection-register", "looked-after", "antisocial-behaviour-order"],
      oneOf: codesOf(legalStatuses),
      ours: "GD-14",
      clause: girfec(inEveryChange),
      reading:
        "A family or child may refuse advice or a plan. The need for a lead then closes as declined, each agency's own help goes on, and it is no concern by itself. Compulsory measures, the register and safety are the exception.",
    },
  },
  rules: {
    "lead-professional.not-involved": (value) => [
      reasonStandsIn(ours("not-involved-reason", involved), { reasons: value.reasonsForNotInvolving }),
    ],
    "lead-professional.involvement": (value) => [
      involvedAfterDanger(ours("involved-after-danger", involved), {
        workingDays: value.involveAfterDangerWorkingDays,
      }),
    ],
    "plan.refused": (value) => [
      refusalClosesNeed(ours("refusal-closes-need", inEveryChange)),
      notUnderCompulsion(ours("refusal-not-under-compulsion", inEveryChange), {
        kinds: value.statusesNoRefusalCloses.filter(isLegalStatus),
      }),
      newTriggerRaisesNeed(ours("refusal-new-trigger", inEveryChange)),
    ],
  },
});
