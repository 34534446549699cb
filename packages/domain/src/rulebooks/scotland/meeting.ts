import { leadCalls } from "../../meeting/arrange.ts";
import { chairIsHere, childAndFamilyTakePart, leadOrStandInIsHere } from "../../meeting/go-ahead.ts";
import { noContactRisk } from "../../meeting/invite.ts";
import { everybodyIsInvited } from "../../meeting/preparation.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

const rule = (id: string, at: string) => ({ id: `scotland.${id}`, clause: girfec(at), from });
const ours = (id: string, at: string) => ({ ...rule(id, at), strength: "ours" as const });
const formalMeeting = "G1, item 3, sentence 5";
const fullyInvolved = "G3, paragraph 2, sentence 2";

/** For the reader, where the national guidance says nothing. */
export const silentOnMeeting = {
  "meeting.needed": "The national guidance sets no day by which a meeting takes place: help does not wait for one.",
  "meeting.who-chairs": "The national guidance does not say who chairs a meeting.",
  "meeting.may-chair": "The national guidance does not say who chairs a meeting.",
  "meeting.jobs": "The national guidance does not say who takes notes or supports the family at a meeting.",
  "meeting.closing": "The national guidance asks for nothing before a meeting is closed.",
  "meeting.follow-up": "The national guidance sets no day for the notes of a meeting.",
  "meeting.group-item": "The national guidance knows no service managers' group.",
  "meeting.former-name": "The national guidance replaces no title and no group.",
  "meeting.model": "The national guidance leaves it to each area how people are brought together.",
  "meeting.administration": "The national guidance does not speak of administration.",
  "meeting.administration-may": "The national guidance does not speak of administration.",
};

/** The national guidance on meetings: few are needed, the lead arranges reviews, and child and family are part of every one. */
export const meeting = chapter({
  parameters: {
    meetingNoticeWorkingDays: {
      value: 5,
      least: 0,
      most: 20,
      ours: "GD-25",
      clause: girfec(formalMeeting),
      reading:
        "To a formal meeting everybody, the family too, is invited at least 5 working days before, and at once where it was called later than that.",
    },
    managerDecidesWithoutLead: {
      value: true,
      ours: "GD-30",
      clause: girfec(formalMeeting),
      reading:
        "Where neither the lead professional nor anybody who acts for them is at a meeting, the lead's line manager decides whether it goes ahead; an area may say that there is a new day instead.",
    },
  },
  rules: {
    "meeting.arrange": () => [
      leadCalls(rule("meeting-lead-arranges-review", "G1, bullet 8"), {
        kinds: ["review-meeting"],
        assessorUntilLead: false,
      }),
    ],
    "meeting.may-invite": () => [noContactRisk(ours("meeting-contact-risk", fullyInvolved))],
    "meeting.preparation": (value) => [
      everybodyIsInvited(ours("meeting-invitations", formalMeeting), {
        kinds: ["childs-meeting", "review-meeting"],
        workingDays: value.meetingNoticeWorkingDays,
      }),
    ],
    "meeting.go-ahead": (value) => [
      chairIsHere(ours("meeting-chair-here", formalMeeting)),
      leadOrStandInIsHere(ours("meeting-lead-here", formalMeeting), {
        managerDecides: value.managerDecidesWithoutLead,
      }),
      childAndFamilyTakePart(rule("meeting-family-takes-part", fullyInvolved)),
    ],
  },
});
