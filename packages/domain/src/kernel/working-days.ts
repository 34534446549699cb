import { bankHolidays, type Nation, published } from "./bank-holidays.ts";
import { addDays, type LocalDate, weekdayOf } from "./local-date.ts";

/** The days an area works: Monday to Friday less its nation's bank holidays, with the days the area itself adds or removes. */
export type WorkingCalendar = {
  readonly nation: Nation;
  readonly closed: ReadonlySet<LocalDate>;
  readonly publishedFrom: LocalDate;
  readonly publishedUntil: LocalDate;
};

/** Takes the nation and the area's own closed and open days, gives its calendar. */
export function workingCalendar(
  nation: Nation,
  own: { readonly closed?: readonly LocalDate[]; readonly open?: readonly LocalDate[] } = {},
): WorkingCalendar {
  const closed = new Set([...bankHolidays[nation], ...(own.closed ?? [])]);
  for (const day of own.open ?? []) closed.delete(day);
  return { nation, closed, publishedFrom: published.from, publishedUntil: published.until };
}

/** Bank holidays of that year are not yet known, so a day cannot be promised. */
export type NotPublished = "not-published";

const isCovered = (day: LocalDate, calendar: WorkingCalendar) =>
  calendar.publishedFrom <= day && day < calendar.publishedUntil;

/** True, false, or "not-published" where the year's bank holidays are not known. */
export function isWorkingDay(day: LocalDate, calendar: WorkingCalendar): boolean | NotPublished {
  if (!isCovered(day, calendar)) return "not-published";
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !calendar.closed.has(day);
}

/**
 * The nth working day after a day (before it, when n is negative). The day itself is day 0; when it is not a working
 * day the next working day is day 1 (WIG-D1). Zero gives the day itself.
 */
export function workingDaysAfter(day: LocalDate, n: number, calendar: WorkingCalendar): LocalDate | NotPublished {
  const step = n < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(n); left > 0; ) {
    reached = addDays(reached, step);
    const works = isWorkingDay(reached, calendar);
    if (works === "not-published") return works;
    if (works) left -= 1;
  }
  return reached;
}

/**
 * Working days after `from` up to and including `to`; when `to` is earlier, the working days before `from` back to and
 * including `to`, as a negative number. Either way it undoes workingDaysAfter.
 */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): number | NotPublished {
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let day = from; day !== to; ) {
    day = addDays(day, step);
    const works = isWorkingDay(day, calendar);
    if (works === "not-published") return works;
    if (works) count += step;
  }
  return count;
}
