import { dueAfter } from "../kernel/due.ts";
import { byId, type DutySaid } from "../kernel/duty.ts";
import { isKnown } from "../kernel/facts.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePlan, thePractitioner } from "../kernel/subject.ts";
import type { Cover } from "./cover-days.ts";

/** An active plan of several services has a deputy: agreeing one is owed by everybody on the team, and lead and manager see that there is none. */
export const agreeDeputy = (given: RuleHead, { services }: { readonly services: number }): Cover => ({
  ...given,
  title: "The team agrees a deputy",
  force: "should",
  apply: (facts, asAt) => {
    const { plan, deputy, team, lead, lineManager } = facts;
    if (deputy !== "none" && deputy !== "not-recorded" && deputy.openActions !== 0) return undefined;
    if (dayOf(asAt) < plan.activeFrom) return undefined;
    const about = thePlan(facts);
    if (plan.services === "not-recorded")
      return {
        who: "lead-professional",
        ...byId(lead),
        act: "lead-professional.record-services",
        due: "unknown",
        onAccountOf: "lead-professional",
        about,
        because: "It is not recorded how many services are on the plan, so nobody can say whether it needs a deputy.",
      };
    if (plan.services < services) return undefined;
    const hasLapsed = isKnown(deputy);
    const why = hasLapsed
      ? "The deputy has no open action on the plan any more, and no longer qualifies."
      : deputy === "none"
        ? `The plan is active since ${inWords(plan.activeFrom)} and has no deputy.`
        : `The plan is active since ${inWords(plan.activeFrom)}, and no deputy is recorded.`;
    const owed = { due: "at-once", onAccountOf: "practitioners-involved", about } as const;
    const members = team === "not-recorded" || team.length === 0 ? [undefined] : team;
    return [
      ...members.map(
        (id): DutySaid => ({
          ...owed,
          who: "practitioners-involved",
          ...(id === undefined ? {} : { whoId: id }),
          act: "deputy.agree",
          because: `${why} Agree between you who picks the role up when the lead is away.`,
        }),
      ),
      {
        ...owed,
        who: "lead-professional",
        ...byId(lead),
        act: "deputy.none-yet",
        because: `${why} It is for the team to agree one.`,
      },
      {
        ...owed,
        who: "line-manager",
        ...byId(lineManager),
        act: "deputy.none-yet",
        because: `${why} It is for the team to agree one.`,
      },
    ];
  },
});

/** Being full does not stop cover: the manager of whoever acts is told at once and agrees relief, or the team names another. */
export const relieveCover = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Cover => ({
  ...given,
  title: "Whoever acts over capacity is relieved",
  force: "should",
  apply: (facts) => {
    const { cover, calendar } = facts;
    if (typeof cover === "string" || isLocalDate(cover.reliefAgreedOn) || cover.isOverCapacity === false)
      return undefined;
    const about = thePractitioner(cover.id);
    const owed = { who: "line-manager", onAccountOf: "line-manager", about } as const;
    if (cover.isOverCapacity === "not-recorded")
      return {
        ...owed,
        act: "cover.record-capacity",
        due: "at-once",
        because: "Record whether the person who acts has room for it. Acting goes ahead meanwhile.",
      };
    return [
      {
        ...owed,
        act: "cover.told-over-capacity",
        due: "at-once",
        because:
          "The person who acts is over capacity. Acting goes ahead, because the family must never be without a contact.",
      },
      {
        ...owed,
        act: "cover.agree-relief",
        due: dueAfter(cover.from, { count: workingDays, unit: "working-days" }, calendar),
        ifMissed: "The team names somebody else.",
        because: "Agree what is taken off the person who acts, or have the team name somebody else.",
      },
    ];
  },
});

/** Holding the role lasts until a new lead accepts, and is looked at again every so many working days. */
export const reviewHolding = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Cover => ({
  ...given,
  title: "Holding the role is looked at again",
  force: "should",
  apply: (facts, asAt) => {
    const { holding, calendar } = facts;
    if (typeof holding === "string" || dayOf(asAt) < holding.since) return undefined;
    const last = isLocalDate(holding.reviewedOn) ? holding.reviewedOn : holding.since;
    return {
      who: "practitioners-involved",
      act: "lead-professional.agree-new-lead",
      due: dueAfter(last, { count: workingDays, unit: "working-days" }, calendar),
      onAccountOf: "practitioners-involved",
      about: thePlan(facts),
      because: `The deputy holds the role since ${inWords(holding.since)}: agree a new lead professional. It stays open until one accepts.`,
    };
  },
});
