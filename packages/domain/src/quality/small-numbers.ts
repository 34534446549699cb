/**
 * Figures for those who see no child: a number under five could be somebody, so it is not said, and neither is anything
 * that would give it back by taking one number from another.
 */

/** Under this a number is not said. */
export const leastShown = 5;

/** A number, or why it is not said. */
export type ShownNumber = number | "fewer-than-5" | "not-shown";

export const shownInWords = (shown: ShownNumber): string | number =>
  shown === "fewer-than-5" ? "Fewer than 5" : shown === "not-shown" ? "Not shown" : shown;

const isSmall = (count: number): boolean => count > 0 && count < leastShown;

/** One count that nothing else adds up to. None is said as none. */
export const withoutSmall = (count: number): ShownNumber => (isSmall(count) ? "fewer-than-5" : count);

/**
 * Counts of one or more, and their sum. Where the sum is small they are not even listed: four of them that come to less
 * than five are one each. Where one of several is small, none of them is said
 * beside the sum: a mark on the small ones alone would leave the rest to be taken off.
 */
export function withoutSmallParts(counts: readonly number[]): {
  readonly sum: ShownNumber;
  readonly parts: readonly ShownNumber[];
} {
  const sum = counts.reduce((all, one) => all + one, 0);
  if (isSmall(sum)) return { sum: "fewer-than-5", parts: [] };
  return { sum, parts: counts.some(isSmall) ? counts.map(() => "not-shown") : [...counts] };
}

/**
 * Some of a whole that is said too: "9 told, of whom 7 late" gives away the other 2. Either both the part and the rest are
 * none or large enough, or the part is not said.
 */
export function withoutSmallRest(whole: ShownNumber, part: number): ShownNumber {
  if (typeof whole !== "number") return whole;
  return isSmall(part) || isSmall(whole - part) ? "not-shown" : part;
}
