import { noExtraMeeting } from "../../meeting/arrange.ts";
import { prioritiesAreAgreed } from "../../meeting/closing.ts";
import { absenceIsSeen } from "../../meeting/follow-up.ts";
import { eachJobIsTaken, leadHoldsNotAll, twoJobsAreAWarning } from "../../meeting/jobs.ts";
import { familyAgreesToMeet, meetingIsHeld } from "../../meeting/needed.ts";
import { everybodyIsUpToDate } from "../../meeting/preparation.ts";
import { chapter } from "../questions.ts";
import { from, guidance } from "./guidance.ts";

const rule = (id: string, at: string) => ({ id: `bolton.${id}`, clause: guidance(at), from });

/** What Bolton says in its own words instead of the managers' guide. */
export const meetingSetsAside = {
  "england.meeting-minute-taker": "Bolton rules out all three jobs in one hand; two are a warning (4.10, BOL-D14).",
};

/** What of the managers' guide's values Bolton's practice gives otherwise. */
export const reviewOverrides = {
  planReviewMostDays: {
    value: 70,
    least: 7,
    most: 184,
    ours: "BOL-D16",
    clause: guidance("3.3"),
    reading: "A plan is reviewed by 10 weeks after it was agreed or last reviewed.",
  },
  planReviewReminderDays: {
    value: 14,
    least: 0,
    most: 42,
    ours: "BOL-D16",
    clause: guidance("3.3"),
    reading: "The lead professional is reminded of a review at 8 weeks, 14 days before the 10 weeks are up.",
  },
} as const;

/** Bolton on meetings: no extra one, everybody up to date, priorities in order, and three jobs for more than one person. */
export const meeting = chapter({
  parameters: {
    meetingNeededWorkingDays: {
      value: 10,
      least: 1,
      most: 40,
      ours: "BOL-D14",
      clause: guidance("4.4"),
      reading: "A meeting that is needed takes place within 10 working days of being asked for.",
    },
    meetingUpdateDays: {
      value: 28,
      least: 1,
      most: 92,
      ours: "BOL-D40",
      clause: guidance("4.6"),
      reading: "What somebody last said of their part is out of date where it is more than 28 days before the meeting.",
    },
    meetingsMissedInARow: {
      value: 2,
      least: 1,
      most: 10,
      ours: "BOL-D41",
      clause: guidance("11.6"),
      reading: "Two meetings missed in a row without an update are a pattern that the lead professional sees.",
    },
  },
  rules: {
    "meeting.needed": (value) => [
      meetingIsHeld(rule("meeting-held", "4.4"), { workingDays: value.meetingNeededWorkingDays }),
      familyAgreesToMeet(rule("meeting-family-agrees", "4.15")),
    ],
    "meeting.arrange": () => [noExtraMeeting(rule("meeting-none-extra", "4.5"))],
    "meeting.jobs": () => [
      leadHoldsNotAll(rule("meeting-not-all-jobs", "4.10")),
      twoJobsAreAWarning({ ...rule("meeting-two-jobs", "4.10"), strength: "ours" }),
      eachJobIsTaken(rule("meeting-jobs-taken", "4.11")),
    ],
    "meeting.preparation": (value) => [
      everybodyIsUpToDate(rule("meeting-up-to-date", "4.6"), { days: value.meetingUpdateDays }),
    ],
    "meeting.closing": () => [prioritiesAreAgreed(rule("meeting-priorities", "4.7"))],
    "meeting.follow-up": (value) => [
      absenceIsSeen(rule("meeting-absence", "11.6"), { meetings: value.meetingsMissedInARow }),
    ],
  },
});
