import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { readingOf } from "../kernel/done-by.ts";
import { addDays, localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { devon } from "../rulebooks/devon/devon.ts";
import { england } from "../rulebooks/england/england.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { poole } from "../rulebooks/poole/poole.ts";
import { asItStands, type Rulebook } from "../rulebooks/questions.ts";
import { scotland } from "../rulebooks/scotland/scotland.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import { arbitraryFacts } from "../testing/facts.ts";
import { TransitionFacts } from "./model.ts";

fc.configureGlobal({ seed: 20261122, numRuns: inject("proof") ? 10_000 : 60 });

const books = [england, wigan, bolton, poole, devon].map((of: Rulebook) => asItStands(of));
const scottish = [scotland, highland].map((of: Rulebook) => asItStands(of));
const any = arbitraryFacts({ criteria: [], stages: [] });
const aDay = fc.nat(729).map((days) => addDays(localDate("2026-01-01"), days));

describe("over a boundary", () => {
  test("one area governs at a time: of all that could be asked at most one says yes, and none where a fact is missing", () => {
    fc.assert(
      fc.property(any["transition.governs"], aDay, (facts, day) => {
        for (const book of books) {
          const answers = ["a", "b", "c", "d"].map(
            (area) => book.gate("transition.governs", { ...facts, area }, noonOn(day)).answer,
          );
          const yes = answers.filter((answer) => answer === "permits").length;
          expect(yes).toBe(answers.includes("unknown") ? 0 : 1);
        }
      }),
    );
  });
  test("a record closes only once every transfer that the book knows is through, and then stays closed", () => {
    fc.assert(
      fc.property(any["transition.close-after-move"], aDay, fc.nat(300), (facts, day, later) => {
        for (const book of scottish) {
          const ask = (on: typeof day) => book.gate("transition.close-after-move", facts, noonOn(on)).answer;
          if (ask(day) === "permits") expect(ask(addDays(day, later))).toBe("permits");
        }
      }),
    );
  });
});

describe("growing up", () => {
  test("nobody is past an age limit one day and under it the next", () => {
    fc.assert(
      fc.property(any["transition.age-limit"], fc.nat(3000), (facts, later) => {
        fc.pre(facts.bases === "not-recorded" || facts.bases.length === 0);
        for (const book of books) {
          const ask = (on: typeof facts.on) => book.gate("transition.age-limit", { ...facts, on }, noonOn(on)).answer;
          if (ask(facts.on) === "prevents") expect(ask(addDays(facts.on, later))).toBe("prevents");
        }
      }),
    );
  });
  test("planning that is owed stays owed until somebody opens it", () => {
    fc.assert(
      fc.property(any["transition.duties"], aDay, fc.nat(300), (facts, day, later) => {
        // What is written down for a later day would happen meanwhile.
        const known = readingOf(TransitionFacts)?.(facts, day) as TransitionFacts;
        for (const book of books) {
          const open = (on: typeof day) =>
            book
              .duty("transition.duties", known, noonOn(on))
              .owed.map(({ act }) => act)
              .filter((act) => act.startsWith("transition.open:"));
          expect(open(addDays(day, later))).toEqual(expect.arrayContaining(open(day)));
        }
      }),
    );
  });
});
