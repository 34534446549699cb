import { isLocalDate } from "../kernel/local-date.ts";
import type { MeasureRule, MeasureSaid } from "../kernel/measure.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject } from "../kernel/subject.ts";
import { counted } from "../kernel/words.ts";
import { workingDaysBetween } from "../kernel/working-days.ts";
import type { DisputeLevel } from "../vocabulary/disputes.ts";
import type { DaysOpenFacts } from "./model.ts";

/** How long it was open, in working days: a measure of how well services work together. */
export const openFor = (given: RuleHead): MeasureRule<DaysOpenFacts> => ({
  ...given,
  title: "How long a disagreement is open is counted",
  apply: ({ dispute, calendar }, asAt): MeasureSaid => {
    const until = isLocalDate(dispute.closedOn) ? dispute.closedOn : dayOf(asAt);
    const said = { label: "Open", about: subject("area", dispute.id) };
    const days = until < dispute.raisedOn ? 0 : workingDaysBetween(dispute.raisedOn, until, calendar);
    if (days === "not-published")
      return {
        ...said,
        amount: 0,
        missing: "the bank holidays of these years",
        because: "The bank holidays of these years are not published, so working days cannot be counted.",
      };
    return {
      ...said,
      amount: days,
      ...(dispute.closedOn === "not-recorded" ? { missing: "whether it is closed" } : {}),
      because: `It ${isLocalDate(dispute.closedOn) ? "was" : "has been"} open for ${counted(days, "working day")}.`,
    };
  },
});

/** What a period's disagreements say: how many, at which level they were closed, and the middle of their days. */
export function summaryOf(
  disputes: readonly { readonly closedAt: DisputeLevel | "open"; readonly workingDays: number }[],
) {
  const days = disputes.map(({ workingDays }) => workingDays).sort((a, b) => a - b);
  const middle = days.slice(Math.ceil(days.length / 2) - 1, Math.floor(days.length / 2) + 1);
  const median = days.length === 0 ? undefined : middle.reduce((sum, one) => sum + one, 0) / middle.length;
  const closedAt = new Map<DisputeLevel | "open", number>();
  for (const { closedAt: level } of disputes) closedAt.set(level, (closedAt.get(level) ?? 0) + 1);
  return { count: disputes.length, closedAt, median };
}
