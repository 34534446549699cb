import { acceptance, isOutsideUniversalServices, together, viewsOf } from "../../lead-professional/agreement.ts";
import { helpNotHeldUp, interimContact, longestWait } from "../../lead-professional/not-agreed.ts";
import { agencyException } from "../../lead-professional/required-agency.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

const rule = (id: string, at: string) => ({ id: `scotland.${id}`, clause: girfec(at), from });

/** The national guidance on agreeing who leads: child and family in every case, a meeting only where it fits, help never waits. */
export const agreement = chapter({
  parameters: {
    longestWaitWorkingDays: {
      value: 10,
      least: 1,
      most: 40,
      ours: "GD-2",
      reading:
        "After 10 working days without a lead it shows as an unresolved disagreement; help may start at any time.",
    },
  },
  rules: {
    "lead-professional.agreement": () => [
      agencyException(rule("agreement-agency-exception", "G2, paragraph 2")),
      viewsOf(rule("agreement-views-of-child", "G1, item 3, sentence 6"), "child"),
      viewsOf(rule("agreement-views-of-family", "G2, paragraph 1, sentence 3"), "family"),
      together(rule("agreement-childs-meeting", "G1, item 3, sentence 5"), {
        stage: "childs-meeting",
        title: "A lead from another service comes about through a meeting",
        because:
          "The person proposed is from outside health and education, so a meeting is held. The child's circumstances may be a reason to leave it out.",
        mayBeLeftOut: true,
        when: isOutsideUniversalServices,
      }),
      acceptance(rule("agreement-acceptance", 'G1, "will" list, bullet 9'), { isLast: true }),
    ],
    "lead-professional.not-agreed": (value) => [
      longestWait(
        { ...rule("not-agreed-longest-wait", "G1, item 3, sentence 7"), strength: "ours" },
        { workingDays: value.longestWaitWorkingDays },
      ),
      interimContact(rule("not-agreed-interim-contact", "G1, item 3, sentence 7"), {
        from: "need",
        elseConvenor: true,
        namedBy: "line-managers-involved",
      }),
      helpNotHeldUp(rule("not-agreed-help-held-up", "G1, item 3, sentence 7")),
    ],
  },
});
