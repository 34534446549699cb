import type { GateRule, GateSaid } from "../kernel/gate.ts";
import {
  daysBetween,
  earlierOf,
  inWords,
  isLocalDate,
  type LocalDate,
  lastDayOf,
  laterOf,
} from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, thePractitioner } from "../kernel/subject.ts";
import type { ChainFacts } from "./continuity-model.ts";

type Chain = GateRule<ChainFacts>;
type Stretch = { readonly from: LocalDate; readonly until?: LocalDate | undefined };

const byFirstDay = (a: Stretch, b: Stretch) => a.from.localeCompare(b.from);

/** There is always somebody in place while a lead is needed, and never two. */
export const noDayWithout = (given: RuleHead): Chain => ({
  ...given,
  title: "No day without a lead, and none with two",
  force: "must",
  apply: (facts) => {
    const about = subject("area", facts.plan.id);
    if (facts.assignments === "not-recorded")
      return { effect: "unknown", missing: "who leads when", about, because: "It is not recorded who leads when." };
    const chain = [...facts.assignments].sort(byFirstDay);
    const problems = [...gapsIn(chain, facts), ...overlapsIn(chain)];
    if (problems.length > 0) return problems.map((because): GateSaid => ({ effect: "prevents", about, because }));
    return { effect: "permits", about, because: "Somebody leads on every day on which a lead is needed." };
  },
});

function gapsIn(chain: readonly Stretch[], { neededFrom, neededUntil }: ChainFacts): readonly string[] {
  const gaps: string[] = [];
  let next = neededFrom;
  const say = (from: LocalDate, until: LocalDate) => {
    const days = daysBetween(from, until);
    gaps.push(
      `Nobody leads from ${inWords(from)} to ${inWords(lastDayOf(until))} (${days} day${days === 1 ? "" : "s"}). Name somebody for that time first.`,
    );
  };
  for (const { from, until } of chain) {
    if (from > next && (neededUntil === undefined || next < neededUntil))
      say(next, neededUntil === undefined ? from : earlierOf(neededUntil, from));
    if (until === undefined) return gaps;
    next = laterOf(next, until);
  }
  if (neededUntil === undefined)
    gaps.push(`Nobody leads from ${inWords(next)}. Say who does, or that no lead is needed from then.`);
  else if (next < neededUntil) say(next, neededUntil);
  return gaps;
}

function overlapsIn(chain: readonly Stretch[]): readonly string[] {
  const overlaps: string[] = [];
  let covered: LocalDate | "open" | undefined;
  for (const { from, until } of chain) {
    if (covered === "open" || (covered !== undefined && from < covered))
      overlaps.push(`Two people would lead on ${inWords(from)}. End one the day before the next begins.`);
    covered =
      covered === "open" || until === undefined ? "open" : covered === undefined ? until : laterOf(covered, until);
  }
  return overlaps;
}

/** A stretch in between is agreed beforehand and told to the family before it starts. */
export const agreedAndTold = (given: RuleHead): Chain => ({
  ...given,
  title: "Somebody in between is agreed beforehand, and the family is told",
  force: "must",
  apply: ({ assignments }) =>
    assignments === "not-recorded"
      ? undefined
      : assignments
          .filter(({ as }) => as === "interim")
          .flatMap(({ id, from, agreedOn, familyToldOn }): readonly GateSaid[] =>
            (
              [
                ["agreed", "whether it was agreed beforehand", agreedOn],
                ["told to the family", "whether the family was told beforehand", familyToldOn],
              ] as const
            ).map(([done, missing, on]): GateSaid => {
              const about = thePractitioner(id);
              if (on === "not-recorded")
                return { effect: "unknown", missing, about, because: `It is not recorded ${missing}.` };
              return isLocalDate(on) && on <= from
                ? { effect: "permits", about, because: `The time from ${inWords(from)} was ${done} on ${inWords(on)}.` }
                : {
                    effect: "prevents",
                    about,
                    because: `The time from ${inWords(from)} has to be ${done} before it starts.`,
                  };
            }),
          ),
});
