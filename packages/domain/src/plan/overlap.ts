import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { isKnown } from "../kernel/facts.ts";
import { type DayRange, holdsOn, inWords, type LocalDate, laterOf } from "../kernel/local-date.ts";
import { dayOf, type Moment } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild } from "../kernel/subject.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import type { OverlapFacts } from "./duties-model.ts";

type Overlap = DutyRule<OverlapFacts>;
type Help = OverlapFacts["help"][number];
type Pair<T> = readonly [T, T];

const pairsOf = <T>(all: readonly T[]): readonly Pair<T>[] =>
  all.flatMap((one, at) => all.slice(at + 1).map((other): Pair<T> => [one, other]));

/** They run side by side on some day from today on. */
const runTogether = (one: DayRange, other: DayRange, today: LocalDate): boolean => {
  const start = laterOf(laterOf(one.from, other.from), today);
  return holdsOn(one, start) && holdsOn(other, start);
};

/** Settled: merged or stopped, or kept side by side with a reason. */
const isSettled = ({ settled }: OverlapFacts, a: string, b: string, asAt: Moment): boolean =>
  settled.some(
    ({ ids, as, on, reasonGiven }) =>
      ids.includes(a) && ids.includes(b) && on <= dayOf(asAt) && (as !== "kept" || reasonGiven),
  );

const isSameHelp = (one: Help, other: Help): boolean =>
  one.service !== other.service &&
  one.forWhom === other.forWhom &&
  (one.kind === other.kind || (isKnown(one.outcome) && one.outcome === other.outcome));

/** The pairs of services that give the same person the same kind of help, or help for the same outcome, side by side. */
const helpTwice = (facts: OverlapFacts, asAt: Moment): readonly Pair<Help>[] =>
  pairsOf(facts.help).filter(
    ([one, other]) =>
      one.id !== other.id &&
      isSameHelp(one, other) &&
      runTogether(one, other, dayOf(asAt)) &&
      !isSettled(facts, one.id, other.id, asAt),
  );

const ofLead = ({ lead, child }: OverlapFacts) =>
  ({
    who: "lead-professional",
    ...byId(lead),
    onAccountOf: "lead-professional",
    due: "at-once",
    about: theChild(child.id),
  }) as const;

/** The same help from two services at one time: the lead merges, stops or keeps both with a reason. */
export const helpIsNotDoubled = (given: RuleHead): Overlap => ({
  ...given,
  title: "The same help is not given twice",
  force: "must",
  apply: (facts, asAt) =>
    helpTwice(facts, asAt).map(
      ([one, other]): DutySaid => ({
        ...ofLead(facts),
        act: `plan.settle-overlap:${one.id}+${other.id}`,
        because: `${agencyKinds[one.agency].label} and ${agencyKinds[other.agency].label} give the same person the same help, from ${inWords(one.from)} and from ${inWords(other.from)}. Merge them, have one stop, or keep both and write down why.`,
      }),
    ),
});

/** Each of the two services sees that another already does the same. */
export const bothServicesSee = (given: RuleHead): Overlap => ({
  ...given,
  title: "Each service sees where another does the same",
  force: "should",
  apply: (facts, asAt) =>
    helpTwice(facts, asAt).flatMap(([one, other]) =>
      (
        [
          [one, other],
          [other, one],
        ] as const
      ).map(
        ([mine, theirs]): DutySaid => ({
          who: "agency",
          whoId: mine.service,
          act: `plan.see-overlap:${mine.id}+${theirs.id}`,
          due: "at-once",
          onAccountOf: "agency",
          about: subject("agency", mine.service),
          because: `${agencyKinds[theirs.agency].label} already does the same for this family. Agree between you who does it, and tell the lead professional.`,
        }),
      ),
    ),
});

/** Two assessments of the same side of a child's life that are open at one time. */
export const assessmentsAreNotDoubled = (given: RuleHead): Overlap => ({
  ...given,
  title: "The same thing is not assessed twice",
  force: "should",
  apply: (facts, asAt) =>
    pairsOf(facts.assessments)
      .filter(
        ([one, other]) =>
          one.id !== other.id &&
          one.domain === other.domain &&
          holdsOn(one, dayOf(asAt)) &&
          holdsOn(other, dayOf(asAt)) &&
          !isSettled(facts, one.id, other.id, asAt),
      )
      .map(
        ([one, other]): DutySaid => ({
          ...ofLead(facts),
          act: `plan.settle-overlap:${one.id}+${other.id}`,
          because: `Two open assessments look at the same thing, since ${inWords(one.from)} and since ${inWords(other.from)}. Settle which goes on, and record it.`,
        }),
      ),
});

/** Two services that visit on one day. */
export const visitsDoNotClash = (given: RuleHead): Overlap => ({
  ...given,
  title: "Two services do not visit on one day",
  force: "should",
  apply: (facts, asAt) =>
    pairsOf(facts.visits)
      .filter(
        ([one, other]) =>
          one.service !== other.service &&
          one.id !== other.id &&
          one.on === other.on &&
          one.on >= dayOf(asAt) &&
          !isSettled(facts, one.id, other.id, asAt),
      )
      .map(
        ([one, other]): DutySaid => ({
          ...ofLead(facts),
          act: `plan.settle-overlap:${one.id}+${other.id}`,
          because: `Two services visit on ${inWords(one.on)}: agree with them who goes when, and record it.`,
        }),
      ),
});
