import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import { rulebooks } from "../rulebooks/index.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { anyMoment, arbitraryOf } from "../testing/facts.ts";
import { OverlapFacts } from "./duties-model.ts";
import { ActionOwnerFacts, AmendFacts } from "./people-model.ts";

const run = { numRuns: inject("proof") ? 10_000 : 200, seed: 20_261_122 };

describe.each(rulebooks.map((of) => [of.id, asItStands(of)] as const))("%s: plans", (id, book) => {
  test("who owns an action is one person at most, and nobody while that person queries it", () => {
    fc.assert(
      fc.property(arbitraryOf(ActionOwnerFacts), anyMoment, (facts, asAt) => {
        const outsideCustody = { ...facts, custody: "none" as const };
        const { holders, tier } = book.designation("plan.action-owner", outsideCustody, asAt);
        if (tier === "must") expect(holders).toHaveLength(1);
        const queried = { says: "queries", on: localDate("2026-11-20"), settledOn: "none" } as const;
        const { answer } = book.designation("plan.action-owner", { ...outsideCustody, word: queried }, asAt);
        expect(answer).not.toBe("filled");
      }),
      run,
    );
  });

  test("nothing ends or moves only because somebody became lead", () => {
    fc.assert(
      fc.property(arbitraryOf(AmendFacts), anyMoment, (facts, asAt) => {
        fc.pre(facts.change === "end-action" || facts.change === "move-action");
        const { answer } = book.gate("plan.amend", { ...facts, becauseOfNewLead: true }, asAt);
        const clauses = book.rulesFor("plan.amend").filter(({ title }) => title === "A new lead moves nobody's work");
        expect(clauses).toHaveLength(["scotland", "highland", "bolton"].includes(id) ? 1 : 0);
        if (clauses.some((clause) => clause.from <= dayOf(asAt))) expect(answer).toBe("prevents");
      }),
      run,
    );
  });

  test("what is given twice is the same, in whatever order it is written down", () => {
    const pairs = (facts: OverlapFacts, asAt: Parameters<typeof book.duty>[2]) =>
      book
        .duty("plan.overlap", facts, asAt)
        .owed.map(({ act }) => act.replace(/^.*:/, "").split("+").sort().join("+"))
        .sort();
    fc.assert(
      fc.property(arbitraryOf(OverlapFacts), anyMoment, (facts, asAt) => {
        const turned = {
          ...facts,
          help: [...facts.help].reverse(),
          assessments: [...facts.assessments].reverse(),
          visits: [...facts.visits].reverse(),
        };
        expect(pairs(turned, asAt)).toEqual(pairs(facts, asAt));
      }),
      run,
    );
  });
});
