import { isKnown } from "../kernel/facts.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { daysBetween, inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { Role } from "../kernel/role.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject } from "../kernel/subject.ts";
import { counted } from "../kernel/words.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import type { DisputeKind } from "../vocabulary/disputes.ts";
import type { RaiseFacts } from "./model.ts";

type Raise = GateRule<RaiseFacts>;
const about = ({ plan }: RaiseFacts) => subject("area", plan.id);
const nameOf = (agency: keyof typeof agencyKinds) => agencyKinds[agency].label;

/** Every kind may be raised, those nobody thought of too; whoever takes it up next is named. */
export const mayBeRaised = (
  given: RuleHead,
  { title, next }: { readonly title: string; readonly next: string },
): Raise => ({
  ...given,
  title,
  apply: (facts) =>
    facts.kind === "other" && !facts.inWords
      ? {
          effect: "prevents",
          about: about(facts),
          because: "Say in words what the disagreement is about. It then goes the same way as every other.",
        }
      : { effect: "permits", about: about(facts), because: next },
});

/** A disagreement about who leads names the agencies that differ. */
export const namesTheAgencies = (given: RuleHead): Raise => ({
  ...given,
  title: "The agencies that differ are named",
  apply: (facts) => {
    if (facts.kind !== "who-leads") return undefined;
    const agencies = [...new Set(facts.agencies)];
    return agencies.length < 2
      ? {
          effect: "unknown",
          missing: "which agencies differ about who leads",
          about: about(facts),
          because: "Name the agencies that differ about who should lead: at least two.",
        }
      : {
          effect: "permits",
          about: about(facts),
          because: `${agencies.map(nameOf).join(" and ")} differ about who should lead.`,
        };
  },
});

/** That a part is not done is about an action of the plan, so that its owner's manager is the one who hears of it. */
export const linksTheAction = (given: RuleHead, { kinds }: { readonly kinds: readonly DisputeKind[] }): Raise => ({
  ...given,
  title: "The action that is not done is named",
  apply: (facts): GateSaid | undefined => {
    if (!kinds.includes(facts.kind)) return undefined;
    const { action } = facts;
    if (action === "not-recorded")
      return {
        effect: "unknown",
        missing: "which action of the plan it is about",
        about: about(facts),
        because: "Choose the action of the plan that is not done.",
      };
    if (action === "none")
      return {
        effect: "prevents",
        about: about(facts),
        because: "No action of the plan is behind this. Agree one first, or raise it as something else.",
      };
    return {
      effect: "permits",
      about: about(facts),
      because: `It is about action ${action.id}, and goes to the manager of ${nameOf(action.agency).toLowerCase()}.`,
    };
  },
});

/** A difference in approach has been talked over first; where a book asks for it, at a meeting, or with a reason why a meeting is unsafe. */
export const talkedOverFirst = (given: RuleHead, { atMeeting }: { readonly atMeeting: boolean }): Raise => ({
  ...given,
  title: "A difference in approach has been talked over first",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (facts.kind !== "difference-in-approach") return undefined;
    const { discussed } = facts;
    const said = { about: about(facts) };
    if (discussed === "not-recorded")
      return {
        ...said,
        effect: "unknown",
        missing: "the discussion that was tried",
        because: "Write down the discussion that was tried and its day. A difference in approach is talked over first.",
      };
    if (discussed !== "none" && (!atMeeting || discussed.atMeeting))
      return { ...said, effect: "permits", because: `It was talked over on ${inWords(discussed.on)} and not settled.` };
    if (atMeeting && facts.meetingUnsafeReason)
      return { ...said, effect: "permits", because: "It is written down why a meeting about it would not be safe." };
    if (!atMeeting)
      return {
        ...said,
        effect: "prevents",
        because: "Talk it over first, and write down when: only what talking has not settled goes to the managers.",
      };
    return {
      ...said,
      effect: "permits-if",
      because:
        "Put it on the agenda of a meeting first. If a meeting about it would not be safe, write down why instead.",
      needs: [
        {
          what: "reason",
          from: "lead-professional",
          for: "why a meeting about it would not be safe",
          code: "meeting-unsafe",
        },
      ],
    };
  },
});

/** What was tried is written down with it. */
export const attemptsAreListed = (given: RuleHead): Raise => ({
  ...given,
  title: "What was tried is listed",
  apply: (facts) =>
    facts.attempts > 0
      ? {
          effect: "permits",
          about: about(facts),
          because: `${counted(facts.attempts, "attempt")} to settle it ${facts.attempts === 1 ? "is" : "are"} listed.`,
        }
      : {
          effect: "permits-if",
          about: about(facts),
          because: "List what was tried to settle it, so that the managers need not ask again.",
          needs: [{ what: "evidence", from: "practitioner", for: "what was tried to settle it", code: "tried" }],
        },
});

/** Whether the agency fails to do it or is unable to is said when it is raised: the way to mend it differs. */
export const failureOrInability = (given: RuleHead): Raise => ({
  ...given,
  title: "Failure or inability is told apart",
  force: "must",
  apply: (facts) => {
    if (facts.kind !== "will-not-deliver") return undefined;
    return facts.failureOrInability === "none" || facts.failureOrInability === "not-recorded"
      ? {
          effect: "unknown",
          missing: "whether the agency failed or was unable",
          about: about(facts),
          because: "Say whether the agency failed to do its part or is unable to, with the reason it gives.",
        }
      : {
          effect: "permits",
          about: about(facts),
          because:
            facts.failureOrInability === "inability"
              ? "The agency is unable to do its part, and says why."
              : "The agency has not done its part.",
        };
  },
});

/** It begins in the agency of whoever raises it, and is not taken to another agency's manager over their head. */
export const toOwnAgencyFirst = (given: RuleHead, { roles }: { readonly roles: readonly Role[] }): Raise => ({
  ...given,
  title: "It begins in one's own agency",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    const { by, putTo } = facts;
    if (!roles.includes(by.role)) return undefined;
    const said = { about: about(facts) };
    if (!isKnown(by.agency) || !isKnown(putTo))
      return {
        ...said,
        effect: "unknown",
        missing: "whose senior management it is put to",
        because: "Say which agency's senior management it is put to, and which agency the lead professional works for.",
      };
    return by.agency === putTo
      ? {
          ...said,
          effect: "permits",
          because: "It goes to the senior management of the lead professional's own agency.",
        }
      : {
          ...said,
          effect: "prevents",
          because:
            "It begins with the senior management of the lead professional's own agency, who take it to the other agency.",
        };
  },
});

/** A service that has said nothing for some time can be taken up from that fact alone. */
export const silenceIsAGround = (given: RuleHead, { days }: { readonly days: number }): Raise => ({
  ...given,
  title: "A service that says nothing can be taken up",
  apply: (facts, asAt): GateSaid | undefined => {
    if (facts.kind !== "not-kept-informed") return undefined;
    const said = { about: about(facts) };
    if (facts.lastUpdateOn === "not-recorded")
      return {
        ...said,
        effect: "unknown",
        missing: "when the service last said something",
        because: "Write down when the service last kept the lead professional informed, or that it never has.",
      };
    if (!isLocalDate(facts.lastUpdateOn))
      return { ...said, effect: "permits", because: "The service has never kept the lead professional informed." };
    const quiet = daysBetween(facts.lastUpdateOn, dayOf(asAt));
    return quiet >= days
      ? { ...said, effect: "permits", because: `No update from the service in ${counted(quiet, "day")}.` }
      : {
          ...said,
          effect: "refers",
          decidedBy: "line-manager",
          because: `The service last said something ${counted(quiet, "day")} ago. Talk with the line manager about whether to take it up.`,
        };
  },
});

/** What was decided finally is not raised again unless something new is known. */
export const finalDecisionStands = (given: RuleHead, { decidedBy }: { readonly decidedBy: string }): Raise => ({
  ...given,
  title: "A final decision is not reopened without new facts",
  apply: (facts): GateSaid | undefined => {
    if (!isLocalDate(facts.decidedOn)) return undefined;
    const said = { about: about(facts) };
    const was = `${decidedBy} decided this on ${inWords(facts.decidedOn)}`;
    if (facts.hasNewFacts === "not-recorded")
      return {
        ...said,
        effect: "unknown",
        missing: "whether anything new is known",
        because: `${was}. Say what is known now that was not known then.`,
      };
    return facts.hasNewFacts
      ? { ...said, effect: "permits", because: `${was}, and there are new facts.` }
      : { ...said, effect: "prevents", because: `${was}, and that is final. It is raised again only with new facts.` };
  },
});
