import fc from "fast-check";
import type { FactsOf } from "../kernel/question.ts";
import type { AdoptedRulebook, QuestionName, questions } from "../rulebooks/questions.ts";
import type { Effort } from "./check-answers.ts";
import { anyMoment, arbitraryFacts } from "./facts.ts";

type Asked<Name extends QuestionName> = FactsOf<(typeof questions)[Name]>;

/**
 * Every gate that a safeguarding referral could meet, and how its facts say that it is one. A new gate that could stand
 * in a referral's way is added here, and then no rulebook may hold one up with it.
 */
export const asReferral: { readonly [Name in QuestionName]?: (facts: Asked<Name>) => Asked<Name> } = {
  "concern.referral": (facts) => facts,
  "concern.helpdesk": (facts) => ({ ...facts, isSafeguarding: true }),
  "access.may": (facts) => ({ ...facts, act: "refer-for-safeguarding" }),
  "consent.release": (facts) => ({ ...facts, basis: "safeguarding" }),
  "consent.pass-on": (facts) => ({ ...facts, isReferral: true }),
  "consent.new-service": (facts) => ({ ...facts, isReferral: true }),
  "consent.action": (facts) => ({ ...facts, action: { ...facts.action, isSafeguarding: true } }),
};

/** Answers that hold nothing up. What is still needed beside them can be written down afterwards. */
export const goesAhead: readonly string[] = ["permits", "permits-if", "silent"];

/** A safeguarding referral is never held up, whatever the facts: each gate it could meet is asked with arbitrary ones. */
export function problemsOfReferrals(book: AdoptedRulebook, { runs, seed }: Effort): readonly string[] {
  const facts = arbitraryFacts({ criteria: [], stages: [] });
  const names = Object.keys(asReferral) as (keyof typeof asReferral)[];
  return names.flatMap((name) => {
    const referral = asReferral[name] as (of: unknown) => unknown;
    const held = new Set<string>();
    const asked = fc.property(facts[name] as fc.Arbitrary<unknown>, anyMoment, (given, asAt) => {
      const { answer, findings } = book.decide(name, referral(given), asAt);
      if (goesAhead.includes(answer)) return;
      for (const finding of findings) if ("effect" in finding && finding.effect === answer) held.add(finding.rule);
      throw new Error(answer);
    });
    const { failed } = fc.check(asked, { numRuns: runs, seed });
    return failed ? [`${name}: ${[...held].sort().join(", ")} can hold up a safeguarding referral.`] : [];
  });
}
