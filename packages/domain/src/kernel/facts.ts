import { z } from "zod";
import type { Nation } from "./bank-holidays.ts";
import { isLocalDate, type LocalDate, LocalDateSchema } from "./local-date.ts";
import { type WorkingCalendar, workingCalendar } from "./working-days.ts";

/** The pieces that schemas of facts are made of. Their types are read from them, so that facts are described once. */

/** A fact that may simply not be there. "Not recorded" is never "no", and "none" is another value. */
export type Recorded<T> = T | "not-recorded";

/** On record, and there: neither "none" nor "not-recorded". */
export const isKnown = <T>(value: T | "none" | "not-recorded"): value is T =>
  value !== "none" && value !== "not-recorded";

export const recorded = <S extends z.ZodType>(of: S) => z.union([of, z.literal("not-recorded")]);

/** A fact that may not be recorded, or of which somebody found out that there is none. */
export const orNone = <S extends z.ZodType>(of: S) => z.union([of, z.literal("none"), z.literal("not-recorded")]);

/** The day something was done. One that is still to come on the day that is asked about reads as "none": see done-by.ts. */
export const DoneOn = orNone(LocalDateSchema);

/** Somebody or something by id: a child, a practitioner, a plan. Never a name. */
export const Ref = z.string().min(1);

export const Count = z.int().min(0);

export const list = <S extends z.ZodType>(of: S) => z.array(of).readonly();

/** The days of something that lasts: `until` is the first day after it (half-open), and left out while it lasts. */
export const during = { from: LocalDateSchema, until: LocalDateSchema.optional() };

const isInOrder = ({ from, until }: { readonly from: LocalDate; readonly until?: LocalDate | undefined }) =>
  until === undefined || from < until;

/** Refuses a stretch of days that ends before it begins: `inOrder(z.strictObject({ id: Ref, ...during }))`. */
export const inOrder = <S extends z.ZodType<Parameters<typeof isInOrder>[0]>>(of: S): S =>
  of.refine(isInOrder, { path: ["until"], params: { takes: "a day after from" } });

const nations = ["england-and-wales", "scotland", "northern-ireland"] as const satisfies readonly Nation[];
const ofNation: Partial<Record<Nation, WorkingCalendar>> = {};
const calendarOf = (nation: Nation): WorkingCalendar => {
  ofNation[nation] ??= workingCalendar(nation);
  return ofNation[nation];
};

type OwnDays = {
  readonly nation: Nation;
  readonly closed?: readonly LocalDate[];
  readonly open?: readonly LocalDate[];
};

/**
 * The days an area works. In a file it is its nation ("scotland"), or its nation with the area's own closed and open
 * days; a calendar that is already one stays as it is.
 */
export const WorkingDays: z.ZodType<WorkingCalendar> = z.unknown().transform((given, context) => {
  const isOne = (value: unknown): value is Nation => nations.some((nation) => nation === value);
  const areDays = (value: unknown) =>
    value === undefined || (Array.isArray(value) && value.every((day) => typeof day === "string" && isLocalDate(day)));
  if (isOne(given)) return calendarOf(given);
  if (typeof given === "object" && given !== null && "nation" in given && isOne(given.nation)) {
    if ("closed" in given && given.closed instanceof Set) return given as WorkingCalendar;
    const { nation, closed, open, ...more } = given as OwnDays;
    if (areDays(closed) && areDays(open) && Object.keys(more).length === 0)
      return workingCalendar(nation, { closed: closed ?? [], open: open ?? [] });
  }
  const takes = `${nations.map((nation) => `"${nation}"`).join(", ")}, or { nation, closed, open } with lists of days`;
  context.addIssue({ code: "custom", params: { takes }, input: given });
  return z.NEVER;
});
