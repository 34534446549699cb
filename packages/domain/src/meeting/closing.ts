import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { theMeeting } from "../kernel/subject.ts";
import type { MeetingKind } from "../vocabulary/meetings.ts";
import type { ClosingFacts } from "./model.ts";

type Closing = GateRule<ClosingFacts>;

/** The meeting agrees which needs come first: ranks of their own from 1 on, kept with the meeting. */
export const prioritiesAreAgreed = (given: RuleHead): Closing => ({
  ...given,
  title: "The priorities are agreed",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    const say = sayOf(theMeeting(facts));
    const { needs } = facts;
    if (needs === "not-recorded")
      return say.unknown("which needs were raised", "It is not recorded which needs were raised at this meeting.");
    if (needs.length === 0) return undefined;
    if (needs.some(({ rank }) => rank === "not-recorded"))
      return say.unknown(
        "which needs come first",
        "It is not recorded for every need whether it comes first or later.",
      );
    const ranks = needs.flatMap(({ rank }) => (typeof rank === "number" ? rank : [])).sort((a, b) => a - b);
    if (ranks.length === 0)
      return say.prevents(`Agree which of the ${needs.length} needs come first before the meeting is closed.`);
    return ranks.every((rank, at) => rank === at + 1)
      ? say.permits(
          `${ranks.length} of ${needs.length} needs come first. The plan shows them in that order, from 1 to ${ranks.length}.`,
        )
      : say.prevents(
          "Each need that comes first has a place of its own, from 1 on: two share one, or one is left out.",
        );
  },
});

/** At a panel the lead is agreed with the plan: both are kept, or neither. */
export const leadAndPlanTogether = (given: RuleHead, { kind }: { readonly kind: MeetingKind }): Closing => ({
  ...given,
  title: "Lead and plan are agreed together",
  force: "should",
  apply: (facts): GateSaid | undefined => {
    if (facts.meeting.kind !== kind) return undefined;
    const say = sayOf(theMeeting(facts));
    const { leadAgreed, planAgreed } = facts;
    if (leadAgreed === "not-recorded" || planAgreed === "not-recorded")
      return say.unknown(
        leadAgreed === "not-recorded" ? "whether a lead was agreed" : "whether the plan was agreed",
        "It is not recorded whether both the lead professional and the plan were agreed.",
      );
    if (leadAgreed === planAgreed)
      return say.permits(
        leadAgreed
          ? "Lead professional and plan were agreed together."
          : "Neither lead nor plan was agreed: the child stays on the list.",
      );
    return say.prevents(
      leadAgreed
        ? "A lead professional was agreed and no plan: agree both together."
        : "A plan was agreed and no lead professional: agree both together.",
    );
  },
});
