import {
  acceptance,
  isFromAnotherAgency,
  managerConsulted,
  together,
  viewsOf,
} from "../../lead-professional/agreement.ts";
import { longestWait } from "../../lead-professional/not-agreed.ts";
import { agencyException } from "../../lead-professional/required-agency.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });
const own = (at: string) => `Part 3, ${at} says it for Highland in its own words.`;

/** What Part 3 says in its own words instead of the national guidance. */
export const agreementSetsAside = {
  "scotland.agreement-agency-exception": own("H9, paragraph 2"),
  "scotland.agreement-views-of-child": own("H9, paragraph 1, sentence 4"),
  "scotland.agreement-views-of-family": own("H9, paragraph 1, sentence 4"),
  "scotland.agreement-childs-meeting": own("H8, item 2"),
  "scotland.agreement-acceptance": own("H8, bullet 9"),
  "scotland.not-agreed-longest-wait": own("H13, paragraph 2, sentences 4-5"),
};

/** Part 3 on agreeing who leads: views first in all cases, a manager consulted, a child's meeting for another agency's lead. */
export const agreement = chapter({
  parameters: {
    disputeAfterWorkingDays: {
      value: 10,
      least: 1,
      most: 40,
      ours: "HD-20",
      reading: "After 10 working days the requirement becomes a dispute with an interim contact.",
    },
  },
  rules: {
    "lead-professional.agreement": () => [
      agencyException(rule("agreement-agency-exception", "H9, paragraph 2")),
      viewsOf(rule("agreement-views-of-child", "H9, paragraph 1, sentence 4"), "child"),
      viewsOf(rule("agreement-views-of-family", "H9, paragraph 1, sentence 4"), "family"),
      managerConsulted(rule("agreement-manager-consulted", "H4, bullet 10")),
      together(rule("agreement-childs-meeting", "H8, item 2"), {
        stage: "childs-meeting",
        title: "A lead from another agency comes about through a child's meeting",
        because:
          "The person proposed is from another agency, so a child's meeting is held. The child's circumstances may be a reason to leave it out.",
        mayBeLeftOut: true,
        when: isFromAnotherAgency,
      }),
      acceptance(rule("agreement-acceptance", "H8, bullet 9"), { isLast: true }),
    ],
    "lead-professional.not-agreed": (value) => [
      longestWait(rule("not-agreed-dispute", "H13, paragraph 2, sentences 4-5"), {
        workingDays: value.disputeAfterWorkingDays,
      }),
    ],
  },
});
