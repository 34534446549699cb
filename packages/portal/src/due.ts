import { type ClockProps, momentInWords } from "@linchpin/ui";

/** The first late instant, as people say a limit: midnight is the end of the day before. */
export function dueInWords(dueBy: string): string {
  const words = momentInWords(dueBy);
  if (!words.endsWith(" at midnight")) return `by ${words}`;
  const before = momentInWords(new Date(Date.parse(dueBy) - 60_000).toISOString());
  return `by the end of ${before.slice(0, before.lastIndexOf(" at "))}`;
}

type Limit = { readonly dueBy?: string | undefined };

/** A kept limit as a clock; none where no clock runs. */
export const clockOf = ({ dueBy, isLate }: Limit & { readonly isLate: boolean }): ClockProps | undefined =>
  dueBy === undefined ? undefined : { due: dueInWords(dueBy), state: isLate ? "overdue" : "running" };

/** Nearest limit first; what has none comes last. */
export const byDue = (one: Limit, other: Limit): number => (one.dueBy ?? "9999").localeCompare(other.dueBy ?? "9999");
