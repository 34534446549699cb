import { lateFrom } from "../kernel/due.ts";
import { addDays, type LocalDate, weekdayOf } from "../kernel/local-date.ts";
import { dayOf, type Moment, momentAt } from "../kernel/moment.ts";
import { type WorkingCalendar, workingDaysAfter } from "../kernel/working-days.ts";

/** What is ours to set: no document says how long. */
export const emergency = {
  /** How long a record that was opened in an emergency stays open. */
  minutesOpen: 60,
  /** Working days after the day it was opened, at whose end somebody has looked at whether it was right. */
  workingDaysToReview: 2,
  /** Tries of one person in a day, found or not: the next one has to be talked over with a manager. */
  triesADay: 5,
} as const;

/** The first instant at which the record is closed again. */
export const closesAt = (opened: Moment): Moment =>
  momentAt(new Date(Date.parse(opened.at) + emergency.minutesOpen * 60_000));

/**
 * The first instant at which a review is late: after the second working day of the area's own calendar, the day of
 * opening being day 0. Where that year's bank holidays are not known yet, weekdays are counted: a review has a day always.
 */
export function reviewLateFrom(opened: Moment, calendar: WorkingCalendar): Moment {
  const day = dayOf(opened);
  const known = workingDaysAfter(day, emergency.workingDaysToReview, calendar);
  return lateFrom({ day: known === "not-published" ? weekdaysAfter(day, emergency.workingDaysToReview) : known });
}

function weekdaysAfter(day: LocalDate, count: number): LocalDate {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    if (weekdayOf(reached) !== 0 && weekdayOf(reached) !== 6) left -= 1;
  }
  return reached;
}
