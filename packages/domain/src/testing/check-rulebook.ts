import type { AdoptedRulebook } from "../rulebooks/questions.ts";
import { type Effort, problemsOfAnswers } from "./check-answers.ts";
import { problemsOfClauses } from "./check-clauses.ts";
import { problemsOfReferrals } from "./check-referrals.ts";

/**
 * The conformance suite of a rulebook: what any area runs on its own before it adopts one. Takes the book as it would
 * be used (`asItStands(edition)`, or `adopt(edition, adoption)` with an area's settings); gives what is wrong with it
 * in sentences, and an empty list when nothing is.
 *
 * Read: every clause cites a declared source, and none speaks before its source was issued; an id is one rule; one id
 * never has two periods that overlap or leave a gap; what is set aside or given another value is there in the base;
 * every question is answered or declared silent; values are within what an area may set, and ours carry a reading.
 * Asked, with arbitrary facts: it always answers, the same each time; each finding is a sentence about somebody; what
 * a finding lifts is there; without a lift no rule makes a gate softer; and nothing holds up a safeguarding referral.
 */
export function checkRulebook(book: AdoptedRulebook, effort: Partial<Effort> = {}): readonly string[] {
  const asked = { runs: 100, seed: 20_261_122, ...effort };
  return [...problemsOfClauses(book), ...problemsOfAnswers(book, asked), ...problemsOfReferrals(book, asked)];
}
