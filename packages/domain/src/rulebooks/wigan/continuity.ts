import { contactAfterLeaving, contactWhileAway } from "../../lead-professional/acting.ts";
import { handOverBeforeLeaving, nameInterim, reviewChange } from "../../lead-professional/long-absence.ts";
import { interimIsInvolved } from "../../lead-professional/stand-in.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

const ours = (id: string, at: string) => ({ id: `wigan.${id}`, clause: cp31(at), from, strength: "ours" as const });

/** What CP3.1 names in its own numbers instead of the managers' guide. */
export const continuitySetsAside = {
  "england.acting-contact-while-away": "CP3.1 8.8.10 names long absence; who is the contact is our reading (WIG-D16).",
  "england.acting-after-leaving": "CP3.1 8.8.11 names a lead who leaves the post; how is our reading (WIG-D17).",
  "england.cover-planned": "CP3.1 8.8.10 names long absence; from when and how is our reading (WIG-D16).",
};

/** CP3.1 names long-term sickness and leaving the post and says nothing of either: what is here is our reading. */
export const continuity = chapter({
  parameters: {
    workingDaysOffForInterim: {
      value: 10,
      least: 1,
      most: 60,
      ours: "WIG-D16",
      clause: cp31("8.8.10"),
      reading: "A lead expected to be away for 10 or more working days is off for long, from the day that is known.",
    },
    workingDaysMissedForInterim: {
      value: 5,
      least: 1,
      most: 30,
      ours: "WIG-D16",
      clause: cp31("8.8.10"),
      reading:
        "An absence of unknown length is long from the 5th working day missed; the first one missed is the first.",
    },
    workingDaysToNameInterim: {
      value: 2,
      least: 1,
      most: 10,
      ours: "WIG-D16",
      clause: cp31("8.8.10"),
      reading:
        "The line manager names somebody in between within 2 working days of learning of it; the family is told the same day.",
    },
    daysToReviewAbsence: {
      value: 28,
      least: 7,
      most: 180,
      ours: "WIG-D16",
      clause: cp31("8.8.10"),
      reading: "At 28 days of absence those involved look at whether the lead changes for good.",
    },
    workingDaysToHandOver: {
      value: 5,
      least: 1,
      most: 30,
      ours: "WIG-D17",
      clause: cp31("8.8.11"),
      reading: "A lead who leaves has handed over at least 5 working days before the last working day.",
    },
  },
  rules: {
    "lead-professional.acting": () => [
      contactWhileAway(ours("acting-contact-while-away", "8.8.10"), { post: "line-manager" }),
      contactAfterLeaving(ours("acting-after-leaving", "8.8.11"), { when: ["left-post"], post: "line-manager" }),
    ],
    "lead-professional.stand-in": () => [interimIsInvolved(ours("stand-in-interim", "8.8.10"))],
    "lead-professional.cover": (value) => [
      nameInterim(ours("cover-interim", "8.8.10"), {
        expectedWorkingDays: value.workingDaysOffForInterim,
        missedWorkingDays: value.workingDaysMissedForInterim,
        nameWithin: value.workingDaysToNameInterim,
      }),
      reviewChange(ours("cover-review-change", "8.8.10"), { days: value.daysToReviewAbsence }),
      handOverBeforeLeaving(ours("cover-leaving", "8.8.11"), { workingDays: value.workingDaysToHandOver }),
    ],
  },
});
