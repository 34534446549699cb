import { bothTold, decidedWithManager, helpGiven } from "../../concern/closing.ts";
import { acknowledged, answered } from "../../concern/duties.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });

/** Part 3 on concerns: a quick and helpful response, and what a concern needs before it closes. */
export const concern = chapter({
  parameters: {
    acknowledgeWithinWorkingDays: {
      value: 1,
      least: 1,
      most: 10,
      ours: "HD-5",
      reading: "A concern is acknowledged within 1 working day of the first report.",
    },
    answerWithinWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: "HD-5",
      reading: "Child and family have an answer within 5 working days of the first report.",
    },
    answerIsHelp: {
      value: true,
      ours: "HD-63",
      clause: part3("H3, paragraph 2, sentence 4"),
      reading:
        "Where nothing more is needed the answer itself is the help given, and the concern closes once it is written down.",
    },
  },
  rules: {
    "concern.duties": (value) => [
      acknowledged(rule("concern-acknowledged", "H3, paragraph 2, sentence 5"), {
        workingDays: value.acknowledgeWithinWorkingDays,
      }),
      answered(rule("concern-answered", "H3, paragraph 2, sentence 5"), { workingDays: value.answerWithinWorkingDays }),
    ],
    "concern.closing": (value) => [
      helpGiven(rule("concern-help-given", "H3, paragraph 2, sentence 4"), { answerIsHelp: value.answerIsHelp }),
      bothTold(rule("concern-both-told", "H3, paragraph 2, sentence 6")),
      decidedWithManager(rule("concern-decided-with-manager", "H4, bullet 10")),
    ],
  },
});
