import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { dayOf } from "../kernel/moment.ts";
import { england } from "../rulebooks/england/england.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import { anyMoment, arbitraryOf } from "../testing/arbitrary.ts";
import { DevelopmentFacts } from "./development-model.ts";
import { ManagerFacts } from "./managers-model.ts";

fc.configureGlobal({ seed: 20261122, numRuns: inject("proof") ? 10_000 : 60 });

const english = asItStands(england);
const ofWigan = asItStands(wigan);
const since2009 = anyMoment.filter(({ at }) => at >= "2009");

describe("a manager's capabilities, whatever is on record", () => {
  test("they stop nobody in England, and Wigan's audit never refuses", () => {
    fc.assert(
      fc.property(arbitraryOf<ManagerFacts>(ManagerFacts), since2009, (facts, asAt) => {
        expect(english.gate("workforce.may-manage", facts, asAt).answer).toBe("permits");
        expect(ofWigan.gate("workforce.may-manage", facts, asAt).answer).not.toBe("prevents");
      }),
    );
  });
  test("they are shown only of somebody who supervises people who lead", () => {
    fc.assert(
      fc.property(arbitraryOf<ManagerFacts>(ManagerFacts), since2009, (facts, asAt) => {
        expect(english.duty("workforce.managers", { ...facts, supervises: 0 }, asAt).owed).toEqual([]);
      }),
    );
  });
});

describe("what somebody still has to learn, whatever is on record", () => {
  test("every duty is about that person, and none is owed by anybody but the person and the line manager", () => {
    fc.assert(
      fc.property(arbitraryOf<DevelopmentFacts>(DevelopmentFacts), since2009, (facts, asAt) => {
        for (const book of [english, ofWigan])
          for (const { about, who } of book.duty("workforce.development", facts, asAt).owed) {
            expect(about).toBe(`practitioner:${facts.practitionerId}`);
            expect(["practitioner", "line-manager"]).toContain(who);
          }
      }),
    );
  });
  test("a need that is met is owed by nobody", () => {
    fc.assert(
      fc.property(arbitraryOf<DevelopmentFacts>(DevelopmentFacts), since2009, (facts, asAt) => {
        const needs = facts.needs.map((need) => ({ ...need, doneOn: dayOf(asAt) }));
        const of = (given: DevelopmentFacts) =>
          ofWigan.duty("workforce.development", given, asAt).owed.map(({ act }) => act);
        expect(of({ ...facts, needs })).toEqual(of({ ...facts, needs: [] }));
      }),
    );
  });
});
