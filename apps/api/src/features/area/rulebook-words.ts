import type { AdoptedRulebook, AnyRule, Clause, LocalDate, QuestionName, Rulebook, ValueUsed } from "@linchpin/domain";
import { asItStands } from "@linchpin/domain/rulebooks";
import { settingInWords, valueName } from "../record/views.ts";
import type { RulebookView } from "./views.ts";

type Question = RulebookView["questions"][number];
type Departure = AdoptedRulebook["adoption"]["departures"][number];

const holds = ({ from, until }: { readonly from: string; readonly until?: string }, on: LocalDate): boolean =>
  from <= on && (until === undefined || on < until);

/** Takes a book and a day, gives every question with its rules and values in words. */
export function questionsOf(book: AdoptedRulebook, on: LocalDate): Question[] {
  const departed = new Set(book.adoption.departures.filter((one) => holds(one, on)).map(({ rule }) => rule));
  // Object.keys widens what is a record by question name.
  return (Object.keys(book.questions) as QuestionName[]).map((name): Question => {
    const { title, shape } = book.questions[name];
    const silentBecause = book.silence(name);
    return {
      question: name,
      topic: name.slice(0, name.indexOf(".")),
      title,
      shape,
      ...(silentBecause === undefined ? {} : { silentBecause }),
      rules: book.rulesFor(name).map((rule) => ruleInWords(book, rule, on, departed.has(rule.id))),
      values: book.valuesFor(name).map((value) => valueInUse(book, value)),
    };
  });
}

const clauseOf = (book: AdoptedRulebook, { source, at }: Clause) => ({
  source,
  at,
  sourceTitle: book.sources[source]?.title ?? source,
});

function ruleInWords(
  book: AdoptedRulebook,
  rule: AnyRule,
  on: LocalDate,
  isDeparted: boolean,
): Question["rules"][number] {
  return {
    rule: rule.id,
    title: rule.title,
    clause: clauseOf(book, rule.clause),
    strength: rule.strength ?? book.sources[rule.clause.source]?.status ?? "ours",
    from: rule.from,
    isInForce: holds(rule, on),
    isDeparted,
    ...(rule.force === undefined ? {} : { force: rule.force }),
    ...(rule.until === undefined ? {} : { until: rule.until }),
    ...(rule.asks === undefined ? {} : { asks: rule.asks.label }),
  };
}

function valueInUse(
  book: AdoptedRulebook,
  { name, value, clause, ours, reading }: ValueUsed,
): Question["values"][number] {
  const parameter = book.parameters[name];
  return {
    name: valueName(name),
    value: settingInWords(value),
    editionValue: settingInWords(parameter?.value),
    isAreasOwn: name in book.adoption.settings,
    ...(clause === undefined ? {} : { clause: clauseOf(book, clause) }),
    ...(ours === undefined ? {} : { ours }),
    ...(reading === undefined ? {} : { reading }),
    ...(parameter?.least === undefined ? {} : { least: parameter.least }),
    ...(parameter?.most === undefined ? {} : { most: parameter.most }),
    ...(parameter?.oneOf === undefined ? {} : { oneOf: parameter.oneOf.map(settingInWords) }),
  };
}

/** The editions under one, nearest first. */
export const basesOf = ({ basedOn }: Rulebook): readonly Rulebook[] =>
  basedOn === undefined ? [] : [basedOn, ...basesOf(basedOn)];

/** The rules of each base that do not hold, by the words they have there. */
export const setAsideIn = (edition: Rulebook): RulebookView["setsAside"] =>
  [edition, ...basesOf(edition)].flatMap(({ setsAside, basedOn }) => {
    const titles = basedOn === undefined ? new Map<string, string>() : titlesIn(asItStands(basedOn));
    return Object.entries(setsAside).map(([rule, because]) => ({ rule, title: titles.get(rule) ?? rule, because }));
  });

const titlesIn = (book: AdoptedRulebook): ReadonlyMap<string, string> =>
  new Map(
    (Object.keys(book.questions) as QuestionName[]).flatMap((name) =>
      book.rulesFor(name).map((rule): [string, string] => [rule.id, rule.title]),
    ),
  );

export function departuresOf(book: AdoptedRulebook, on: LocalDate): RulebookView["departures"] {
  const titles = titlesIn(book);
  return book.adoption.departures.map(({ rule, reason, approvedBy, from, until }: Departure) => ({
    rule,
    title: titles.get(rule) ?? rule,
    reason,
    approvedBy,
    from,
    ...(until === undefined ? {} : { until }),
    isInForce: holds({ from, ...(until === undefined ? {} : { until }) }, on),
  }));
}
