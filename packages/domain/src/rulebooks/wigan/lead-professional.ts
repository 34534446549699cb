import { mentorIsActive, mentorIsExperienced } from "../../lead-professional/mentoring.ts";
import {
  alreadyInvolved,
  anyKindOfPractitioner,
  inPool,
  leadsByDesignation,
  workplaceInArea,
} from "../../lead-professional/suitability.ts";
import { temporaryStaff, temporaryStaffException } from "../../lead-professional/temporary-staff.ts";
import {
  enhancedCheck,
  newlyQualified,
  recommendedForLifeExperience,
  trained,
} from "../../lead-professional/training.ts";
import { mentorIsReplaced } from "../../workforce/development.ts";
import { leadIsReplaced } from "../../workforce/exception-ends.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

/** What a manager accepts in its place for somebody out of the area (WIG-D18); the enhanced check is not among them. */
const shownByHomeArea = ["wigan.wait-before-lead", "wigan.trained", "wigan.mentor", "wigan.experienced-mentor"];
/** What designation by law lifts (WIG-D10); the enhanced check and being involved are not among them. */
const liftedByDesignation = [
  ...shownByHomeArea,
  "wigan.life-experience-before-lead",
  "wigan.temporary-staff",
  "wigan.temporary-staff-exception",
];

/** CP3.1 on who may be offered training and who may lead, in the order its checks are read. */
export const leadProfessional = chapter({
  parameters: {
    monthsAfterQualifying: { value: 18, least: 0, most: 60, clause: cp31("8.4.2") },
    monthsUnderMentor: { value: 12, least: 0, most: 36, clause: cp31("8.4.2") },
    monthsStillNew: {
      value: 36,
      least: 0,
      most: 120,
      ours: "WIG-D4",
      clause: cp31("8.4.2"),
      reading: "The mentored year is for people whose first lead starts less than 36 months after they qualified.",
    },
    monthsAsLeadToMentor: {
      value: 12,
      least: 0,
      most: 60,
      ours: "WIG-D5",
      clause: cp31("8.4.2"),
      reading:
        "An experienced lead professional is trained, has had 12 months in the role in all and is under no mentor.",
    },
    daysMentorMayBeOff: {
      value: 28,
      least: 1,
      most: 180,
      ours: "WIG-D5",
      clause: cp31("8.4.2"),
      reading:
        "A mentor who is off for more than 28 days counts no longer from the 29th: the mentored months wait, and no new lead starts.",
    },
    workingDaysToNameMentor: {
      value: 10,
      least: 1,
      most: 40,
      ours: "WIG-D5",
      clause: cp31("8.4.2"),
      reading:
        "A new mentor is named within 10 working days of the old one's last day, or of the 28th day of a long absence; what the person leads stays theirs, and the line manager supports them.",
    },
    daysOfException: {
      value: 84,
      least: 1,
      most: 365,
      ours: "WIG-D6",
      clause: cp31("8.4.3"),
      reading: "An exception is for one person and one case, for at most 84 days with both ends counted.",
    },
    workingDaysToReplace: {
      value: 10,
      least: 1,
      most: 40,
      ours: "WIG-D6",
      clause: cp31("8.4.3"),
      reading:
        "The line manager's task to find another lead opens on the 10th working day counting back from the last day of an exception.",
    },
    yearsUntilCheckReminder: {
      value: 3,
      least: 1,
      most: 10,
      ours: "WIG-D8",
      clause: cp31("8.3"),
      reading: "A reminder comes 3 years after the certificate was issued; it never blocks.",
    },
  },
  rules: {
    "lead-professional.training": (value) => [
      workplaceInArea({ id: "wigan.workplace-for-training", clause: cp31("2"), from }, { flags: "ask-home-area" }),
      enhancedCheck(
        { id: "wigan.enhanced-check-before-training", clause: cp31("8.3"), from },
        { on: "day-of-asking", yearsUntilReminder: value.yearsUntilCheckReminder },
      ),
      newlyQualified(
        { id: "wigan.newly-qualified", clause: cp31("8.4.2"), from },
        { monthsToWait: value.monthsAfterQualifying },
      ),
      recommendedForLifeExperience(
        { id: "wigan.life-experience", clause: cp31("8.4.4"), from },
        { on: "day-of-asking" },
      ),
    ],
    "workforce.development": (value) => [
      mentorIsReplaced(
        { id: "wigan.mentor-replaced", clause: cp31("8.4.2"), from, strength: "ours" },
        { daysOff: value.daysMentorMayBeOff, workingDays: value.workingDaysToNameMentor },
      ),
    ],
    "workforce.exception-ends": (value) => [
      leadIsReplaced(
        { id: "wigan.exception-ends", clause: cp31("8.4.3"), from },
        { workingDaysBefore: value.workingDaysToReplace },
      ),
    ],
    "lead-professional.suitability": (value) => [
      anyKindOfPractitioner(
        { id: "wigan.any-profession", clause: cp31("6.2"), from },
        {
          because:
            "No profession, grade or sector is barred: only the enhanced check, the waits and the kind of engagement exclude.",
        },
      ),
      workplaceInArea({ id: "wigan.workplace", clause: cp31("2"), from }, { flags: shownByHomeArea }),
      leadsByDesignation({ id: "wigan.by-designation", clause: cp31("8.8.2"), from }, { lifts: liftedByDesignation }),
      enhancedCheck(
        { id: "wigan.enhanced-check", clause: cp31("8.3"), from },
        { on: "day-of-leading", yearsUntilReminder: value.yearsUntilCheckReminder },
      ),
      newlyQualified(
        { id: "wigan.wait-before-lead", clause: cp31("8.4.2"), from },
        { monthsToWait: value.monthsAfterQualifying, on: "day-of-leading" },
      ),
      recommendedForLifeExperience(
        { id: "wigan.life-experience-before-lead", clause: cp31("8.4.4"), from },
        { on: "day-of-leading" },
      ),
      trained({ id: "wigan.trained", clause: cp31("8.4.2"), from }),
      mentorIsActive(
        { id: "wigan.mentor", clause: cp31("8.4.2"), from },
        {
          monthsStillNew: value.monthsStillNew,
          monthsUnderMentor: value.monthsUnderMentor,
          daysOff: value.daysMentorMayBeOff,
        },
      ),
      mentorIsExperienced(
        { id: "wigan.experienced-mentor", clause: cp31("8.4.2"), from },
        {
          monthsStillNew: value.monthsStillNew,
          monthsUnderMentor: value.monthsUnderMentor,
          daysOff: value.daysMentorMayBeOff,
          monthsAsLead: value.monthsAsLeadToMentor,
        },
      ),
      temporaryStaff({ id: "wigan.temporary-staff", clause: cp31("8.4.3"), from }),
      temporaryStaffException(
        { id: "wigan.temporary-staff-exception", clause: cp31("8.4.3"), from },
        { mostDays: value.daysOfException, lifts: "wigan.temporary-staff" },
      ),
      alreadyInvolved({ id: "wigan.already-involved", clause: cp31("8.7.4"), from }),
      inPool({ id: "wigan.pool", clause: cp31("9.4.1"), from }),
    ],
  },
});

/** What CP3.1 says in place of the base. */
export const setsAside = {
  "england.any-practitioner": "CP3.1 6.2 says the same of every profession, and adds gates of its own.",
  "england.training-is-open": "CP3.1 8.3 and 8.4 set conditions for being offered training.",
} as const;
