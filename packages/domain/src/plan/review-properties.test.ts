import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { readingOf } from "../kernel/done-by.ts";
import { addDays, isLocalDate, localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { rulebooks } from "../rulebooks/index.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { arbitraryFacts } from "../testing/facts.ts";
import { ReviewDueFacts } from "./review-model.ts";

fc.configureGlobal({ seed: 20261122, numRuns: inject("proof") ? 10_000 : 60 });

const books = rulebooks.map((of) => asItStands(of));
const any = arbitraryFacts({ criteria: [], stages: [] });
const aDay = fc.nat(600).map((days) => addDays(localDate("2026-01-01"), days));

describe("a review that is owed", () => {
  test("is not let go by waiting: who holds it stays, and others join", () => {
    fc.assert(
      fc.property(any["plan.review-due"], aDay, fc.nat(200), (facts, day, later) => {
        const child = { ...facts.child, statuses: [] };
        const agreedOn = facts.agreedOn === "none" ? localDate("2026-01-05") : facts.agreedOn;
        // What is written down for a later day would happen meanwhile.
        const known = readingOf(ReviewDueFacts)?.({ ...facts, child, agreedOn }, day) as ReviewDueFacts;
        for (const book of books) {
          const held = (on: typeof day) =>
            book.duty("plan.review-due", known, noonOn(on)).owed.map(({ act, who }) => `${act} ${who}`);
          expect(held(addDays(day, later))).toEqual(expect.arrayContaining(held(day)));
        }
      }),
    );
  });
  test("once the review is held, nothing that was owed for its day is", () => {
    fc.assert(
      fc.property(any["plan.review-due"], aDay, (facts, day) => {
        const held = { ...facts, lastReviewedOn: day, changes: facts.changes.filter(({ on }) => on <= day) };
        for (const book of books) {
          const { owed } = book.duty("plan.review-due", held, noonOn(day));
          expect(
            owed.filter(({ act }) => act.startsWith("plan.review:") || act.startsWith("plan.review-sooner")),
          ).toEqual([]);
        }
      }),
    );
  });
});

describe("the materials of a review", () => {
  test("are with everybody only where child and family have them or it is said why not", () => {
    fc.assert(
      fc.property(any["plan.review-materials"], aDay, (facts, day) => {
        for (const book of books) {
          const { answer } = book.gate("plan.review-materials", facts, noonOn(day));
          if (answer !== "permits" || facts.recipients === "not-recorded") continue;
          for (const as of ["child", "family"] as const) {
            const theirs = facts.recipients.filter((one) => one.as === as);
            expect(theirs.length).toBeGreaterThan(0);
            expect(theirs.every(({ sentOn, reasonGiven }) => reasonGiven || isLocalDate(sentOn))).toBe(true);
          }
        }
      }),
    );
  });
});
