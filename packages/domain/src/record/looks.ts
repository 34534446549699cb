import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { addDays, type LocalDate, weekdayOf } from "../kernel/local-date.ts";
import { isBefore, type Moment, momentOn } from "../kernel/moment.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, prose } from "../kernel/text.ts";
import { isWorkingDay, type WorkingCalendar } from "../kernel/working-days.ts";
import { codesOf, vocabulary } from "../vocabulary/term.ts";

/** The kinds of look that a privacy officer is shown every week. */
export const lookKinds = vocabulary({
  "without-relation": {
    label: "Refused: no part in the child's care",
    meaning: "Asked for a child's record that they have no part in, and were refused.",
  },
  emergency: {
    label: "Opened in an emergency",
    meaning: "Opened a record without a part in the child's care, because it could not wait.",
  },
  "same-name-or-home": {
    label: "Same surname or home, or known outside work",
    meaning: "Asked for the record of a child who has their surname, or from whose record they are held back.",
  },
  "out-of-hours": {
    label: "Out of hours",
    meaning: "Looked at a record, or changed it, outside the hours in which the area works.",
  },
  "unusual-numbers": {
    label: "Unusually many children in a day",
    meaning: "Looked at many more children in a day than others whose post has the same part in Linchpin.",
  },
  "found-nobody": {
    label: "Looked for a child and found none",
    meaning:
      "Searched for a child, or asked for one by exact details, and no child was found. What they typed is not kept. Whoever tried unusually often in a day comes first.",
  },
  "without-part": {
    label: "Without a part in the child's help",
    meaning:
      "Saw something of a child by their post alone: as the office that keeps the roll, as somebody who works where the child is, or by a list of the area. Whoever saw unusually many children in a day comes first.",
  },
});
export type LookKind = keyof typeof lookKinds;

/** Kinds that ordinary work fills every day: only whoever stands out among others with the same part waits to be checked. */
export const everydayLookKinds: readonly LookKind[] = ["found-nobody", "without-part"];

/** What the audit says a search rested on that found no child. */
export const foundNobody = "found-nobody";

/**
 * What a look rested on that needs no part in the child's care now and is theirs all the same: an action of their own, an
 * invitation to contribute, the time in which they were named person, a copy that went to them.
 */
export const tiesOfTheirOwn: readonly string[] = ["action-owner", "contributor", "previous-named-person", "released"];

/** What somebody tried, in whole words, where no child was found. */
const triesInWords: Partial<Readonly<Record<string, string>>> = {
  "child.search": "Searched for a child by name or number",
  "named-person.here.read": "Looked for a child by name where they work",
  "roll.list": "Looked for a child by name in the list of a school or clinic",
  "emergency.open": "Tried to open a record in an emergency, by name and date of birth or by number",
  "sealing.ask": "Asked for a record to be sealed, by name and date of birth or by number",
};
export const searchesForAChild = Object.keys(triesInWords);
export const triedInWords = (act: string): string => triesInWords[act] ?? "Asked for something of a child's record";

/** What a privacy officer makes of one person's looks of one kind in a week. */
export const lookOutcomes = vocabulary({
  "in-order": { label: "In order" },
  "asked-about": { label: "Asked about", meaning: "The person, or somebody who knows the work, was asked." },
  breach: { label: "A breach", meaning: "The person's line manager is told." },
});
export type LookOutcome = keyof typeof lookOutcomes;

/** What counts as out of hours and as unusually many: no document says, so these are our own reading. */
export const lookBounds = {
  /** "Looks before 7 in the morning, from 8 in the evening on, and on a day the area does not work are out of hours." */
  opensAt: "07:00",
  closesAt: "20:00",
  /** "More than three times the median of the others with the same part, and at least 30 children, is unusual." */
  timesTheMedian: 3,
  leastChildren: 30,
  /** "A search that finds nobody is a slip of the keys; ten in a day are more than that." */
  leastTries: 10,
} as const;
export type LookBounds = {
  readonly opensAt: string;
  readonly closesAt: string;
  readonly timesTheMedian: number;
  readonly leastChildren: number;
  readonly leastTries: number;
};

/** The Monday of the week that a day is in. */
export const mondayOf = (day: LocalDate): LocalDate => addDays(day, -((weekdayOf(day) + 6) % 7));

const daysOf = (week: LocalDate): readonly LocalDate[] => [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(week, days));

/** A stretch of a working day in which nobody wonders at a look: from its first instant until the first after it. */
export type OpenHours = { readonly from: Moment; readonly until: Moment };

/** The hours of a week, from its Monday, in which the area works. Where bank holidays are not known yet, the weekdays. */
export const openHoursOf = (
  week: LocalDate,
  calendar: WorkingCalendar,
  { opensAt, closesAt }: Pick<LookBounds, "opensAt" | "closesAt"> = lookBounds,
): readonly OpenHours[] =>
  daysOf(week)
    .filter((day) => {
      const works = isWorkingDay(day, calendar);
      return works === "not-published" ? weekdayOf(day) !== 0 && weekdayOf(day) !== 6 : works;
    })
    .map((day) => ({ from: momentOn(day, opensAt), until: momentOn(day, closesAt) }));

export const isOutOfHours = (at: Moment, open: readonly OpenHours[]): boolean =>
  !open.some(({ from, until }) => !isBefore(at, from) && isBefore(at, until));

/** How many children somebody looked at on a day, or how often they tried and found none, and the part of their post. */
export type LookedOnDay = {
  readonly practitionerId: string;
  readonly role: string;
  readonly day: LocalDate;
  readonly many: number;
};

/** A day of somebody's that stands out, with what the others did. */
export type UnusualDay = LookedOnDay & {
  /** The median of the others of the same part on that day; left out where nobody else looked. */
  readonly others?: number;
};

/**
 * The days on which somebody looked at more children, or tried more often, than so many times the median of the others with
 * the same part who did so that day, and no less than the least that is worth asking about. With nobody to compare, the
 * least alone says.
 */
export function unusualDays(
  looked: readonly LookedOnDay[],
  least: number = lookBounds.leastChildren,
  { timesTheMedian }: Pick<LookBounds, "timesTheMedian"> = lookBounds,
): readonly UnusualDay[] {
  const together = new Map<string, LookedOnDay[]>();
  for (const one of looked) {
    const key = `${one.day} ${one.role}`;
    together.set(key, [...(together.get(key) ?? []), one]);
  }
  return looked.flatMap((one) => {
    if (one.many < least) return [];
    const alike = together.get(`${one.day} ${one.role}`) ?? [];
    const others = median(alike.filter((other) => other !== one).map(({ many }) => many));
    if (others === undefined) return [one];
    return one.many > timesTheMedian * others ? [{ ...one, others }] : [];
  });
}

/** The middle one of some numbers, or halfway between the two in the middle. */
function median(numbers: readonly number[]): number | undefined {
  const inOrder = [...numbers].sort((a, b) => a - b);
  const [low, high] = [inOrder[Math.ceil(inOrder.length / 2) - 1], inOrder[Math.floor(inOrder.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** A week as it is asked for: any day of it will do. */
export const WeekSchema = workingLifeDay("Choose a week").transform(mondayOf);

/** Write down what one person's looks of one kind in a week were found to be. */
export const CheckLooks = z.object({
  idempotencyKey: IdempotencyKeySchema,
  week: WeekSchema,
  kind: z.enum(codesOf(lookKinds)),
  practitionerId: IdSchema,
  outcome: z.enum(codesOf(lookOutcomes), { error: "Choose what you found" }),
  words: prose({ max: limits.prose, enter: "Enter what you found and how you know" }),
});
export type CheckLooks = z.infer<typeof CheckLooks>;
