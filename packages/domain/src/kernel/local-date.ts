import { z } from "zod";

declare const localDateBrand: unique symbol;

/** A calendar day, written YYYY-MM-DD. It compares as text and never meets a time zone. */
export type LocalDate = string & { readonly [localDateBrand]: "LocalDate" };

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayInMilliseconds = 86_400_000;

/** True when the text is a day that exists in the calendar (29 February only in a leap year). */
export function isLocalDate(text: string): text is LocalDate {
  const parts = shape.exec(text);
  if (!parts) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** Takes YYYY-MM-DD, gives the day. Throws a RangeError for a day that does not exist: use LocalDateSchema for input. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`${text} is not a day`);
  return text;
}

/** A day as it comes from a form or a file. */
export const LocalDateSchema = z.custom<LocalDate>((value) => typeof value === "string" && isLocalDate(value), {
  error: "Enter a real date",
  params: { takes: "a day of the calendar, such as 2026-11-23" },
});

const asUtc = (day: LocalDate) => new Date(`${day}T00:00:00Z`);
const fromUtc = (date: Date) => date.toISOString().slice(0, 10) as LocalDate;

/** The day so many days later (or earlier, when negative). */
export const addDays = (day: LocalDate, days: number): LocalDate =>
  fromUtc(new Date(asUtc(day).getTime() + days * dayInMilliseconds));

/** Whole calendar months later. Where that day does not exist, the last day of the month (WIG-D2). */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const start = asUtc(day);
  const target = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return fromUtc(target);
}

/** Days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((asUtc(to).getTime() - asUtc(from).getTime()) / dayInMilliseconds);

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (day: LocalDate): number => asUtc(day).getUTCDay();

export const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));
export const monthOf = (day: LocalDate): number => Number(day.slice(5, 7));
export const dayOfMonth = (day: LocalDate): number => Number(day.slice(8, 10));

/** Whole years of age on a day. Someone born on 29 February has the birthday on 1 March of a common year. */
export function ageOn(born: LocalDate, on: LocalDate): number {
  const years = yearOf(on) - yearOf(born);
  return on.slice(5) < born.slice(5) ? years - 1 : years;
}

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "5 May 2008". */
export const inWords = (day: LocalDate): string => `${dayOfMonth(day)} ${monthNames[monthOf(day) - 1]} ${yearOf(day)}`;

/** A stretch of days: `from` is the first day of it, `until` the first day after it (half-open); none while it lasts. */
export type DayRange = { readonly from: LocalDate; readonly until?: LocalDate | undefined };

export const holdsOn = (range: DayRange, day: LocalDate): boolean =>
  range.from <= day && (range.until === undefined || day < range.until);

/** A document's end date is the last day it holds; ours is the first day it does not. This is the one place that converts. */
export const untilAfter = (lastDay: LocalDate): LocalDate => addDays(lastDay, 1);
export const lastDayOf = (until: LocalDate): LocalDate => addDays(until, -1);

/** On record, and done by that day: a day still to come has not happened, whatever is written for it. */
export const isDoneBy = (on: string | undefined, day: LocalDate): on is LocalDate =>
  on !== undefined && isLocalDate(on) && on <= day;

export const earlierOf = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);
export const laterOf = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** Of days in any order; undefined where there is none. */
export const earliestOf = (days: readonly LocalDate[]): LocalDate | undefined => [...days].sort()[0];
export const latestOf = (days: readonly LocalDate[]): LocalDate | undefined => [...days].sort().at(-1);
