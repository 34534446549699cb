import type { DutyRule } from "../kernel/duty.ts";
import { inWords, lastDayOf, laterOf } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import { workingDaysAfter } from "../kernel/working-days.ts";
import type { ExceptionEndsFacts } from "./model.ts";

/**
 * Whoever leads under an exception is replaced before it ends: the line manager's task opens some working days before
 * the last day. Once it has lapsed the family keeps its contact, and the lapse is counted as a breach until another leads.
 */
export const leadIsReplaced = (
  given: RuleHead,
  { workingDaysBefore }: { readonly workingDaysBefore: number },
): DutyRule<ExceptionEndsFacts> => ({
  ...given,
  title: "Another lead is found before an exception ends",
  force: "must",
  apply: ({ practitionerId, exception, leads, calendar }, asAt) => {
    if (!leads) return undefined;
    const lastDay = lastDayOf(exception.until);
    const opens = workingDaysAfter(lastDay, -workingDaysBefore, calendar);
    const owed = {
      who: "line-manager",
      onAccountOf: "line-manager",
      about: thePractitioner(practitionerId),
      due: { day: lastDay },
      ifMissed: "The lapse is counted as a breach. Until another leads, this person stays the family's contact.",
    } as const;
    if (dayOf(asAt) >= exception.until)
      return {
        ...owed,
        act: "lead-professional.replace-lapsed",
        because: `Exemption lapsed: it ended on ${inWords(lastDay)} and this person still leads. Find another lead now; until then this person stays the family's contact.`,
      };
    const from = opens === "not-published" ? exception.from : laterOf(opens, exception.from);
    return {
      ...owed,
      act: "lead-professional.replace-exception",
      from,
      because: `The exception ends on ${inWords(lastDay)}. Find another lead professional by then.`,
    };
  },
});
