import { answerProposal } from "../../lead-professional/changes.ts";
import { namedPersonConfirms, notWithoutNext, remainingHelpHasAPlace } from "../../lead-professional/ending.ts";
import { acceptedFirst, passedOnFirst, reasonIsGiven } from "../../lead-professional/handover.ts";
import { askWhetherPlanEnds } from "../../lead-professional/one-agency.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

const transfer = "G1, bullet 9";
const rule = (id: string, at = transfer) => ({ id: `scotland.${id}`, clause: girfec(at), from });

/** The national guidance on a change and an end of the lead: a planned transfer, and a named person who resumes. */
export const ending = chapter({
  parameters: {
    workingDaysToAnswerProposal: {
      value: 5,
      least: 1,
      most: 20,
      ours: "GD-19",
      clause: girfec("G3, paragraph 2, sentence 1"),
      reading: "A manager answers a proposal of another lead within 5 working days; the present lead stays meanwhile.",
    },
    workingDaysToSayWhetherPlanEnds: {
      value: 10,
      least: 1,
      most: 40,
      ours: "GD-18",
      clause: girfec(transfer),
      reading:
        "With one agency left nothing closes by itself: within 10 working days the lead says whether the plan ends, and stays until that is answered.",
    },
  },
  rules: {
    "lead-professional.handover": () => [
      reasonIsGiven(rule("handover-reason")),
      acceptedFirst(rule("handover-accepted")),
      passedOnFirst(rule("handover-passed-on")),
    ],
    "lead-professional.change": (value) => [
      answerProposal(rule("change-proposal-answered", "G3, paragraph 2, sentence 1"), {
        workingDays: value.workingDaysToAnswerProposal,
      }),
      askWhetherPlanEnds(
        { ...rule("change-one-agency-left"), strength: "ours" },
        { workingDays: value.workingDaysToSayWhetherPlanEnds },
      ),
    ],
    "lead-professional.ending": () => [
      notWithoutNext(rule("ending-without-next")),
      namedPersonConfirms(rule("ending-named-person")),
      remainingHelpHasAPlace({ ...rule("ending-remaining-help"), strength: "ours" }),
    ],
  },
});

/** What the national guidance leaves out, for the reader. */
export const silentOnEnding = {
  "lead-professional.trusted-person":
    "The national guidance knows one lead: it says nothing of a second adult whom the child trusts more.",
  "lead-professional.step-down": "The national guidance has no steps of its own out of statutory support.",
  "lead-professional.reopening": "The national guidance says nothing on help that is taken up again.",
};
