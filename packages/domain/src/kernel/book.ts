import type { Nation } from "./bank-holidays.ts";
import { cannotApply } from "./cannot-apply.ts";
import type { Source } from "./clause.ts";
import type {
  Decision,
  Departure,
  DesignationDecision,
  DutyDecision,
  GateDecision,
  LadderDecision,
  MeasureDecision,
  ParameterValue,
  ValueUsed,
} from "./decision.ts";
import { type DesignationFinding, resolveDesignation } from "./designation.ts";
import { readingOf } from "./done-by.ts";
import { type DutyFinding, resolveDuty } from "./duty.ts";
import { type Edition, lineage, type Parameter, type Parameters, parametersOf, sourcesOf, termsOf } from "./edition.ts";
import { type GateFinding, resolveGate } from "./gate.ts";
import { type LadderFinding, resolveLadder } from "./ladder.ts";
import type { LocalDate } from "./local-date.ts";
import { type MeasureFinding, resolveMeasure } from "./measure.ts";
import { dayOf, type Moment } from "./moment.ts";
import type { FactsOf, NamesOf, Question, Questions } from "./question.ts";
import type { Asked, Finding, RuleOf, Spoken } from "./rule.ts";

/** How an area took an edition into use: from when, with which values, words and departures of its own. Data, not code. */
export type Adoption = {
  readonly id: string;
  readonly from: LocalDate;
  readonly settings: Readonly<Record<string, ParameterValue>>;
  readonly terms: Readonly<Record<string, string>>;
  readonly departures: readonly Departure[];
};

/** A rule as the book holds it, whatever its shape. */
export type AnyRule = RuleOf<never, Spoken>;

/** A rulebook in force in an area: what can be asked, and what it answers. */
export type Book<Q extends Questions> = {
  readonly edition: Edition<Q>;
  readonly adoption: Adoption;
  readonly nation: Nation;
  readonly sources: Readonly<Record<string, Source>>;
  readonly terms: Readonly<Record<string, string>>;
  readonly parameters: Parameters;
  readonly values: Readonly<Record<string, ParameterValue>>;
  readonly questions: Q;
  /** The rules that answer a question, whenever they are in force, after what is set aside. */
  readonly rulesFor: (question: keyof Q & string) => readonly AnyRule[];
  /** The values that those rules read when they are made; a few read one more for some facts only. */
  readonly valuesFor: (question: keyof Q & string) => readonly ValueUsed[];
  /** What a question's clauses ask people to weigh, in the order of the document. */
  readonly asks: (
    question: keyof Q & string,
    on: LocalDate,
  ) => readonly (Asked & { rule: string; clause: AnyRule["clause"] })[];
  /** Why this book has nothing to say on a question; undefined when it speaks. */
  readonly silence: (question: keyof Q & string) => string | undefined;
  readonly gate: <N extends NamesOf<Q, "gate">>(
    name: N,
    facts: FactsOf<Q[N]>,
    asAt: Moment,
    asKnownAt?: Moment,
  ) => GateDecision;
  readonly designation: <N extends NamesOf<Q, "designation">>(
    name: N,
    facts: FactsOf<Q[N]>,
    asAt: Moment,
    asKnownAt?: Moment,
  ) => DesignationDecision;
  readonly duty: <N extends NamesOf<Q, "duty">>(
    name: N,
    facts: FactsOf<Q[N]>,
    asAt: Moment,
    asKnownAt?: Moment,
  ) => DutyDecision;
  readonly ladder: <N extends NamesOf<Q, "ladder">>(
    name: N,
    facts: FactsOf<Q[N]>,
    asAt: Moment,
    asKnownAt?: Moment,
  ) => LadderDecision;
  readonly measure: <N extends NamesOf<Q, "measure">>(
    name: N,
    facts: FactsOf<Q[N]>,
    asAt: Moment,
    asKnownAt?: Moment,
  ) => MeasureDecision;
  /** The same for a caller that does not know the shape beforehand (replays, the command line, the conformance suite). */
  readonly decide: (name: keyof Q & string, facts: unknown, asAt: Moment, asKnownAt?: Moment) => Decision;
};

type Speaking = { readonly rules: readonly AnyRule[]; readonly departures: readonly Departure[] };

type Held = {
  readonly rules: readonly AnyRule[];
  /** The rules that speak on a day, and those in force on it that the area departs from. */
  readonly on: (day: LocalDate) => Speaking;
  /** Does some work, and gives beside its result the values that the question's rules read, when made or meanwhile. */
  readonly watch: <T>(work: () => T) => { readonly result: T; readonly used: readonly ValueUsed[] };
};

/** Takes an edition and how an area adopted it, gives the book that answers. The settings are checked by adoptionProblems. */
export function adopt<Q extends Questions>(questions: Q, edition: Edition<Q>, adoption: Adoption): Book<Q> {
  const parameters = parametersOf(edition);
  const values: Record<string, ParameterValue> = {};
  for (const [name, parameter] of Object.entries(parameters)) values[name] = adoption.settings[name] ?? parameter.value;
  const sources = sourcesOf(edition);
  const held = new Map<string, Held>();
  for (const name of Object.keys(questions))
    held.set(name, holdRules(edition, name, values, parameters, adoption.departures));

  const speak = (
    name: string,
    question: Question<unknown>,
    facts: unknown,
    asAt: Moment,
  ): { findings: Finding[]; departures: readonly Departure[] } => {
    const { rules, departures } = held.get(name)?.on(dayOf(asAt)) ?? { rules: [], departures: [] };
    const findings: Finding[] = [];
    for (const rule of rules) addFindings(findings, rule, question, facts, asAt, sources);
    return { findings: withLifts(findings), departures };
  };

  const decide = (name: string, facts: unknown, asAt: Moment, asKnownAt: Moment = asAt): Decision => {
    const question: Question<unknown> | undefined = questions[name];
    if (!question) throw new RangeError(`No rulebook answers "${name}"`);
    const read = readingOf(question.facts)?.(facts, dayOf(asAt)) ?? facts;
    const spoken = () => speak(name, question, read, asAt);
    const { result, used } = held.get(name)?.watch(spoken) ?? { result: spoken(), used: [] };
    const { findings, departures } = result;
    const kept = {
      question: name,
      title: question.title,
      asAt,
      asKnownAt,
      edition: { id: edition.id, version: edition.version },
      adoption: { id: adoption.id, from: adoption.from },
      values: used,
      facts: question.factsUsed(facts),
      departures,
    };
    // Each finding was made by a rule of this question's shape: the register and the editions are typed together.
    switch (question.shape) {
      case "gate": {
        const said = findings as unknown as GateFinding[];
        return { ...kept, findings: said, ...resolveGate(said) };
      }
      case "designation": {
        const said = findings as unknown as DesignationFinding[];
        return { ...kept, findings: said, ...resolveDesignation(said) };
      }
      case "duty": {
        const said = findings as unknown as DutyFinding[];
        const speaks = (held.get(name)?.rules ?? []).some((rule) => isInForce(rule, dayOf(asAt)));
        return { ...kept, findings: said, ...resolveDuty(said, speaks) };
      }
      case "ladder": {
        const said = findings as unknown as LadderFinding[];
        return { ...kept, findings: said, ...resolveLadder(said, question.entries(facts)) };
      }
      case "measure": {
        const said = findings as unknown as MeasureFinding[];
        return { ...kept, findings: said, ...resolveMeasure(said) };
      }
    }
  };

  return {
    edition,
    adoption,
    nation: edition.nation,
    sources,
    terms: { ...termsOf(edition), ...adoption.terms },
    parameters,
    values,
    questions,
    rulesFor: (name) => held.get(name)?.rules ?? [],
    valuesFor: (name) => held.get(name)?.watch(() => undefined).used ?? [],
    asks: (name, on) =>
      (held.get(name)?.rules ?? []).flatMap((rule) =>
        rule.asks && isInForce(rule, on) ? [{ ...rule.asks, rule: rule.id, clause: rule.clause }] : [],
      ),
    silence: (name) =>
      (held.get(name)?.rules ?? []).length > 0
        ? undefined
        : lineage(edition).find((level) => level.silent[name] !== undefined)?.silent[name],
    gate: decide as Book<Q>["gate"],
    designation: decide as Book<Q>["designation"],
    duty: decide as Book<Q>["duty"],
    ladder: decide as Book<Q>["ladder"],
    measure: decide as Book<Q>["measure"],
    decide,
  };
}

const isInForce = (rule: AnyRule, on: LocalDate) => rule.from <= on && (rule.until === undefined || on < rule.until);

/** The rules of a question in an edition and its bases, and which values they read. */
function holdRules<Q extends Questions>(
  edition: Edition<Q>,
  name: string,
  values: Readonly<Record<string, ParameterValue>>,
  parameters: Parameters,
  departures: readonly Departure[],
): Held {
  let read = new Set<string>();
  const readWhenMade = new Set<string>();
  const watched = new Proxy(values, {
    get: (target, key) => {
      const name = String(key);
      if (!read.has(name) && !readWhenMade.has(name)) read.add(name);
      return target[name];
    },
  });
  const aside = new Set(lineage(edition).flatMap((level) => Object.keys(level.setsAside)));
  const rules = [...lineage(edition)]
    .reverse()
    .flatMap((level) => level.chapters)
    .flatMap((chapter) => {
      read = new Set();
      const made = (chapter.rules[name]?.(watched as never) ?? []) as unknown as readonly AnyRule[];
      const standing = made.filter((rule) => !aside.has(rule.id));
      if (standing.length > 0) for (const one of read) readWhenMade.add(one);
      return standing;
    });
  const valuesUsed = (names: ReadonlySet<string>) =>
    [...names].sort().flatMap((key): ValueUsed[] => {
      const parameter = parameters[key];
      const value = values[key];
      if (!parameter || value === undefined) return [];
      return [
        {
          name: key,
          value,
          ...(parameter.clause ? { clause: parameter.clause } : {}),
          ...("ours" in parameter ? { ours: parameter.ours } : {}),
          ...(parameter.reading !== undefined ? { reading: parameter.reading } : {}),
        },
      ];
    });
  const usedWhenMade = valuesUsed(readWhenMade);
  return {
    rules,
    on: speakingOn(rules, departures),
    watch: (work) => {
      read = new Set();
      const result = work();
      return { result, used: read.size === 0 ? usedWhenMade : valuesUsed(new Set([...readWhenMade, ...read])) };
    },
  };
}

/** Questions come in runs about one day: what speaks on it is looked up once. */
function speakingOn(rules: readonly AnyRule[], departures: readonly Departure[]): (day: LocalDate) => Speaking {
  let lately: { readonly day: LocalDate; readonly speaking: Speaking } | undefined;
  return (day) => {
    if (lately?.day === day) return lately.speaking;
    const inForce = rules.filter((rule) => isInForce(rule, day));
    const departed = departures.filter(
      ({ rule, from, until }) =>
        from <= day && (until === undefined || day < until) && inForce.some(({ id }) => id === rule),
    );
    const ids = new Set(departed.map(({ rule }) => rule));
    const speaking = { rules: inForce.filter(({ id }) => !ids.has(id)), departures: departed };
    lately = { day, speaking };
    return speaking;
  };
}

/** Adds what a rule says, kept with whose clause it is and how much that weighs. */
function addFindings(
  findings: Finding[],
  rule: AnyRule,
  question: Question<unknown>,
  facts: unknown,
  asAt: Moment,
  sources: Readonly<Record<string, Source>>,
): void {
  const said = saidBy(rule, question, facts, asAt);
  if (said === undefined) return;
  const all: readonly Spoken[] = Array.isArray(said) ? said : [said as Spoken];
  for (const spoken of all)
    findings.push({
      ...spoken,
      rule: rule.id,
      title: rule.title,
      clause: rule.clause,
      strength: rule.strength ?? sources[rule.clause.source]?.status ?? "ours",
      force: spoken.force ?? rule.force ?? "should",
    });
}

function saidBy(rule: AnyRule, question: Question<unknown>, facts: unknown, asAt: Moment) {
  try {
    return rule.apply(facts as never, asAt);
  } catch {
    const about = question.factsUsed(facts)[0]?.about ?? (`area:${rule.id}` as const);
    return cannotApply(question.shape, rule, about);
  }
}

/**
 * Marks each finding that another one sets aside. A finding that is itself set aside lifts nothing, nor does one its
 * own rule; rules that lift each other in a circle all stand, since nothing but a lift may soften an answer.
 */
function withLifts(findings: readonly Finding[]): Finding[] {
  const liftersOf = new Map<string, Set<string>>();
  for (const { rule, lifts } of findings)
    for (const lifted of lifts ?? [])
      if (lifted !== rule) liftersOf.set(lifted, (liftersOf.get(lifted) ?? new Set()).add(rule));
  if (liftersOf.size === 0) return [...findings];

  const [stands, isLifted] = [new Set<string>(), new Set<string>()];
  const undecided = new Set(findings.map(({ rule }) => rule));
  for (let before = -1; before !== undecided.size; ) {
    before = undecided.size;
    for (const rule of undecided) {
      const lifters = [...(liftersOf.get(rule) ?? [])];
      if (lifters.some((one) => stands.has(one))) isLifted.add(rule);
      else if (lifters.every((one) => isLifted.has(one))) stands.add(rule);
      else continue;
      undecided.delete(rule);
    }
  }
  return findings.map((finding) => {
    if (!isLifted.has(finding.rule)) return finding;
    const [liftedBy] = [...(liftersOf.get(finding.rule) ?? [])].filter((one) => stands.has(one)).sort();
    return liftedBy === undefined ? finding : { ...finding, liftedBy };
  });
}

/** What is wrong with how an area would adopt an edition, in sentences; empty when nothing is. */
export function adoptionProblems<Q extends Questions>(edition: Edition<Q>, adoption: Adoption): readonly string[] {
  const parameters = parametersOf(edition);
  const rules = ruleIdsOf(edition, parameters);
  return [
    ...(adoption.from < edition.from ? [`${edition.title} cannot be in force before ${edition.from}.`] : []),
    ...Object.entries(adoption.settings).flatMap(([name, value]) => {
      const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
      return parameter ? settingProblems(name, parameter, value) : [`${edition.title} has no value called ${name}.`];
    }),
    ...adoption.departures.flatMap(({ rule, reason, approvedBy, from, until }) => [
      ...(rules.has(rule) ? [] : [`${edition.title} has no rule called ${rule} to depart from.`]),
      ...(reason.trim() === "" || approvedBy.trim() === ""
        ? [`The departure from ${rule} needs a reason and who approved it.`]
        : []),
      ...(until !== undefined && until <= from ? [`The departure from ${rule} ends before it begins.`] : []),
    ]),
  ];
}

/** What is wrong with one value of a parameter, whoever gives it; empty when nothing is. */
export function settingProblems(name: string, parameter: Parameter, value: ParameterValue): readonly string[] {
  const isList = Array.isArray(parameter.value);
  if (typeof value !== typeof parameter.value || Array.isArray(value) !== isList)
    return [`${name} takes a ${isList ? "list" : typeof parameter.value}.`];
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return [`${name} takes a number.`];
    if (Number.isInteger(parameter.value) && !Number.isInteger(value)) return [`${name} takes a whole number.`];
    if (parameter.least !== undefined && value < parameter.least) return [`${name} is at least ${parameter.least}.`];
    if (parameter.most !== undefined && value > parameter.most) return [`${name} is at most ${parameter.most}.`];
  }
  const chosen: readonly string[] = Array.isArray(value) ? value : typeof value === "string" ? [value] : [];
  const among = parameter.oneOf;
  return among && chosen.some((one) => !among.includes(one)) ? [`${name} is one of ${among.join(", ")}.`] : [];
}

/** Every rule id of an edition and its bases, set aside or not. */
function ruleIdsOf<Q extends Questions>(edition: Edition<Q>, parameters: Parameters): ReadonlySet<string> {
  const values = Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value]));
  const makers = lineage(edition).flatMap((level) => level.chapters.flatMap((chapter) => Object.values(chapter.rules)));
  return new Set(
    makers.flatMap((make) => (make as (of: typeof values) => readonly AnyRule[])(values).map(({ id }) => id)),
  );
}
