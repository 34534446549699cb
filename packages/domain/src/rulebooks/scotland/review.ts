import { childAndFamilyInReview, eachAgencyAnswers, oneResult, stillTheRightLead } from "../../plan/review-closing.ts";
import type { Timetable } from "../../plan/review-days.ts";
import { reviewedByLaw, reviewIsHeld, soonerWhenThingsChange } from "../../plan/review-due.ts";
import { materialsComeInTime, materialsReachEverybody } from "../../plan/review-materials.ts";
import { notAfterStatutory, notTooFarOff, reviewIsNamed } from "../../plan/review-point.ts";
import { partsAreAskedFor } from "../../plan/review-preparation.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

const rule = (id: string, at: string) => ({ id: `scotland.${id}`, clause: girfec(at), from });
const ours = (id: string, at: string) => ({ ...rule(id, at), strength: "ours" as const });
const together = "G1, bullet 8";
const namesReview = "G1, paragraph after list, sentence 3";
const circulated = "G1, paragraph after list, sentence 4";
const fullyInvolved = "G3, paragraph 2, sentence 2";
const gd3 = "GD-3";

type Days = {
  readonly careFirstReviewDays: number;
  readonly careSecondReviewMonths: number;
  readonly reviewLaterMonths: number;
  readonly supportPlanReviewMonths: number;
};

const timetables = (value: Days): readonly [Timetable, Timetable] => {
  const yearly = { count: value.supportPlanReviewMonths, unit: "months" } as const;
  return [
    {
      kinds: ["looked-after"],
      awayFromHome: true,
      first: { count: value.careFirstReviewDays, unit: "days" },
      second: { count: value.careSecondReviewMonths, unit: "months" },
      later: { count: value.reviewLaterMonths, unit: "months" },
    },
    { kinds: ["co-ordinated-support-plan"], first: yearly, second: yearly, later: yearly },
  ];
};

/** The national guidance on reviews: the plan names when, the agencies review together, and materials reach child and family. */
export const review = chapter({
  parameters: {
    reviewFirstMonths: {
      value: 3,
      least: 1,
      most: 6,
      ours: gd3,
      clause: girfec(namesReview),
      reading:
        "The first review of a plan comes no later than 3 months after it was agreed; an earlier statutory day wins.",
    },
    reviewLaterMonths: {
      value: 6,
      least: 1,
      most: 12,
      ours: gd3,
      clause: girfec(namesReview),
      reading: "Later reviews are no more than 6 months apart; an earlier statutory day wins.",
    },
    careFirstReviewDays: {
      value: 42,
      least: 1,
      most: 92,
      ours: gd3,
      clause: girfec("G2, list 2, bullet 2"),
      reading:
        "A looked-after child away from home has a first review within 6 weeks of the placement (GN-22); for a child at home it is agreed with child and family.",
    },
    careSecondReviewMonths: {
      value: 3,
      least: 1,
      most: 6,
      ours: gd3,
      clause: girfec("G2, list 2, bullet 2"),
      reading: "The second review of a looked-after child away from home comes within 3 months of the first (GN-22).",
    },
    supportPlanReviewMonths: {
      value: 12,
      least: 1,
      most: 12,
      ours: gd3,
      clause: girfec("G2, list 2, bullet 1"),
      reading: "A co-ordinated support plan is reviewed every 12 months (GN-24).",
    },
    planReviewReminderDays: {
      value: 14,
      least: 0,
      most: 42,
      ours: "GD-26",
      clause: girfec(namesReview),
      reading: "The lead professional is reminded of a review 14 days before it is due.",
    },
    reviewSoonerWorkingDays: {
      value: 10,
      least: 1,
      most: 40,
      ours: "GD-27",
      clause: girfec(namesReview),
      reading:
        "What the plan names as a trigger, or a change of placement, status or risk, brings the review forward to within 10 working days.",
    },
    reviewOverdueManagerWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: "GD-28",
      clause: girfec(namesReview),
      reading:
        "A review nobody held is with the line manager from the day after it was due, and with senior management after 5 working days.",
    },
    reviewMaterialsWorkingDays: {
      value: 5,
      least: 0,
      most: 20,
      ours: "GD-5",
      clause: girfec(circulated),
      reading: "Materials go out at least 5 working days before the review meeting.",
    },
    reviewPartsWorkingDays: {
      value: 7,
      least: 1,
      most: 20,
      ours: "GD-29",
      clause: girfec(namesReview),
      reading: "Where no day was given, a contributor's part is due 7 working days before the review meeting.",
    },
  },
  rules: {
    "plan.review-point": (value) => {
      const [care, supportPlan] = timetables(value);
      return [
        reviewIsNamed(rule("review-named", namesReview)),
        notTooFarOff(ours("review-not-too-far", namesReview), {
          spacings: [
            {
              reach: "multi-agency",
              first: { count: value.reviewFirstMonths, unit: "months" },
              later: { count: value.reviewLaterMonths, unit: "months" },
            },
          ],
          managerMayExtend: false,
        }),
        notAfterStatutory({ ...rule("review-of-care-first", "G2, list 2, bullet 2"), strength: "law" }, care),
        notAfterStatutory(
          { ...rule("review-of-support-plan-first", "G2, list 2, bullet 1"), strength: "law" },
          supportPlan,
        ),
      ];
    },
    "plan.review-due": (value) => {
      const escalation = {
        managerWorkingDays: value.reviewOverdueManagerWorkingDays,
        oneStepUp: "senior-manager",
      } as const;
      const [care, supportPlan] = timetables(value);
      return [
        reviewIsHeld(rule("review-held", namesReview), {
          spacings: [
            {
              reach: "multi-agency",
              first: { count: value.reviewFirstMonths, unit: "months" },
              later: { count: value.reviewLaterMonths, unit: "months" },
            },
          ],
          remindDays: value.planReviewReminderDays,
          escalation,
        }),
        soonerWhenThingsChange(ours("review-sooner", namesReview), {
          workingDays: value.reviewSoonerWorkingDays,
          escalation,
          singleAgency: "named-person",
        }),
        reviewedByLaw(
          { ...rule("review-of-care", "G2, list 2, bullet 2"), strength: "law" },
          { timetable: care, escalation },
        ),
        reviewedByLaw(
          { ...rule("review-of-support-plan", "G2, list 2, bullet 1"), strength: "law" },
          { timetable: supportPlan, escalation },
        ),
      ];
    },
    "plan.review-preparation": (value) => [
      partsAreAskedFor(rule("review-parts-asked-for", namesReview), { workingDays: value.reviewPartsWorkingDays }),
    ],
    "plan.review-materials": (value) => [
      materialsReachEverybody(rule("review-materials", circulated)),
      materialsComeInTime(ours("review-materials-in-time", circulated), {
        workingDays: value.reviewMaterialsWorkingDays,
      }),
    ],
    "plan.review-closing": () => [
      oneResult(ours("review-result", together), {
        reach: "multi-agency",
        results: ["continue", "change", "change-lead", "end"],
        goesOn: ["continue", "change", "change-lead"],
      }),
      eachAgencyAnswers(rule("review-agencies-answer", together)),
      stillTheRightLead(ours("review-right-lead", "G3, paragraph 2, sentence 1")),
      childAndFamilyInReview(rule("review-family-takes-part", fullyInvolved)),
    ],
  },
});
