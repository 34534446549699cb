import { type Due, isLate } from "../kernel/due.ts";
import type { DutySaid } from "../kernel/duty.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { MeasureRule, MeasureSaid } from "../kernel/measure.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { thePractitioner } from "../kernel/subject.ts";
import type { AdviceFacts, AllocatedFacts } from "./model.ts";
import { byManager, type Supervision } from "./sessions.ts";

/** A manager asks the lead, or anybody else on a case, about its progress: the answer and what came of it are kept. */
export const challengeIsAnswered = (given: RuleHead): Supervision => ({
  ...given,
  title: "What a manager asks about progress is answered",
  apply: (facts, asAt): readonly DutySaid[] =>
    (facts.challenges ?? [])
      .filter(({ askedOn, outcomeKept }) => askedOn <= dayOf(asAt) && outcomeKept !== true)
      .map(
        ({ id, to, askedOn, answeredOn }): DutySaid =>
          isLocalDate(answeredOn)
            ? {
                ...byManager(facts),
                act: `supervision.keep-outcome:${id}`,
                due: "at-once",
                because: `Answered on ${inWords(answeredOn)}: write down what came of it.`,
              }
            : {
                who: "practitioner",
                whoId: to,
                act: `supervision.answer-challenge:${id}`,
                due: "at-once",
                onAccountOf: "practitioner",
                about: thePractitioner(to),
                because: `On ${inWords(askedOn)} the manager asked about progress on the case. Answer it; the answer is kept with the record of supervision.`,
              },
      ),
});

/** A direction to somebody else on a case has a day; one that is still unread after it goes one node up. */
export const directionIsRead = (given: RuleHead): Supervision => ({
  ...given,
  title: "A manager's direction is read and answered",
  apply: (facts, asAt): readonly DutySaid[] =>
    (facts.directions ?? [])
      .filter(({ issuedOn, answeredOn }) => issuedOn <= dayOf(asAt) && !isLocalDate(answeredOn))
      .map(({ id, to, issuedOn, dueOn, readOn }): DutySaid => {
        const due: Due = { day: dueOn };
        const about = thePractitioner(to);
        const was = `A direction of ${inWords(issuedOn)} was to be answered by ${inWords(dueOn)}`;
        return isLate(due, asAt) && !isLocalDate(readOn)
          ? {
              who: "senior-manager",
              act: `supervision.take-up-direction:${id}`,
              due: "at-once",
              onAccountOf: "practitioner",
              about,
              because: `${was} and has not been read. It goes one node up.`,
            }
          : {
              who: "practitioner",
              whoId: to,
              act: `supervision.answer-direction:${id}`,
              due,
              ifMissed: "Unread after that day, it goes one node up.",
              onAccountOf: "practitioner",
              about,
              because: isLocalDate(readOn)
                ? `${was}; it was read on ${inWords(readOn)}.`
                : `${was}. Read it, and answer it.`,
            };
      }),
});

/** What somebody learned of negotiation and diplomacy is on their record, and talked about in supervision. */
export const courseIsDiscussed = (given: RuleHead): Supervision => ({
  ...given,
  title: "Negotiation and diplomacy are talked about in supervision",
  apply: (facts, asAt): readonly DutySaid[] =>
    (facts.courses ?? [])
      .filter(({ on, discussedOn }) => on <= dayOf(asAt) && !isLocalDate(discussedOn))
      .map(({ id, on }) => ({
        ...byManager(facts),
        act: `supervision.discuss-course:${id}`,
        due: "at-once",
        because: `A course in negotiation or diplomacy of ${inWords(on)} has not been talked about. Do so at the next session, and keep the day.`,
      })),
});

const parts = { kind: "the kind of supervision", supervisor: "who supervises", everyDays: "how often" } as const;

/** A case is not closed as allocated before it is settled how its lead is supervised: which kind, by whom, how often. */
export const supervisionIsSettledFirst = (given: RuleHead): GateRule<AllocatedFacts> => ({
  ...given,
  title: "Supervision is settled before an allocation is closed",
  force: "must",
  apply: (facts): readonly GateSaid[] => {
    const say = sayOf(thePractitioner(facts.practitionerId));
    const open = (Object.keys(parts) as (keyof typeof parts)[]).flatMap((part): readonly GateSaid[] => {
      if (facts[part] === "not-recorded") return [say.unknown(parts[part], `It is not recorded: ${parts[part]}.`)];
      if (facts[part] === "none")
        return [say.prevents(`Not settled yet: ${parts[part]}. Settle it, then close the allocation.`)];
      return [];
    });
    return open.length > 0 ? open : [say.permits("It is settled how this lead is supervised.")];
  },
});

/** Advice that whoever leads asked for is counted, open also after the case has closed. */
export const adviceIsCounted = (given: RuleHead): MeasureRule<AdviceFacts> => ({
  ...given,
  title: "Advice is counted for each person who leads",
  apply: ({ practitionerId, from, until, contacts }): readonly MeasureSaid[] => {
    const about = thePractitioner(practitionerId);
    const counted = contacts.filter(({ on }) => from <= on && on < until);
    if (counted.length === 0)
      return [{ label: "Advice", amount: 0, about, because: "No advice was asked for in this time." }];
    return counted.map(({ planId, on, planClosedOn }) => ({
      label: `Advice on ${planId}`,
      amount: 1,
      about,
      because:
        isLocalDate(planClosedOn) && planClosedOn <= on
          ? `Advice on ${inWords(on)}, after the case had closed.`
          : `Advice on ${inWords(on)}.`,
    }));
  },
});
