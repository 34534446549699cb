import {
  type Arranged,
  type ArrangementPattern,
  arrange,
  arrangementPatterns,
  type Pupil,
  type SchoolArrangement,
  wholeRoll,
} from "@linchpin/domain";
import type { OnRoll } from "./arrangement-store.ts";
import type { ChildStanding, Held } from "./standing-store.ts";

export type NamedFor = { readonly group: string; readonly practitionerId: string };
export type Exception = SchoolArrangement["exceptions"][number];

const byGroup = { "by-class": "class", "by-year-group": "year-group", "by-house": "house" } as const;

/** The group of a child that a pattern goes by. */
export function groupOf(pattern: ArrangementPattern, child: OnRoll): string | null {
  if (pattern === "one-person") return wholeRoll;
  if (pattern === "by-class") return child.group;
  if (pattern === "by-year-group") return child.yearGroup;
  return pattern === "by-house" ? child.house : null;
}

/** How an assignment was settled, as it is kept: the pattern, and the group where there is one. */
export const settledBy = (pattern: ArrangementPattern, group: string | null): string =>
  group === null || group === wholeRoll ? pattern : `${pattern} ${group}`;

/** "By class P5", "Child by child", "Handover from the midwife". */
export function settledInWords(kept: string): string {
  const [code = "", ...rest] = kept.split(" ");
  if (code === "handover") return "Handover from the midwife";
  const label = code in arrangementPatterns ? arrangementPatterns[code as ArrangementPattern].label : kept;
  return [label, ...rest].join(" ");
}

/** The exceptions that stand: those given now, and children settled by name at this establishment before. */
export function exceptionsOf(
  standings: Iterable<ChildStanding>,
  establishmentId: string,
  given: readonly { readonly childId: string; readonly practitionerId: string; readonly reason: string }[],
): readonly Exception[] {
  const exceptions = new Map<string, Exception>();
  for (const { childId, held } of standings) {
    const named = held.findLast((one) => one.until === undefined);
    if (isByName(named, establishmentId))
      exceptions.set(childId, {
        child: childId,
        person: named.practitionerId,
        reason: named.reason ?? "Settled by name.",
      });
  }
  for (const { childId, practitionerId, reason } of given)
    exceptions.set(childId, { child: childId, person: practitionerId, reason });
  return [...exceptions.values()];
}

const isByName = (held: Held | undefined, establishmentId: string): held is Held =>
  held?.settledBy === "by-name" && held.establishmentId === establishmentId;

const pupilOf = ({ childId, group, yearGroup, house }: OnRoll): Pupil => ({
  child: childId,
  class: group ?? "not-recorded",
  house: house ?? "not-recorded",
  yearGroup: yearGroup ?? "not-recorded",
});

/** Applies an arrangement to a roll: everybody comes out once, with one person or with why there is none (HIG-62). */
export function arrangeRoll(
  pattern: ArrangementPattern,
  named: readonly NamedFor[],
  exceptions: readonly Exception[],
  roll: readonly OnRoll[],
  staff: readonly string[],
): Arranged {
  const people = new Map(named.map(({ group, practitionerId }) => [group, practitionerId]));
  const everybody = people.get(wholeRoll);
  const pupils = roll.map(pupilOf);
  if (pattern === "one-person" && everybody !== undefined)
    return arrange({ pattern: { by: "school", person: everybody }, exceptions }, pupils, staff);
  if (pattern === "by-class" || pattern === "by-year-group" || pattern === "by-house")
    return arrange({ pattern: { by: byGroup[pattern], people }, exceptions }, pupils, staff);
  // Nobody for everybody: what is left is settled child by child.
  const nobodyYet = arrange({ pattern: { by: "class", people: new Map() }, exceptions }, pupils, staff);
  const sentence = "Named persons are settled child by child here, and nobody has been named for this child.";
  return {
    ...nobodyYet,
    unassigned: nobodyYet.unassigned.map((one) =>
      one.code === "not-on-staff" || one.code === "exception-without-reason" ? one : { ...one, sentence },
    ),
  };
}
