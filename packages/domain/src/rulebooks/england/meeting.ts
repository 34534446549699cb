import { contactDetailsOnly, updatesAreMade } from "../../meeting/administration.ts";
import { leadCalls } from "../../meeting/arrange.ts";
import { onlySupervisingOfficer, supervisingOfficerChairs } from "../../meeting/chair.ts";
import { leadAndPlanTogether } from "../../meeting/closing.ts";
import { minutesAreSent } from "../../meeting/follow-up.ts";
import { chairIsHere, childAndFamilyTakePart, leadOrStandInIsHere } from "../../meeting/go-ahead.ts";
import { noContactRisk } from "../../meeting/invite.ts";
import { minuteTakerStandsApart } from "../../meeting/jobs.ts";
import { everybodyIsInvited, papersAreReady } from "../../meeting/preparation.ts";
import { modelIsSettled } from "../../meeting/which-model.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });
const ours = (id: string, at: string) => ({ ...rule(id, at), strength: "ours" as const });
const custody = "Annex C, young offenders, custody";

/** For the reader, where the managers' guide says nothing. */
export const silentOnMeeting = {
  "meeting.needed": "The managers' guide for England sets no day by which a meeting that is asked for takes place.",
  "meeting.former-name": "The managers' guide for England replaces no title and no group.",
  "meeting.group-item": "The managers' guide for England knows no service managers' group.",
};

/** The managers' guide on meetings: the lead gathers people, everybody else delivers, and administration helps. */
export const meeting = chapter({
  parameters: {
    meetingNoticeWorkingDays: {
      value: 5,
      least: 0,
      most: 20,
      ours: "RN-58",
      clause: cwdc("Figure 3a, step 3"),
      reading:
        "Everybody, the family too, is invited at least 5 working days before a meeting, and at once where it was called later than that.",
    },
    managerDecidesWithoutLead: {
      value: true,
      ours: "RN-56",
      clause: cwdc("3.13"),
      reading:
        "Where neither the lead professional nor anybody who acts for them is at a meeting, the lead's line manager decides whether it goes ahead; an area may say that there is a new day instead.",
    },
    meetingPapersWorkingDays: {
      value: 1,
      least: 0,
      most: 20,
      ours: "RN-51",
      clause: cwdc("5.22"),
      reading: "Agenda and copies of the plan are ready on the working day before the meeting.",
    },
    minutesDraftWorkingDays: {
      value: 3,
      least: 1,
      most: 20,
      ours: "RN-51",
      clause: cwdc("5.22"),
      reading: "The minutes are drafted within 3 working days of the meeting.",
    },
    minutesSentWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: "RN-51",
      clause: cwdc("5.22"),
      reading:
        "The lead professional approves the minutes, and everybody has them, parents too, within 5 working days of the meeting.",
    },
    administrationUpdateDays: {
      value: 2,
      least: 1,
      most: 20,
      ours: "RN-52",
      clause: cwdc("5.22"),
      reading:
        "What waits to be changed in case files and the shared index is done within 2 days; on the third it shows as overdue to administration's manager.",
    },
  },
  rules: {
    "meeting.arrange": () => [leadCalls(rule("meeting-lead-calls", "3.13"), { assessorUntilLead: true })],
    "meeting.who-chairs": () => [
      supervisingOfficerChairs({ ...rule("meeting-officer-chairs", custody), strength: "national standard" }),
    ],
    "meeting.may-chair": () => [
      onlySupervisingOfficer({ ...rule("meeting-only-officer-chairs", custody), strength: "national standard" }),
    ],
    "meeting.jobs": () => [minuteTakerStandsApart(rule("meeting-minute-taker", "5.22"))],
    "meeting.may-invite": () => [noContactRisk(ours("meeting-contact-risk", "3.13"))],
    "meeting.preparation": (value) => [
      everybodyIsInvited(rule("meeting-invitations", "Figure 3a, step 3"), {
        workingDays: value.meetingNoticeWorkingDays,
      }),
      papersAreReady(rule("meeting-papers", "5.22"), { workingDays: value.meetingPapersWorkingDays }),
    ],
    "meeting.go-ahead": (value) => [
      chairIsHere(ours("meeting-chair-here", "3.13")),
      leadOrStandInIsHere(ours("meeting-lead-here", "3.13"), { managerDecides: value.managerDecidesWithoutLead }),
      childAndFamilyTakePart(rule("meeting-family-takes-part", "3.13")),
    ],
    "meeting.closing": () => [leadAndPlanTogether(rule("meeting-lead-and-plan", "5.6"), { kind: "panel" })],
    "meeting.follow-up": (value) => [
      minutesAreSent(rule("meeting-minutes", "5.22"), {
        draft: value.minutesDraftWorkingDays,
        sent: value.minutesSentWorkingDays,
      }),
    ],
    "meeting.model": () => [modelIsSettled(rule("meeting-model", "5.7"))],
    "meeting.administration": (value) => [
      updatesAreMade(rule("administration-updates", "5.22"), { days: value.administrationUpdateDays }),
    ],
    "meeting.administration-may": () => [contactDetailsOnly(rule("administration-contacts", "5.22"))],
  },
});
