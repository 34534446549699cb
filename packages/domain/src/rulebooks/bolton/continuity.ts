import {
  contactWhileAway,
  coverActs,
  deputyAfterwards,
  deputyDoesNotShare,
  teamIsContactByLaw,
} from "../../lead-professional/acting.ts";
import { askStillRight } from "../../lead-professional/changes.ts";
import { decideUnplanned, planCover, returnIsTold } from "../../lead-professional/cover.ts";
import { agreeDeputy, relieveCover, reviewHolding } from "../../lead-professional/deputy.ts";
import { deputyHasWork } from "../../lead-professional/stand-in.ts";
import { chapter } from "../questions.ts";
import { from, guidance } from "./guidance.ts";

const rule = (id: string, at: string) => ({ id: `bolton.${id}`, clause: guidance(at), from });

/** What Bolton says in its own words instead of the managers' guide. */
export const continuitySetsAside = {
  "england.choice-year-9-adviser": "Bolton's table, 7.7, only says that the adviser may take the plan on (BOL-D7).",
  "england.acting-interim": "In Bolton a deputy picks the role up (heading 6).",
  "england.acting-contact-while-away": "Bolton names the contact where lead and deputy are both away (BOL-D12).",
  "england.acting-after-statute": "In Bolton the deputy picks the role up when a statutory lead finishes (heading 6).",
  "england.acting-after-leaving":
    "In Bolton the deputy picks the role up; where there is none, the line manager is the contact (BOL-D25).",
  "england.stand-in-deputy": "Bolton's plans have deputies (heading 6).",
  "england.cover-planned": "Bolton's heading 10 says how extended leave is covered, with days of its own (BOL-D13).",
};

/** Bolton on the deputy: agreed by the team, put in force when the lead is away, and there when a statutory lead finishes. */
export const continuity = chapter({
  parameters: {
    servicesForDeputy: {
      value: 2,
      least: 2,
      most: 10,
      ours: "BOL-D11",
      clause: guidance("6"),
      reading: "Any active plan of two or more services without a deputy is shown as such until one is agreed.",
    },
    workingDaysForDeputy: {
      value: 10,
      least: 1,
      most: 30,
      ours: "BOL-D13",
      clause: guidance("10"),
      reading:
        "Planned leave of 10 or more working days is covered by the deputy from its first day; shorter leave by a note.",
    },
    workingDaysToDecideCover: {
      value: 5,
      least: 1,
      most: 20,
      ours: "BOL-D13",
      clause: guidance("6"),
      reading:
        "An unexpected absence is decided by the end of the 5th working day missed; the first one missed is the first.",
    },
    workingDaysToRelieve: {
      value: 2,
      least: 1,
      most: 10,
      ours: "BOL-D12",
      clause: guidance("6"),
      reading:
        "A deputy over capacity acts all the same; the manager agrees relief within 2 working days, or the team names another.",
    },
    teamIsContactByLaw: {
      value: true,
      ours: "BOL-D30",
      clause: guidance("7.4"),
      reading:
        "The outgoing lead stays the contact until the next one accepted and the family was told, unless absent, gone or unsafe; where the law puts a social worker in the lead that day, the social work team is the contact from that day.",
    },
    workingDaysHolding: {
      value: 10,
      least: 1,
      most: 40,
      ours: "BOL-D25",
      clause: guidance("6"),
      reading: "Holding the role lasts until a new lead accepts, and is looked at again every 10 working days.",
    },
  },
  rules: {
    "lead-professional.acting": (value) => [
      ...(value.teamIsContactByLaw
        ? [
            teamIsContactByLaw(
              { ...rule("acting-team-is-contact", "7.4"), strength: "ours" },
              { post: "social-work-team-manager" },
            ),
          ]
        : []),
      coverActs(rule("acting-deputy", "6")),
      deputyDoesNotShare(rule("acting-deputy-does-not-share", "6")),
      deputyAfterwards(rule("acting-deputy-afterwards", "6")),
      contactWhileAway({ ...rule("acting-contact-while-away", "6"), strength: "ours" }, { post: "line-manager" }),
    ],
    "lead-professional.stand-in": () => [deputyHasWork(rule("stand-in-deputy-has-work", "6"))],
    "lead-professional.change": () => [askStillRight(rule("change-still-right", "5"))],
    "lead-professional.cover": (value) => [
      agreeDeputy(rule("cover-agree-deputy", "11"), { services: value.servicesForDeputy }),
      planCover(rule("cover-extended-leave", "10"), { workingDays: value.workingDaysForDeputy, elseNote: true }),
      decideUnplanned(
        { ...rule("cover-unplanned", "6"), strength: "ours" },
        { workingDays: value.workingDaysToDecideCover },
      ),
      relieveCover({ ...rule("cover-relief", "6"), strength: "ours" }, { workingDays: value.workingDaysToRelieve }),
      returnIsTold({ ...rule("cover-return", "10"), strength: "ours" }),
      reviewHolding({ ...rule("cover-holding", "6"), strength: "ours" }, { workingDays: value.workingDaysHolding }),
    ],
  },
});
