import fc from "fast-check";
import type { AnyRule } from "../kernel/book.ts";
import type { Decision } from "../kernel/decision.ts";
import { type GateFinding, resolveGate } from "../kernel/gate.ts";
import type { Moment } from "../kernel/moment.ts";
import { subjectOf } from "../kernel/subject.ts";
import type { AdoptedRulebook, QuestionName } from "../rulebooks/questions.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import { posts } from "../vocabulary/posts.ts";
import { anyMoment, arbitraryFacts } from "./facts.ts";

export type Effort = {
  /** How many facts each question is asked with. */
  readonly runs: number;
  /** The same seed asks with the same facts. */
  readonly seed: number;
};

/** A question that no clause answers is asked this often at most: there is nothing to say but that it is silent. */
const runsOfSilence = 100;

/** What shows only when a book is asked: with arbitrary facts, at arbitrary moments, each question in turn. */
export function problemsOfAnswers(book: AdoptedRulebook, effort: Effort): readonly string[] {
  const names = Object.keys(book.questions) as QuestionName[];
  const facts = arbitraryFacts({ criteria: criteriaOf(book, names), stages: stagesOf(book, names, effort) });
  return names.flatMap((name) => {
    const problems = new Set<string>();
    const asked = fc.property(facts[name] as fc.Arbitrary<unknown>, anyMoment, (given, asAt) => {
      for (const problem of problemsOfAsking(book, name, frozen(given), asAt)) {
        problems.add(problem);
        throw new Error(problem);
      }
    });
    const numRuns = book.rulesFor(name).length === 0 ? Math.min(effort.runs, runsOfSilence) : effort.runs;
    const { failed, counterexample } = fc.check(asked, { numRuns, seed: effort.seed });
    if (!failed) return [];
    const last = [...problems].at(-1) ?? "does not answer";
    return [`${name}: ${last} Facts: ${JSON.stringify(counterexample?.[0], setsAsLists)}, ${counterexample?.[1]?.at}.`];
  });
}

const setsAsLists = (_: string, value: unknown) => (value instanceof Set ? `${value.size} days` : value);

const criteriaOf = (book: AdoptedRulebook, names: readonly QuestionName[]) =>
  names.flatMap((name) => book.rulesFor(name).flatMap(({ asks }) => (asks ? [asks.code] : [])));

/** The names of a book's stages, from asking its ladders before anything is recorded. */
function stagesOf(book: AdoptedRulebook, names: readonly QuestionName[], { seed }: Effort): readonly string[] {
  const facts = arbitraryFacts({ criteria: [], stages: [] });
  const ladders = names.filter((name) => book.questions[name].shape === "ladder");
  const found = ladders.flatMap((name) =>
    fc
      .sample(fc.tuple(facts[name] as fc.Arbitrary<unknown>, anyMoment), { numRuns: 40, seed })
      .flatMap(([given, asAt]) => {
        const decision = book.decide(name, given, asAt);
        return decision.shape === "ladder" ? decision.stages.map(({ stage }) => stage) : [];
      }),
  );
  return [...new Set(found)];
}

/** Facts that a rule cannot change; sets (a calendar's closed days) are left, and shared. */
function frozen<T>(of: T): T {
  if (typeof of !== "object" || of === null || of instanceof Set || Object.isFrozen(of)) return of;
  for (const value of Object.values(of)) frozen(value);
  return Object.freeze(of);
}

function problemsOfAsking(book: AdoptedRulebook, name: QuestionName, facts: unknown, asAt: Moment): readonly string[] {
  const failures = book.rulesFor(name).flatMap((rule) => failureOf(rule, facts, asAt));
  if (failures.length > 0) return failures;
  const decision = book.decide(name, facts, asAt);
  const kept = JSON.stringify(decision);
  return [
    ...(kept === JSON.stringify(book.decide(name, facts, asAt)) ? [] : ["the same facts give two answers."]),
    ...decision.findings.flatMap((finding) => problemsOfFinding(finding, book.rulesFor(name))),
    ...problemsOfShape(decision),
  ];
}

/** A decision goes on without a rule that fails; here it is said which rule that is, and why. */
function failureOf(rule: AnyRule, facts: unknown, asAt: Moment): readonly string[] {
  try {
    rule.apply(facts as never, asAt);
    return [];
  } catch (error) {
    return [`${rule.id} fails on facts of the right kind: ${String(error)}.`];
  }
}

type AnyFinding = Decision["findings"][number];

function problemsOfFinding(finding: AnyFinding, rules: readonly AnyRule[]): readonly string[] {
  const { rule, because, about, lifts, needs } = finding;
  const says = (problem: string) => `${rule} ${problem}`;
  const { kind, id } = subjectOf(about);
  return [
    ...(/^\P{Ll}.*[.!?]$/su.test(because) ? [] : [says(`does not give its reason as a sentence: "${because}".`)]),
    ...(["child", "family", "practitioner", "agency", "area"].includes(kind) && id !== ""
      ? []
      : [says(`does not say whose fact it rests on: "${about}".`)]),
    ...(lifts ?? [])
      .filter((lifted) => !rules.some((other) => other.id === lifted))
      .map((lifted) => says(`lifts ${lifted}, which answers nothing here.`)),
    ...(needs ?? [])
      .filter((need) => need.for.trim() === "")
      .map(() => says("needs something and does not say what for.")),
    ...("missing" in finding && finding.missing?.trim() === ""
      ? [says("does not name the fact that is missing.")]
      : []),
    ...("amount" in finding && !Number.isFinite(finding.amount) ? [says("gives an amount that is no number.")] : []),
    ...("holder" in finding ? [finding.holder, finding.accountable] : []).flatMap((holder) => {
      if (holder?.kind === "post" && !Object.hasOwn(posts, holder.post))
        return [says(`names the post ${holder.post}, which has no words.`)];
      if (holder?.kind === "agency" && !Object.hasOwn(agencyKinds, holder.agency))
        return [says(`names the agency ${holder.agency}, which has no words.`)];
      return [];
    }),
  ];
}

/** From the softest. */
const softness = ["silent", "permits", "permits-if", "refers", "unknown", "prevents"];

function problemsOfShape(decision: Decision): readonly string[] {
  if (decision.shape === "ladder") {
    const twins = decision.stages.map(({ stage }) => stage).filter((stage, at, all) => all.indexOf(stage) !== at);
    return twins.map((stage) => `two clauses have the stage ${stage}.`);
  }
  if (decision.shape !== "gate") return [];
  const hardness = softness.indexOf(decision.answer);
  return decision.findings
    .filter(({ lifts }) => lifts === undefined || lifts.length === 0)
    .filter(({ rule }) => {
      const without: readonly GateFinding[] = decision.findings.filter((finding) => finding.rule !== rule);
      return softness.indexOf(resolveGate(without).answer) > hardness;
    })
    .map(({ rule }) => `${rule} makes the answer softer, and declares no lift.`);
}
