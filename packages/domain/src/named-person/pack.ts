import type { LocalDate } from "../kernel/local-date.ts";

/** One page of a family's pack: the child's own, or a parent's or carer's. */
export type PartOfPack = {
  readonly is: "child" | "carer";
  readonly printedOn?: LocalDate | undefined;
  readonly givenOn?: LocalDate | undefined;
  /** Why it was not given, where there is a reason. */
  readonly notGivenBecause?: string | undefined;
};

export const packStates = {
  "not-printed": { label: "Not printed yet" },
  printed: { label: "Printed, not given yet" },
  incomplete: { label: "Incomplete" },
  given: { label: "Given" },
} as const;
export type PackState = keyof typeof packStates;

const isSettled = ({ givenOn, notGivenBecause }: PartOfPack): boolean =>
  givenOn !== undefined || notGivenBecause !== undefined;

/** How a family's pack stands: given in part it is incomplete, and without the child's own part it is never given (HIG-66). */
export function packState(parts: readonly PartOfPack[]): PackState {
  const hasChildsPart = parts.some(({ is }) => is === "child");
  if (hasChildsPart && parts.every(isSettled)) return "given";
  if (parts.some(isSettled)) return "incomplete";
  return parts.some(({ printedOn }) => printedOn !== undefined) ? "printed" : "not-printed";
}

/** What an incomplete pack lacks, in words; undefined where nothing is missing. */
export function missingOf(parts: readonly PartOfPack[]): string | undefined {
  const isOpen = (which: PartOfPack["is"]) => {
    const those = parts.filter(({ is }) => is === which);
    return (which === "child" && those.length === 0) || those.some((part) => !isSettled(part));
  };
  const missing = [
    ...(isOpen("child") ? ["the child's part"] : []),
    ...(isOpen("carer") ? ["the part for parents and carers"] : []),
  ];
  return missing.length === 0 ? undefined : missing.join(" and ");
}

/** A pack is given before the day the child starts: from that day on it is late. */
export const packIsLate = (state: PackState, startsOn: LocalDate, today: LocalDate): boolean =>
  state !== "given" && startsOn <= today;
