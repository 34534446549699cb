import { type Due, dueAfter } from "../kernel/due.ts";
import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { addDays, inWords, isLocalDate, type LocalDate, lastDayOf } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, thePractitioner } from "../kernel/subject.ts";
import {
  type NotPublished,
  type WorkingCalendar,
  workingDaysAfter,
  workingDaysBetween,
} from "../kernel/working-days.ts";
import type { CoverFacts } from "./continuity-model.ts";

type Cover = DutyRule<CoverFacts>;
type Absence = Exclude<CoverFacts["absence"], string>;

const thePlan = ({ plan }: CoverFacts) => subject("area", plan.id);
const idOf = (value: string) => (value === "none" || value === "not-recorded" ? {} : { whoId: value });
const isPerson = <T>(value: T | "none" | "not-recorded"): value is T => value !== "none" && value !== "not-recorded";
const dueOn = (day: LocalDate | NotPublished): Due | NotPublished => (isLocalDate(day) ? { day } : "not-published");
const isGone = ({ backOn }: Absence, day: LocalDate) => isLocalDate(backOn) && backOn <= day;

/** Working days from the first day away up to the first day back; undefined where nobody can say, or the calendar ends. */
function workingDaysAway({ from, expectedBackOn }: Absence, calendar: WorkingCalendar): number | undefined {
  if (!isLocalDate(expectedBackOn) || expectedBackOn <= from) return undefined;
  const days = workingDaysBetween(addDays(from, -1), lastDayOf(expectedBackOn), calendar);
  return days === "not-published" ? undefined : days;
}

/** The nth working day missed: the first one missed is the first. */
const nthMissed = ({ from }: Absence, n: number, calendar: WorkingCalendar) =>
  workingDaysAfter(addDays(from, -1), n, calendar);

/** The last working day before the first day away: cover is in place by its end. */
const lastDayBefore = ({ from }: Absence, calendar: WorkingCalendar) => workingDaysAfter(from, -1, calendar);

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
        ...idOf(lead),
        act: "lead-professional.record-services",
        due: "unknown",
        onAccountOf: "lead-professional",
        about,
        because: "It is not recorded how many services are on the plan, so nobody can say whether it needs a deputy.",
      };
    if (plan.services < services) return undefined;
    const hasLapsed = isPerson(deputy);
    const why = hasLapsed
      ? "The deputy has no open action on the plan any more, and no longer qualifies."
      : `The plan is active since ${inWords(plan.activeFrom)} and has no deputy.`;
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
        ...idOf(lead),
        act: "deputy.none-yet",
        because: `${why} It is for the team to agree one.`,
      },
      {
        ...owed,
        who: "line-manager",
        ...idOf(lineManager),
        act: "deputy.none-yet",
        because: `${why} It is for the team to agree one.`,
      },
    ];
  },
});

/** A planned absence of some length is covered before it starts; on the last working day before it a manager hears that it is not. */
export const planCover = (
  given: RuleHead,
  { workingDays, elseNote }: { readonly workingDays: number; readonly elseNote: boolean },
): Cover => ({
  ...given,
  title: "Cover is in place before a planned absence",
  force: "should",
  apply: (facts, asAt) => {
    const { absence, cover, calendar, lead, lineManager } = facts;
    const day = dayOf(asAt);
    if (typeof absence === "string" || !absence.isPlanned || isGone(absence, day) || isPerson(cover)) return undefined;
    if (day < absence.knownOn) return undefined;
    const about = isPerson(lead) ? thePractitioner(lead) : thePlan(facts);
    const before = lastDayBefore(absence, calendar);
    const due = dueOn(before);
    const length = workingDaysAway(absence, calendar);
    const away = `The lead is away from ${inWords(absence.from)}`;
    if (length === undefined)
      return {
        who: "line-manager",
        ...idOf(lineManager),
        act: "cover.record-length",
        due,
        onAccountOf: "line-manager",
        about,
        because: `${away}, and it is not known for how many working days. Record when the lead is expected back.`,
      };
    if (length < workingDays)
      return elseNote
        ? {
            who: "lead-professional",
            ...idOf(lead),
            act: "cover.write-note",
            due,
            onAccountOf: "lead-professional",
            about,
            because: `${away}, for ${length} working day${length === 1 ? "" : "s"}: a cover note says whom to turn to.`,
          }
        : undefined;
    const plan = `${away}, for ${length} working days: agree who covers before then, and tell the family.`;
    return [
      {
        who: "lead-professional",
        ...idOf(lead),
        act: "cover.plan",
        due,
        onAccountOf: "lead-professional",
        about,
        because: plan,
        ifMissed: "The line manager is told that cover is missing.",
      },
      {
        who: "line-manager",
        ...idOf(lineManager),
        act: "cover.plan",
        due,
        onAccountOf: "line-manager",
        about,
        because: plan,
        ifMissed: "The line manager is the contact from the first day away.",
      },
      ...(isLocalDate(before) && day >= before
        ? [
            {
              who: "line-manager" as const,
              ...idOf(lineManager),
              act: "cover.missing",
              due: "at-once" as const,
              onAccountOf: "line-manager" as const,
              about,
              because: `Cover is missing for ${inWords(absence.from)}: put the deputy or somebody else in place today.`,
            },
          ]
        : []),
    ];
  },
});

/** An absence that nobody expected: the manager may act at once, and has decided by the end of the nth working day missed. */
export const decideUnplanned = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Cover => ({
  ...given,
  title: "An unexpected absence is decided within some working days",
  force: "should",
  apply: (facts, asAt) => {
    const { absence, coverDecidedOn, cover, calendar, lead, lineManager } = facts;
    const day = dayOf(asAt);
    if (typeof absence === "string" || absence.isPlanned || day < absence.from || isGone(absence, day))
      return undefined;
    if (isLocalDate(coverDecidedOn) || isPerson(cover)) return undefined;
    const last = nthMissed(absence, workingDays, calendar);
    const about = isPerson(lead) ? thePractitioner(lead) : thePlan(facts);
    const decide: DutySaid = {
      who: "line-manager",
      ...idOf(lineManager),
      act: "cover.decide",
      due: dueOn(last),
      ifMissed: "It shows to the manager's own manager.",
      onAccountOf: "line-manager",
      about,
      because: `The lead is away unexpectedly since ${inWords(absence.from)}: the deputy may be put in place at once, and it is decided by the end of the ${ordinal(workingDays)} working day missed.`,
    };
    if (!isLocalDate(last) || day <= last) return decide;
    return [
      decide,
      {
        who: "senior-manager",
        act: "cover.decision-overdue",
        due: "at-once",
        onAccountOf: "line-manager",
        about,
        because: `How the lead's absence since ${inWords(absence.from)} is covered should have been decided by ${inWords(last)}.`,
      },
    ];
  },
});

const ordinal = (n: number) => (n === 1 ? "first" : n === 2 ? "second" : n === 3 ? "third" : `${n}th`);

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

/** On return the role comes back by a handover note, and the family is told that day. */
export const returnIsTold = (given: RuleHead): Cover => ({
  ...given,
  title: "The family is told of the lead's return that day",
  force: "should",
  apply: (facts, asAt) => {
    const { absence, cover, lead } = facts;
    if (typeof absence === "string" || typeof cover === "string" || !isLocalDate(absence.backOn)) return undefined;
    if (isLocalDate(absence.returnFamilyToldOn) || dayOf(asAt) < absence.backOn) return undefined;
    const about = isPerson(lead) ? thePractitioner(lead) : thePlan(facts);
    const due = { day: absence.backOn };
    return [
      {
        who: "deputy",
        whoId: cover.id,
        act: "cover.write-handover-note",
        due,
        onAccountOf: "deputy",
        about,
        because: "The role comes back to the lead: write down what happened meanwhile.",
      },
      {
        who: "lead-professional",
        ...idOf(lead),
        act: "cover.tell-family-of-return",
        due,
        onAccountOf: "lead-professional",
        about,
        because: `Both confirmed the return for ${inWords(absence.backOn)}. Tell the family that day that the lead is their contact again.`,
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

type Interim = {
  readonly expectedWorkingDays: number;
  readonly missedWorkingDays: number;
  readonly nameWithin: number;
};

/** The day from which a long absence counts as one: known at the start to be long, or long by now. */
function longSince(
  absence: Absence,
  calendar: WorkingCalendar,
  { expectedWorkingDays, missedWorkingDays }: Interim,
): LocalDate | "not-published" | undefined {
  const length = workingDaysAway(absence, calendar);
  if (length !== undefined) return length >= expectedWorkingDays ? absence.knownOn : undefined;
  if (isLocalDate(absence.expectedBackOn)) return undefined;
  const reached = nthMissed(absence, missedWorkingDays, calendar);
  if (!isLocalDate(reached) || reached > absence.knownOn) return reached;
  return absence.knownOn;
}

/** A lead who is off for long: the manager names somebody in between within some working days of learning of it, and the family is told that day. */
export const nameInterim = (given: RuleHead, limits: Interim): Cover => ({
  ...given,
  title: "Somebody is named in between when the lead is off for long",
  force: "must",
  apply: (facts, asAt) => {
    const { absence, cover, calendar, lead, lineManager } = facts;
    const day = dayOf(asAt);
    if (typeof absence === "string" || isGone(absence, day)) return undefined;
    const about = isPerson(lead) ? thePractitioner(lead) : thePlan(facts);
    const owed = { who: "line-manager", ...idOf(lineManager), onAccountOf: "line-manager", about } as const;
    if (typeof cover !== "string")
      return isLocalDate(cover.familyToldOn)
        ? undefined
        : {
            ...owed,
            act: "interim.tell-family",
            due: { day: cover.namedOn },
            because: "Tell the family the same day who is their contact meanwhile.",
          };
    const since = longSince(absence, calendar, limits);
    if (since === undefined || (isLocalDate(since) && day < since)) return undefined;
    const due = isLocalDate(since)
      ? dueAfter(since, { count: limits.nameWithin, unit: "working-days" }, calendar)
      : ("not-published" as const);
    return {
      ...owed,
      act: "interim.name",
      due,
      ifMissed: "The line manager is the contact until somebody is named.",
      because: `The lead is off since ${inWords(absence.from)}: name somebody involved who may lead, or stand in yourself, and tell the family the same day.`,
    };
  },
});

/** After some weeks away it is looked at whether the lead changes for good. */
export const reviewChange = (given: RuleHead, { days }: { readonly days: number }): Cover => ({
  ...given,
  title: "A long absence is looked at: does the lead change for good?",
  force: "should",
  apply: (facts, asAt) => {
    const { absence, changeReviewedOn, lead } = facts;
    if (typeof absence === "string" || isGone(absence, dayOf(asAt))) return undefined;
    if (isLocalDate(changeReviewedOn) && changeReviewedOn >= absence.from) return undefined;
    const due = addDays(absence.from, days);
    const isExpectedAway = !isLocalDate(absence.expectedBackOn) || absence.expectedBackOn > due;
    if (!isExpectedAway || dayOf(asAt) < absence.from) return undefined;
    return {
      who: "practitioners-involved",
      act: "lead-professional.review-change-for-good",
      due: { day: due },
      onAccountOf: "line-manager",
      about: isPerson(lead) ? thePractitioner(lead) : thePlan(facts),
      because: `The lead is away since ${inWords(absence.from)}. By ${inWords(due)} those involved look at whether somebody else should lead for good.`,
    };
  },
});

/** A lead who leaves the post hands over before going, and sees nothing after the last day. */
export const handOverBeforeLeaving = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Cover => ({
  ...given,
  title: "A lead who leaves hands over first",
  force: "must",
  apply: (facts, asAt) => {
    const { leaving, calendar, lead, lineManager } = facts;
    if (typeof leaving === "string" || dayOf(asAt) < leaving.noticeOn) return undefined;
    const about = isPerson(lead) ? thePractitioner(lead) : thePlan(facts);
    const owed = { who: "line-manager", ...idOf(lineManager), onAccountOf: "line-manager", about } as const;
    const before = workingDaysAfter(leaving.lastDay, -workingDays, calendar);
    const handOver: DutySaid = {
      ...owed,
      act: "handover.complete",
      due: dueOn(before),
      ifMissed: `The line manager is the contact from ${inWords(addDays(leaving.lastDay, 1))}.`,
      because: `The lead leaves on ${inWords(leaving.lastDay)}: the next lead is agreed, and the plan, contacts and risks handed over and the family introduced${isLocalDate(before) ? ` by ${inWords(before)}` : ""}.`,
    };
    const endAccess: DutySaid = {
      ...owed,
      act: "access.end",
      due: { day: leaving.lastDay },
      because: `What the lead may see ends at the end of ${inWords(leaving.lastDay)}.`,
    };
    return [
      ...(isLocalDate(leaving.handoverDoneOn) ? [] : [handOver]),
      ...(isLocalDate(leaving.accessEndedOn) ? [] : [endAccess]),
    ];
  },
});
