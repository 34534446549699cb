import { z } from "zod";
import { addDays, type LocalDate } from "./local-date.ts";

/** The one zone the product works in: every area is in the United Kingdom. */
export type Zone = "Europe/London";

/** A point in time and the zone whose clock the reader lives by. `at` is an instant in UTC, ISO 8601 with milliseconds. */
export type Moment = { readonly at: string; readonly zone: Zone };

/** A moment as it comes from outside. Written one way only, since moments compare as text. */
export const MomentSchema = z
  .object({ at: z.iso.datetime({ offset: true }), zone: z.literal("Europe/London") })
  .transform(({ at }): Moment => momentAt(at));

const clocks = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

function localParts(instant: number) {
  const parts: Record<string, string> = {};
  for (const { type, value } of clocks.formatToParts(instant)) parts[type] = value;
  return {
    day: `${parts.year}-${parts.month}-${parts.day}` as LocalDate,
    time: `${parts.hour}:${parts.minute}:${parts.second}`,
  };
}

/** Takes an instant (Date, or ISO text), gives the moment. Throws a RangeError when it is not one. */
export function momentAt(instant: Date | string): Moment {
  return { at: new Date(instant).toISOString(), zone: "Europe/London" };
}

/** The days of moments asked about lately: every clause of a question asks for the day of the same moment. */
const daysLately = new Map<string, LocalDate>();
const manyMoments = 1_000;

/** The local day a moment falls on. */
export function dayOf({ at }: Moment): LocalDate {
  const known = daysLately.get(at);
  if (known !== undefined) return known;
  const { day } = localParts(Date.parse(at));
  if (daysLately.size >= manyMoments) daysLately.clear();
  daysLately.set(at, day);
  return day;
}

/** The local time of day, "14:20". */
export const timeOf = (moment: Moment): string => localParts(Date.parse(moment.at)).time.slice(0, 5);

/**
 * The moment a local clock shows this day and time. An hour the clocks skip in March gives the hour after;
 * an hour they repeat in October gives the first of the two.
 */
export function momentOn(day: LocalDate, time = "00:00:00"): Moment {
  const wanted = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`);
  const offsetAt = (instant: number) => {
    const local = localParts(instant);
    return Date.parse(`${local.day}T${local.time}Z`) - instant;
  };
  const inSummer = wanted - 3_600_000;
  if (offsetAt(inSummer) === 3_600_000) return momentAt(new Date(inSummer));
  return momentAt(new Date(wanted));
}

export const noonOn = (day: LocalDate): Moment => momentOn(day, "12:00:00");

/** The first instant of the day after: what is due "by the end of a day" is late from here. */
export const endOf = (day: LocalDate): Moment => momentOn(addDays(day, 1));

export const isBefore = (a: Moment, b: Moment): boolean => a.at < b.at;
