import { addDays, type LocalDate, momentOn, monthOf, weekdayOf, yearOf } from "@linchpin/domain";

/** The weekday so many weekdays before a day: office life is not lived at weekends. */
export function weekdaysBefore(day: LocalDate, count: number): LocalDate {
  let found = day;
  for (let left = count; left > 0; ) {
    found = addDays(found, -1);
    if (weekdayOf(found) !== 0 && weekdayOf(found) !== 6) left -= 1;
  }
  return found;
}

/** A moment of a local day, "14:20". */
export const at = (day: LocalDate, time: string): Date => new Date(momentOn(day, time).at);

/** The day the school year that a day falls in began. */
export const schoolYearBegan = (day: LocalDate): LocalDate =>
  `${monthOf(day) >= 9 ? yearOf(day) : yearOf(day) - 1}-08-19` as LocalDate; // a day of every August
