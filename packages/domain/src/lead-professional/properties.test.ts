import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import type { GateAnswer } from "../kernel/gate.ts";
import { addDays, addMonths, localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { devon } from "../rulebooks/devon/devon.ts";
import { england } from "../rulebooks/england/england.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { poole } from "../rulebooks/poole/poole.ts";
import {
  adopt,
  asItStands,
  chapter,
  edition,
  type QuestionName,
  questions,
  type Rulebook,
} from "../rulebooks/questions.ts";
import { scotland } from "../rulebooks/scotland/scotland.ts";
import { cp31 } from "../rulebooks/wigan/cp31.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import { anyDay, arbitraryFacts } from "../testing/facts.ts";
import { suitabilityFacts } from "../testing/lead-professional.ts";
import { mentoredUntil } from "./mentoring.ts";
import type { StatutoryFacts } from "./model.ts";
import { holding, locks, youthTeam } from "./statuses.ts";

fc.configureGlobal({ seed: 20261122, numRuns: inject("proof") ? 10_000 : 40 });

const books = [england, wigan, bolton, poole, devon, scotland, highland].map((of: Rulebook) => asItStands(of));
const english = books.slice(0, 5);
const wiganBook = asItStands(wigan);
const asked = arbitraryFacts({ criteria: [], stages: [] });
const names = [
  "lead-professional.needed",
  "lead-professional.statutory",
  "lead-professional.status-duties",
  "lead-professional.training",
  "lead-professional.suitability",
] as const satisfies readonly QuestionName[];

const anyStatutoryFacts = asked["lead-professional.statutory"];
const anyNeededFacts = asked["lead-professional.needed"];
const anyStatusDutiesFacts = asked["lead-professional.status-duties"];
const anySuitabilityFacts = asked["lead-professional.suitability"];

/** A day of 2026 or 2027, when every clause of the books is in force. */
const aDay = fc.nat(729).map((days) => addDays(localDate("2026-01-01"), days));

/** A few statuses, each with an id of its own as rows have. */
const someStatuses = anyStatutoryFacts.map(({ child: { statuses } }) =>
  statuses === "not-recorded" ? [] : statuses.map((status, at) => ({ ...status, id: `status-${at}` })),
);

/** What is compared is nearly always the same text; only where it is not is it looked at part by part, and shown. */
function expectSame(one: unknown, other: unknown): void {
  if (JSON.stringify(one) !== JSON.stringify(other)) expect(one).toEqual(other);
}

describe.each(names)("%s", (name) => {
  test("answers for any facts, and the same facts give the same decision", () => {
    fc.assert(
      fc.property(asked[name] as fc.Arbitrary<unknown>, anyDay, (facts, day) => {
        for (const book of books) {
          const decision = book.decide(name, facts, noonOn(day));
          expectSame(book.decide(name, structuredClone(facts), noonOn(day)), decision);
          expectSame(
            decision.findings.filter(({ because }) => !/^[A-Z0-9].*\.$/s.test(because)),
            [],
          );
        }
      }),
    );
  });

  test("what is kept of the facts can be stored", () => {
    fc.assert(
      fc.property(asked[name] as fc.Arbitrary<unknown>, (facts) => {
        const kept = (questions[name].factsUsed as (of: unknown) => unknown)(facts);
        expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
      }),
    );
  });
});

describe("statuses", () => {
  const withOrder = (facts: StatutoryFacts, statuses: StatutoryFacts["child"]["statuses"]) => ({
    ...facts,
    child: { ...facts.child, statuses },
  });

  test("the order in which they were entered does not matter", () => {
    const shuffled = someStatuses.chain((statuses) =>
      fc.tuple(fc.constant(statuses), fc.shuffledSubarray(statuses, { minLength: statuses.length })),
    );
    fc.assert(
      fc.property(
        anyStatutoryFacts,
        anyNeededFacts,
        anyStatusDutiesFacts,
        shuffled,
        aDay,
        (facts, needed, duties, [one, other], day) => {
          for (const book of books) {
            const statutory = (of: typeof one) =>
              book.designation("lead-professional.statutory", withOrder(facts, of), noonOn(day));
            const need = (of: typeof one) =>
              book.designation(
                "lead-professional.needed",
                { ...needed, child: { ...needed.child, statuses: of } },
                noonOn(day),
              );
            const owed = (of: typeof one) =>
              book.duty(
                "lead-professional.status-duties",
                { ...duties, child: { ...duties.child, statuses: of } },
                noonOn(day),
              );
            for (const ask of [statutory, need, owed])
              expectSame({ ...ask(one), facts: [] }, { ...ask(other), facts: [] });
          }
        },
      ),
    );
  });

  test("one that has ended, or has not begun, says nothing of who must lead", () => {
    const spent = someStatuses.map((statuses) =>
      statuses.filter(({ kind, childInNeedPhase }) => kind !== "child-in-need" || childInNeedPhase !== "assessment"),
    );
    fc.assert(
      fc.property(anyStatutoryFacts, spent, aDay, (facts, statuses, day) => {
        const over = statuses.map(({ until: _, ...status }, at) =>
          at % 2 === 0 ? { ...status, from: addDays(day, 1) } : { ...status, from: addDays(day, -30), until: day },
        );
        for (const book of books) {
          const asKnown = book.designation("lead-professional.statutory", withOrder(facts, over), noonOn(day));
          const none = book.designation("lead-professional.statutory", withOrder(facts, []), noonOn(day));
          expectSame(asKnown.findings, none.findings);
        }
      }),
    );
  });

  test("not recorded is never read as no lead needed, nor as an open choice", () => {
    fc.assert(
      fc.property(anyStatutoryFacts, anyNeededFacts, aDay, (facts, needed, day) => {
        for (const book of books) {
          const statutory = book.designation(
            "lead-professional.statutory",
            withOrder(facts, "not-recorded"),
            noonOn(day),
          );
          expect(statutory.missing).toContain("legal statuses");
          const unknown = { ...needed, child: { ...needed.child, statuses: "not-recorded" as const } };
          expect(book.designation("lead-professional.needed", unknown, noonOn(day)).answer).not.toBe("not-needed");
        }
      }),
    );
  });

  test("a child under a lock has a social worker or, until one is named, the team manager: never nobody", () => {
    fc.assert(
      fc.property(anyStatutoryFacts, aDay, (facts, day) => {
        fc.pre(locks(facts.child.statuses, day).length > 0);
        for (const book of english) {
          const { answer, tier, holders, accountable } = book.designation(
            "lead-professional.statutory",
            facts,
            noonOn(day),
          );
          expect(tier).toBe("must");
          expect(holders.length).toBeGreaterThan(0);
          if (answer === "required")
            expect(accountable).toContainEqual({ kind: "post", post: "social-work-team-manager" });
        }
      }),
    );
  });

  test("nobody of the youth offending team leads while the child is looked after or on a protection plan", () => {
    const barring = fc.record({
      id: fc.constant("bar"),
      kind: fc.constantFrom("looked-after" as const, "child-protection-plan" as const),
      from: aDay,
    });
    const allows = adopt(england, { ...asItStands(england).adoption, settings: { secondedSocialWorkerMayLead: true } });
    fc.assert(
      fc.property(anyStatutoryFacts, barring, fc.nat(300), (facts, bar, later) => {
        const statuses = facts.child.statuses === "not-recorded" ? [bar] : [...facts.child.statuses, bar];
        const day = addDays(bar.from, later);
        const barred = withOrder(facts, statuses);
        const team = youthTeam(barred, day);
        const leads = (book: (typeof books)[number]) =>
          book
            .designation("lead-professional.statutory", barred, noonOn(day))
            .holders.filter((holder) =>
              holder.kind === "person"
                ? team.has(holder.id)
                : holder.kind === "post" && holder.post === "yot-supervising-officer",
            );
        for (const book of english) expect(leads(book)).toEqual([]);
        // With the area's exception only the seconded social worker, and never on a protection plan.
        const isProtected = holding(statuses, day, "child-protection-plan").length > 0;
        const exceptions = leads(allows).map((holder) => (holder.kind === "person" ? holder.id : ""));
        expect(exceptions.every((id) => !isProtected && id === facts.secondedSocialWorker)).toBe(true);
      }),
    );
  });
});

describe("waiting times", () => {
  const effectOf = (rule: string, facts: ReturnType<typeof suitabilityFacts>, day: ReturnType<typeof localDate>) =>
    (["lead-professional.training", "lead-professional.suitability"] as const)
      .flatMap((name) => wiganBook.gate(name, facts, noonOn(day)).findings)
      .find((said) => said.rule === rule)?.effect;

  test.each([
    "wigan.newly-qualified",
    "wigan.wait-before-lead",
    "wigan.enhanced-check-before-training",
    "wigan.trained",
  ])("%s: once served it stays served", (rule) => {
    fc.assert(
      fc.property(anySuitabilityFacts, aDay, fc.nat(60), ({ practitioner }, day, months) => {
        const facts = suitabilityFacts({ practitioner, startsOn: day });
        fc.pre(effectOf(rule, facts, day) === "permits");
        expect(effectOf(rule, facts, addMonths(day, months))).toBe("permits");
      }),
    );
  });

  test("the mentored year never ends before twelve months, and each day without a mentor moves it by one", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 300 }), fc.nat(90), (from, stretch, gap) => {
        const left = addDays(from, stretch);
        const resumed = { from: addDays(left, gap) };
        expect(mentoredUntil(from, [{ from, until: left }, resumed], 12)).toBe(addDays(addMonths(from, 12), gap));
        expect(mentoredUntil(from, [resumed, { from, until: left }], 12)).toBe(addDays(addMonths(from, 12), gap));
        expect(mentoredUntil(from, [{ from, until: left }], 12)).toBeUndefined();
      }),
    );
  });
});

describe("gates", () => {
  const softness: readonly GateAnswer[] = ["prevents", "unknown", "refers", "permits-if", "permits", "silent"];
  const effects = [
    { effect: "permits" },
    { effect: "prevents" },
    { effect: "unknown", missing: "a fact" },
    { effect: "refers", decidedBy: "director" },
    { effect: "permits-if", needs: [{ what: "reason", from: "line-manager", for: "this" }] },
  ] as const;

  test("a rule added without lifts never softens an answer", () => {
    const withRule = effects.map((said) =>
      asItStands(
        edition({
          id: "wigan-and-one",
          version: 1,
          title: "Wigan and one rule more",
          nation: "england-and-wales",
          basedOn: wigan,
          from: localDate("2026-01-01"),
          sources: {},
          chapters: [
            chapter({
              parameters: {},
              rules: {
                "lead-professional.suitability": () => [
                  {
                    id: "added",
                    title: "Added",
                    clause: cp31("8.4"),
                    from: localDate("2026-01-01"),
                    apply: () => ({ ...said, because: "Because.", about: "practitioner:practitioner" }),
                  },
                ],
              },
            }),
          ],
        }),
      ),
    );
    fc.assert(
      fc.property(anySuitabilityFacts, aDay, (facts, day) => {
        const ask = (book: (typeof books)[number]) =>
          softness.indexOf(book.gate("lead-professional.suitability", facts, noonOn(day)).answer);
        const before = ask(wiganBook);
        for (const book of withRule) expect(ask(book)).toBeLessThanOrEqual(before);
      }),
    );
  });

  test("nothing lifts the enhanced check: without it nobody leads in Wigan", () => {
    fc.assert(
      fc.property(anySuitabilityFacts, aDay, (facts, day) => {
        const practitioner = { ...facts.practitioner, enhancedCheck: { state: "applied-for" as const } };
        expect(wiganBook.gate("lead-professional.suitability", { ...facts, practitioner }, noonOn(day)).answer).toBe(
          "prevents",
        );
      }),
    );
  });
});
