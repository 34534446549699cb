import { type LocalDate, momentOn } from "@linchpin/domain";
import { startsOn } from "./facts.ts";
import type { Held } from "./standing-store.ts";

/** How one child's line of named persons changes so that somebody new starts: no gap, no overlap (HIG-59). */
export type LineChange = {
  /** Rows that have not begun and are taken back. */
  readonly remove: readonly string[];
  /** The row that ends where the new one starts. */
  readonly cut: { readonly namedPersonId: string; readonly until: string } | undefined;
  readonly from: string;
  readonly until: string | undefined;
};

/**
 * Takes the line, the first day of the new one and the present instant. A start is cut at midnight; where somebody else
 * started on that same day already, it is the present instant. Gives undefined where two changes meet in one instant.
 */
export function lineChange(held: readonly Held[], day: LocalDate, now: string): LineChange | undefined {
  const midnight = momentOn(day).at;
  const remove = held.filter((one) => one.from > now && startsOn(one) === day);
  const staying = held.filter((one) => !remove.includes(one));
  const from = staying.some((one) => one.from >= midnight && one.from <= now) ? now : midnight;
  const containing = staying.find((one) => one.from <= from && (one.until === undefined || from < one.until));
  if (containing !== undefined && containing.from >= from) return undefined;
  const next = staying
    .filter((one) => one.from > from)
    .map((one) => one.from)
    .sort()[0];
  return {
    remove: remove.map(({ namedPersonId }) => namedPersonId),
    cut: containing && { namedPersonId: containing.namedPersonId, until: from },
    from,
    until: next,
  };
}
