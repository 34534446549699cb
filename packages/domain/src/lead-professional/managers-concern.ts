import { type Due, dueAfter, dueInWords, isLate } from "../kernel/due.ts";
import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { inWords, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf, type Moment } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, thePractitioner } from "../kernel/subject.ts";
import { workingDaysAfter } from "../kernel/working-days.ts";
import type { NotAgreedFacts } from "./model.ts";
import { startOf } from "./not-agreed.ts";

type NotAgreed = DutyRule<NotAgreedFacts>;
type Limit = { readonly workingDays: number; readonly closesAt?: string };

const weighed = {
  resources: "the resources there are",
  involvement: "how long each is likely to be involved",
} as const;

/**
 * A manager with a concern about the person proposed asks who else is involved, talks with each of their managers, by
 * phone or in a meeting, and weighs resources and likely length of involvement, inside the managers' own working days.
 */
export const managersConcern = (given: RuleHead, { workingDays, closesAt }: Limit): NotAgreed => ({
  ...given,
  title: "A manager with a concern talks with the other managers",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] => {
    const { concern, hasLead, calendar } = facts;
    if (hasLead || concern === undefined || typeof concern === "string" || dayOf(asAt) < concern.raisedOn) return [];
    const day = startOf(facts, "proposal");
    const due =
      day === undefined ? "unknown" : dueAfter(day, { count: workingDays, unit: "working-days" }, calendar, closesAt);
    const owed = {
      who: "proposed-leads-line-manager",
      whoId: concern.by,
      onAccountOf: "proposed-leads-line-manager",
      about: subject("area", facts.plan.id),
    } as const;
    const since = `A concern about the person proposed was raised on ${inWords(concern.raisedOn)}`;
    if (concern.managers === "not-recorded")
      return [
        {
          ...owed,
          act: "lead-professional.list-other-managers",
          due: "at-once",
          because: `${since}: ask the practitioner who else is involved, and list their managers.`,
        },
      ];
    const toContact = concern.managers
      .filter(({ contacted }) => typeof contacted === "string")
      .map(
        ({ id }): DutySaid => ({
          ...owed,
          about: thePractitioner(id),
          act: `lead-professional.contact-other-manager:${id}`,
          due,
          because: `${since}: talk with this manager, by phone or in a meeting, about who is best placed to lead.`,
        }),
      );
    const toWeigh = (Object.keys(weighed) as (keyof typeof weighed)[])
      .filter((what) => concern.noted[what] !== true)
      .map(
        (what): DutySaid => ({
          ...owed,
          act: `lead-professional.weigh:${what}`,
          due,
          because: `${since}: write down what the managers said on ${weighed[what]}.`,
        }),
      );
    return [...toContact, ...toWeigh];
  },
});

type Referral = Limit & {
  /** How long the manager above has. */
  readonly decidesWithin: number;
};

/** Managers who do not agree in their time, or say so earlier, hand the choice to the manager of the area's services. */
export const goesToServiceManager = (
  given: RuleHead,
  { workingDays, closesAt, decidesWithin }: Referral,
): NotAgreed => ({
  ...given,
  title: "What managers do not settle is referred",
  force: "must",
  apply: (facts, asAt): DutySaid | undefined => {
    const day = startOf(facts, "proposal");
    if (facts.hasLead || day === undefined) return undefined;
    const deadline = dueAfter(day, { count: workingDays, unit: "working-days" }, facts.calendar, closesAt);
    const byHand = referredByHand(facts);
    if (byHand === undefined && !hasPassed(deadline, asAt)) return undefined;
    const start = byHand ?? (deadline === "not-published" ? day : deadline.day);
    const had = deadline === "not-published" ? "in their time" : dueInWords(deadline);
    const opens = byHand ?? workingDaysAfter(start, 1, facts.calendar);
    return {
      who: "service-development-manager",
      act: "lead-professional.decide-referred",
      due: dueAfter(start, { count: decidesWithin, unit: "working-days" }, facts.calendar, closesAt),
      ...(opens === "not-published" ? {} : { from: opens }),
      onAccountOf: "service-development-manager",
      about: subject("area", facts.plan.id),
      because:
        byHand === undefined
          ? `The line managers did not agree ${had}, so it is referred at the start of the next working day. Decide who leads, and keep the reason and the day.`
          : `The line managers referred it on ${inWords(byHand)}. Decide who leads, and keep the reason and the day.`,
    };
  },
});

const hasPassed = (due: Due | "not-published", asAt: Moment) => due !== "not-published" && isLate(due, asAt);

function referredByHand({ referredOn = "none" }: NotAgreedFacts): LocalDate | undefined {
  return isLocalDate(referredOn) ? referredOn : undefined;
}
