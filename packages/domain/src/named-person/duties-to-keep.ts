import { dueAfter } from "../kernel/due.ts";
import type { DutyRule } from "../kernel/duty.ts";
import { addDays, addMonths, inWords, isDoneBy, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import { type NotPublished, workingDaysAfter } from "../kernel/working-days.ts";
import type { NamedPersonDutiesFacts } from "./model.ts";

type Duty = DutyRule<NamedPersonDutiesFacts>;
const ofNamedPerson = { who: "named-person", onAccountOf: "named-person" } as const;

/** The health visitor takes over some ten days after the birth; a target, and never by itself (HD-1). */
export const handOverFromMidwife = (
  given: RuleHead,
  { targetDays, reasonAfterDays }: { targetDays: number; reasonAfterDays: number },
): Duty => ({
  ...given,
  title: "The midwife hands over to the health visitor",
  apply: (facts, asAt) => {
    const { bornOn, id } = facts.child;
    const isHandedOver =
      isDoneBy(facts.midwiferyEndedOn, dayOf(asAt)) &&
      facts.hasHealthVisitor &&
      isDoneBy(facts.healthVisitorAcceptedOn, dayOf(asAt));
    if (!isLocalDate(bornOn) || isHandedOver || facts.isOfSchoolAge === true) return undefined;
    const about = theChild(id);
    const late = addDays(bornOn, reasonAfterDays);
    const target = {
      who: "midwifery" as const,
      act: "named-person.hand-over-to-health-visitor",
      due: { day: addDays(bornOn, targetDays) },
      ifMissed: `From ${inWords(late)} the reason is written down and both service managers are told.`,
      onAccountOf: "midwifery" as const,
      about,
      because:
        "The health visitor takes over once supervision has ended and they have accepted. The day is a target; nothing changes by itself.",
    };
    if (dayOf(asAt) < late) return target;
    const alert = { act: "named-person.late-handover", due: "at-once" as const, about };
    return [
      target,
      ...(facts.reasonForLateHandover === true
        ? []
        : [
            {
              ...alert,
              who: "midwifery" as const,
              onAccountOf: "midwifery" as const,
              because: "The health visitor has not taken over. Write down why today.",
            },
          ]),
      {
        ...alert,
        who: "midwifery" as const,
        onAccountOf: "midwifery" as const,
        act: "named-person.tell-midwifery-manager",
        because: "The manager of midwifery is told that the handover is late.",
      },
      {
        ...alert,
        who: "health-visiting" as const,
        onAccountOf: "health-visiting" as const,
        act: "named-person.tell-health-visiting-manager",
        because: "The manager of health visiting is told that the handover is late.",
      },
    ];
  },
});

/** When somebody else leads, the named person stays on the team, gets each version, and is shown to the family. */
export const keepLinks = (given: RuleHead): Duty => ({
  ...given,
  title: "The named person stays while somebody else leads",
  force: "must",
  apply: ({ child, separateLead }, asAt) =>
    typeof separateLead === "string" || dayOf(asAt) < separateLead.from
      ? undefined
      : {
          ...ofNamedPerson,
          act: "named-person.keep-links",
          due: "at-once",
          about: theChild(child.id),
          because:
            "Somebody else leads the plan. The named person stays on its team, gets each version and is shown to the family, and takes responsibility back when the plan ends.",
        },
});

/** The routine checks and the watch on attainment stay with the named person; every day-to-day duty stays open. */
export const keepRoutineChecks = (given: RuleHead): Duty => ({
  ...given,
  title: "Routine checks stay with the named person",
  force: "must",
  apply: ({ child, separateLead }, asAt) =>
    typeof separateLead === "string" || dayOf(asAt) < separateLead.from
      ? undefined
      : {
          ...ofNamedPerson,
          act: "named-person.keep-routine-checks",
          due: "at-once",
          about: theChild(child.id),
          because: "Routine development checks and the watch on attainment stay on the named person's own list.",
        },
});

/** A child whom neither school nor health has seen for a while is looked into, and a special arrangement follows (HD-12). */
export const checkContact = (
  given: RuleHead,
  { schoolDays, months, arrangeWithin }: { schoolDays: number; months: number; arrangeWithin: number },
): Duty => ({
  ...given,
  title: "A child not regularly in touch gets a special arrangement",
  force: "must",
  apply: (facts, asAt) => {
    const about = theChild(facts.child.id);
    const owed = { who: "area-manager", onAccountOf: "area-manager", about } as const;
    if (typeof facts.specialArrangement === "object") return undefined;
    if (facts.lastContactOn === "not-recorded")
      return {
        ...owed,
        act: "named-person.record-contact",
        due: "unknown",
        because: "It is not recorded when school or health last saw this child.",
      };
    if (facts.isOfSchoolAge === "not-recorded")
      return {
        ...owed,
        act: "named-person.record-school-age",
        due: "unknown",
        because: "It is not recorded whether this child is of school age.",
      };
    const opens: LocalDate | NotPublished = facts.isOfSchoolAge
      ? workingDaysAfter(facts.lastContactOn, schoolDays, facts.schoolDays)
      : addMonths(facts.lastContactOn, months);
    if (opens === "not-published")
      return {
        ...owed,
        act: "named-person.special-arrangement",
        due: "not-published",
        because: "School days of that year are not yet known.",
      };
    if (dayOf(asAt) < opens) return undefined;
    return {
      ...owed,
      act: "named-person.special-arrangement",
      due: dueAfter(opens, { count: arrangeWithin, unit: "working-days" }, facts.calendar),
      because: `Neither school nor health has seen this child since ${inWords(facts.lastContactOn)}. A special arrangement names a service, a person and a review date. By itself this is no concern.`,
    };
  },
});

/** A special arrangement is looked at again every few months. */
export const reviewArrangement = (given: RuleHead, { months }: { months: number }): Duty => ({
  ...given,
  title: "A special arrangement is reviewed",
  force: "must",
  apply: ({ child, specialArrangement: arranged }) => {
    if (typeof arranged !== "object") return undefined;
    const last = isLocalDate(arranged.reviewedOn) ? arranged.reviewedOn : arranged.from;
    return {
      who: "area-manager",
      act: "named-person.review-special-arrangement",
      due: { day: addMonths(last, months) },
      onAccountOf: "area-manager",
      about: theChild(child.id),
      because: `The special arrangement is reviewed by ${inWords(addMonths(last, months))}.`,
    };
  },
});

/** A child behind in development, or not benefiting from school, is marked for a fuller gathering of what is known. */
export const gatherMore = (given: RuleHead): Duty => ({
  ...given,
  title: "A child who falls behind is looked into more fully",
  force: "must",
  apply: ({ child, fullerGathering: mark }, asAt) => {
    if (typeof mark !== "object" || mark.done || dayOf(asAt) < mark.since) return undefined;
    const what = mark.why === "development" ? "below the development expected" : "not benefiting from school education";
    return {
      ...ofNamedPerson,
      act: "named-person.gather-more",
      due: "at-once",
      about: theChild(child.id),
      because: `The child is marked as ${what} since ${inWords(mark.since)}, so the named person gathers more of what is known.`,
    };
  },
});
