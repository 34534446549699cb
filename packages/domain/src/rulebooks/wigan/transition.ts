import {
  countsWhereEmployed,
  homeAreaGoverns,
  receivingAreaReviews,
  seesThisCaseOnly,
} from "../../transition/boundaries.ts";
import { nameReceiving, ofSchool, openBeforeKeyPoint, reviewAfterwards } from "../../transition/key-points.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

const ours = (id: string, at: string) => ({ id: `wigan.${id}`, clause: cp31(at), from, strength: "ours" as const });

/** What CP3.1 names in its own numbers instead of the managers' guide. */
export const transitionSetsAside = {
  "england.transition-review-afterwards":
    "CP3.1 8.8.9 names the moves from stage to stage; the times are our reading (WIG-D15).",
  "england.change-at-key-point":
    "CP3.1 8.8.9 names the moves from stage to stage; the times are our reading (WIG-D15).",
  "england.governs-home-area":
    "CP3.1 8.8.12 and 8.8.13 name children over a boundary; on a move the receiving area's book governs from its acceptance (WIG-D19).",
  "england.boundary-counts-where-employed":
    "CP3.1 8.8.13 names children from elsewhere who use Wigan's services (WIG-D19).",
};

/** CP3.1 names the moves from stage to stage and across the boundary and says nothing of them: what is here is our reading. */
export const transition = chapter({
  parameters: {
    daysToKeyPoint: {
      value: 84,
      least: 14,
      most: 365,
      ours: "WIG-D15",
      clause: cp31("8.8.9"),
      reading: "A transition task opens 12 weeks before the move.",
    },
    daysToNameReceiving: {
      value: 28,
      least: 7,
      most: 180,
      ours: "WIG-D15",
      clause: cp31("8.8.9"),
      reading: "The lead on the other side, or that none is needed, is named at least 4 weeks before.",
    },
    daysToReviewKeyPoint: {
      value: 42,
      least: 7,
      most: 180,
      ours: "WIG-D15",
      clause: cp31("8.8.9"),
      reading: "How it went is reviewed within 6 weeks of the start.",
    },
    daysForReceivingReview: {
      value: 28,
      least: 7,
      most: 90,
      ours: "WIG-D19",
      clause: cp31("8.8.13"),
      reading: "The receiving area reviews and updates the record within 28 days of receiving it.",
    },
  },
  rules: {
    "transition.duties": (value) => [
      openBeforeKeyPoint(ours("transition-opens", "8.8.9"), {
        kinds: ofSchool,
        opening: { usual: { count: value.daysToKeyPoint, unit: "days" } },
        toPlan: "a handover plan, who leads on the other side, and somebody for any gap such as the summer break.",
      }),
      nameReceiving(ours("transition-receiving", "8.8.9"), { days: value.daysToNameReceiving }),
      reviewAfterwards(ours("transition-review-afterwards", "8.8.9"), {
        within: { count: value.daysToReviewKeyPoint, unit: "days" },
      }),
    ],
    "transition.governs": () => [homeAreaGoverns(ours("governs-home-area", "8.8.12"), { onMoveFrom: "acceptance" })],
    "transition.out-of-area": () => [seesThisCaseOnly(ours("out-of-area-this-case", "8.8.12"))],
    "transition.cross-border": (value) => [
      receivingAreaReviews(ours("boundary-receiving-review", "8.8.13"), { days: value.daysForReceivingReview }),
      countsWhereEmployed(ours("boundary-counts-where-employed", "8.8.13")),
    ],
  },
});
