import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { addDays, localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { bolton } from "../../rulebooks/bolton/bolton.ts";
import { devon } from "../../rulebooks/devon/devon.ts";
import { england } from "../../rulebooks/england/england.ts";
import { highland } from "../../rulebooks/highland/highland.ts";
import { poole } from "../../rulebooks/poole/poole.ts";
import { asItStands, type Rulebook } from "../../rulebooks/questions.ts";
import { scotland } from "../../rulebooks/scotland/scotland.ts";
import { wigan } from "../../rulebooks/wigan/wigan.ts";
import { anAssignment, chainFacts } from "../../testing/continuity.ts";
import { arbitraryFacts } from "../../testing/facts.ts";
import { standingOn, switchOf } from "../continuity-days.ts";

fc.configureGlobal({ seed: 20261122, numRuns: inject("proof") ? 10_000 : 60 });

const books = [england, wigan, bolton, poole, devon, scotland, highland].map((of: Rulebook) => asItStands(of));
const anyFacts = arbitraryFacts({ criteria: [], stages: [] })["lead-professional.acting"];
const aDay = fc.nat(729).map((days) => addDays(localDate("2026-01-01"), days));

describe("who acts as lead", () => {
  test("is never two people, and never nobody without a post to turn to or a fact that is missing", () => {
    fc.assert(
      fc.property(anyFacts, aDay, (facts, day) => {
        for (const book of books) {
          const decision = book.designation("lead-professional.acting", facts, noonOn(day));
          expect(["filled", "required", "open"]).toContain(decision.answer);
          expect(decision.holders.length).toBe(decision.answer === "open" ? 0 : 1);
          if (decision.answer === "open") expect([...decision.missing, ...decision.barred].length).toBeGreaterThan(0);
        }
      }),
    );
  });
  test("whoever leads next, leads from the day the role moves and not a day before", () => {
    fc.assert(
      fc.property(anyFacts, aDay, (facts, day) => {
        const moves = switchOf(facts);
        expect(standingOn(facts, day).is === "successor").toBe(moves !== undefined && moves <= day);
      }),
    );
  });
});

describe("a chain of leads", () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 });
  const stretches = (of: readonly number[]) => {
    let from = localDate("2026-09-01");
    return of.map((days, at) => {
      const until = addDays(from, days);
      const one = anAssignment(`lead-${at}`, from, until);
      from = until;
      return one;
    });
  };
  const answer = (assignments: ReturnType<typeof stretches>, neededUntil: ReturnType<typeof addDays>) =>
    books.map(
      (book) =>
        book.gate("lead-professional.chain", chainFacts(assignments, { neededUntil }), noonOn(neededUntil)).answer,
    );
  test("whose stretches meet is accepted in any order; without any one of them it is refused", () => {
    fc.assert(
      fc.property(lengths, fc.nat(), (of, pick) => {
        const whole = stretches(of);
        const end = whole.at(-1)?.until ?? localDate("2026-09-01");
        expect(new Set(answer([...whole].reverse(), end))).toEqual(new Set(["permits"]));
        const without = whole.filter((_, at) => at !== pick % whole.length);
        expect(new Set(answer(without, end))).toEqual(new Set(["prevents"]));
        expect(new Set(answer([...whole, ...whole.slice(0, 1)], end))).toEqual(new Set(["prevents"]));
      }),
    );
  });
});
