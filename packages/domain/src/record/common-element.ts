import type { LocalDate } from "../kernel/local-date.ts";
import { counted } from "../kernel/words.ts";
import { type EnteredPart, isOfCurriculum } from "../vocabulary/common-element.ts";

/** An entry of what health and education both record, as much of it as tells one from another. */
export type CommonEntry = {
  readonly part: EnteredPart;
  /** What happened, or what it is in. */
  readonly kind: string;
  readonly words: string;
  readonly on: LocalDate | null;
};

const folded = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * Whether two entries say the same, so that what one agency holds is not entered a second time by the next (HIG-186). A
 * key event of one kind on one day is one event, unless it is of no kind of its own; a milestone is the same where it is in
 * the same area and in the same words, whatever its capitals and stops; what is said of the curriculum is said anew each time.
 */
export function isSameEntry(one: CommonEntry, other: CommonEntry): boolean {
  if (one.part !== other.part || one.kind !== other.kind) return false;
  const sameWords = folded(one.words) === folded(other.words);
  const sameDay = one.on === other.on;
  if (one.part === "milestones") return sameWords && (sameDay || !isOfCurriculum(one.kind));
  return one.kind === "other" || one.on === null || other.on === null ? sameWords : sameDay;
}

/** Whether an entry is in the shape from before, so that nothing is asked of it (HIG-184): it was written before the shape began. */
export const isOfFormerShape = (writtenOn: LocalDate, shapedSince: LocalDate | "none"): boolean =>
  shapedSince !== "none" && writtenOn < shapedSince;

type OfCurriculum = {
  readonly kind: string;
  readonly level: string | null;
  readonly on: LocalDate | null;
};

/**
 * How a child gets on in Curriculum for Excellence: of each area the last entry that says a level, the areas in the order
 * they are given in (HIG-16). Entries without a day stand behind those with one.
 */
export function progressByArea<E extends OfCurriculum>(entries: readonly E[]): readonly E[] {
  const last = new Map<string, E>();
  for (const entry of entries) {
    if (!isOfCurriculum(entry.kind) || entry.level === null) continue;
    const known = last.get(entry.kind);
    if (known === undefined || (entry.on ?? "") > (known.on ?? "")) last.set(entry.kind, entry);
  }
  return [...last.values()];
}

/** An age in whole months as it is said: "2 years 6 months"; of the small ones the months alone. */
export function monthsInWords(months: number): string {
  if (months < 24) return counted(months, "month");
  const rest = months % 12;
  return [counted(Math.floor(months / 12), "year"), ...(rest === 0 ? [] : [counted(rest, "month")])].join(" ");
}
