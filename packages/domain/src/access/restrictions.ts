import { addDays, type LocalDate } from "../kernel/local-date.ts";
import { nameKey } from "../kernel/names.ts";

/** What is ours to set: no document says how long a restriction may stand before somebody looks at it again. */
export const restrictions = {
  /** Days from the day it is recorded or looked at to the day by which it is looked at again, at most. */
  daysToReview: 90,
} as const;

/** The last day by which what is recorded or looked at on a day may have to be looked at again. */
export const lastReviewDay = (on: LocalDate): LocalDate => addDays(on, restrictions.daysToReview);

/** What is the matter with a day to look again; nothing where it may be. Day 90 may be, day 91 may not. */
export function reviewDayProblem(reviewOn: LocalDate, today: LocalDate): string | undefined {
  if (reviewOn <= today) return "Enter a day after today";
  return reviewOn > lastReviewDay(today)
    ? `Enter a day that is at most ${restrictions.daysToReview} days away`
    : undefined;
}

const titles = new Set(["mr", "mrs", "ms", "miss", "mx", "dr", "rev", "sir", "lady"]);
const wordsOf = (name: string): ReadonlySet<string> =>
  new Set(
    nameKey(name)
      .split(" ")
      .filter((word) => word !== "" && !titles.has(word)),
  );

/**
 * Whether two names may be one adult's: every word of the shorter is in the longer, in whatever order ("Lind, Rob" and
 * "Mr Rob James Lind"). A name of one word is only the same as itself. Better once too often than once too seldom.
 */
export function mayBeSameAdult(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  if (fewer.size === 0 || (fewer.size === 1 && more.size > 1)) return false;
  return [...fewer].every((word) => more.has(word));
}

/** Those of some people who may be written to, told or invited: nobody who may be an adult kept away from the child. */
export const notKeptAway = <Person extends { readonly name: string }>(
  people: readonly Person[],
  adults: readonly { readonly name: string }[],
): readonly Person[] => people.filter(({ name }) => !adults.some((adult) => mayBeSameAdult(adult.name, name)));
