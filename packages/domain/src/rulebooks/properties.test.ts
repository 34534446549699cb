import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import type { Decision } from "../kernel/decision.ts";
import type { GateSaid } from "../kernel/gate.ts";
import { addDays, localDate } from "../kernel/local-date.ts";
import { dayOf, momentOn, noonOn } from "../kernel/moment.ts";
import { checkRulebook } from "../testing/check-rulebook.ts";
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

describe.each(rulebooks.map((of) => [of.id, asItStands(of)] as const))("%s", (_, book) => {
  test("keeps to what a rulebook promises", () => {
    expect(checkRulebook(book, { runs: options.numRuns })).toEqual([]);
  });

  describe.each(names)("%s", (name) => {
    test("no clause speaks before its source was issued, or outside its own days; each cites a declared source", () => {
      const day = fc.integer({ min: -9000, max: 9000 }).map((days) => noonOn(addDays(localDate("2010-06-01"), days)));
      fc.assert(
        fc.property(factsOf(name), fc.oneof(day, anyMoment), (facts, asAt) => {
          for (const { rule, clause } of book.decide(name, facts, asAt).findings) {
            const issued = book.sources[clause.source]?.issued;
            expect(issued === undefined ? "no source" : issued <= dayOf(asAt)).toBe(true);
            const inForce = book
              .rulesFor(name)
              .filter(
                ({ id, from, until }) =>
                  id === rule && from <= dayOf(asAt) && (until === undefined || dayOf(asAt) < until),
              );
            expect(inForce).toHaveLength(1);
          }
        }),
        options,
      );
    });

    test("the order of its clauses does not matter", () => {
      const other = asItStands(turnedRound(book.edition));
      fc.assert(
        fc.property(factsOf(name), anyMoment, (facts, asAt) => {
          expect(unordered(other.decide(name, facts, asAt))).toEqual(unordered(book.decide(name, facts, asAt)));
        }),
        options,
      );
    });

    test("the hour of the day moves no answer that goes by days", () => {
      fc.assert(
        fc.property(factsOf(name), anyMoment, (facts, asAt) => {
          const at = (time: string) => {
            const { asAt: _, asKnownAt: __, ...rest } = book.decide(name, facts, momentOn(dayOf(asAt), time));
            return rest;
          };
          expect(at("09:00")).toEqual(at("09:01"));
        }),
        options,
      );
    });
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

describe.each(rulebooks.map((of) => [of.id, asItStands(of)] as const))("%s", (_, book) => {
  test.each(gates)("%s: a clause added without lifts never softens the answer", (name) => {
    const withEach = effects.map((said) => withOneMore(book, name, said));
    fc.assert(
      fc.property(factsOf(name), anyMoment, (facts, asAt) => {
        const hardness = (of: AdoptedRulebook) => softness.indexOf(of.decide(name, facts, asAt).answer);
        const before = hardness(book);
        for (const [at, one] of withEach.entries()) {
          expect(hardness(one)).toBeGreaterThanOrEqual(before);
          expect(hardness(one)).toBeGreaterThanOrEqual(softness.indexOf(effects[at]?.effect ?? ""));
        }
      }),
      options,
    );
  });
});
