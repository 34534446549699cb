import type { Nation } from "./bank-holidays.ts";
import type { Clause, Source } from "./clause.ts";
import type { ParameterValue } from "./decision.ts";
import type { LocalDate } from "./local-date.ts";
import type { Questions, RuleFor } from "./question.ts";

/**
 * A value of a rulebook that an area may set. It comes from a clause, or is ours and then carries the id of our
 * reading and the reading as a sentence ("A live lead is supervised at least every 28 days.").
 */
export type Parameter = {
  readonly value: ParameterValue;
  /** For numbers: the least and the most an area may set. */
  readonly least?: number;
  readonly most?: number;
  /** For texts and lists: the values an area may choose from. */
  readonly oneOf?: readonly string[];
  readonly reading?: string;
} & ({ readonly clause: Clause } | { readonly ours: string; readonly reading: string; readonly clause?: Clause });

export type Parameters = Readonly<Record<string, Parameter>>;

type Widened<V> = V extends number
  ? number
  : V extends boolean
    ? boolean
    : V extends readonly string[]
      ? readonly string[]
      : V extends string
        ? string
        : never;

/** The plain values of some parameters, as rules read them. */
export type ValuesOf<P> = { readonly [K in keyof P]: P[K] extends { readonly value: infer V } ? Widened<V> : never };

/** The rules of one topic of a rulebook, by question, given the values in force. */
export type RulesOf<Q extends Questions, P> = {
  readonly [Name in keyof Q]?: (value: ValuesOf<P>) => readonly RuleFor<Q[Name]>[];
};

/** One topic of a rulebook: its values and the rules that read them. */
export type Chapter<Q extends Questions = Questions, P extends Parameters = Parameters> = {
  readonly parameters: P;
  readonly rules: RulesOf<Q, P>;
};

/** An edition of a rulebook is code: what a document says, clause by clause. Areas adopt it with settings of their own. */
export type Edition<Q extends Questions = Questions> = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly nation: Nation;
  readonly basedOn?: Edition<Q>;
  /** The first day this edition can be asked about. */
  readonly from: LocalDate;
  readonly sources: Readonly<Record<string, Source>>;
  readonly chapters: readonly Chapter<Q>[];
  /** Values of the base that this edition gives otherwise. */
  readonly overrides: Parameters;
  /** Rules of the base that do not hold here, each with the clause or reason that replaces it. */
  readonly setsAside: Readonly<Record<string, string>>;
  /** Questions that these documents do not speak to, with a sentence for the reader. */
  readonly silent: { readonly [Name in keyof Q]?: string };
  /** The area's own words for ours. */
  readonly terms: Readonly<Record<string, string>>;
};

/** From the edition itself to its furthest base. It stops where an edition comes back to itself; isCircular says so. */
export function lineage<Q extends Questions>(edition: Edition<Q>): readonly Edition<Q>[] {
  const levels = new Set<Edition<Q>>();
  for (let level: Edition<Q> | undefined = edition; level !== undefined && !levels.has(level); level = level.basedOn)
    levels.add(level);
  return [...levels];
}

/** Whether the bases of an edition come back to one of them, so that there is no furthest one. */
export const isCircular = <Q extends Questions>(edition: Edition<Q>): boolean =>
  lineage(edition).at(-1)?.basedOn !== undefined;

/** Every parameter of an edition and its bases, the nearest definition winning. */
export function parametersOf<Q extends Questions>(edition: Edition<Q>): Parameters {
  const all: Record<string, Parameter> = {};
  for (const level of [...lineage(edition)].reverse()) {
    for (const chapter of level.chapters) Object.assign(all, chapter.parameters);
    Object.assign(all, level.overrides);
  }
  return all;
}

export function sourcesOf<Q extends Questions>(edition: Edition<Q>): Readonly<Record<string, Source>> {
  return Object.assign({}, ...[...lineage(edition)].reverse().map((level) => level.sources));
}

export function termsOf<Q extends Questions>(edition: Edition<Q>): Readonly<Record<string, string>> {
  return Object.assign({}, ...[...lineage(edition)].reverse().map((level) => level.terms));
}
