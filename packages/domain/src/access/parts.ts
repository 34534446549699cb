import { addDays, type LocalDate } from "../kernel/local-date.ts";

/** A part is given for so many days at most, the first and the last counted. */
export const mostDaysOfPart = 90;

export const lastDayOfPart = (from: LocalDate): LocalDate => addDays(from, mostDaysOfPart - 1);

/** What is wrong with the last day of a part that begins today, in words; undefined where nothing is. */
export function lastDayProblem(lastDay: LocalDate, today: LocalDate): string | undefined {
  if (lastDay < today) return "Enter today or a day to come";
  return lastDay > lastDayOfPart(today) ? `Enter a day within ${mostDaysOfPart} days, today counted` : undefined;
}
