import { addDays, type DayRange, holdsOn, type LocalDate, lastDayOf, latestOf } from "./local-date.ts";

/** Somebody who does something from a day, and the stretches they are off work meanwhile. */
type Counted = DayRange & { readonly absences?: readonly DayRange[] };

/** Stretches that overlap or follow without a day between are one. */
function joined(stretches: readonly DayRange[]): readonly DayRange[] {
  const all: DayRange[] = [];
  for (const next of [...stretches].sort((a, b) => a.from.localeCompare(b.from))) {
    const last = all.at(-1);
    if (last === undefined || (last.until !== undefined && last.until < next.from)) all.push(next);
    else if (last.until !== undefined && (next.until === undefined || next.until > last.until))
      all.splice(-1, 1, { from: last.from, until: next.until });
  }
  return all;
}

/** The stretches somebody is off for more than the days that count all the same: from the day after those. */
const offForLong = ({ absences = [] }: Counted, daysOff: number): readonly DayRange[] =>
  joined(absences)
    .map(({ from, until }) => ({ from: addDays(from, daysOff), until }))
    .filter(({ from, until }) => until === undefined || from < until);

/** Some days without others: nothing, or what is left before and after. */
const without = (days: DayRange, { from, until }: DayRange): readonly DayRange[] =>
  [
    { from: days.from, until: days.until === undefined || days.until > from ? from : days.until },
    ...(until === undefined ? [] : [{ from: until > days.from ? until : days.from, until: days.until }]),
  ].filter((left) => left.until === undefined || left.from < left.until);

/** The days on which somebody counts: those they do it for, and are not off for long. */
export const countedDays = (of: Counted, daysOff: number): readonly DayRange[] =>
  offForLong(of, daysOff).reduce<readonly DayRange[]>(
    (left, off) => left.flatMap((days) => without(days, off)),
    [{ from: of.from, until: of.until }],
  );

/** Since when somebody who has begun does not count on a day: gone, or off for long and back on a day if that is known. */
export function stoppedOn(
  of: Counted,
  day: LocalDate,
  daysOff: number,
): { readonly since: LocalDate; readonly is: "gone" | "off"; readonly backOn?: LocalDate } | undefined {
  if (day < of.from) return undefined;
  const isGone = of.until !== undefined && of.until <= day;
  const lately = isGone ? lastDayOf(of.until) : day;
  const off = offForLong(of, daysOff).find((one) => holdsOn(one, lately));
  if (off === undefined) return isGone ? { since: of.until, is: "gone" } : undefined;
  const since = latestOf([off.from, of.from]) ?? off.from;
  return { since, is: "off", ...(off.until === undefined || isGone ? {} : { backOn: off.until }) };
}
