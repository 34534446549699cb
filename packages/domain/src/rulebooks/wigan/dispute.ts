import { appealStages } from "../../dispute/appeal.ts";
import { bringInCoordinator, everyOrganisationActs, heldByLineManagers } from "../../dispute/duties.ts";
import {
  fromAcceptedAppeal,
  fromDay,
  fromEarliest,
  fromEndOf,
  fromFirstTold,
  fromImpasse,
  fromTimeOver,
  type LevelClock,
} from "../../dispute/levels.ts";
import {
  appealAfterDecision,
  appealBy,
  appealInTime,
  appealIsExceptional,
  decidedByHolder,
  noAppealAfterFinal,
  ownedByManagers,
  partiesDoNotDecide,
} from "../../dispute/may.ts";
import {
  finalDecisionStands,
  linksTheAction,
  mayBeRaised,
  namesTheAgencies,
  talkedOverFirst,
} from "../../dispute/raise.ts";
import { isOneManagersOwn, level, lineManagersJointly } from "../../dispute/way.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

const rule = (id: string, at: string) => ({ id: `wigan.${id}`, clause: cp31(at), from });
const d12 = "WIG-D12";
const ladder = "CP3.1 8.8.14 to 8.8.17 are a ladder of its own, with a decision that binds.";

/** What CP3.1 says in its own words instead of the managers' guide. */
export const disputeSetsAside = {
  "england.dispute-kinds": "CP3.1 8.8.14 and 8.8.15 name the kinds, and leave the list open.",
  "england.dispute-names-agencies": "CP3.1 8.8.14 says it itself.",
  "england.dispute-links-action": "CP3.1 8.8.14 says it itself.",
  "england.dispute-attempts": "CP3.1 asks for what was tried only where it is a difference in approach (8.8.14).",
  "england.dispute-talked-over": "CP3.1 8.8.14 asks for a discussion, and not for a meeting.",
  "england.dispute-final": ladder,
  "england.dispute-team-manager": ladder,
  "england.dispute-line-managers": ladder,
  "england.dispute-middle": ladder,
  "england.dispute-steering-group": ladder,
  "england.dispute-director": ladder,
  "england.dispute-decided-by": ladder,
  "england.dispute-no-appeal": "CP3.1 8.8.17 has an appeal to the Executive Group.",
  "england.dispute-held": "CP3.1 8.8.15 says it itself.",
};

/** CP3.1 on disagreements: managers, the Co-ordinator, and an appeal whose decision binds every organisation. */
export const dispute = chapter({
  parameters: {
    disputeManagerStageWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: d12,
      reading: "The managers have 5 working days from the day the first of them was told.",
    },
    bringInCoordinatorWorkingDays: {
      value: 1,
      least: 0,
      most: 5,
      ours: d12,
      clause: cp31("8.8.16"),
      reading: "Promptly is by the end of the next working day after the impasse, or after the managers' time.",
    },
    coordinatorStageWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: d12,
      reading:
        "The Co-ordinator has 5 working days from the referral. What is decided is acted on at once, and stands while an appeal is heard.",
    },
    appealWithinWorkingDays: {
      value: 10,
      least: 1,
      most: 40,
      ours: d12,
      reading: "An appeal comes within 10 working days of being told; the chair may take a late one, with a reason.",
    },
    executiveGroupWorkingDays: {
      value: 20,
      least: 1,
      most: 60,
      ours: d12,
      reading: "The Executive Group decides within 20 working days of the appeal being accepted.",
    },
    membersOfPartiesVote: {
      value: false,
      ours: "WIG-D13",
      clause: cp31("8.8.17.1"),
      reading: "Members of the Executive Group from an agency in the disagreement declare that and do not vote.",
    },
  },
  rules: {
    "dispute.raise": () => [
      mayBeRaised(rule("dispute-kinds", "8.8.15"), {
        title: "What may be raised",
        next: "It goes to the line managers of those involved, who settle it jointly.",
      }),
      namesTheAgencies(rule("dispute-names-agencies", "8.8.14")),
      linksTheAction(rule("dispute-links-action", "8.8.14"), { kinds: ["will-not-deliver"] }),
      talkedOverFirst(rule("dispute-talked-over", "8.8.14"), { atMeeting: false }),
      finalDecisionStands(rule("dispute-final", "8.8.17"), { decidedBy: "The Executive Group" }),
    ],
    "dispute.way": (value) => {
      const managers: LevelClock = { startsOn: fromFirstTold, workingDays: value.disputeManagerStageWorkingDays };
      const referral: LevelClock = {
        startsOn: fromEarliest(fromImpasse, fromEndOf("line-managers", managers), fromTimeOver(managers)),
        workingDays: value.bringInCoordinatorWorkingDays,
      };
      return [
        lineManagersJointly(rule("dispute-line-managers", "8.8.15"), { clock: managers }),
        level(rule("dispute-referral", "8.8.16"), {
          level: "coordinator-brought-in",
          order: 3,
          kind: "referral",
          whose: "line-managers-involved",
          enteredBy: ["line-managers-involved"],
          because: "Managers who cannot agree bring in the Co-ordinator promptly.",
          clock: referral,
          unlessSettledAt: ["line-managers"],
          isStep: true,
          isLast: true,
          when: (facts) => !isOneManagersOwn(facts),
        }),
        level(rule("dispute-coordinator", "8.8.16"), {
          level: "coordinator",
          order: 4,
          kind: "decision",
          whose: "coordinator",
          enteredBy: ["coordinator"],
          because:
            "The Co-ordinator meets the managers, hears each side and comes to a decision with them. It is acted on at once.",
          clock: { startsOn: fromDay("referredOn"), workingDays: value.coordinatorStageWorkingDays },
          unlessSettledAt: ["line-managers"],
          isLast: true,
          mayAppeal: ["line-manager", "agency"],
          when: (facts) => !isOneManagersOwn(facts),
        }),
        ...appealStages(
          { accepted: rule("dispute-appeal-accepted", "8.8.17"), decided: rule("dispute-executive-group", "8.8.17.1") },
          { startsOn: fromAcceptedAppeal, workingDays: value.executiveGroupWorkingDays },
        ),
      ];
    },
    "dispute.may": (value) => [
      ownedByManagers(rule("dispute-owned", "8.8.14"), { owners: ["line-manager", "line-managers-involved"] }),
      decidedByHolder(rule("dispute-decided-by", "8.8.16"), {
        deciders: {
          "line-managers": ["line-manager", "line-managers-involved"],
          coordinator: ["coordinator"],
          "executive-group": ["executive-group"],
        },
      }),
      partiesDoNotDecide(
        { ...rule("dispute-parties-do-not-vote", "8.8.17.1"), strength: "ours" },
        { level: "executive-group", partiesVote: value.membersOfPartiesVote },
      ),
      appealBy(rule("dispute-appeal-by", "8.8.17"), { roles: ["line-manager", "agency"] }),
      appealAfterDecision(rule("dispute-appeal-after-decision", "8.8.17"), { decidedBy: "coordinator" }),
      appealIsExceptional(rule("dispute-appeal-exceptional", "8.8.17")),
      appealInTime(
        { ...rule("dispute-appeal-in-time", "8.8.17"), strength: "ours" },
        {
          workingDays: value.appealWithinWorkingDays,
        },
      ),
      noAppealAfterFinal(rule("dispute-appeal-final", "8.8.17.1"), { decidedBy: "executive-group" }),
    ],
    "dispute.duties": (value) => [
      heldByLineManagers(rule("dispute-held", "8.8.15")),
      bringInCoordinator(rule("dispute-bring-in-coordinator", "8.8.16"), {
        workingDays: value.bringInCoordinatorWorkingDays,
        managersWorkingDays: value.disputeManagerStageWorkingDays,
      }),
      everyOrganisationActs(rule("dispute-binds", "8.8.17.1")),
    ],
  },
});
