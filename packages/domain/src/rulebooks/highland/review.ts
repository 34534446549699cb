import { effectivenessIsSaid, oneResult } from "../../plan/review-closing.ts";
import { reviewIsHeld } from "../../plan/review-due.ts";
import { notTooFarOff } from "../../plan/review-point.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });
const singleAgency = "H4, bullet 7";

/** What Part 3 says of its own beside the national guidance: the single-agency plan, which its named person keeps under review. */
export const review = chapter({
  parameters: {
    singleAgencyReviewMonths: {
      value: 6,
      least: 1,
      most: 12,
      ours: "HD-7",
      clause: part3(singleAgency),
      reading: "A single-agency plan is reviewed at most 6 months after it was agreed or last reviewed.",
    },
    singleAgencyReminderDays: {
      value: 14,
      least: 0,
      most: 42,
      ours: "HD-30",
      clause: part3(singleAgency),
      reading: "The named person is reminded of a review of a single-agency plan 14 days before it is due.",
    },
    singleAgencyOverdueWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: "HD-30",
      clause: part3(singleAgency),
      reading:
        "A single-agency review nobody held is with the named person's manager from the day after, and with the area manager after 5 working days.",
    },
  },
  rules: {
    "plan.review-point": (value) => {
      const most = { count: value.singleAgencyReviewMonths, unit: "months" } as const;
      return [
        notTooFarOff(
          { ...rule("review-single-agency-not-too-far", singleAgency), strength: "ours" },
          { spacings: [{ reach: "single-agency", first: most, later: most }], managerMayExtend: false },
        ),
      ];
    },
    "plan.review-due": (value) => {
      const most = { count: value.singleAgencyReviewMonths, unit: "months" } as const;
      return [
        reviewIsHeld(rule("review-single-agency-held", singleAgency), {
          who: "named-person",
          spacings: [{ reach: "single-agency", first: most, later: most }],
          remindDays: value.singleAgencyReminderDays,
          escalation: { managerWorkingDays: value.singleAgencyOverdueWorkingDays, oneStepUp: "area-manager" },
        }),
      ];
    },
    "plan.review-closing": () => [
      effectivenessIsSaid(rule("review-effectiveness", singleAgency)),
      oneResult(rule("review-single-agency-result", singleAgency), {
        reach: "single-agency",
        results: ["continue", "change", "end", "go-multi-agency"],
        goesOn: ["continue", "change"],
      }),
    ],
  },
});
