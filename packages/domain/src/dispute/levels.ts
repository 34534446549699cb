import { type Due, dueAfter, isLate, type Span } from "../kernel/due.ts";
import { type Outcome, outcomesOf } from "../kernel/ladder.ts";
import { earliestOf, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf, type Moment, momentAt } from "../kernel/moment.ts";
import type { DisputeLevel } from "../vocabulary/disputes.ts";
import type { WayFacts } from "./model.ts";

/** How far a level is: settled there, given up there, or still open. */
export type LevelState = "settled" | "not-settled" | "open";

/** Each manager of those involved once, whoever they manage. */
export const managersOnce = ({ managers }: Pick<WayFacts, "managers">): readonly string[] => [
  ...new Set(managers.map(({ id }) => id)),
];

/** The line managers settle it jointly, so each of them has a stage; every other level has one. */
export const stagesOf = (level: DisputeLevel, facts: WayFacts): readonly string[] => {
  if (level !== "line-managers") return [level];
  const managers = managersOnce(facts);
  return managers.length === 0 ? [level] : managers.map((id) => `line-manager ${id}`);
};

const isGood = (outcome: Outcome | undefined) => outcome === "agreed" || outcome === "done";

/** The last word recorded of each stage of a level. */
export function stateOf(level: DisputeLevel, facts: WayFacts): LevelState {
  const outcomes = outcomesOf(facts.entries);
  const said = stagesOf(level, facts).map((stage) => outcomes.get(stage));
  if (said.some((outcome) => outcome !== undefined && !isGood(outcome))) return "not-settled";
  return said.every(isGood) ? "settled" : "open";
}

/** The day on which a level gave up, from its first entry that says so. */
export function givenUpOn(level: DisputeLevel, facts: WayFacts): LocalDate | undefined {
  if (stateOf(level, facts) !== "not-settled") return undefined;
  const stages = stagesOf(level, facts);
  const entries = facts.entries.filter(({ stage, outcome }) => stages.includes(stage) && !isGood(outcome));
  return earliestOf(entries.map(({ at }) => dayOf(momentAt(at))));
}

/** When a level begins, and how long it has. */
export type LevelClock = {
  readonly startsOn: (facts: WayFacts) => LocalDate | undefined;
  readonly workingDays: number;
  readonly closesAt?: string;
};

export function dueOf(clock: LevelClock | undefined, facts: WayFacts): Due | "not-published" | undefined {
  const start = clock?.startsOn(facts);
  if (clock === undefined || start === undefined) return undefined;
  const span: Span = { count: clock.workingDays, unit: "working-days" };
  return dueAfter(start, span, facts.calendar, clock.closesAt);
}

/** Nothing was settled there and its time is over. */
export const isOver = (level: DisputeLevel, clock: LevelClock | undefined, facts: WayFacts, asAt: Moment): boolean => {
  const due = dueOf(clock, facts);
  return stateOf(level, facts) === "open" && due !== undefined && due !== "not-published" && isLate(due, asAt);
};

const dayIn = (recorded: string): LocalDate | undefined => (isLocalDate(recorded) ? recorded : undefined);

/** Counted from the day it was raised. */
export const fromRaising = ({ dispute }: WayFacts): LocalDate => dispute.raisedOn;

/** Counted from the day the first of the managers was told. */
export const fromFirstTold = ({ managers }: WayFacts): LocalDate | undefined =>
  earliestOf(managers.map(({ toldOn }) => toldOn).filter(isLocalDate));

/** Counted from a day that is recorded for it. */
export const fromDay =
  (of: "passedOn" | "referredOn" | "papersAcceptedOn") =>
  (facts: WayFacts): LocalDate | undefined =>
    dayIn(facts[of]);

/** Counted from the day the appeal was accepted. */
export const fromAcceptedAppeal = ({ appeal }: WayFacts): LocalDate | undefined =>
  typeof appeal === "string" ? undefined : dayIn(appeal.acceptedOn);

/** Counted from the end of another level: the day it gave up, else the last day it had. */
export const fromEndOf =
  (level: DisputeLevel, clock: LevelClock) =>
  (facts: WayFacts): LocalDate | undefined => {
    const due = dueOf(clock, facts);
    return givenUpOn(level, facts) ?? (due === undefined || due === "not-published" ? undefined : due.day);
  };

/** Counted from the last day that a level had, whatever was said at it later. */
export const fromTimeOver =
  (clock: LevelClock) =>
  (facts: WayFacts): LocalDate | undefined => {
    const due = dueOf(clock, facts);
    return due === undefined || due === "not-published" ? undefined : due.day;
  };

/** From the first of these that is recorded. */
export const fromFirstKnown =
  (...starts: readonly LevelClock["startsOn"][]) =>
  (facts: WayFacts): LocalDate | undefined => {
    for (const start of starts) {
      const day = start(facts);
      if (day !== undefined) return day;
    }
    return undefined;
  };

/** From the earliest of these that is recorded: what is written down late takes no time off the clock. */
export const fromEarliest =
  (...starts: readonly LevelClock["startsOn"][]) =>
  (facts: WayFacts): LocalDate | undefined =>
    earliestOf(starts.map((start) => start(facts)).filter((day) => day !== undefined));

/** Counted from the impasse that was recorded. */
export const fromImpasse = ({ impasseOn }: WayFacts): LocalDate | undefined => dayIn(impasseOn);
