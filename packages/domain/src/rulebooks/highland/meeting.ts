import { leadElseOfficerArranges, onlyTheOfficerArranges } from "../../meeting/arrange.ts";
import {
  officerChairsByStatus,
  officerChairsWhenMarked,
  onlyOfficerByStatus,
  onlyOfficerWhenMarked,
} from "../../meeting/chair.ts";
import { replacedNamesAreClosed } from "../../meeting/former-names.ts";
import {
  guestsComeForTheirItem,
  housingManagerIsInvited,
  reporterIsInvited,
  reportersPartIsRecorded,
} from "../../meeting/group-item.ts";
import { everybodyIsInvited, papersAreReady } from "../../meeting/preparation.ts";
import { chairFixedBy } from "../../vocabulary/meetings.ts";
import { codesOf } from "../../vocabulary/term.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });
const officer = "H16, sentence 2";
const chairs = "H17, sentence 1";
const forNow = "H17, sentence 2";
const guests = "H18, paragraph 2, sentence 2";

/** Part 3 on meetings: a chair who is fixed for two groups of children, an officer who arranges, guests who come for their item. */
export const meeting = chapter({
  parameters: {
    statusesThatFixTheChair: {
      value: ["looked-after-and-accommodated", "co-ordinated-support-plan"],
      oneOf: codesOf(chairFixedBy),
      ours: "HD-16",
      clause: part3(forNow),
      reading:
        "For now a review officer chairs all meetings on a child who is looked after and accommodated, or has a Co-ordinated Support Plan, from the day the status starts. Looked after at home, the chair is open.",
    },
    meetingPapersWorkingDays: {
      value: 5,
      least: 0,
      most: 20,
      ours: "HIG-165",
      clause: part3(officer),
      reading: "Invitations and papers of a Liaison Meeting are out at least 5 working days before it.",
    },
  },
  rules: {
    "meeting.arrange": () => [
      onlyTheOfficerArranges(rule("meeting-liaison", officer), {
        kind: "liaison-meeting",
        keeper: "integrated-services-officer",
        words: "The integrated services officer",
      }),
      leadElseOfficerArranges(
        { ...rule("meeting-childs", "H8, item 2"), strength: "ours" },
        { kind: "childs-meeting", keeper: "integrated-services-officer", words: "the integrated services officer" },
      ),
    ],
    "meeting.who-chairs": (value) => [
      officerChairsWhenMarked(rule("meeting-officer-when-marked", chairs)),
      officerChairsByStatus(rule("meeting-officer-by-status", forNow), { fixedBy: value.statusesThatFixTheChair }),
    ],
    "meeting.may-chair": (value) => [
      onlyOfficerWhenMarked(rule("meeting-only-officer-when-marked", chairs)),
      onlyOfficerByStatus(rule("meeting-only-officer-by-status", forNow), { fixedBy: value.statusesThatFixTheChair }),
    ],
    "meeting.preparation": (value) => {
      const before = {
        kinds: ["liaison-meeting"],
        workingDays: value.meetingPapersWorkingDays,
        by: "integrated-services-officer",
      } as const;
      return [
        everybodyIsInvited(rule("meeting-liaison-invitations", officer), before),
        papersAreReady(rule("meeting-liaison-papers", officer), before),
      ];
    },
    "meeting.group-item": () => [
      reporterIsInvited(rule("group-reporter-invited", guests)),
      housingManagerIsInvited(rule("group-housing-invited", guests)),
      guestsComeForTheirItem({ ...rule("group-guests", guests), strength: "ours" }),
      reportersPartIsRecorded({ ...rule("group-reporters-part", guests), strength: "ours" }),
    ],
    "meeting.former-name": () => [
      replacedNamesAreClosed(rule("officer-replaced", "H16, sentence 1"), { names: ["senior-family-liaison-officer"] }),
      replacedNamesAreClosed(rule("groups-replaced", "H18, paragraph 1, sentence 1"), {
        names: ["caseworking-subgroup", "youth-offender-forum"],
      }),
    ],
  },
});
