import { childsMeeting } from "../../meeting/childs-meeting.ts";
import { onePlan, requirementsInThePlan } from "../../plan/one-plan.ts";
import { isLegalStatus, legalStatuses } from "../../vocabulary/legal-statuses.ts";
import { meetingTriggers } from "../../vocabulary/meetings.ts";
import { codesOf } from "../../vocabulary/term.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

/** Part 3 on the one plan, and on the child's meeting, whose triggers it leaves to Part 5. */
export const plan = chapter({
  parameters: {
    statusesWithRequirements: {
      value: ["looked-after", "child-protection-register", "co-ordinated-support-plan", "antisocial-behaviour-order"],
      oneOf: codesOf(legalStatuses),
      ours: "HIG-123",
      clause: part3("H9, paragraph 2"),
      reading:
        "Looked after, on the child protection register, a Co-ordinated Support Plan and an Antisocial Behaviour Order each ask for an action of their own in the plan.",
    },
    childsMeetingTriggers: {
      value: [],
      oneOf: codesOf(meetingTriggers),
      ours: "HIG-91",
      clause: part3("H8, item 2"),
      reading:
        "Part 3 leaves to Part 5 what calls for a child's meeting: there are no triggers until the area names them.",
    },
  },
  rules: {
    "plan.open": () => [onePlan({ id: "highland.one-plan", clause: part3("H9, paragraph 2"), from })],
    "plan.requirements": (value) => [
      requirementsInThePlan(
        { id: "highland.requirements-in-the-plan", clause: part3("H9, paragraph 2"), from },
        { kinds: value.statusesWithRequirements.filter(isLegalStatus) },
      ),
    ],
    "meeting.called-for": (value) => [
      childsMeeting(
        { id: "highland.childs-meeting", clause: part3("H8, item 2"), from },
        { triggers: value.childsMeetingTriggers },
      ),
    ],
  },
});
