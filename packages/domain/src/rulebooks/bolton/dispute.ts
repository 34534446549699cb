import { heldByLineManagers, managerContactsOther } from "../../dispute/duties.ts";
import { fromRaising, type LevelClock } from "../../dispute/levels.ts";
import { decidedByHolder, noAppeal, ownedByManagers } from "../../dispute/may.ts";
import { linksTheAction, mayBeRaised, namesTheAgencies, silenceIsAGround } from "../../dispute/raise.ts";
import { level, lineManagersJointly } from "../../dispute/way.ts";
import { chapter } from "../questions.ts";
import { from, guidance } from "./guidance.ts";

const rule = (id: string, at: string) => ({ id: `bolton.${id}`, clause: guidance(at), from });
const d17 = "BOL-D17";
const route = "Bolton's heading 11 has a route through managers, with no binding end (BOL-D17).";

/** What Bolton says in its own words instead of the managers' guide. */
export const disputeSetsAside = {
  "england.dispute-kinds": "Bolton's heading 11 names what the lead professional takes to the line manager.",
  "england.dispute-names-agencies": route,
  "england.dispute-links-action": "Bolton's heading 11 says it itself.",
  "england.dispute-attempts": "Bolton asks for no list of attempts before the line manager takes it up.",
  "england.dispute-talked-over": "Bolton asks for no meeting before the line manager takes it up.",
  "england.dispute-final": route,
  "england.dispute-team-manager": route,
  "england.dispute-line-managers": route,
  "england.dispute-middle": route,
  "england.dispute-steering-group": route,
  "england.dispute-director": route,
  "england.dispute-decided-by": route,
  "england.dispute-no-appeal": route,
  "england.dispute-held": "In Bolton the line manager of whoever raised it takes it up first (heading 11).",
};

/** Bolton on a service that does not do its part: the line manager, both managers, the senior managers of both services. */
export const dispute = chapter({
  parameters: {
    disputeOtherManagerWorkingDays: {
      value: 2,
      least: 1,
      most: 10,
      ours: d17,
      reading: "The line manager contacts the other service's manager within 2 working days of it being raised.",
    },
    disputeManagersWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: d17,
      reading:
        "The managers settle it within 5 working days of it being raised; then it goes to the senior managers of both services, with the early help lead. There is no appeal, and nothing binds another organisation.",
    },
    quietDaysToRaise: {
      value: 42,
      least: 7,
      most: 182,
      ours: "BOL-D31",
      clause: guidance("11.4"),
      reading:
        "A service that has said nothing for 42 days can be taken up from that fact alone; before, lead professional and line manager talk it over.",
    },
  },
  rules: {
    "dispute.raise": (value) => [
      mayBeRaised(rule("dispute-kinds", "11.3"), {
        title: "What the lead professional takes to the line manager",
        next: "The line manager takes it up with the other service's manager.",
      }),
      namesTheAgencies(rule("dispute-names-agencies", "11.5")),
      linksTheAction(rule("dispute-links-action", "11.3"), { kinds: ["will-not-deliver"] }),
      silenceIsAGround(rule("dispute-silence", "11.4"), { days: value.quietDaysToRaise }),
    ],
    "dispute.way": (value) => {
      const contact: LevelClock = { startsOn: fromRaising, workingDays: value.disputeOtherManagerWorkingDays };
      const managers: LevelClock = { startsOn: fromRaising, workingDays: value.disputeManagersWorkingDays };
      return [
        level(rule("dispute-other-manager", "11.3"), {
          level: "other-manager-contacted",
          order: 1,
          kind: "consultation",
          whose: "line-manager",
          enteredBy: ["line-manager"],
          because: "The line manager takes it up with the other service's manager.",
          clock: contact,
          unlessSettledAt: [],
          isStep: true,
        }),
        lineManagersJointly(rule("dispute-line-managers", "11.5"), { clock: managers }),
        level(
          { ...rule("dispute-senior-managers", "11.5"), strength: "ours" },
          {
            level: "senior-managers",
            order: 3,
            kind: "decision",
            whose: "senior-managers-involved",
            enteredBy: ["senior-managers-involved"],
            because:
              "The managers did not settle it, so it goes to the senior managers of both services, with the early help lead. What comes of it is recorded; it binds nobody else.",
            unlessSettledAt: ["line-managers"],
            isLast: true,
            binds: false,
          },
        ),
      ];
    },
    "dispute.may": () => [
      ownedByManagers(rule("dispute-owned", "11.3"), { owners: ["line-manager", "line-managers-involved"] }),
      decidedByHolder(rule("dispute-decided-by", "11.5"), {
        deciders: {
          "other-manager-contacted": ["line-manager"],
          "line-managers": ["line-manager", "line-managers-involved"],
          "senior-managers": ["senior-manager", "senior-managers-involved"],
        },
      }),
      noAppeal(
        { ...rule("dispute-no-appeal", "11.5"), strength: "ours" },
        { because: "Bolton's route has no appeal. It ends with the senior managers of both services." },
      ),
    ],
    "dispute.duties": (value) => [
      managerContactsOther(rule("dispute-contact-other", "11.3"), {
        workingDays: value.disputeOtherManagerWorkingDays,
      }),
      heldByLineManagers(rule("dispute-held", "11.5")),
    ],
  },
});
