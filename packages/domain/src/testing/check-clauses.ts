import type { AnyRule } from "../kernel/book.ts";
import { adoptionProblems, settingProblems } from "../kernel/book.ts";
import type { Clause } from "../kernel/clause.ts";
import { isCircular, lineage, parametersOf, sourcesOf } from "../kernel/edition.ts";
import type { AdoptedRulebook, Rulebook } from "../rulebooks/questions.ts";

/** One rule as an edition of the lineage gives it, set aside or not. */
type Written = { readonly level: Rulebook; readonly question: string; readonly rule: AnyRule };

/** Every rule of an edition and its bases, made with these values. */
function writtenIn(edition: Rulebook, values: AdoptedRulebook["values"]): readonly Written[] {
  return lineage(edition).flatMap((level) =>
    level.chapters.flatMap((chapter) =>
      Object.entries(chapter.rules).flatMap(([question, make]) =>
        (make as (of: typeof values) => readonly AnyRule[])(values).map((rule) => ({ level, question, rule })),
      ),
    ),
  );
}

/** What can be said of a book by reading it, without asking it anything. */
export function problemsOfClauses(book: AdoptedRulebook): readonly string[] {
  const { edition } = book;
  const levels = lineage(edition);
  const written = writtenIn(edition, book.values);
  return [
    ...(isCircular(edition)
      ? [`${edition.id} is based on itself: ${[...levels, levels.at(-1)?.basedOn].map((one) => one?.id).join(", ")}.`]
      : []),
    ...written.flatMap(({ rule }) => problemsOfHead(rule, edition)),
    ...problemsOfPeriods(written),
    ...problemsOfNames(written),
    ...levels.flatMap((level) => problemsOfLevel(level, written)),
    ...problemsOfValues(edition),
    ...levels.flatMap((level) => problemsOfSilence(level, book, written)),
    ...adoptionProblems(edition, book.adoption),
  ];
}

function problemsOfClause(what: string, { source, at }: Clause, edition: Rulebook): readonly string[] {
  if (!Object.hasOwn(sourcesOf(edition), source)) return [`${what} cites ${source}, which is not a declared source.`];
  return at.trim() === "" ? [`${what} does not say where in ${source} it stands.`] : [];
}

function problemsOfHead(rule: AnyRule, edition: Rulebook): readonly string[] {
  const issued = sourcesOf(edition)[rule.clause.source]?.issued;
  return [
    ...problemsOfClause(rule.id, rule.clause, edition),
    ...(issued !== undefined && rule.from < issued
      ? [`${rule.id} speaks from ${rule.from}, before ${rule.clause.source} was issued on ${issued}.`]
      : []),
    ...(rule.until !== undefined && rule.until <= rule.from ? [`${rule.id} ends before it begins.`] : []),
    ...(rule.title.trim() === "" ? [`${rule.id} has no title.`] : []),
  ];
}

const groupedBy = <T>(all: readonly T[], key: (one: T) => string): readonly (readonly [string, readonly T[]])[] => {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups];
};

/** A rule that changed is two entries of one id, the second from the day the first ends. */
function problemsOfPeriods(written: readonly Written[]): readonly string[] {
  return groupedBy(written, ({ level, question, rule }) => `${level.id} ${question} ${rule.id}`).flatMap(
    ([, entries]) => {
      const rules = entries.map(({ rule }) => rule).sort((a, b) => (a.from < b.from ? -1 : 1));
      return rules.slice(1).flatMap((rule, at) => {
        const ended = rules[at]?.until;
        if (ended === undefined || rule.from < ended)
          return [`${rule.id} has two periods that overlap, from ${rule.from}.`];
        return rule.from > ended ? [`${rule.id} says nothing from ${ended} until ${rule.from}.`] : [];
      });
    },
  );
}

/** A departure and a lift name a rule by its id alone, so one id is one rule of one question, at one level. */
const problemsOfNames = (written: readonly Written[]): readonly string[] =>
  groupedBy(written, ({ rule }) => rule.id).flatMap(([id, entries]) => {
    const places = new Set(entries.map(({ level, question }) => `${question} in ${level.id}`));
    return places.size > 1 ? [`${id} is the id of more than one rule: ${[...places].sort().join(", ")}.`] : [];
  });

/** What an edition changes of its bases has to be there. */
function problemsOfLevel(level: Rulebook, written: readonly Written[]): readonly string[] {
  const bases = new Set(lineage(level).slice(1));
  const below = written.filter((one) => bases.has(one.level)).map(({ rule }) => rule.id);
  const baseValues = level.basedOn ? parametersOf(level.basedOn) : {};
  const chapterValues = level.chapters.flatMap((chapter) => Object.entries(chapter.parameters));
  return [
    ...Object.entries(level.setsAside).flatMap(([id, why]) => [
      ...(below.includes(id) ? [] : [`${level.id} sets aside ${id}, which its base does not have.`]),
      ...(why.trim() === "" ? [`${level.id} sets aside ${id} without a reason.`] : []),
    ]),
    ...Object.entries(level.overrides).flatMap(([name, { value }]) => {
      const base = baseValues[name];
      if (!base) return [`${level.id} gives ${name} another value, and its base has no such value.`];
      return typeof base.value === typeof value && Array.isArray(base.value) === Array.isArray(value)
        ? []
        : [`${level.id} gives ${name} a value of another kind than its base.`];
    }),
    ...chapterValues.flatMap(([name, { value }], at) => {
      const earlier = chapterValues.slice(0, at).find(([other]) => other === name)?.[1] ?? baseValues[name];
      return earlier === undefined || JSON.stringify(earlier.value) === JSON.stringify(value)
        ? []
        : [`${level.id} has two values called ${name}: where it differs from its base, write that as an override.`];
    }),
    ...(level.basedOn && level.from < level.basedOn.from ? [`${level.id} is in force before its base.`] : []),
  ];
}

function problemsOfValues(edition: Rulebook): readonly string[] {
  return Object.entries(parametersOf(edition)).flatMap(([name, parameter]) => [
    ...settingProblems(name, parameter, parameter.value),
    ...(parameter.clause ? problemsOfClause(name, parameter.clause, edition) : []),
    ...("ours" in parameter && (parameter.ours.trim() === "" || parameter.reading.trim() === "")
      ? [`${name} is ours and does not say how we read it.`]
      : []),
    ...(parameter.least !== undefined && parameter.most !== undefined && parameter.least > parameter.most
      ? [`${name} has a least that is more than its most.`]
      : []),
    ...(typeof parameter.value === "number" && parameter.least === undefined
      ? [`${name} is a number and does not say the least an area may set.`]
      : []),
  ]);
}

/** Every question is answered or declared silent, and not both by one edition. */
function problemsOfSilence(level: Rulebook, book: AdoptedRulebook, written: readonly Written[]): readonly string[] {
  const names = Object.keys(book.questions);
  const spoken = new Set(written.filter((one) => one.level === level).map(({ question }) => question));
  const unknown = [...Object.keys(level.silent), ...spoken].filter((name) => !names.includes(name));
  return [
    ...unknown.map((name) => `${level.id} speaks of ${name}, which is no question.`),
    ...Object.entries(level.silent).flatMap(([name, why]) => [
      ...(spoken.has(name) ? [`${level.id} declares itself silent on ${name} and has rules for it.`] : []),
      ...(why?.trim() ? [] : [`${level.id} is silent on ${name} without a sentence for the reader.`]),
    ]),
    ...(level === book.edition
      ? (names as (keyof typeof book.questions)[])
          .filter((name) => book.rulesFor(name).length === 0 && book.silence(name) === undefined)
          .map((name) => `${level.id} neither answers ${name} nor is declared silent on it.`)
      : []),
  ];
}
