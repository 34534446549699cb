import { addDays, addMonths, inWords, type LocalDate } from "./local-date.ts";
import { endOf, isBefore, type Moment, momentOn } from "./moment.ts";
import { type NotPublished, type WorkingCalendar, workingDaysAfter } from "./working-days.ts";

/** When something has to be done: by the end of a local day, or by an hour of it ("17:00"). */
export type Due = { readonly day: LocalDate; readonly hour?: string };

/** How long a clock runs. */
export type Span = { readonly count: number; readonly unit: "working-days" | "days" | "months" };

/** Takes the day a clock starts (day 0) and its length, gives when it ends; "not-published" where bank holidays are unknown. */
export function dueAfter(start: LocalDate, span: Span, calendar: WorkingCalendar, hour?: string): Due | NotPublished {
  const day =
    span.unit === "working-days"
      ? workingDaysAfter(start, span.count, calendar)
      : span.unit === "days"
        ? addDays(start, span.count)
        : addMonths(start, span.count);
  if (day === "not-published") return "not-published";
  return hour === undefined ? { day } : { day, hour };
}

/** The first moment at which it is late. */
export const lateFrom = (due: Due): Moment => (due.hour === undefined ? endOf(due.day) : momentOn(due.day, due.hour));

export const isLate = (due: Due, asAt: Moment): boolean => !isBefore(asAt, lateFrom(due));

/** "by the end of 25 November 2026", "by 17:00 on 1 December 2026". */
export const dueInWords = (due: Due): string =>
  due.hour === undefined ? `by the end of ${inWords(due.day)}` : `by ${due.hour} on ${inWords(due.day)}`;
