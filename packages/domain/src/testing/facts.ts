import fc from "fast-check";
import { StageName } from "../kernel/ladder.ts";
import type { FactsOf } from "../kernel/question.ts";
import { CriterionCode, ReasonCode } from "../lead-professional/model.ts";
import { PostHeld, PostNamed } from "../people/model.ts";
import { type QuestionName, questions } from "../rulebooks/questions.ts";
import { posts } from "../vocabulary/posts.ts";
import { codesOf } from "../vocabulary/term.ts";
import { arbitraryOf } from "./arbitrary.ts";

export { anyDay, anyMoment, arbitraryOf } from "./arbitrary.ts";

/** Facts of any kind for each question, as far as their schemas go: what a rule has to be total on. */
export type ArbitraryFacts = { readonly [Name in QuestionName]: fc.Arbitrary<FactsOf<(typeof questions)[Name]>> };

/** What a book itself asks people and records, so that its own words turn up in arbitrary facts. */
export type WordsOfBook = { readonly criteria: readonly string[]; readonly stages: readonly string[] };

const oneOf = (words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom("a-word-of-no-rule", ...words);

/**
 * Takes what a book asks and records, gives arbitrary facts for each question. A new question needs nothing here:
 * they are drawn from its schema. A schema whose texts a rule looks for by name is given its words below.
 */
export function arbitraryFacts({ criteria, stages }: WordsOfBook): ArbitraryFacts {
  const sharper = new Map([
    [PostHeld, oneOf([...codesOf(posts), "head-teacher", "class-teacher"])],
    [PostNamed, fc.constantFrom<string>(...codesOf(posts))],
    [CriterionCode, oneOf(criteria)],
    [StageName, oneOf(stages)],
    [ReasonCode, oneOf(["passed-over-named-person", "outside-required-agency", "child-told-why"])],
  ]);
  const drawn = Object.entries(questions).map(([name, { facts }]) => [name, arbitraryOf<unknown>(facts, sharper)]);
  return Object.fromEntries(drawn) as ArbitraryFacts;
}
