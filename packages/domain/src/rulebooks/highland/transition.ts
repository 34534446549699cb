import { acceptedBeforeClosing, handOverAfterStay, handOverOnMove } from "../../transition/boundaries.ts";
import {
  openBeforeKeyPoint,
  outgoingContributes,
  supportBeforeReview,
  writeSupport,
} from "../../transition/key-points.ts";
import { packIsWhole, receivedFirst } from "../../transition/passing-on.ts";
import { chapter } from "../questions.ts";
import { withSupportNeedsMonths } from "../scotland/transition.ts";
import { from, part3 } from "./part3.ts";

const keyPoints = "H8, bullet 9";
const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });
const inOwnWords = "Part 3, H8, bullet 9 says it for Highland, and the time is our reading (HD-24).";

/** What Part 3 says in its own words instead of the national guidance. */
export const transitionSetsAside = {
  "scotland.transition-opens": inOwnWords,
  "scotland.transition-support": inOwnWords,
  "scotland.transition-support-before-review": inOwnWords,
  "scotland.boundary-hand-over":
    "Part 3 has two transfers: the plan by the lead, core information by the named person.",
  "scotland.boundary-accepted": "Part 3 has two transfers, and the record closes when both are through (T27).",
};

/** Part 3 on key points, on a family that moves away and on a child who travels. */
export const transition = chapter({
  parameters: {
    monthsToKeyPointWithSupportNeeds: withSupportNeedsMonths,
    daysToKeyPoint: {
      value: 217,
      least: 28,
      most: 365,
      ours: "HD-24",
      clause: part3(keyPoints),
      reading:
        "The lead has the task 31 weeks before the first day, when the spring term begins, so that the spring review can hold the support.",
    },
    daysToContribute: {
      value: 35,
      least: 1,
      most: 180,
      ours: "HD-25",
      clause: part3("H4, bullet 8"),
      reading:
        "The outgoing named person has added to the planning 5 weeks before the last pupil day of the old stage.",
    },
  },
  rules: {
    "transition.duties": (value) => {
      const usual = { count: value.daysToKeyPoint, unit: "days" } as const;
      const withSupportNeeds = { count: value.monthsToKeyPointWithSupportNeeds, unit: "months" } as const;
      return [
        openBeforeKeyPoint(rule("transition-opens", keyPoints), {
          kinds: ["primary-to-secondary", "change-of-school", "out-of-secondary"],
          opening: { usual, withSupportNeeds },
          toPlan: "the plan says how the child will be supported through it.",
        }),
        writeSupport(rule("transition-support", keyPoints), { opening: { usual } }),
        outgoingContributes(rule("transition-outgoing-contributes", "H4, bullet 8"), { days: value.daysToContribute }),
      ];
    },
    "transition.passing-on": () => [
      packIsWhole(rule("passing-on-whole", "H4, bullet 8")),
      receivedFirst(rule("passing-on-received", "H4, bullet 8")),
    ],
    "transition.review": (value) => [
      supportBeforeReview(rule("transition-support-before-review", keyPoints), {
        opening: { usual: { count: value.daysToKeyPoint, unit: "days" } },
      }),
    ],
    "transition.cross-border": () => [
      handOverOnMove(rule("boundary-hand-over", keyPoints), { transfers: ["lead", "named-person"] }),
      handOverAfterStay(rule("boundary-stay", "H7, paragraph 3")),
    ],
    "transition.close-after-move": () => [
      acceptedBeforeClosing(rule("boundary-accepted", keyPoints), { transfers: ["lead", "named-person"] }),
    ],
  },
});
