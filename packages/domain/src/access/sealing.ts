import type { LocalDate } from "../kernel/local-date.ts";
import type { Relation } from "./acts.ts";

/** What may not be, and why, in the words of the page; undefined where it may. */
export type WhyNot = string | undefined;

/** The order of a court is of a day that has been. */
export const orderDayProblem = (orderedOn: LocalDate, today: LocalDate): WhyNot =>
  orderedOn > today ? "The day of the order must be today or in the past" : undefined;

/**
 * Whether somebody may decide what another asked. Two people seal a record, and the second of them does not work with the
 * child: to manage somebody who does, or to have opened it in an emergency, is no such part.
 */
export function mayDecideSealing(of: {
  readonly askedBy: string;
  readonly decidedBy: string;
  readonly partsOfDecider: readonly Relation[];
}): WhyNot {
  if (of.askedBy === of.decidedBy) return "You asked for this. Another person decides.";
  if (of.partsOfDecider.some((part) => part !== "line-manager" && part !== "emergency"))
    return "You work with this child. Somebody who does not decides.";
  return undefined;
}
