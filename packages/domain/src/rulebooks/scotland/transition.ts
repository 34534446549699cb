import { acceptedBeforeClosing, handOverOnMove } from "../../transition/boundaries.ts";
import { openBeforeKeyPoint, supportBeforeReview, writeSupport } from "../../transition/key-points.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

const keyPoints = "G1, bullet 9";
const rule = (id: string) => ({ id: `scotland.${id}`, clause: girfec(keyPoints), from });

/** More time where it is needed, read by the areas' own rules as well. */
export const withSupportNeedsMonths = {
  value: 12,
  least: 1,
  most: 24,
  ours: "GD-15",
  clause: girfec(keyPoints),
  reading:
    "For a child with additional support needs, or of whom nobody has recorded it, the task is 12 months before a change of school.",
};

/** The national guidance on key points and on a family that moves away. */
export const transition = chapter({
  parameters: {
    monthsToKeyPoint: {
      value: 6,
      least: 1,
      most: 24,
      ours: "GD-15",
      clause: girfec(keyPoints),
      reading: "The lead's task is 6 months before a key point; for a child under school age as well.",
    },
    monthsToKeyPointWithSupportNeeds: withSupportNeedsMonths,
  },
  rules: {
    "transition.duties": (value) => {
      const usual = { count: value.monthsToKeyPoint, unit: "months" } as const;
      const withSupportNeeds = { count: value.monthsToKeyPointWithSupportNeeds, unit: "months" } as const;
      const toPlan = "the plan shows how the child will be supported through it.";
      return [
        openBeforeKeyPoint(rule("transition-opens"), {
          kinds: ["primary-to-secondary", "change-of-school", "out-of-secondary"],
          opening: { usual, withSupportNeeds },
          toPlan,
        }),
        openBeforeKeyPoint(rule("transition-opens-before-school"), {
          kinds: ["early-years-to-primary"],
          opening: { usual },
          toPlan,
        }),
        writeSupport(rule("transition-support"), { opening: { usual } }),
      ];
    },
    "transition.review": (value) => [
      supportBeforeReview(rule("transition-support-before-review"), {
        opening: { usual: { count: value.monthsToKeyPoint, unit: "months" } },
      }),
    ],
    "transition.cross-border": () => [handOverOnMove(rule("boundary-hand-over"), { transfers: ["lead"] })],
    "transition.close-after-move": () => [acceptedBeforeClosing(rule("boundary-accepted"), { transfers: ["lead"] })],
  },
});

/** What the national guidance leaves out, for the reader. */
export const silentOnTransition = {
  "transition.age-limit": "The national guidance sets no age at which a plan ends.",
  "transition.adult-practitioner": "The national guidance does not say when services for adults may join.",
  "transition.governs": "The national guidance does not say whose guidance governs over a boundary.",
  "transition.destinations": "The national guidance asks for no figure on where young people are a year later.",
  "transition.passing-on":
    "The national guidance does not say when what was passed on to a new named person counts as received.",
  "transition.out-of-area": "The national guidance does not say what a practitioner of another area may see.",
};
