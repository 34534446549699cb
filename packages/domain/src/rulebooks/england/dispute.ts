import { openFor } from "../../dispute/days-open.ts";
import { contactsAreChecked, heldByLineManagers, outcomeIsTold } from "../../dispute/duties.ts";
import { ownersThenManagers } from "../../dispute/late-action.ts";
import { fromEndOf, fromFirstKnown, fromRaising, givenUpOn, type LevelClock } from "../../dispute/levels.ts";
import { decidedByHolder, noAppeal } from "../../dispute/may.ts";
import {
  attemptsAreListed,
  finalDecisionStands,
  linksTheAction,
  mayBeRaised,
  namesTheAgencies,
  talkedOverFirst,
} from "../../dispute/raise.ts";
import { level, lineManagersJointly, teamManagerFirst } from "../../dispute/way.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });
const ours = { strength: "ours" } as const;
const rn30 = "RN-30";

/** For the reader, where the managers' guide says nothing. */
export const silentOnDispute = {
  "dispute.sanction": "The managers' guide for England leaves it to each service what it gives.",
};

/** The managers' guide on disagreements: a route that is written down, managers first, the steering group's word last. */
export const dispute = chapter({
  parameters: {
    disputeLineManagersWorkingDays: {
      value: 4,
      least: 1,
      most: 20,
      ours: rn30,
      reading: "The line managers have 4 working days from the day it was raised, as when they agree who leads.",
    },
    disputeDayCloses: {
      value: "end of the day",
      oneOf: ["end of the day", "17:00"],
      ours: rn30,
      reading: "The last day of a level ends with the day itself, unless an area names an hour.",
    },
    disputeMiddleManager: {
      value: "service-development-manager",
      oneOf: ["service-development-manager", "nobody"],
      ours: rn30,
      reading:
        "Between line managers and steering group stands the manager who co-ordinates services here; an area with no such manager sets nobody. While that manager leads the case it goes straight on to the steering group (RN-35).",
    },
    disputeMiddleWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: rn30,
      reading: "That manager has 5 working days from the end of the line managers' time, or from the day they gave up.",
    },
    disputeSteeringGroupWorkingDays: {
      value: 10,
      least: 1,
      most: 60,
      ours: rn30,
      reading:
        "The steering group has 10 working days, and what it decides is final. The director is reached only where it has not decided in that time.",
    },
    actionEscalateWorkingDays: {
      value: 2,
      least: 0,
      most: 20,
      ours: "RN-28",
      reading:
        "A late action is its owner's; after 2 working days it goes to the owner's line manager. The lead professional is told only.",
    },
    disputeContactMonths: {
      value: 6,
      least: 1,
      most: 24,
      ours: "CWDC-5.12a",
      reading: "Whom to turn to in each service is checked at least every 6 months.",
    },
  },
  rules: {
    "dispute.raise": () => [
      mayBeRaised(rule("dispute-kinds", "3.16"), {
        title: "What may be raised",
        next: "It goes to the line managers of those involved the same day.",
      }),
      namesTheAgencies(rule("dispute-names-agencies", "3.16")),
      linksTheAction(rule("dispute-links-action", "3.16"), { kinds: ["will-not-deliver"] }),
      attemptsAreListed(rule("dispute-attempts", "3.16")),
      talkedOverFirst(rule("dispute-talked-over", "3.16"), { atMeeting: true }),
      finalDecisionStands({ ...rule("dispute-final", "5.11"), ...ours }, { decidedBy: "The steering group" }),
    ],
    "dispute.way": (value) => {
      const closing = value.disputeDayCloses === "17:00" ? { closesAt: value.disputeDayCloses } : {};
      const lines: LevelClock = {
        startsOn: fromRaising,
        workingDays: value.disputeLineManagersWorkingDays,
        ...closing,
      };
      const fromLines = fromEndOf("line-managers", lines);
      const hasMiddle = value.disputeMiddleManager !== "nobody";
      const middle: LevelClock = { startsOn: fromLines, workingDays: value.disputeMiddleWorkingDays, ...closing };
      const group: LevelClock = {
        startsOn: (facts) => (hasMiddle && !facts.middleManagerLeads ? afterMiddle(facts) : fromLines(facts)),
        workingDays: value.disputeSteeringGroupWorkingDays,
        ...closing,
      };
      const afterMiddle = fromFirstKnown(
        (facts) => givenUpOn("service-development-manager", facts),
        fromEndOf("service-development-manager", middle),
      );
      return [
        teamManagerFirst(rule("dispute-team-manager", "5.6")),
        lineManagersJointly(rule("dispute-line-managers", "2.21"), { clock: lines, afterTeam: true }),
        level(
          { ...rule("dispute-middle", "2.21"), ...ours },
          {
            level: "service-development-manager",
            order: 3,
            kind: "decision",
            whose: "service-development-manager",
            enteredBy: ["service-development-manager"],
            because: "The line managers did not settle it, so it goes to the manager who co-ordinates services here.",
            clock: middle,
            unlessSettledAt: ["team-manager", "line-managers"],
            when: (facts) => hasMiddle && !facts.middleManagerLeads,
          },
        ),
        level(rule("dispute-steering-group", "5.11"), {
          level: "steering-group",
          order: 4,
          kind: "decision",
          whose: "steering-group",
          enteredBy: ["steering-group"],
          because: "The steering group hears it and decides, with reasons. What it decides is final.",
          clock: group,
          unlessSettledAt: ["team-manager", "line-managers", "service-development-manager"],
          binds: true,
        }),
        level(
          { ...rule("dispute-director", "5.11"), ...ours },
          {
            level: "director",
            order: 5,
            kind: "decision",
            whose: "director",
            enteredBy: ["director"],
            because: "The steering group has not decided in its time, so the director does.",
            unlessSettledAt: ["team-manager", "line-managers", "service-development-manager", "steering-group"],
            isLast: true,
            binds: true,
          },
        ),
      ];
    },
    "dispute.may": () => [
      decidedByHolder(rule("dispute-decided-by", "5.11"), {
        deciders: {
          "team-manager": ["team-manager"],
          "line-managers": ["line-manager", "line-managers-involved"],
          "service-development-manager": ["service-development-manager"],
          "steering-group": ["steering-group"],
          director: ["director"],
        },
      }),
      noAppeal(
        { ...rule("dispute-no-appeal", "5.11"), ...ours },
        {
          because:
            "The steering group's decision is final: there is no appeal. It is raised again only with new facts.",
        },
      ),
    ],
    "dispute.duties": (value) => [
      heldByLineManagers(rule("dispute-held", "3.16")),
      outcomeIsTold(rule("dispute-outcome-told", "5.10"), { by: "line-managers-involved" }),
      contactsAreChecked(rule("dispute-contacts", "5.12"), { months: value.disputeContactMonths }),
    ],
    "dispute.late-action": (value) => [
      ownersThenManagers(rule("late-action", "5.8"), { workingDays: value.actionEscalateWorkingDays }),
    ],
    "dispute.days-open": () => [openFor(rule("dispute-days-open", "3.17"))],
  },
});
