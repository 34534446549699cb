import {
  comesWithItsReason,
  everySeatTakesPart,
  placedByCoordinator,
  sanctionedFirst,
  triedBefore,
} from "../../dispute/group.ts";
import { daysThatDecide, groupOfTheHome } from "../../dispute/group-area.ts";
import { chargedToOwner, leadReports } from "../../dispute/late-action.ts";
import { fromDay, fromEndOf, fromFirstKnown, fromRaising, type LevelClock } from "../../dispute/levels.ts";
import { decidedByHolder } from "../../dispute/may.ts";
import { failureOrInability, linksTheAction, mayBeRaised, toOwnAgencyFirst } from "../../dispute/raise.ts";
import { level } from "../../dispute/way.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });
const hd11 = "HD-11";
const ownWay = "Part 3, H13 and H18 have a way of Highland's own.";

/** What Part 3 says in its own words instead of the national guidance. */
export const disputeSetsAside = {
  "scotland.dispute-kinds": ownWay,
  "scotland.dispute-line-managers": ownWay,
  "scotland.dispute-senior-managers": ownWay,
};

/** Part 3 on what is not delivered and not agreed: one's own agency, each partner, mediation, the co-ordinator, four services together. */
export const dispute = chapter({
  parameters: {
    reportWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: hd11,
      reading:
        "An action is overdue from the day after it was due; the lead professional reports it by the end of the 5th working day after that due day.",
    },
    agencyStageWorkingDays: {
      value: 10,
      least: 1,
      most: 40,
      ours: hd11,
      reading: "The lead professional's own agency, and then each partner agency, has up to 10 working days.",
    },
    papersWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: hd11,
      reading: "The co-ordinator checks the papers within 5 working days, and returns what is incomplete.",
    },
    groupWorkingDays: {
      value: 20,
      least: 1,
      most: 60,
      ours: hd11,
      reading: "The Service Managers' Group decides within 20 working days of the co-ordinator taking the papers.",
    },
    significantPoundsAYear: {
      value: 10_000,
      least: 1,
      most: 1_000_000,
      ours: "HD-23",
      clause: part3("H18, bullet 2"),
      reading: "A resource is significant from 10,000 pounds a year, and any placement outside the area is.",
    },
    dayThatDecidesTheGroup: {
      value: "referral",
      oneOf: daysThatDecide,
      ours: "HD-22",
      clause: part3("H18, paragraph 2, sentence 1"),
      reading:
        "The group of the area of the child's home on the day of referral takes an item, and keeps it after a move.",
    },
  },
  rules: {
    "dispute.raise": () => [
      mayBeRaised(rule("dispute-kinds", "H13, paragraph 2, sentences 3-5"), {
        title: "What may be raised, by the family too",
        next: "It goes to senior management of the agency concerned. Help goes on, and somebody is the contact for now.",
      }),
      linksTheAction(rule("dispute-links-action", "H13, paragraph 2, sentence 3"), { kinds: ["will-not-deliver"] }),
      failureOrInability(rule("dispute-failure-or-inability", "H13, paragraph 2, sentence 3")),
      toOwnAgencyFirst(rule("dispute-own-agency-first", "H13, paragraph 3, sentence 1"), {
        roles: ["lead-professional"],
      }),
    ],
    "dispute.way": (value) => {
      const own: LevelClock = { startsOn: fromRaising, workingDays: value.agencyStageWorkingDays };
      const partner: LevelClock = {
        startsOn: fromFirstKnown(fromDay("passedOn"), fromEndOf("own-agency", own)),
        workingDays: value.agencyStageWorkingDays,
      };
      return [
        level(rule("dispute-own-agency", "H13, paragraph 3, sentence 1"), {
          level: "own-agency",
          order: 1,
          kind: "agreement",
          whose: "own-agencys-senior-manager",
          enteredBy: ["own-agencys-senior-manager"],
          because: "Senior management of the lead professional's own agency takes it up first.",
          clock: own,
          unlessSettledAt: [],
        }),
        level(rule("dispute-partner-agency", "H13, paragraph 3, sentence 2"), {
          level: "partner-agency",
          order: 2,
          kind: "agreement",
          whose: "partner-agencys-manager",
          enteredBy: ["partner-agencys-manager"],
          because: "It is dealt with inside each partner agency, by that agency's own management.",
          clock: partner,
          unlessSettledAt: ["own-agency"],
        }),
        level(rule("dispute-mediation", "H14, item 4"), {
          level: "mediation",
          order: 3,
          kind: "discussion",
          whose: "practitioners-involved",
          enteredBy: ["own-agencys-senior-manager", "partner-agencys-manager", "coordinator"],
          because: "Mediation is arranged before the group is asked. What is settled there closes it.",
          unlessSettledAt: ["own-agency", "partner-agency"],
          when: ({ mediation }) => typeof mediation !== "string",
        }),
        level(rule("dispute-papers", "H18, paragraph 2, sentence 3"), {
          level: "papers-checked",
          order: 4,
          kind: "referral",
          whose: "coordinator",
          enteredBy: ["coordinator"],
          because:
            "It goes to the group through the co-ordinator, with the records of what was tried. Papers that are not complete are returned.",
          clock: { startsOn: fromDay("referredOn"), workingDays: value.papersWorkingDays },
          unlessSettledAt: ["own-agency", "partner-agency", "mediation"],
          isStep: true,
          isLast: true,
        }),
        level(rule("dispute-group", "H18, bullet 3"), {
          level: "service-managers-group",
          order: 5,
          kind: "decision",
          whose: "service-managers-group",
          enteredBy: ["service-managers-group"],
          because: "The four services of the area decide together. What they decide goes back to the plan.",
          clock: { startsOn: fromDay("papersAcceptedOn"), workingDays: value.groupWorkingDays },
          unlessSettledAt: ["own-agency", "partner-agency", "mediation"],
          isLast: true,
        }),
      ];
    },
    "dispute.may": () => [
      decidedByHolder(rule("dispute-decided-by", "H15, paragraph 1, sentence 1"), {
        deciders: {
          "own-agency": ["own-agencys-senior-manager", "senior-manager"],
          "partner-agency": ["partner-agencys-manager"],
          "papers-checked": ["coordinator"],
          "service-managers-group": ["service-managers-group"],
        },
        title: "No service manager decides for the group",
      }),
      placedByCoordinator(rule("dispute-placed-by", "H18, paragraph 2, sentence 3")),
      comesWithItsReason(rule("dispute-reason", "H18, bullet 1")),
      triedBefore(rule("dispute-tried-before", "H18, bullet 3")),
      everySeatTakesPart(rule("dispute-seats", "H18, paragraph 2, sentence 1"), {
        services: ["police", "health", "education", "social-work"],
      }),
    ],
    "dispute.late-action": (value) => [
      chargedToOwner(rule("late-action-charged", "H13, paragraph 2, sentence 2")),
      leadReports(rule("late-action-reported", "H13, paragraph 3, sentence 1"), {
        workingDays: value.reportWorkingDays,
      }),
    ],
    "dispute.group-area": (value) => [
      groupOfTheHome(
        { ...rule("group-of-the-home", "H18, paragraph 2, sentence 1"), strength: "ours" },
        { decidedBy: value.dayThatDecidesTheGroup },
      ),
    ],
    "dispute.sanction": (value) => [
      sanctionedFirst(rule("dispute-sanction", "H18, bullet 2"), { poundsAYear: value.significantPoundsAYear }),
    ],
  },
});
