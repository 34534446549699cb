import { dueAfter } from "../kernel/due.ts";
import { byId, type DutySaid } from "../kernel/duty.ts";
import { addDays, inWords, isLocalDate, type LocalDate, laterOf } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { type WorkingCalendar, workingDaysAfter } from "../kernel/working-days.ts";
import { type Absence, type Cover, dueOn, isGone, nthMissed, theLead, workingDaysAway } from "./cover-days.ts";

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
  return isLocalDate(reached) ? laterOf(reached, absence.knownOn) : reached;
}

/** A lead who is off for long: the manager names somebody in between within some working days of learning of it, and the family is told that day. */
export const nameInterim = (given: RuleHead, limits: Interim): Cover => ({
  ...given,
  title: "Somebody is named in between when the lead is off for long",
  force: "must",
  apply: (facts, asAt) => {
    const { absence, cover, calendar, lineManager } = facts;
    const day = dayOf(asAt);
    if (typeof absence === "string" || isGone(absence, day)) return undefined;
    const about = theLead(facts);
    const owed = { who: "line-manager", ...byId(lineManager), onAccountOf: "line-manager", about } as const;
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
      because: `The lead is off ${day < absence.from ? "from" : "since"} ${inWords(absence.from)}: name somebody involved who may lead, or stand in yourself, and tell the family the same day.`,
    };
  },
});

/** After some weeks away it is looked at whether the lead changes for good. */
export const reviewChange = (given: RuleHead, { days }: { readonly days: number }): Cover => ({
  ...given,
  title: "A long absence is looked at: does the lead change for good?",
  force: "should",
  apply: (facts, asAt) => {
    const { absence, changeReviewedOn } = facts;
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
      about: theLead(facts),
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
    const { leaving, calendar, lineManager } = facts;
    if (typeof leaving === "string" || dayOf(asAt) < leaving.noticeOn) return undefined;
    const about = theLead(facts);
    const owed = { who: "line-manager", ...byId(lineManager), onAccountOf: "line-manager", about } as const;
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
