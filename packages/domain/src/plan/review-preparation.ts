import type { Due } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { addDays, inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, thePractitioner } from "../kernel/subject.ts";
import { type NotPublished, workingDaysAfter } from "../kernel/working-days.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import type { ReviewPreparationFacts } from "./review-model.ts";

type Preparation = DutyRule<ReviewPreparationFacts>;
type Contributor = ReviewPreparationFacts["contributors"][number];

const lead = (facts: ReviewPreparationFacts) =>
  ({ who: "lead-professional", ...byId(facts.lead), onAccountOf: "lead-professional" }) as const;
const review = ({ reviewOn }: ReviewPreparationFacts) => `the review of ${inWords(reviewOn)}`;
const nameOf = ({ agency }: Contributor) => agencyKinds[agency].label.toLowerCase();
const missing = (facts: ReviewPreparationFacts) =>
  facts.contributors.filter(({ arrivedOn }) => !isLocalDate(arrivedOn));

/**
 * For a review at a meeting the lead asks each contributor for their part, with a day by which it comes, and sees which
 * has not come. Where no day was given it is so many working days before the review.
 */
export const partsAreAskedFor = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Preparation => ({
  ...given,
  title: "Each contributor is asked for their part, and the lead sees what is missing",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] | undefined => {
    const today = dayOf(asAt);
    if (facts.isAtMeeting === false || today > facts.reviewOn) return undefined;
    return missing(facts).map((one): DutySaid => {
      const about = thePractitioner(one.id);
      if (!isLocalDate(one.askedOn))
        return {
          ...lead(facts),
          act: `plan.ask-for-part:${one.id}`,
          due: "at-once",
          about,
          because: `Ask ${nameOf(one)} for their part of ${review(facts)}, and say by when.`,
        };
      const by = dueOf(facts, one, workingDays);
      const asked = `Asked on ${inWords(one.askedOn)} for their part of ${review(facts)}`;
      if (by !== "not-published" && today > by.day)
        return {
          ...lead(facts),
          act: `plan.chase-part:${one.id}`,
          due: "at-once",
          about,
          because: `${asked}, due by ${inWords(by.day)}: nothing has come from ${nameOf(one)}. Chase it.`,
        };
      return {
        who: "practitioner",
        whoId: one.id,
        act: `plan.give-part:${one.id}`,
        due: by,
        ifMissed: "The lead professional sees that it is missing, and chases it.",
        onAccountOf: "practitioner",
        about,
        because: `${asked}.`,
      };
    });
  },
});

function dueOf(facts: ReviewPreparationFacts, { dueOn }: Contributor, workingDays: number): Due | NotPublished {
  if (isLocalDate(dueOn)) return { day: dueOn };
  const day = workingDaysAfter(facts.reviewOn, -workingDays, facts.calendar);
  return day === "not-published" ? "not-published" : { day };
}

/** The lead gathers people; each owner reports their own actions. What is missing shortly before is the owner's and the owner's manager's. */
export const ownersReport = (given: RuleHead, { days }: { readonly days: number }): Preparation => ({
  ...given,
  title: "Each owner reports their own actions to the review",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] | undefined => {
    const today = dayOf(asAt);
    if (today > facts.reviewOn) return undefined;
    const reminders = addDays(facts.reviewOn, -days);
    return missing(facts).flatMap((one): readonly DutySaid[] => {
      const about = thePractitioner(one.id);
      const owner: DutySaid = {
        who: "action-owner",
        whoId: one.id,
        act: `plan.report-actions:${one.id}`,
        due: { day: addDays(reminders, -1) },
        ifMissed: "A reminder goes to the owner, with a copy to the owner's manager.",
        onAccountOf: "action-owner",
        about,
        because: `Say before ${review(facts)} how your own actions stand (${nameOf(one)}).`,
      };
      if (today < reminders) return [owner];
      const still = `Nothing has come from ${nameOf(one)} for ${review(facts)}`;
      return [
        owner,
        {
          who: "action-owners-manager",
          ...byId(one.manager),
          act: `plan.see-actions-reported:${one.id}`,
          due: "at-once",
          onAccountOf: "action-owner",
          about,
          because: `${still}. The owner is reminded, and this copy is for their manager.`,
        },
        {
          ...lead(facts),
          act: `plan.know-of-missing-report:${one.id}`,
          due: "at-once",
          onAccountOf: "action-owner",
          about: subject("agency", one.agency),
          because: `${still}. The lead professional is told only: the report is its owner's.`,
        },
      ];
    });
  },
});
