import { dueAfter, isLate } from "../kernel/due.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { Role } from "../kernel/role.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject } from "../kernel/subject.ts";
import { startingLarge } from "../kernel/words.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import { type DisputeLevel, disputeLevels } from "../vocabulary/disputes.ts";
import { roleLabels } from "../vocabulary/roles.ts";
import type { MayFacts } from "./model.ts";

export type May = GateRule<MayFacts>;
const about = ({ dispute }: MayFacts) => subject("area", dispute.id);
const listed = (roles: readonly Role[]) => roles.map((role) => roleLabels[role].label).join(" or ");

/** Once raised, the task is the managers': nobody who raised it or leads is left with it. */
export const ownedByManagers = (given: RuleHead, { owners }: { readonly owners: readonly Role[] }): May => ({
  ...given,
  title: "Once raised, managers hold it",
  force: "must",
  apply: (facts) => {
    if (facts.act !== "own") return undefined;
    return owners.includes(facts.by.role)
      ? { effect: "permits", about: about(facts), because: "A manager holds the disagreement." }
      : {
          effect: "prevents",
          about: about(facts),
          because: `A practitioner does not settle a disagreement between agencies alone. It is held by ${listed(owners)}.`,
        };
  },
});

type Deciders = Readonly<Partial<Record<DisputeLevel, readonly Role[]>>>;

/** At each level only the holder of its post records what was decided. */
export const decidedByHolder = (
  given: RuleHead,
  { deciders, title = "Only the holder of the post decides" }: { readonly deciders: Deciders; readonly title?: string },
): May => ({
  ...given,
  title,
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (facts.act !== "decide") return undefined;
    const said = { about: about(facts) };
    if (facts.level === "not-recorded")
      return {
        ...said,
        effect: "unknown",
        missing: "the level it has reached",
        because: "It is not recorded which level the disagreement has reached.",
      };
    const holders = deciders[facts.level];
    if (holders === undefined) return undefined;
    const level = disputeLevels[facts.level].label;
    return holders.includes(facts.by.role)
      ? { ...said, effect: "permits", because: `It has reached this level: ${level}.` }
      : {
          ...said,
          effect: "prevents",
          because: `It has reached this level: ${level}. Only ${listed(holders)} may record the decision.`,
        };
  },
});

/** A member of the last level whose own agency is a party declares that and leaves the decision to the others. */
export const partiesDoNotDecide = (
  given: RuleHead,
  { level, partiesVote }: { readonly level: DisputeLevel; readonly partiesVote: boolean },
): May => ({
  ...given,
  title: "A member whose agency is a party does not vote",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (facts.act !== "decide" || facts.level !== level) return undefined;
    const { agency } = facts.by;
    const { agencies } = facts.dispute;
    const say = sayOf(about(facts));
    if (partiesVote) return say.permits("Here a member whose agency is a party declares that, and may vote.");
    if (agency === "none") return say.permits("This member speaks for no agency that is a party.");
    if (agency === "not-recorded")
      return say.unknown(
        "which agency this member comes from",
        "It is not recorded which agency this member comes from. A member whose agency is a party does not vote.",
      );
    if (agencies === undefined || agencies.length === 0)
      return say.unknown(
        "which agencies differ",
        "It is not recorded which agencies differ. A member whose agency is one of them does not vote.",
      );
    return agencies.includes(agency)
      ? say.prevents(
          `${agencyKinds[agency].label} is a party to this disagreement. This member declares that and does not vote; members from other agencies decide.`,
        )
      : say.permits(`${agencyKinds[agency].label} is no party to this disagreement.`);
  },
});

/** An appeal is open to a line manager or an agency, and to nobody else. */
export const appealBy = (given: RuleHead, { roles }: { readonly roles: readonly Role[] }): May => ({
  ...given,
  title: "Who may appeal",
  force: "must",
  apply: (facts) => {
    if (facts.act !== "appeal") return undefined;
    return roles.includes(facts.by.role)
      ? { effect: "permits", about: about(facts), because: `An appeal is open to ${listed(roles)}.` }
      : {
          effect: "prevents",
          about: about(facts),
          because: `An appeal is open to ${listed(roles)} only. Ask your manager or your agency to make it; a complaint is another way.`,
        };
  },
});

/** An appeal is against a decision: it cannot skip the level below. */
export const appealAfterDecision = (given: RuleHead, { decidedBy }: { readonly decidedBy: Role }): May => ({
  ...given,
  title: "There is a decision to appeal against",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (facts.act !== "appeal") return undefined;
    const said = { about: about(facts) };
    const who = roleLabels[decidedBy].label;
    if (facts.decision === "not-recorded")
      return {
        ...said,
        effect: "unknown",
        missing: `whether ${who} has decided`,
        because: `It is not recorded whether ${who} has decided.`,
      };
    return facts.decision === "none"
      ? {
          ...said,
          effect: "prevents",
          because: `There is no decision of ${who} yet. An appeal is against that decision.`,
        }
      : { ...said, effect: "permits", because: `${startingLarge(who)} decided on ${inWords(facts.decision.on)}.` };
  },
});

/** What makes the case exceptional is stated by whoever appeals, and weighed by the chair. */
export const appealIsExceptional = (given: RuleHead): May => ({
  ...given,
  title: "An appeal states its exceptional circumstances",
  force: "must",
  apply: (facts) => {
    if (facts.act !== "appeal") return undefined;
    return facts.exceptionalCircumstancesStated
      ? {
          effect: "permits",
          about: about(facts),
          because:
            "The exceptional circumstances are stated. The chair says whether the appeal is heard, with reasons.",
        }
      : {
          effect: "permits-if",
          about: about(facts),
          because: "Appeals are for exceptional circumstances. State what they are.",
          needs: [
            {
              what: "reason",
              from: "line-manager",
              for: "the exceptional circumstances",
              code: "exceptional-circumstances",
            },
          ],
        };
  },
});

/** An appeal comes in time, or the chair says why it is taken late. */
export const appealInTime = (given: RuleHead, { workingDays }: { readonly workingDays: number }): May => ({
  ...given,
  title: "An appeal comes in time",
  apply: (facts, asAt): GateSaid | undefined => {
    if (facts.act !== "appeal" || typeof facts.decision === "string") return undefined;
    const said = { about: about(facts) };
    const { toldOn } = facts.decision;
    if (!isLocalDate(toldOn))
      return {
        ...said,
        effect: "permits",
        because: "The time to appeal has not begun: it runs from the day the parties are told of the decision.",
      };
    const due = dueAfter(toldOn, { count: workingDays, unit: "working-days" }, facts.calendar);
    if (due === "not-published")
      return {
        ...said,
        effect: "unknown",
        missing: "the bank holidays of that year",
        because: "The bank holidays of that year are not published yet, so the last day to appeal is not known.",
      };
    if (!isLate(due, asAt))
      return { ...said, effect: "permits", because: `An appeal can be made until the end of ${inWords(due.day)}.` };
    return facts.lateAppealAccepted
      ? { ...said, effect: "permits", because: "The appeal is late, and the chair wrote down why it is taken." }
      : {
          ...said,
          effect: "permits-if",
          because: `The last day to appeal was ${inWords(due.day)}. The chair of the group decides whether a late one is taken.`,
          needs: [
            { what: "approval", from: "executive-group-chair", for: "why a late appeal is taken", code: "late-appeal" },
          ],
        };
  },
});

/** After the last word there is no other. */
export const noAppealAfterFinal = (given: RuleHead, { decidedBy }: { readonly decidedBy: Role }): May => ({
  ...given,
  title: "The last decision is final",
  force: "must",
  apply: (facts) =>
    facts.act === "appeal" && isLocalDate(facts.finalDecisionOn)
      ? {
          effect: "prevents",
          about: about(facts),
          because: `${startingLarge(roleLabels[decidedBy].label)} decided on ${inWords(facts.finalDecisionOn)}, and that is final.`,
        }
      : undefined,
});

/** A way without an appeal says so. */
export const noAppeal = (given: RuleHead, { because }: { readonly because: string }): May => ({
  ...given,
  title: "There is no appeal",
  apply: (facts) => (facts.act === "appeal" ? { effect: "prevents", about: about(facts), because } : undefined),
});
