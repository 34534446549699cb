import type { AnyRule } from "../kernel/book.ts";
import type { Clause, Force, Strength } from "../kernel/clause.ts";
import type { ValueUsed } from "../kernel/decision.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { Shape } from "../kernel/question.ts";
import { type AdoptedRulebook, type QuestionName, questions } from "./questions.ts";

/** One clause as a reader of two rulebooks needs it. */
export type ClauseSaid = {
  readonly rule: string;
  readonly title: string;
  readonly clause: Clause;
  readonly strength: Strength;
  readonly force: Force;
  readonly from: LocalDate;
  readonly until?: LocalDate;
  /** What the clause asks people to weigh or answer. */
  readonly asks?: string;
};

const aspects = ["clause", "strength", "force", "from", "until", "asks"] as const;

/** A value that both read and give otherwise, or that only one reads. */
export type ValueCompared = { readonly name: string; readonly one?: ValueUsed; readonly other?: ValueUsed };

/** What differs between two rulebooks on one question, and which clauses say so. */
export type QuestionCompared = {
  readonly question: QuestionName;
  readonly title: string;
  readonly shape: Shape;
  readonly onlyInOne: readonly ClauseSaid[];
  readonly onlyInOther: readonly ClauseSaid[];
  /** The same thing, said by another clause or with another weight, verb or day. */
  readonly saidOtherwise: readonly {
    readonly one: ClauseSaid;
    readonly other: ClauseSaid;
    readonly differsIn: readonly (typeof aspects)[number][];
  }[];
  readonly values: readonly ValueCompared[];
  /** Where only one of them is silent on the question: its sentence for the reader. */
  readonly silent: { readonly one?: string; readonly other?: string };
};

type BookInShort = { readonly id: string; readonly version: number; readonly title: string };

/** Two rulebooks side by side. Questions on which nothing differs are left out. */
export type RulebooksCompared = {
  readonly one: BookInShort;
  readonly other: BookInShort;
  readonly nations?: { readonly one: string; readonly other: string };
  readonly questions: readonly QuestionCompared[];
  readonly terms: readonly { readonly term: string; readonly one?: string; readonly other?: string }[];
};

/**
 * Takes two rulebooks, each with its area's settings, gives what differs on each question: for a family that moves from
 * one area to the other, and for a manager who thinks of adopting the other's way. With a day, only what is in force then.
 */
export function compareRulebooks(one: AdoptedRulebook, other: AdoptedRulebook, on?: LocalDate): RulebooksCompared {
  const names = Object.keys(questions) as QuestionName[];
  const words = [...new Set([...Object.keys(one.terms), ...Object.keys(other.terms)])].sort();
  return {
    one: inShort(one),
    other: inShort(other),
    ...(one.nation === other.nation ? {} : { nations: { one: one.nation, other: other.nation } }),
    questions: names.map((name) => compareOn(name, one, other, on)).filter(isDifferent),
    terms: words
      .filter((term) => one.terms[term] !== other.terms[term])
      .map((term) => ({ term, ...given("one", one.terms[term]), ...given("other", other.terms[term]) })),
  };
}

const inShort = ({ edition: { id, version, title } }: AdoptedRulebook): BookInShort => ({ id, version, title });

const given = <K extends "one" | "other", T>(side: K, value: T | undefined) =>
  (value === undefined ? {} : { [side]: value }) as { readonly [Side in K]?: T };

function compareOn(
  question: QuestionName,
  one: AdoptedRulebook,
  other: AdoptedRulebook,
  on: LocalDate | undefined,
): QuestionCompared {
  const { title, shape } = questions[question];
  const pairs = paired(clausesOf(one, question, on), clausesOf(other, question, on));
  const silence = (book: AdoptedRulebook, beside: AdoptedRulebook) =>
    beside.rulesFor(question).length === 0 ? undefined : book.silence(question);
  return {
    question,
    title,
    shape,
    onlyInOne: pairs.onlyInOne,
    onlyInOther: pairs.onlyInOther,
    saidOtherwise: pairs.both.flatMap(([mine, theirs]) => {
      const differsIn = aspects.filter((aspect) => JSON.stringify(mine[aspect]) !== JSON.stringify(theirs[aspect]));
      return differsIn.length === 0 ? [] : [{ one: mine, other: theirs, differsIn }];
    }),
    values: valuesCompared(one.valuesFor(question), other.valuesFor(question)),
    silent: { ...given("one", silence(one, other)), ...given("other", silence(other, one)) },
  };
}

const isDifferent = ({ onlyInOne, onlyInOther, saidOtherwise, values }: QuestionCompared): boolean =>
  onlyInOne.length + onlyInOther.length + saidOtherwise.length + values.length > 0;

function clausesOf(book: AdoptedRulebook, question: QuestionName, on: LocalDate | undefined): readonly ClauseSaid[] {
  const isInForce = ({ from, until }: AnyRule) =>
    on === undefined || (from <= on && (until === undefined || on < until));
  return book
    .rulesFor(question)
    .filter(isInForce)
    .map(({ id, title, clause, strength, force, from, until, asks }) => ({
      rule: id,
      title,
      clause,
      strength: strength ?? book.sources[clause.source]?.status ?? "ours",
      force: force ?? "should",
      from,
      ...(until === undefined ? {} : { until }),
      ...(asks === undefined ? {} : { asks: asks.label }),
    }));
}

/** The same rule first; then, among the rest, rules that say the same thing under ids of their own. */
function paired(one: readonly ClauseSaid[], other: readonly ClauseSaid[]) {
  const byRule = pairsBy(one, other, ({ rule, from }) => `${rule} ${from}`);
  const byId = pairsBy(byRule.onlyInOne, byRule.onlyInOther, ({ rule }) => rule);
  const byTitle = pairsBy(byId.onlyInOne, byId.onlyInOther, ({ title, asks }) => `${title} ${asks ?? ""}`);
  return { ...byTitle, both: [...byRule.both, ...byId.both, ...byTitle.both] };
}

function pairsBy(one: readonly ClauseSaid[], other: readonly ClauseSaid[], key: (said: ClauseSaid) => string) {
  const left = [...other];
  const both: (readonly [ClauseSaid, ClauseSaid])[] = [];
  const onlyInOne = one.filter((said) => {
    const at = left.findIndex((theirs) => key(theirs) === key(said));
    const [match] = at < 0 ? [] : left.splice(at, 1);
    if (match) both.push([said, match]);
    return match === undefined;
  });
  return { both, onlyInOne, onlyInOther: left };
}

function valuesCompared(one: readonly ValueUsed[], other: readonly ValueUsed[]): readonly ValueCompared[] {
  const names = [...new Set([...one, ...other].map(({ name }) => name))].sort();
  return names.flatMap((name) => {
    const [mine, theirs] = [one, other].map((values) => values.find((value) => value.name === name));
    return JSON.stringify(mine?.value) === JSON.stringify(theirs?.value)
      ? []
      : [{ name, ...given("one", mine), ...given("other", theirs) }];
  });
}
