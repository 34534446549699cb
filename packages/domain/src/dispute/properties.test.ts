import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import type { StageEntry } from "../kernel/ladder.ts";
import { addDays, localDate } from "../kernel/local-date.ts";
import { type momentAt, noonOn } from "../kernel/moment.ts";
import { rulebooks } from "../rulebooks/index.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { wayFacts } from "../testing/dispute.ts";
import { disputeLevels } from "../vocabulary/disputes.ts";
import { codesOf } from "../vocabulary/term.ts";

const raisedOn = localDate("2026-11-25");
const managers = ["line-manager helen", "line-manager gary"];
const steps = ["other-manager-contacted", "coordinator-brought-in", "papers-checked", "appeal-accepted"];
const stages = [...managers, ...codesOf(disputeLevels).filter((level) => level !== "line-managers")];

const anyEntry: fc.Arbitrary<StageEntry> = fc.record({
  stage: fc.constantFrom(...stages),
  outcome: fc.constantFrom("done" as const, "agreed" as const, "not-agreed" as const),
  at: fc.nat(60).map((days) => noonOn(addDays(raisedOn, days)).at),
});
const entries = fc.uniqueArray(anyEntry, { selector: ({ stage }) => stage, maxLength: 8 });
const later = fc.nat(90).map((days) => noonOn(addDays(raisedOn, days)));
const run = { numRuns: inject("proof") ? 10_000 : 200, seed: 20_261_122 };

describe.each(rulebooks.map((of) => [of.id, asItStands(of)] as const))("%s: the way of a disagreement", (_, book) => {
  const way = (of: readonly StageEntry[], at: ReturnType<typeof momentAt>) =>
    book.ladder("dispute.way", wayFacts({ entries: of }), at);

  test("there is always somebody whose turn it is, until it is over", () => {
    fc.assert(
      fc.property(entries, later, (of, at) => {
        const { answer, next } = way(of, at);
        expect(answer === "in-progress" ? next.length > 0 : next.length === 0 || answer === "complete").toBe(true);
      }),
      run,
    );
  });

  test("nothing is permitted before every stage that decides is through, and one manager alone closes nothing", () => {
    fc.assert(
      fc.property(entries, later, (of, at) => {
        const { permits, stages: drawn } = way(of, at);
        if (permits.length > 0)
          expect(drawn.filter(({ kind, state }) => kind !== "appeal" && state !== "through")).toEqual([]);
      }),
      run,
    );
    const alone: StageEntry = { stage: "line-manager helen", outcome: "agreed", at: noonOn(raisedOn).at };
    expect(way([alone], noonOn(raisedOn)).permits).toEqual([]);
  });

  test("settled at a level, no higher one is open any more", () => {
    fc.assert(
      fc.property(entries, later, (of, at) => {
        const agreed = way(of, at).stages.find(
          ({ stage, outcome }) => outcome === "agreed" && !steps.includes(stage) && !managers.includes(stage),
        );
        fc.pre(agreed !== undefined && agreed.kind !== "appeal");
        const above = way(of, at).stages.filter(
          ({ order, kind, state }) => order > (agreed?.order ?? 0) && kind !== "appeal" && state === "next",
        );
        expect(above).toEqual([]);
      }),
      run,
    );
  });

  test("in which order things were written down does not matter", () => {
    fc.assert(
      fc.property(entries, later, (of, at) => {
        expect(way([...of].reverse(), at).stages).toEqual(way(of, at).stages);
      }),
      run,
    );
  });
});
