import type { Figure } from "../../views.ts";

/** "2 points", "1 point", "2.5 points". */
export const pointsInWords = (points: number): string => `${points} ${points === 1 ? "point" : "points"}`;

/** "15 of 20 points", "at least 1 point". */
export const loadInWords = (load: Figure, capacity: Figure): string => {
  const least = load.isLeast ? "at least " : "";
  return isAgreed(capacity)
    ? `${least}${load.points} of ${pointsInWords(capacity.points)}`
    : `${least}${pointsInWords(load.points)}`;
};

/** A capacity counts as agreed when every post has one. */
export const isAgreed = (capacity: Figure): boolean => capacity.isKnown && !capacity.isLeast;

/** What is left; undefined where no capacity is agreed. */
export const roomLeft = (load: Figure, capacity: Figure): number | undefined =>
  isAgreed(capacity) ? capacity.points - load.points : undefined;
