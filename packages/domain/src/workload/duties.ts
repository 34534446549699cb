import { type Due, dueAfter, isLate } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { addDays, addMonths, inWords, isLocalDate, laterOf } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, thePractitioner } from "../kernel/subject.ts";
import type { WorkloadDutiesFacts } from "./model.ts";

type Duties = DutyRule<WorkloadDutiesFacts>;

const byManager = ({ practitionerId, manager }: WorkloadDutiesFacts) =>
  ({
    who: "line-manager",
    ...byId(manager),
    onAccountOf: "line-manager",
    about: thePractitioner(practitionerId),
  }) as const;

/** Whoever leads has the load looked at regularly; the manager is reminded on the day it has not been for so long. */
export const loadIsReviewed = (given: RuleHead, { days }: { readonly days: number }): Duties => ({
  ...given,
  title: "The load of a lead is reviewed",
  apply: (facts): DutySaid | undefined => {
    if (!isLocalDate(facts.leadsSince)) return undefined;
    // A review of an earlier lead does not count for this one.
    const last = isLocalDate(facts.lastReviewOn) ? laterOf(facts.lastReviewOn, facts.leadsSince) : facts.leadsSince;
    const day = addDays(last, days);
    return {
      ...byManager(facts),
      act: "workload.review-load",
      due: { day },
      from: day,
      because: isLocalDate(facts.lastReviewOn)
        ? `The load was last reviewed on ${inWords(facts.lastReviewOn)}. Review it, and write down what changes.`
        : `This person has led since ${inWords(facts.leadsSince)}, and no review of the load is recorded.`,
    };
  },
});

/** Each team's loads are looked at; where no review is recorded for months, senior management is told. */
export const teamIsMonitored = (given: RuleHead, { months }: { readonly months: number }): Duties => ({
  ...given,
  title: "Each team's loads are monitored",
  apply: ({ team }): DutySaid | undefined => {
    if (typeof team === "string") return undefined;
    const owed = {
      who: "senior-manager",
      act: "workload.check-team",
      onAccountOf: "team-manager",
      about: subject("agency", team.id),
    } as const;
    if (!isLocalDate(team.lastReviewOn))
      return { ...owed, due: "at-once", because: "No review of anybody's load is recorded for this team." };
    const day = addMonths(team.lastReviewOn, months);
    return {
      ...owed,
      due: { day },
      from: day,
      because: `The last review of anybody's load in this team is of ${inWords(team.lastReviewOn)}.`,
    };
  },
});

/** An alert that somebody carries more than was agreed is answered with an action; unanswered, it goes to the steering group. */
export const alertIsAnswered = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Duties => ({
  ...given,
  title: "An alert about load is answered",
  apply: ({ practitionerId, alert, calendar }, asAt): DutySaid | undefined => {
    if (typeof alert === "string" || isLocalDate(alert.answeredOn)) return undefined;
    const due: Due | "not-published" = dueAfter(alert.on, { count: workingDays, unit: "working-days" }, calendar);
    const about = thePractitioner(practitionerId);
    const was = `That more is carried than was agreed was said on ${inWords(alert.on)}`;
    return due !== "not-published" && isLate(due, asAt)
      ? {
          who: "steering-group",
          act: "workload.answer-alert-above",
          due: "at-once",
          onAccountOf: "senior-manager",
          about,
          because: `${was}, and nobody answered. It is now with the steering group.`,
        }
      : {
          who: "senior-manager",
          act: "workload.answer-alert",
          due,
          ifMissed: "It goes to the steering group.",
          onAccountOf: "senior-manager",
          about,
          because: `${was}. Answer with an action and its day.`,
        };
  },
});

/** Support staff of a school who lead get as much lifted as leading takes; a net extra load shows to their manager. */
export const noNetBurden = (given: RuleHead): Duties => ({
  ...given,
  title: "School support staff carry no net extra load",
  apply: (facts): DutySaid | undefined => {
    const { isSchoolSupportStaff, leadMinutes, liftedMinutes, leadsSince } = facts;
    if (isSchoolSupportStaff !== true || !isLocalDate(leadsSince)) return undefined;
    const owed = { ...byManager(facts), act: "workload.offset", due: "at-once" } as const;
    if (leadMinutes === "not-recorded" || liftedMinutes === "not-recorded")
      return { ...owed, because: "Write down how long leading takes in a week, and which duties were lifted for it." };
    return leadMinutes > liftedMinutes
      ? {
          ...owed,
          because: `Net extra load: leading takes ${leadMinutes} minutes a week and ${liftedMinutes} were lifted. Lift ${leadMinutes - liftedMinutes} more.`,
        }
      : undefined;
  },
});

/** What a new lead does to somebody's load is looked at before it starts, or on its first day. */
export const impactIsAddressed = (given: RuleHead): Duties => ({
  ...given,
  title: "The effect of a new lead on the load is looked at",
  apply: (facts): DutySaid | undefined => {
    const { appointment } = facts;
    if (typeof appointment === "string" || isLocalDate(appointment.impactAddressedOn)) return undefined;
    return {
      ...byManager(facts),
      act: "workload.address-impact",
      due: { day: appointment.startsOn },
      because:
        "Leading comes on top of this person's own casework. Say what is taken off in exchange, before or at the appointment.",
    };
  },
});
