import { isLate } from "../kernel/due.ts";
import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { addDays, inWords, isLocalDate, type LocalDate, laterOf } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject } from "../kernel/subject.ts";
import type { CarriedOutFacts } from "./model.ts";

type Limits = { readonly daysWithoutContact: number; readonly weeksToReview: number };

/**
 * Whoever leads by law or good practice carries the functions only where they are carried out: the family has had
 * contact, there is a plan, a review is set. Where one is not so, that lead's manager is told.
 */
export const carriedOut = (
  given: RuleHead,
  { daysWithoutContact, weeksToReview }: Limits,
): DutyRule<CarriedOutFacts> => ({
  ...given,
  title: "A lead set by law carries the functions out",
  force: "should",
  apply: (facts, asAt) => {
    const { lead, plan, lastContactOn } = facts;
    if (typeof lead === "string" || lead.basis !== "by-law") return undefined;
    const day = dayOf(asAt);
    if (lead.since > day) return undefined;
    const withoutContactSince = isLocalDate(lastContactOn) ? laterOf(lastContactOn, lead.since) : lead.since;
    const about = subject("area", plan.id);
    const tell = (what: string, because: string): DutySaid => ({
      who: "line-manager",
      act: `lead-professional.check-carried-out:${what}`,
      due: "at-once",
      onAccountOf: "lead-professional",
      about,
      because,
    });
    return [
      ...(isLate({ day: addDays(withoutContactSince, daysWithoutContact) }, asAt)
        ? [
            tell(
              "contact",
              `No contact of the lead with the family is recorded since ${inWords(withoutContactSince)}. Ask the lead what is happening.`,
            ),
          ]
        : []),
      ...(facts.hasPlan === true
        ? []
        : [tell("plan", "No action is agreed on this plan. Ask the lead what is to be done, by whom and by when.")]),
      ...(reviewIsSet(facts, day, weeksToReview)
        ? []
        : [tell("review", `No review is set within ${weeksToReview} weeks. Ask the lead to set one.`)]),
    ];
  },
});

const reviewIsSet = ({ nextReviewOn }: CarriedOutFacts, day: LocalDate, weeks: number): boolean =>
  isLocalDate(nextReviewOn) && nextReviewOn >= day && nextReviewOn <= addDays(day, weeks * 7);
