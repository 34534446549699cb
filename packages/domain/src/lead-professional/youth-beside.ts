import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { daysBetween, inWords, isLocalDate, lastDayOf } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { YouthFacts } from "./key-worker-model.ts";

type Youth = DutyRule<YouthFacts>;
const ofOfficer = { who: "supervising-officer", onAccountOf: "supervising-officer" } as const;

/** Inside a secure establishment somebody is allocated to each young person for the whole stay. */
export const establishmentAllocates = (given: RuleHead): Youth => ({
  ...given,
  title: "Somebody inside the establishment is allocated to the young person",
  force: "must",
  apply: ({ child, custody }, asAt): readonly DutySaid[] => {
    if (typeof custody === "string") return [];
    const { arrivedOn, leftOn, worker } = custody;
    const day = dayOf(asAt);
    if (day < arrivedOn || (isLocalDate(leftOn) && leftOn <= day)) return [];
    if (typeof worker !== "string" && worker.from <= day) return [];
    const about = theChild(child.id);
    const because = `In the establishment since ${inWords(arrivedOn)}, and nobody there is allocated: a key worker, case worker or case manager advises and assists for the whole stay.`;
    const allocate: DutySaid = {
      who: "establishment",
      act: "youth.allocate-worker-inside",
      due: { day: arrivedOn },
      onAccountOf: "establishment",
      about,
      because,
      ifMissed: "The supervising officer is told from the day after, until a name is there.",
    };
    const told: DutySaid = {
      ...ofOfficer,
      onAccountOf: "establishment",
      act: "youth.no-worker-inside",
      due: "at-once",
      about,
      because,
    };
    return daysBetween(arrivedOn, day) > 0 ? [allocate, told] : [allocate];
  },
});

/** One key worker sees a final warning through; a change says why, and the next one reads the file. */
export const sameFromStartToFinish = (given: RuleHead): Youth => ({
  ...given,
  title: "After a final warning one key worker goes from start to finish",
  force: "must",
  apply: ({ child, finalWarning }): readonly DutySaid[] => {
    if (typeof finalWarning === "string") return [];
    const about = theChild(child.id);
    const chain = [...finalWarning.keyWorkers].sort((a, b) => a.person.from.localeCompare(b.person.from));
    const team = { who: "youth-offending-team", onAccountOf: "youth-offending-team", due: "at-once", about } as const;
    if (chain.length === 0)
      return [
        {
          ...team,
          act: "youth.name-final-warning-worker",
          because: `A final warning was given on ${inWords(finalWarning.on)}: name one of the team who works with the young person from start to finish.`,
        },
      ];
    const ended = chain.at(-1)?.person.until;
    const left: readonly DutySaid[] =
      ended === undefined
        ? []
        : [
            {
              ...team,
              act: "youth.name-next-worker",
              due: { day: ended },
              because: `The key worker's last day is ${inWords(lastDayOf(ended))}: name the next, and say why it changes. Who leads is not touched by it.`,
            },
          ];
    return [
      ...chain.slice(1).flatMap(({ person, changeReasonGiven, readFileOn }): readonly DutySaid[] => [
        ...(changeReasonGiven
          ? []
          : [
              {
                ...team,
                act: `youth.say-why-changed:${person.id}`,
                because: `The key worker changed on ${inWords(person.from)}: write down why.`,
              },
            ]),
        ...(isLocalDate(readFileOn)
          ? []
          : [
              {
                ...team,
                who: "practitioner" as const,
                whoId: person.id,
                act: `youth.read-file:${person.id}`,
                because: "You come into this work: read the file of the young person, and record when.",
              },
            ]),
      ]),
      ...left,
    ];
  },
});

/** The officer hears of attendance and progress at each activity, and asks where nobody has reported. */
export const attendanceIsReported = (given: RuleHead): Youth => ({
  ...given,
  title: "Attendance and progress at each activity are reported to the officer",
  force: "must",
  apply: ({ child, activities }, asAt): readonly DutySaid[] => {
    const held = activities.filter(({ heldOn }) => heldOn <= dayOf(asAt));
    const reported = held.filter(({ reportedOn }) => isLocalDate(reportedOn)).length;
    return held
      .filter(({ reportedOn }) => !isLocalDate(reportedOn))
      .map(({ id, heldOn }) => ({
        ...ofOfficer,
        act: `youth.ask-for-report:${id}`,
        due: "at-once",
        about: theChild(child.id),
        because: `${reported} of ${held.length} activities are reported. Nobody has reported on the one of ${inWords(heldOn)}: ask.`,
      }));
  },
});

/** A change in the young person's life makes the officer look at the plan again. */
export const changeChecksPlan = (given: RuleHead): Youth => ({
  ...given,
  title: "A change in the young person's life makes the officer look at the plan",
  force: "must",
  apply: ({ child, changes }, asAt): readonly DutySaid[] =>
    changes
      .filter(
        ({ notedOn, planLookedAtOn }) =>
          notedOn <= dayOf(asAt) && !(isLocalDate(planLookedAtOn) && planLookedAtOn >= notedOn),
      )
      .map(({ id, notedOn }) => ({
        ...ofOfficer,
        act: `youth.look-at-plan:${id}`,
        due: "at-once",
        about: theChild(child.id),
        because: `A change was noted on ${inWords(notedOn)}: look whether the plan still fits.`,
      })),
});

/** Intensive supervision says on what it is enforced, and has a supervising officer. */
export const intensiveHasBasis = (given: RuleHead): Youth => ({
  ...given,
  title: "Intensive supervision has a basis and a supervising officer",
  force: "must",
  apply: ({ child, intensive, supervisingOfficer }, asAt): readonly DutySaid[] => {
    if (typeof intensive === "string" || dayOf(asAt) < intensive.from) return [];
    const team = {
      who: "youth-offending-team",
      onAccountOf: "youth-offending-team",
      due: { day: intensive.from },
      about: theChild(child.id),
    } as const;
    const began = `Intensive supervision and surveillance runs since ${inWords(intensive.from)}`;
    const noBasis = intensive.basis === "none" || intensive.basis === "not-recorded";
    const noOfficer = supervisingOfficer === "none" || supervisingOfficer === "not-recorded";
    return [
      ...(noBasis
        ? [
            {
              ...team,
              act: "youth.record-basis",
              because: `${began}: record whether it is enforced by bail, by community supervision or by a detention and training order.`,
            },
          ]
        : []),
      ...(noOfficer
        ? [
            {
              ...team,
              act: "youth.name-supervising-officer",
              because: `${began}: a supervising officer has to be named.`,
            },
          ]
        : []),
    ];
  },
});
