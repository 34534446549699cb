import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { provisionalSince } from "../../lead-professional/each-agrees.ts";
import { agreementFacts, recorded } from "../../testing/agreement.ts";
import { asItStands } from "../questions.ts";
import { poole } from "./poole.ts";

fc.configureGlobal({ seed: 20261122, numRuns: inject("proof") ? 10_000 : 60 });

const book = asItStands(poole);
const people = ["ann", "bob", "cath", "dev"];
const days = ["2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30"];
const word = fc.record({
  id: fc.constantFrom(...people),
  outcome: fc.constantFrom("agreed" as const, "not-agreed" as const),
  day: fc.constantFrom(...days),
});

describe("CWDC-VAR-POOLE-2: whatever is ticked, in whichever order", () => {
  test("the managers' clock runs exactly while everybody's last word is yes, from the last day that made it so", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.nat(1000), (words, turn) => {
        const entries = words
          .sort((a, b) => a.day.localeCompare(b.day))
          .map(({ id, outcome, day }, n) => ({
            ...recorded(`practitioner ${id}`, outcome, day),
            at: `${day}T12:00:${String(n).padStart(2, "0")}.000Z`,
          }));
        const turned = [
          ...entries.slice(turn % (entries.length + 1)),
          ...entries.slice(0, turn % (entries.length + 1)),
        ];
        const facts = agreementFacts({ agreeing: people, entries: turned });
        const all = people.every(
          (id) => entries.findLast(({ stage }) => stage === `practitioner ${id}`)?.outcome === "agreed",
        );
        const since = provisionalSince(facts);
        expect(since !== undefined).toBe(all);
        if (since !== undefined) expect(days).toContain(since);
        const clock = book
          .ladder("lead-professional.agreement", facts, noonOn(localDate("2026-12-01")))
          .stages.find(({ stage }) => stage === "line-manager")?.clock;
        expect(clock !== undefined).toBe(all);
      }),
    );
  });
});
