import { holdsOn, inWords } from "../kernel/local-date.ts";
import type { MeasureRule, MeasureSaid } from "../kernel/measure.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import { sharingBases } from "../vocabulary/sharing-bases.ts";
import { codesOf } from "../vocabulary/term.ts";
import type { SharedFacts } from "./model.ts";

/** The list of what was shared can be given to the family: so many acts of sharing, on each basis so many. */
export const countedByBasis = (given: RuleHead): MeasureRule<SharedFacts> => ({
  ...given,
  title: "What was shared, by what it rests on",
  apply: (facts): readonly MeasureSaid[] => {
    const about = theChild(facts.child.id);
    const shares = facts.shares.filter(({ on }) => holdsOn(facts, on));
    const counted = (label: string, amount: number, more: Partial<MeasureSaid> = {}): readonly MeasureSaid[] =>
      amount === 0
        ? []
        : [
            {
              label,
              amount,
              about,
              because: `Since ${inWords(facts.from)} there are ${amount} of these: ${label}.`,
              ...more,
            },
          ];
    const on = (basis: string) => shares.filter((share) => share.basis === basis).length;
    const all = [
      ...codesOf(sharingBases).flatMap((basis) => counted(sharingBases[basis].label, on(basis))),
      ...counted("On no basis", on("none")),
      ...counted("Basis not recorded", on("not-recorded"), { missing: "what some of the sharing rests on" }),
    ];
    return all.length > 0
      ? all
      : [{ label: "Nothing shared", amount: 0, about, because: `Nothing was shared since ${inWords(facts.from)}.` }];
  },
});
