import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import type { Decision } from "../kernel/decision.ts";
import type { GateSaid } from "../kernel/gate.ts";
import { addDays, localDate } from "../kernel/local-date.ts";
import { dayOf, type Moment, momentOn, noonOn } from "../kernel/moment.ts";
import { anyMoment, arbitraryFacts } from "../testing/facts.ts";
import { rulebooks } from "./index.ts";
import { type AdoptedRulebook, asItStands, edition, type QuestionName, questions, type Rulebook } from "./questions.ts";

/** Every rulebook, asked everything: a few facts each time the tests run, ten thousand each in `npm run proof`. */
const isProof = inject("proof");
const options = { seed: 20_261_122, numRuns: isProof ? 10_000 : 12 };

const names = Object.keys(questions) as QuestionName[];
const gates = names.filter((name) => questions[name].shape === "gate");

/** The facts of each question, with the words this book looks for among them. */
const drawn = arbitraryFacts({
  criteria: rulebooks.flatMap((of) =>
    asItStands(of)
      .asks("lead-professional.choice", localDate("2026-11-22"))
      .map(({ code }) => code),
  ),
  stages: ["acceptance", "line-manager", "views-of-child", "views-of-family", "family-agreement", "group-discussion"],
});
const factsOf = (name: QuestionName) => drawn[name] as fc.Arbitrary<unknown>;

/** The same clauses, each list the other way round, in the edition and in its bases. */
function turnedRound(of: Rulebook): Rulebook {
  const chapters = of.chapters.map(({ parameters, rules }) => ({
    parameters,
    rules: Object.fromEntries(
      Object.entries(rules).map(([name, make]) => [
        name,
        (value: never) => [...(make as unknown as (of: never) => unknown[])(value)].reverse(),
      ]),
    ),
  }));
  const { basedOn, ...rest } = of;
  return {
    ...rest,
    ...(basedOn ? { basedOn: turnedRound(basedOn) } : {}),
    chapters: [...chapters].reverse(),
  } as Rulebook;
}

/** What a decision comes to, whichever order its clauses were read in. */
const unordered = (decision: Decision): unknown => {
  const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort();
  const { findings, ...rest } = decision;
  const lists = Object.entries(rest).map(([key, value]) => [key, Array.isArray(value) ? sorted(value) : value]);
  return { ...Object.fromEntries(lists), findings: sorted(findings) };
};

const withoutMoment = ({ asAt: _, asKnownAt: __, ...rest }: Decision): unknown => rest;

/** What is compared is nearly always the same text; only where it is not is it looked at part by part, and shown. */
function expectSame(one: unknown, other: unknown, { edition: { id } }: AdoptedRulebook): void {
  if (JSON.stringify(one) !== JSON.stringify(other)) expect(one, id).toEqual(other);
}

const books = rulebooks.map((of) => ({
  book: asItStands(of),
  other: asItStands(turnedRound(of)),
  base: of.basedOn && asItStands(of.basedOn),
}));

/** Whether every clause of a question is the base's, and every value that the base has: then both answer alike. */
const answersAsItsBase = ({ book, base }: (typeof books)[number], name: QuestionName): boolean => {
  const ids = (of: AdoptedRulebook) => of.rulesFor(name).map(({ id }) => id);
  return (
    base !== undefined &&
    JSON.stringify(ids(book)) === JSON.stringify(ids(base)) &&
    Object.keys(base.values).every((key) => base.values[key] === book.values[key])
  );
};

/** The books to ask: those with a clause to answer with, each way of answering once. */
const answering = (name: QuestionName) =>
  books.filter((of) => of.book.rulesFor(name).length > 0 && !answersAsItsBase(of, name));

/** What speaks though it should not: the clause is not in force that day, or its source was not issued. */
const outOfTurn = (book: AdoptedRulebook, name: QuestionName, facts: unknown, asAt: Moment): readonly string[] => {
  const day = dayOf(asAt);
  const inForce = book
    .rulesFor(name)
    .flatMap(({ id, from, until }) => (from <= day && (until === undefined || day < until) ? [id] : []));
  return book
    .decide(name, facts, asAt)
    .findings.filter(({ rule, clause }) => {
      const issued = book.sources[clause.source]?.issued;
      return issued === undefined || issued > day || inForce.filter((id) => id === rule).length !== 1;
    })
    .map(({ rule }) => `${book.edition.id}: ${rule}`);
};

describe.each(names)("%s, in every rulebook", (name) => {
  const asked = answering(name);

  test("no clause speaks before its source was issued, or outside its own days; each cites a declared source", () => {
    const day = fc.integer({ min: -9000, max: 9000 }).map((days) => noonOn(addDays(localDate("2010-06-01"), days)));
    fc.assert(
      fc.property(factsOf(name), fc.oneof(day, anyMoment), (facts, asAt) => {
        const wrong = asked.flatMap(({ book }) => outOfTurn(book, name, facts, asAt));
        if (wrong.length > 0) expect(wrong).toEqual([]);
      }),
      options,
    );
  });

  test("neither the order of the clauses nor the minute of the day moves an answer that goes by days", () => {
    fc.assert(
      fc.property(factsOf(name), anyMoment, (facts, asAt) => {
        const day = dayOf(asAt);
        for (const { book, other } of asked) {
          expectSame(unordered(other.decide(name, facts, asAt)), unordered(book.decide(name, facts, asAt)), book);
          const at = (time: string) => withoutMoment(book.decide(name, facts, momentOn(day, time)));
          expectSame(at("09:00"), at("09:01"), book);
        }
      }),
      options,
    );
  });
});

const softness: readonly string[] = ["silent", "permits", "permits-if", "refers", "unknown", "prevents"];
const effects = [
  { effect: "permits" },
  { effect: "prevents" },
  { effect: "unknown", missing: "a fact" },
  { effect: "refers", decidedBy: "director" },
  { effect: "permits-if", needs: [{ what: "reason", from: "line-manager", for: "this" }] },
] as const;

/** The book with one clause more, which says this whatever the facts. */
function withOneMore(of: AdoptedRulebook, name: QuestionName, said: (typeof effects)[number]): AdoptedRulebook {
  const from = localDate("1990-01-01");
  const apply = (): GateSaid => ({ ...said, because: "Because.", about: "practitioner:a" });
  const added = { id: "added", title: "Added", clause: { source: "ADDED", at: "1" }, from, apply };
  return asItStands(
    edition({
      ...of.edition,
      basedOn: of.edition,
      id: `${of.edition.id}-and-one`,
      sources: { ADDED: { title: "Added", issued: from, status: "ours" } },
      chapters: [{ parameters: {}, rules: { [name]: () => [added] } }],
      overrides: {},
      setsAside: {},
      silent: {},
    }),
  );
}

describe.each(books)("$book.edition.id", (of) => {
  const { book } = of;
  test.each(gates.filter((name) => answering(name).includes(of)))(
    "%s: a clause added without lifts never softens the answer",
    (name) => {
      const withEach = effects.map((said) => withOneMore(book, name, said));
      fc.assert(
        fc.property(factsOf(name), anyMoment, (facts, asAt) => {
          const hardness = (of: AdoptedRulebook) => softness.indexOf(of.decide(name, facts, asAt).answer);
          const before = hardness(book);
          for (const [at, one] of withEach.entries()) {
            const least = Math.max(before, softness.indexOf(effects[at]?.effect ?? ""));
            if (!(hardness(one) >= least)) expect(hardness(one)).toBeGreaterThanOrEqual(least);
          }
        }),
        options,
      );
    },
  );
});
