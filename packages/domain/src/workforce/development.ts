import { stoppedOn } from "../kernel/counted-days.ts";
import { dueAfter, dueInWords } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { inWords, isLocalDate, lastDayOf, laterOf } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import { startingSmall } from "../kernel/words.ts";
import { coreSkills, firstLeadWorries, leadModules, trainingTopics } from "../vocabulary/skills.ts";
import { codesOf } from "../vocabulary/term.ts";
import type { DevelopmentFacts, TrainingNeed } from "./development-model.ts";

type Development = DutyRule<DevelopmentFacts>;

const ofManager = ({ practitionerId, manager }: DevelopmentFacts) =>
  ({
    who: "line-manager",
    ...byId(manager),
    onAccountOf: "line-manager",
    about: thePractitioner(practitionerId),
  }) as const;
const ofPractitioner = ({ practitionerId }: DevelopmentFacts) =>
  ({
    who: "practitioner",
    whoId: practitionerId,
    onAccountOf: "practitioner",
    about: thePractitioner(practitionerId),
  }) as const;

/** A skill the line manager marks to be developed is answered with an offer of training, the same day. */
export const toDevelopIsOffered = (given: RuleHead): Development => ({
  ...given,
  title: "What is to be developed is answered with training",
  apply: (facts): readonly DutySaid[] =>
    facts.skills
      .filter(({ state, takenUpOn }) => state === "to-develop" && !isLocalDate(takenUpOn))
      .map(({ skill }) => ({
        ...ofManager(facts),
        act: `workforce.offer-training:${skill}`,
        due: "at-once",
        because: `To develop: ${startingSmall(coreSkills[skill].label)}. Offer training for it.`,
      })),
});

/** A skill without evidence is a gap in the profile: it becomes a training need, and keeps nobody out of the role. */
export const gapBecomesNeed = (given: RuleHead): Development => ({
  ...given,
  title: "A gap in the profile becomes a training need",
  apply: (facts): readonly DutySaid[] =>
    codesOf(coreSkills).flatMap((skill): readonly DutySaid[] => {
      const entry = facts.skills.find((one) => one.skill === skill);
      if (entry?.evidenced === true || (entry !== undefined && isLocalDate(entry.takenUpOn))) return [];
      const label = startingSmall(coreSkills[skill].label);
      return [
        entry?.evidenced === false
          ? {
              ...ofManager(facts),
              act: `workforce.record-need:${skill}`,
              due: "at-once",
              because: `No evidence yet: ${label}. Record it as a training need; it is a gap to fill, and no pass mark.`,
            }
          : {
              ...ofManager(facts),
              act: `workforce.assess-skill:${skill}`,
              due: "unknown",
              because: `Not looked at yet: ${label}. Add it to the profile, with its evidence and day.`,
            },
      ];
    }),
});

const isOpen = ({ doneOn }: TrainingNeed) => !isLocalDate(doneOn);

/** A training need has a day by which it is met; it stands on the practitioner's list and on the manager's until it is. */
export const needIsMet = (given: RuleHead): Development => ({
  ...given,
  title: "A training need is met by its day",
  apply: (facts): readonly DutySaid[] =>
    facts.needs.filter(isOpen).flatMap((need): readonly DutySaid[] => {
      const label = trainingTopics[need.topic].label;
      if (!isLocalDate(need.dueOn))
        return [
          {
            ...ofManager(facts),
            act: `workforce.date-need:${need.id}`,
            due: "at-once",
            because: `${label}: found on ${inWords(need.foundOn)}, with no day by which it is met. Agree one.`,
          },
        ];
      const due = { day: need.dueOn };
      const because = `${label}: found on ${inWords(need.foundOn)}, to be met by ${inWords(need.dueOn)}.`;
      return [
        { ...ofPractitioner(facts), act: `workforce.meet-need:${need.id}`, due, because },
        { ...ofManager(facts), act: `workforce.see-need-met:${need.id}`, due, because },
      ];
    }),
});

/** The manager clears the way for what somebody needs to learn: it is booked, and the time for it is released. */
export const wayIsCleared = (given: RuleHead): Development => ({
  ...given,
  title: "The manager clears the way for training",
  force: "must",
  apply: (facts): readonly DutySaid[] =>
    facts.needs.filter(isOpen).flatMap((need): readonly DutySaid[] => {
      const said = `${trainingTopics[need.topic].label}: a gap found on ${inWords(need.foundOn)}.`;
      const owed = { ...ofManager(facts), due: "at-once" } as const;
      const isBooked = isLocalDate(need.bookedFor);
      return [
        ...(isBooked
          ? []
          : [{ ...owed, act: `workforce.book:${need.id}`, because: `${said} Book training or support for it.` }]),
        ...(need.timeReleased === true
          ? []
          : [{ ...owed, act: `workforce.release-time:${need.id}`, because: `${said} Release the time it takes.` }]),
      ];
    }),
});

/** Each module of the role is done, or booked; one that has lapsed is taken again. */
export const modulesAreTaken = (given: RuleHead): Development => ({
  ...given,
  title: "The modules of the role are taken",
  apply: (facts): readonly DutySaid[] =>
    codesOf(leadModules).flatMap((module): readonly DutySaid[] => {
      const entry = facts.modules.find((one) => one.module === module);
      if (entry?.state === "done") return [];
      const owed = { ...ofPractitioner(facts), act: `workforce.take-module:${module}` };
      const { label } = leadModules[module];
      if (entry?.state === "booked" && isLocalDate(entry.on))
        return [{ ...owed, due: { day: entry.on }, because: `${label}: booked for ${inWords(entry.on)}.` }];
      if (entry?.state === "lapsed")
        return [
          {
            ...owed,
            due: "at-once",
            because: isLocalDate(entry.on)
              ? `${label}: lapsed on ${inWords(entry.on)}. Plan it again, with a day and who gives it.`
              : `${label}: lapsed. Plan it again, with a day and who gives it.`,
          },
        ];
      return [
        {
          ...owed,
          due: "unknown",
          because:
            entry === undefined || entry.state === "not-recorded"
              ? `${label}: it is not recorded whether it was taken.`
              : `${label}: not taken yet. Plan it, with a day and who gives it.`,
        },
      ];
    }),
});

/** Whoever was booked and did not come is the line manager's to take up, and stays untrained. */
export const absenceIsTakenUp = (given: RuleHead): Development => ({
  ...given,
  title: "Training that somebody missed goes to the line manager",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] =>
    facts.bookings
      .filter(({ on, attended, takenUpOn }) => on <= dayOf(asAt) && attended !== true && !isLocalDate(takenUpOn))
      .filter(({ on, attended }) => attended === false || on < dayOf(asAt))
      .map(
        ({ id, on, attended }): DutySaid =>
          attended === false
            ? {
                ...ofManager(facts),
                act: `workforce.take-up-absence:${id}`,
                due: "at-once",
                because: `Did not attend on ${inWords(on)}, and stays untrained. Find out why, and book another day.`,
              }
            : {
                ...ofManager(facts),
                act: `workforce.record-attendance:${id}`,
                due: "unknown",
                because: `It is not recorded whether this person attended on ${inWords(on)}.`,
              },
      ),
});

/** What worries somebody before the first lead is asked, and answered with support before the first meeting. */
export const worriesAreAnswered = (given: RuleHead): Development => ({
  ...given,
  title: "Worries before a first lead are answered with support",
  apply: (facts): readonly DutySaid[] => {
    const { hasLedBefore, worries, firstMeetingOn } = facts;
    if (hasLedBefore !== false) return [];
    const owed = {
      ...ofManager(facts),
      due: isLocalDate(firstMeetingOn) ? { day: firstMeetingOn } : "unknown",
    } as const;
    const before = isLocalDate(firstMeetingOn)
      ? `before the first meeting on ${inWords(firstMeetingOn)}`
      : "before the first meeting";
    if (worries === "not-recorded")
      return [
        {
          ...owed,
          act: "workforce.ask-worries",
          because: `Leads for the first time: ask ${before} what worries them about chairing, about whom they will work with, about taking work home.`,
        },
      ];
    return (worries === "none" ? [] : worries)
      .filter(({ offered }) => offered === "none" || offered === "not-recorded")
      .map(({ worry, saidOn }) => ({
        ...owed,
        act: `workforce.answer-worry:${worry}`,
        because: `${firstLeadWorries[worry].label}, said on ${inWords(saidOn)}: offer support ${before}.`,
      }));
  },
});

/**
 * A mentor who has gone, or is off for long, is followed by another: the line manager names one, and stands beside
 * whoever leads meanwhile, whose cases stay where they are (WIG-D5).
 */
export const mentorIsReplaced = (
  given: RuleHead,
  { daysOff, workingDays }: { readonly daysOff: number; readonly workingDays: number },
): Development => ({
  ...given,
  title: "A mentor who stops is followed by another",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] => {
    const { mentor, needsMentor, leadsFrom, calendar } = facts;
    const stopped = typeof mentor === "string" ? undefined : stoppedOn(mentor, dayOf(asAt), daysOff);
    if (stopped === undefined || needsMentor === false) return [];
    const lastDay = lastDayOf(stopped.since);
    const why =
      stopped.is === "gone"
        ? `The mentor's last day was ${inWords(lastDay)}`
        : `The mentor is off for more than ${daysOff} days, and counted last on ${inWords(lastDay)}`;
    if (needsMentor === "not-recorded")
      return [
        {
          ...ofManager(facts),
          act: "workforce.record-mentored-time",
          due: "unknown",
          because: `${why}. It is not recorded whether this person still has mentored months to serve: record when they qualified, first led and were mentored.`,
        },
      ];
    const due = dueAfter(lastDay, { count: workingDays, unit: "working-days" }, calendar);
    const leads = isLocalDate(leadsFrom) && leadsFrom <= dayOf(asAt);
    return [
      {
        ...ofManager(facts),
        act: "workforce.name-mentor",
        due,
        because: `${why}. Name a new mentor${due === "not-published" ? "" : ` ${dueInWords(due)}`}: until then the mentored months wait, and this person starts no new lead.`,
        ifMissed: "The end of the mentored months moves by each day without a mentor.",
      },
      ...(leads
        ? [
            {
              ...ofManager(facts),
              act: "workforce.support-meanwhile",
              due: "at-once",
              because: `${why}. What this person leads stays theirs: the line manager supports them until a new mentor is named.`,
            } as const,
          ]
        : []),
    ];
  },
});

/** Whoever is new to leading is paired with somebody who has done it before, from the first day in the role. */
export const pairedWhenNew = (given: RuleHead): Development => ({
  ...given,
  title: "Whoever is new to leading has a mentor who has led",
  apply: (facts, asAt): DutySaid | undefined => {
    const { hasLedBefore, mentor, leadsFrom } = facts;
    if (hasLedBefore !== false) return undefined;
    const first = isLocalDate(leadsFrom) ? leadsFrom : undefined;
    const owed = {
      ...ofManager(facts),
      act: "workforce.pair-with-mentor",
      due: first === undefined ? "unknown" : { day: first },
    } as const;
    if (typeof mentor === "string")
      return {
        ...owed,
        because:
          mentor === "none"
            ? "Leads for the first time: pair this person with somebody who has led before, from the first day in the role."
            : "Leads for the first time, and it is not recorded who the mentor is.",
      };
    const day = first === undefined ? dayOf(asAt) : laterOf(first, dayOf(asAt));
    if (mentor.hasLedBefore === false)
      return { ...owed, because: "The mentor has not led before: pair this person with somebody who has." };
    if (mentor.hasLedBefore === "not-recorded")
      return { ...owed, because: "It is not recorded whether the mentor has led before." };
    if (mentor.from > day)
      return {
        ...owed,
        because: `The pairing begins on ${inWords(mentor.from)}, after the first day in the role: begin it with the role.`,
      };
    return undefined;
  },
});
