import { type Due, dueAfter, isLate, type Span } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { addDays, inWords, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf, type Moment } from "../kernel/moment.ts";
import type { Role } from "../kernel/role.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { type Subject, subject, theChild } from "../kernel/subject.ts";
import { isWorkingDay, type WorkingCalendar, workingDaysAfter } from "../kernel/working-days.ts";
import { legalStatuses } from "../vocabulary/legal-statuses.ts";
import { changesThatCallForReview } from "../vocabulary/reviews.ts";
import { latestReview, type Spacing, spacingFor, statutoryReviewsDue, type Timetable } from "./review-days.ts";
import type { ReviewDueFacts } from "./review-model.ts";

type Reviews = DutyRule<ReviewDueFacts>;

/** How long a review that nobody held stays with the lead's manager, before it goes one step up. */
export type Escalation = { readonly managerWorkingDays: number; readonly oneStepUp: Role };

type Owed = {
  readonly who: Role;
  readonly whoId?: string;
  readonly act: string;
  readonly about: Subject;
  readonly because: string;
};

/** A review that is owed; from the day after it was due the line manager holds it too, who is known where it is the lead's, and after some days it goes one step up. */
function withEscalation(
  owed: Owed,
  due: Due,
  { managerWorkingDays, oneStepUp }: Escalation,
  facts: ReviewDueFacts,
  asAt: Moment,
  from?: LocalDate,
): readonly DutySaid[] {
  const review: DutySaid = {
    ...owed,
    due,
    ...(from !== undefined && dayOf(asAt) < from ? { from } : {}),
    ifMissed: "From the day after it is with the line manager.",
    onAccountOf: owed.who,
  };
  if (!isLate(due, asAt)) return [review];
  const late = `It was due by ${inWords(due.day)} and no review is recorded.`;
  const withManager = dueAfter(due.day, { count: managerWorkingDays, unit: "working-days" }, facts.calendar);
  const up = { onAccountOf: owed.who, about: owed.about } as const;
  const manager: DutySaid = {
    ...up,
    who: "line-manager",
    ...(owed.whoId === facts.lead ? byId(facts.leadsManager) : {}),
    act: `${owed.act}:overdue`,
    due: withManager,
    ifMissed: "It goes one step up.",
    because: `${late} The line manager sees to it that it is held, or finds somebody who holds it.`,
  };
  if (withManager === "not-published" || !isLate(withManager, asAt)) return [review, manager];
  return [
    review,
    manager,
    {
      ...up,
      who: oneStepUp,
      act: `${owed.act}:overdue-still`,
      due: "at-once",
      because: `${late} The line manager had until ${inWords(withManager.day)}. It is now one step up.`,
    },
  ];
}

/** The day the plan itself names for its next review; one that a review has passed since counts no more. */
const ownDay = ({ reviewOn, lastReviewedOn }: ReviewDueFacts): LocalDate | undefined =>
  isLocalDate(reviewOn) && !(isLocalDate(lastReviewedOn) && reviewOn <= lastReviewedOn) ? reviewOn : undefined;

type Held = {
  readonly spacings: readonly Spacing[];
  readonly remindDays: number;
  readonly escalation: Escalation;
  /** Who holds it; the lead professional, where it is left out. */
  readonly who?: "lead-professional" | "named-person";
};

/** The review is held by the day the plan names, and no later than the rulebook lets it be. Whoever holds it is reminded beforehand. */
export const reviewIsHeld = (
  given: RuleHead,
  { spacings, remindDays, escalation, who = "lead-professional" }: Held,
): Reviews => ({
  ...given,
  title: "The review is held, and is noticed when it is not",
  force: "must",
  apply: (facts, asAt): DutySaid | readonly DutySaid[] | undefined => {
    const about = subject("area", facts.plan.id);
    const spacing = spacingFor(facts, spacings);
    if (!spacing) return undefined;
    const holder = { who, ...byId(facts.lead), act: "plan.review", about } as const;
    const latest = facts.agreedOn === "none" ? undefined : latestReview(facts, spacing, dayOf(asAt));
    const own = ownDay(facts);
    if (latest === undefined && own === undefined)
      return facts.agreedOn === "none"
        ? undefined
        : {
            ...holder,
            due: "unknown",
            onAccountOf: who,
            because:
              "It cannot be said by when this plan is reviewed: its agreement or its last review is not recorded.",
          };
    const bounds = [own, ...(latest === undefined || latest === "not-published" ? [] : [latest.day])];
    const [day] = bounds.filter((one) => one !== undefined).sort();
    if (day === undefined) return { ...holder, due: "not-published", onAccountOf: who, because: notPublished };
    const because =
      day === own
        ? `The plan names ${inWords(day)} for its next review. Gather everybody, the child and family among them.`
        : `The next review of this plan is held by ${inWords(day)} at the latest. Gather everybody, the child and family among them.`;
    return withEscalation({ ...holder, because }, { day }, escalation, facts, asAt, addDays(day, -remindDays));
  },
});

const notPublished =
  "The bank holidays of that year are not published yet, so the last day for the review is not known.";

type Sooner = {
  readonly workingDays: number;
  readonly escalation: Escalation;
  /** Who holds the review of a single-agency plan; the lead professional, where it is left out. */
  readonly singleAgency?: "named-person";
};

/** What changes for the child brings the review forward: it does not wait for its day. */
export const soonerWhenThingsChange = (
  given: RuleHead,
  { workingDays, escalation, singleAgency }: Sooner,
): Reviews => ({
  ...given,
  title: "A change brings the review forward",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] =>
    facts.changes
      .filter(({ on, reviewedOn }) => on <= dayOf(asAt) && !isReviewedSince(facts, on, reviewedOn))
      .flatMap(({ id, kind, on }): readonly DutySaid[] => {
        const who = facts.plan.reach === "single-agency" && singleAgency ? singleAgency : "lead-professional";
        const owed = {
          who,
          ...byId(facts.lead),
          act: `plan.review-sooner:${id}`,
          about: theChild(facts.child.id),
          because: `${changesThatCallForReview[kind].label}, on ${inWords(on)}. Review the plan now, and do not wait for its day.`,
        } as const;
        const due = dueAfter(on, { count: workingDays, unit: "working-days" }, facts.calendar);
        return due === "not-published"
          ? [{ ...owed, due, onAccountOf: who }]
          : withEscalation(owed, due, escalation, facts, asAt);
      }),
});

const isReviewedSince = ({ lastReviewedOn }: ReviewDueFacts, on: LocalDate, reviewedOn: string) =>
  isLocalDate(reviewedOn) || (isLocalDate(lastReviewedOn) && lastReviewedOn >= on);

type Statutory = { readonly timetable: Timetable; readonly escalation: Escalation };

/** Reviews that the law asks for come by a timetable of their own, and social services see that they do. */
export const reviewedByLaw = (given: RuleHead, { timetable, escalation }: Statutory): Reviews => ({
  ...given,
  title: "Reviews that the law asks for are held in time",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] =>
    statutoryReviewsDue(facts, timetable, dayOf(asAt)).flatMap(({ status, due }): readonly DutySaid[] => {
      const owed = {
        who: "social-worker",
        ...(status.holder === undefined ? {} : { whoId: status.holder }),
        act: `plan.statutory-review:${status.id}`,
        about: theChild(facts.child.id),
        because: `${legalStatuses[status.kind].label} since ${inWords(status.from)}: the law has a timetable of its own for this review.`,
      } as const;
      return due === "unknown" || due === "not-published"
        ? [{ ...owed, due, onAccountOf: "social-worker" }]
        : withEscalation(owed, due, escalation, facts, asAt);
    }),
});

/** Once the young person is in the community again, the training plan is reviewed within some days; the supervising officer chairs. */
export const trainingPlanIsReviewed = (given: RuleHead, { within }: { readonly within: Span }): Reviews => ({
  ...given,
  title: "The training plan is reviewed after the transfer to the community",
  force: "must",
  apply: (facts, asAt): DutySaid | undefined => {
    const { training, calendar } = facts;
    if (typeof training === "string" || isLocalDate(training.reviewedOn) || dayOf(asAt) < training.transferredOn)
      return undefined;
    const due = dueAfter(training.transferredOn, within, calendar);
    return {
      who: "supervising-officer",
      ...byId(training.officer),
      act: "plan.review-training",
      due,
      ifMissed:
        "Any later day needs a reason and the authority of the youth offending team's manager or of the establishment's head.",
      onAccountOf: "supervising-officer",
      about: theChild(facts.child.id),
      because: `Transferred to the community on ${inWords(training.transferredOn)}. The supervising officer holds and chairs the review of the training plan.${due === "not-published" ? "" : lastWorkingDay(due.day, calendar)}`,
    };
  },
});

/** Where the last day is no working day, the working day before it is said too. */
function lastWorkingDay(day: LocalDate, calendar: WorkingCalendar): string {
  if (isWorkingDay(day, calendar) !== false) return "";
  const before = workingDaysAfter(day, -1, calendar);
  return before === "not-published" ? "" : ` The last working day before then is ${inWords(before)}.`;
}
