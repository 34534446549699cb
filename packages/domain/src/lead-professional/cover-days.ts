import type { Due } from "../kernel/due.ts";
import type { DutyRule } from "../kernel/duty.ts";
import { isKnown } from "../kernel/facts.ts";
import { addDays, isLocalDate, type LocalDate, lastDayOf } from "../kernel/local-date.ts";
import { type Subject, thePlan, thePractitioner } from "../kernel/subject.ts";
import {
  type NotPublished,
  type WorkingCalendar,
  workingDaysAfter,
  workingDaysBetween,
} from "../kernel/working-days.ts";
import type { CoverFacts } from "./continuity-model.ts";

export type Cover = DutyRule<CoverFacts>;
export type Absence = Exclude<CoverFacts["absence"], string>;

export const dueOn = (day: LocalDate | NotPublished): Due | NotPublished =>
  isLocalDate(day) ? { day } : "not-published";
export const isGone = ({ backOn }: Absence, day: LocalDate): boolean => isLocalDate(backOn) && backOn <= day;

/** Whose fact an absence is: the lead's, or the plan's where nobody knows who leads. */
export const theLead = (facts: CoverFacts): Subject =>
  isKnown(facts.lead) ? thePractitioner(facts.lead) : thePlan(facts);

/** Working days from the first day away up to the first day back; undefined where nobody can say, or the calendar ends. */
export function workingDaysAway({ from, expectedBackOn }: Absence, calendar: WorkingCalendar): number | undefined {
  if (!isLocalDate(expectedBackOn) || expectedBackOn <= from) return undefined;
  const days = workingDaysBetween(addDays(from, -1), lastDayOf(expectedBackOn), calendar);
  return days === "not-published" ? undefined : days;
}

/** The nth working day missed: the first one missed is the first. */
export const nthMissed = ({ from }: Absence, n: number, calendar: WorkingCalendar) =>
  workingDaysAfter(addDays(from, -1), n, calendar);

/** The last working day before the first day away: cover is in place by its end. */
export const lastDayBefore = ({ from }: Absence, calendar: WorkingCalendar) => workingDaysAfter(from, -1, calendar);
