import { dueAfter, dueInWords } from "../kernel/due.ts";
import type { DutyRule } from "../kernel/duty.ts";
import { isLocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import type { NotAgreedFacts } from "./model.ts";

type NotAgreed = DutyRule<NotAgreedFacts>;
type Limit = { readonly workingDays: number };

/** When people could not agree, each of them tells their own line manager at once. */
export const tellManagersAtOnce = (given: RuleHead): NotAgreed => ({
  ...given,
  title: "Each worker tells their line manager at once",
  force: "must",
  apply: (facts) =>
    facts.hasLead || !isLocalDate(facts.discussedOn)
      ? undefined
      : facts.workers
          .filter(({ toldManagerOn }) => toldManagerOn === "not-recorded")
          .map(({ id }) => ({
            who: "practitioner" as const,
            whoId: id,
            act: "lead-professional.tell-line-manager",
            due: "at-once" as const,
            onAccountOf: "practitioner" as const,
            about: thePractitioner(id),
            because: "Nobody was agreed on, so each worker tells their own line manager now.",
          })),
});

/** The outer limit: the line manager has been told within some working days of the discussion. */
export const managersToldWithin = (given: RuleHead, { workingDays }: Limit): NotAgreed => ({
  ...given,
  title: "Line managers were told in time",
  force: "must",
  apply: (facts) => {
    const { discussedOn, calendar } = facts;
    if (facts.hasLead || !isLocalDate(discussedOn)) return undefined;
    return facts.workers
      .filter(({ toldManagerOn }) => toldManagerOn === "not-recorded")
      .map(({ id }) => {
        const due = dueAfter(discussedOn, { count: workingDays, unit: "working-days" }, calendar);
        return {
          who: "practitioner" as const,
          whoId: id,
          act: "lead-professional.line-manager-told",
          due,
          ifMissed: "It is counted as late, with the day the manager was told and the day that was recorded.",
          onAccountOf: "practitioner" as const,
          about: thePractitioner(id),
          because: `Each worker tells their own line manager that nobody was agreed on, ${due === "not-published" ? "in time" : `${dueInWords(due)} at the latest`}.`,
        };
      });
  },
});
