import { childAndFamilyInReview, levelIsFollowedUp, oneResult, stillTheRightLead } from "../../plan/review-closing.ts";
import type { Timetable } from "../../plan/review-days.ts";
import { reviewedByLaw, reviewIsHeld, soonerWhenThingsChange, trainingPlanIsReviewed } from "../../plan/review-due.ts";
import { agenciesAgreeOnReviews, notAfterStatutory, notTooFarOff, reviewIsNamed } from "../../plan/review-point.ts";
import { ownersReport } from "../../plan/review-preparation.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });
const ours = (id: string, at: string) => ({ ...rule(id, at), strength: "ours" as const });
const law = (id: string) => ({ ...rule(id, "Annex C, children in need"), strength: "law" as const });

/** For the reader, where the managers' guide says nothing. */
export const silentOnReview = {
  "plan.review-materials": "The managers' guide for England does not say to whom the papers of a review go, or when.",
};

type Days = {
  readonly lookedAfterFirstReviewDays: number;
  readonly protectionFirstReviewMonths: number;
  readonly statutorySecondReviewMonths: number;
  readonly statutoryLaterReviewMonths: number;
};

const timetables = (value: Days): readonly [Timetable, Timetable] => {
  const second = { count: value.statutorySecondReviewMonths, unit: "months" } as const;
  const later = { count: value.statutoryLaterReviewMonths, unit: "months" } as const;
  return [
    {
      kinds: ["looked-after"],
      first: { count: value.lookedAfterFirstReviewDays, unit: "days" },
      second,
      later,
    },
    {
      kinds: ["child-protection-plan", "child-protection-register"],
      first: { count: value.protectionFirstReviewMonths, unit: "months" },
      second: later,
      later,
    },
  ];
};

/** The managers' guide on reviews: regular, gathered by the lead, and the law's own timetable beside them. */
export const review = chapter({
  parameters: {
    planReviewMostDays: {
      value: 91,
      least: 7,
      most: 184,
      ours: "RN-15",
      clause: cwdc("2.10"),
      reading:
        "A plan is reviewed at most 13 weeks after it was agreed, and again at most 13 weeks after the last review; a later day needs the manager's reason.",
    },
    planReviewReminderDays: {
      value: 7,
      least: 0,
      most: 42,
      ours: "CWDC-2.10c",
      clause: cwdc("2.10"),
      reading: "The lead professional is reminded of a review 7 days before it is due.",
    },
    reviewSoonerWorkingDays: {
      value: 10,
      least: 1,
      most: 40,
      ours: "RN-53",
      clause: cwdc("2.10"),
      reading:
        "What changes for the child (a placement, a legal status, the risk, what the plan names, the family's asking) brings the review forward to within 10 working days.",
    },
    reviewOverdueManagerWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: "RN-54",
      clause: cwdc("2.10"),
      reading:
        "A review nobody held is with the line manager from the day after it was due, and with senior management after 5 working days.",
    },
    ownersReportDays: {
      value: 2,
      least: 0,
      most: 14,
      ours: "CWDC-3.13c",
      clause: cwdc("3.13"),
      reading:
        "An owner who has not reported 2 days before the review is reminded, with a copy to the owner's manager; the lead professional is told only.",
    },
    lookedAfterFirstReviewDays: {
      value: 28,
      least: 1,
      most: 92,
      ours: "RN-55",
      clause: cwdc("Annex C, children in need"),
      reading:
        "The guide leaves the timetable of statutory reviews to the regulations and does not print it. Ours, for the area to check: the first review of a looked-after child within 28 days.",
    },
    protectionFirstReviewMonths: {
      value: 3,
      least: 1,
      most: 6,
      ours: "RN-55",
      clause: cwdc("Annex C, children in need"),
      reading: "Ours, for the area to check: the first review of a child protection plan within 3 months.",
    },
    statutorySecondReviewMonths: {
      value: 3,
      least: 1,
      most: 6,
      ours: "RN-55",
      clause: cwdc("Annex C, children in need"),
      reading: "Ours, for the area to check: the second review of a looked-after child 3 months after the first.",
    },
    statutoryLaterReviewMonths: {
      value: 6,
      least: 1,
      most: 12,
      ours: "RN-55",
      clause: cwdc("Annex C, children in need"),
      reading: "Ours, for the area to check: every later statutory review within 6 months of the last.",
    },
    trainingPlanReviewDays: {
      value: 10,
      least: 1,
      most: 28,
      ours: "RN-20",
      clause: cwdc("Annex C, young offenders, custody"),
      reading:
        "Ten days are calendar days and the day of the transfer is day 0. Where the last is no working day the working day before is shown, and the deadline stays.",
    },
  },
  rules: {
    "plan.review-point": (value) => {
      const most = { count: value.planReviewMostDays, unit: "days" } as const;
      const [care, protection] = timetables(value);
      return [
        reviewIsNamed(rule("review-named", "2.10")),
        notTooFarOff(ours("review-not-too-far", "2.10"), {
          spacings: [{ first: most, later: most }],
          managerMayExtend: true,
        }),
        notAfterStatutory(law("review-of-care-first"), care),
        notAfterStatutory(law("review-of-protection-first"), protection),
        agenciesAgreeOnReviews(rule("review-agreed-by-agencies", "Annex C, children in need")),
      ];
    },
    "plan.review-due": (value) => {
      const most = { count: value.planReviewMostDays, unit: "days" } as const;
      const escalation = {
        managerWorkingDays: value.reviewOverdueManagerWorkingDays,
        oneStepUp: "senior-manager",
      } as const;
      const [care, protection] = timetables(value);
      return [
        reviewIsHeld(rule("review-held", "2.10"), {
          spacings: [{ first: most, later: most }],
          remindDays: value.planReviewReminderDays,
          escalation,
        }),
        soonerWhenThingsChange(ours("review-sooner", "2.10"), {
          workingDays: value.reviewSoonerWorkingDays,
          escalation,
        }),
        reviewedByLaw(law("review-of-care"), { timetable: care, escalation }),
        reviewedByLaw(law("review-of-protection"), { timetable: protection, escalation }),
        trainingPlanIsReviewed(
          { ...rule("review-of-training-plan", "Annex C, young offenders, custody"), strength: "national standard" },
          { within: { count: value.trainingPlanReviewDays, unit: "days" } },
        ),
      ];
    },
    "plan.review-preparation": (value) => [
      ownersReport(rule("review-owners-report", "3.13"), { days: value.ownersReportDays }),
    ],
    "plan.review-closing": () => [
      oneResult(rule("review-result", "Figure 3a, step 6"), {
        results: ["continue", "change-lead", "step-up", "step-down", "close"],
        goesOn: ["continue", "change-lead", "step-up", "step-down"],
      }),
      stillTheRightLead(rule("review-right-lead", "3.2")),
      levelIsFollowedUp(rule("review-level", "4.7")),
      childAndFamilyInReview(ours("review-family-takes-part", "3.13")),
    ],
  },
});
