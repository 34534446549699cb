import { type LocalDate, weekdayOf } from "../kernel/local-date.ts";
import { nameKey } from "../kernel/names.ts";
import { type DayOfWeek, daysOfWeek, type WayOfReaching, waysOfReaching } from "../vocabulary/people-around.ts";
import { codesOf } from "../vocabulary/term.ts";

/** How and on which days somebody wants to be reached; on any day where none is named (BOL-3.1). */
export type AgreedReach = { readonly way: WayOfReaching; readonly days: readonly DayOfWeek[] };

const all = codesOf(daysOfWeek);
const weekdays = all.slice(0, 5);
const weekend = all.slice(5);
const are = (days: readonly DayOfWeek[], those: readonly DayOfWeek[]) =>
  those.every((day) => days.includes(day)) && days.every((day) => those.includes(day));

/** Whether something that goes out in a way on a day goes as it was agreed. */
export function isAsAgreed(
  { way, days }: AgreedReach,
  message: { readonly way: WayOfReaching; readonly on: LocalDate },
): boolean {
  // 0 is Sunday there, and our week begins on Monday
  const day = all[(weekdayOf(message.on) + 6) % 7];
  return message.way === way && (days.length === 0 || (day !== undefined && days.includes(day)));
}

/** Days as they are said: on weekdays, at weekends, on Mondays and Thursdays; nothing where it is any day. */
export function daysInWords(days: readonly DayOfWeek[]): string {
  if (days.length === 0 || are(days, all)) return "";
  if (are(days, weekdays)) return "on weekdays";
  if (are(days, weekend)) return "at weekends";
  const named = all.filter((day) => days.includes(day)).map((day) => `${daysOfWeek[day].label}s`);
  const last = named.at(-1) ?? "";
  return `on ${named.length === 1 ? last : `${named.slice(0, -1).join(", ")} and ${last}`}`;
}

/** The agreed way as it stands in a sentence: "by text on weekdays". */
export const agreedInWords = ({ way, days }: AgreedReach): string =>
  [waysOfReaching[way].label.toLowerCase(), daysInWords(days)].filter(Boolean).join(" ");

/**
 * Of what was recorded about how people are reached, oldest first: what was recorded last of the child, who has no name there,
 * or of a parent or carer; undefined while nobody has recorded anything. One name is one adult, however it is written.
 */
export const lastOfReach = <Said extends { readonly name: string | null }>(
  name: string | null,
  said: readonly Said[],
): Said | undefined =>
  said.findLast((one) =>
    one.name === null || name === null ? one.name === name : nameKey(one.name) === nameKey(name),
  );
