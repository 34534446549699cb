import { suggestionOrReason } from "../../lead-professional/suggestion.ts";
import {
  adultsMayJoin,
  careLeaver,
  explainEntitlement,
  findAdultOption,
  gapsBecomeActions,
  goAlong,
  learningDifficulty,
  underAge,
} from "../../transition/adulthood.ts";
import {
  countsWhereEmployed,
  escalateWithoutLead,
  homeAreaGoverns,
  responsibleAuthorityGoverns,
  successorAfterMove,
} from "../../transition/boundaries.ts";
import { inEducationTrainingOrWork } from "../../transition/destinations.ts";
import { openBeforeKeyPoint, readinessBeforeReview, reviewAfterwards } from "../../transition/key-points.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });
const ours = (id: string, at: string) => ({ ...rule(id, at), strength: "ours" as const });
const pastTheLimit = { lifts: ["england.age-limit"] };

/** The managers' guide on growing up and on boundaries: adulthood prepared well ahead, and the area where the child lives. */
export const transition = chapter({
  parameters: {
    monthsToAdultServices: {
      value: 12,
      least: 1,
      most: 36,
      ours: "RN-15",
      clause: cwdc("4.10"),
      reading:
        "A transition plan opens 12 months before services move to those for adults, or at once and marked late.",
    },
    monthsForAdultOption: {
      value: 6,
      least: 1,
      most: 24,
      ours: "RN-15",
      clause: cwdc("4.10"),
      reading: "No option in services for adults 6 months before is an alert.",
    },
    monthsToReviewKeyPoint: {
      value: 1,
      least: 1,
      most: 6,
      ours: "RN-39",
      clause: cwdc("Case study, Lucas"),
      reading:
        "How a move to another school went is reviewed within a month of its first day, as in the guide's own case.",
    },
    ageForReadiness: {
      value: 17,
      least: 14,
      most: 18,
      ours: "RN-03",
      clause: cwdc("3.18"),
      reading: "From the 17th birthday a review looks at readiness for adult services. A birthday alone ends nothing.",
    },
    ageLimit: {
      value: 20,
      least: 18,
      most: 26,
      ours: "RN-03",
      clause: cwdc("Terms, child"),
      reading: "0 to 19 takes in the whole of that year: a case is open up to the day before the 20th birthday.",
    },
    ageLimitLearningDifficulty: {
      value: 25,
      least: 18,
      most: 26,
      clause: cwdc("4.9"),
      ours: "RN-03",
      reading: "Up to 25 ends on the 25th birthday.",
    },
    careLeaverEnd: {
      value: 21,
      least: 18,
      most: 26,
      clause: cwdc("4.9"),
      ours: "RN-24",
      reading:
        "The later of the 21st birthday and the end of a programme approved and begun before it; a later programme is a manager's decision.",
    },
    workingDaysToEscalateBoundary: {
      value: 5,
      least: 1,
      most: 20,
      ours: "RN-33",
      clause: cwdc("5.11"),
      reading:
        "A case over a boundary with no agreed lead is taken up by the end of the 5th working day, and so is a move with no agreed successor.",
    },
  },
  rules: {
    "lead-professional.choice": () => [
      suggestionOrReason(rule("choice-year-9-adviser", "3.4"), { post: "personal-adviser" }),
    ],
    "transition.duties": (value) => [
      openBeforeKeyPoint(rule("transition-adult-services", "4.10"), {
        kinds: ["adult-services"],
        opening: { usual: { count: value.monthsToAdultServices, unit: "months" } },
        toPlan: "options in services for adults, a first meeting, and on what basis information is shared.",
      }),
      findAdultOption(rule("transition-adult-option", "4.10"), { months: value.monthsForAdultOption }),
      explainEntitlement(rule("transition-entitlement", "3.19")),
      goAlong(rule("transition-go-along", "3.19")),
      gapsBecomeActions(rule("transition-gaps", "3.18")),
      reviewAfterwards(ours("transition-review-afterwards", "Case study, Lucas"), {
        within: { count: value.monthsToReviewKeyPoint, unit: "months" },
      }),
    ],
    "transition.review": (value) => [
      readinessBeforeReview(rule("transition-readiness", "3.18"), { fromAge: value.ageForReadiness }),
    ],
    "transition.age-limit": (value) => [
      underAge(rule("age-limit", "Terms, child"), { age: value.ageLimit }),
      learningDifficulty(rule("age-learning-difficulty", "4.9"), {
        untilAge: value.ageLimitLearningDifficulty,
        ...pastTheLimit,
      }),
      careLeaver(rule("age-care-leaver", "4.9"), { untilAge: value.careLeaverEnd, ...pastTheLimit }),
    ],
    "transition.adult-practitioner": () => [adultsMayJoin(rule("adults-may-join", "3.21"))],
    "transition.governs": () => [
      homeAreaGoverns(ours("governs-home-area", "5.11"), { onMoveFrom: "the-move" }),
      responsibleAuthorityGoverns(ours("governs-responsible-authority", "5.11")),
    ],
    "transition.destinations": () => [
      inEducationTrainingOrWork(rule("destinations", "Case study, Fairbridge"), { fromAge: 16 }),
    ],
    "transition.cross-border": (value) => [
      escalateWithoutLead(rule("boundary-escalate", "5.11"), { workingDays: value.workingDaysToEscalateBoundary }),
      successorAfterMove(ours("boundary-successor", "5.11"), { workingDays: value.workingDaysToEscalateBoundary }),
      countsWhereEmployed(ours("boundary-counts-where-employed", "5.11")),
    ],
  },
});

/** What the managers' guide leaves out, for the reader. */
export const silentOnBoundaries = {
  "transition.passing-on": "The managers' guide for England knows no named person to whom information is passed on.",
  "transition.out-of-area": "The managers' guide for England does not say what a practitioner of another area may see.",
  "transition.close-after-move":
    "The managers' guide for England does not say when a record closes after a move: the old lead stays until the new one is active.",
};
