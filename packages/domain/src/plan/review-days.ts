import { type Due, dueAfter, type Span } from "../kernel/due.ts";
import type { Recorded } from "../kernel/facts.ts";
import { isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import type { NotPublished, WorkingCalendar } from "../kernel/working-days.ts";
import { type LegalStatus, statusesOn } from "../people/model.ts";
import type { LegalStatusKind } from "../vocabulary/legal-statuses.ts";
import type { PlanReach } from "../vocabulary/plan-kinds.ts";

/** How far apart reviews of a plan may lie: the first from the agreement, each later one from the last. */
export type Spacing = { readonly first: Span; readonly later: Span; readonly reach?: PlanReach };

type Counted = {
  readonly agreedOn: string;
  readonly lastReviewedOn: string;
  readonly plan: { readonly reach: PlanReach };
  readonly calendar: WorkingCalendar;
};

/** The spacing that holds for a plan: the one for its reach, else the one for every plan. */
export const spacingFor = ({ plan }: Counted, spacings: readonly Spacing[]): Spacing | undefined =>
  spacings.find(({ reach }) => reach === plan.reach) ?? spacings.find(({ reach }) => reach === undefined);

/** The last day for the next review. A plan that is not agreed yet is counted from `today`; undefined where that is not recorded. */
export function latestReview(facts: Counted, spacing: Spacing, today: LocalDate): Due | NotPublished | undefined {
  const { agreedOn, lastReviewedOn, calendar } = facts;
  if (isLocalDate(lastReviewedOn)) return dueAfter(lastReviewedOn, spacing.later, calendar);
  if (lastReviewedOn === "not-recorded") return undefined;
  if (isLocalDate(agreedOn)) return dueAfter(agreedOn, spacing.first, calendar);
  return agreedOn === "none" ? dueAfter(today, spacing.first, calendar) : undefined;
}

/** When the law's own reviews of a status come: after it starts, after the first of them, and after that. */
export type Timetable = {
  readonly kinds: readonly LegalStatusKind[];
  /** Only where the child lives away from home. */
  readonly awayFromHome?: boolean;
  readonly first: Span;
  readonly second: Span;
  readonly later: Span;
};

type WithStatuses = {
  readonly child: { readonly statuses: Recorded<readonly LegalStatus[]> };
  readonly statutoryReviews: Recorded<readonly { readonly statusId: string; readonly heldOn: LocalDate }[]>;
  readonly calendar: WorkingCalendar;
};

export type StatutoryReview = { readonly status: LegalStatus; readonly due: Due | NotPublished | "unknown" };

/** The next review of each status of a timetable that holds on a day. */
export function statutoryReviewsDue(
  facts: WithStatuses,
  timetable: Timetable,
  day: LocalDate,
): readonly StatutoryReview[] {
  const { child, statutoryReviews, calendar } = facts;
  return statusesOn(child.statuses, day, timetable.kinds)
    .filter(({ accommodated }) => timetable.awayFromHome !== true || accommodated !== false)
    .map((status) => {
      if (statutoryReviews === "not-recorded") return { status, due: "unknown" };
      const held = statutoryReviews
        .filter(({ statusId, heldOn }) => statusId === status.id && heldOn >= status.from && heldOn <= day)
        .map(({ heldOn }) => heldOn)
        .sort();
      const last = held.at(-1);
      const span = held.length === 0 ? timetable.first : held.length === 1 ? timetable.second : timetable.later;
      return { status, due: dueAfter(last ?? status.from, span, calendar) };
    });
}
