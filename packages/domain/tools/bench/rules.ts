import fc from "fast-check";
import { localDate } from "../../src/kernel/local-date.ts";
import { noonOn } from "../../src/kernel/moment.ts";
import { rulebooks } from "../../src/rulebooks/index.ts";
import {
  type AdoptedRulebook,
  asItStands,
  edition,
  type QuestionName,
  questions,
} from "../../src/rulebooks/questions.ts";
import { arbitraryFacts } from "../../src/testing/facts.ts";
import { anInvolved, aStatus, statutoryFacts } from "../../src/testing/lead-professional.ts";

/**
 * `npm run bench:rules`: decisions a second on one core, every finding kept. Counted in this process's own time on the
 * processor, so that what else the machine does changes little; the best of a few rounds, after a first one to warm up.
 */
const asAt = noonOn(localDate("2026-11-23"));
const target = 100_000;

function perSecond(decide: (at: number) => unknown, budgetMs: number): number {
  let best = 0;
  for (let round = 0; round < 4; round += 1) {
    const start = process.cpuUsage();
    const until = performance.now() + budgetMs;
    let count = 0;
    while (performance.now() < until) for (const end = count + 50; count < end; count += 1) decide(count);
    const { user, system } = process.cpuUsage(start);
    if (round > 0) best = Math.max(best, count / ((user + system) / 1_000_000));
  }
  return Math.round(best);
}

const many = (count: number) => count.toLocaleString("en-GB");
const line = (...cells: readonly string[]) =>
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(36) : cell.padStart(12))).join(""));

/** A looked-after child with special educational needs, helped by a nurse and a social worker: statuses that overlap. */
const overlapping = statutoryFacts({
  child: { statuses: [aStatus("looked-after", "2026-05-01"), aStatus("special-educational-needs", "2025-01-01")] },
  involved: [
    anInvolved("nurse"),
    anInvolved("social-worker", { agency: "social-work", posts: ["named-social-worker"] }),
  ],
});

function ofEachQuestion(books: readonly AdoptedRulebook[]): void {
  const drawn = arbitraryFacts({ criteria: [], stages: [] });
  line("Decisions a second, by question", ...books.map(({ edition: { id } }) => id));
  for (const name of Object.keys(questions) as QuestionName[]) {
    const facts = fc.sample(drawn[name] as fc.Arbitrary<unknown>, { numRuns: 100, seed: 20_261_122 });
    line(name, ...books.map((book) => many(perSecond((at) => book.decide(name, facts[at % facts.length], asAt), 60))));
  }
}

function ofStatutoryLead(books: readonly AdoptedRulebook[]): void {
  line("\nA looked-after child's lead", "a second", `of ${many(target)}`);
  for (const book of books) {
    const rate = perSecond(() => book.decide("lead-professional.statutory", overlapping, asAt), 500);
    line(`  ${book.edition.id}`, many(rate), `${Math.round((100 * rate) / target)}%`);
  }
}

/** How a decision grows with the clauses that speak: each of them says something, and every finding is kept. */
function ofGrowth(): void {
  const from = localDate("2020-01-01");
  const name: QuestionName = "plan.open";
  const facts = { child: { id: "child" }, plan: "none", purpose: "help" } as const;
  const bookOf = (rules: number) =>
    asItStands(
      edition({
        id: "many",
        version: 1,
        title: "A book of many rules",
        nation: "scotland",
        from,
        sources: { GUIDE: { title: "The guide", issued: from, status: "ours" } },
        chapters: [
          {
            parameters: {},
            rules: {
              [name]: () =>
                Array.from({ length: rules }, (_, at) => ({
                  id: `many.rule-${at}`,
                  title: "A rule",
                  clause: { source: "GUIDE", at: String(at) },
                  from,
                  apply: () => ({ effect: "permits" as const, because: "So.", about: "child:child" as const }),
                })),
            },
          },
        ],
      }),
    );
  line("\nGrowth with the rules that speak", "a second", "µs a rule");
  for (const rules of [10, 100, 1_000]) {
    const book = bookOf(rules);
    const rate = perSecond(() => book.decide(name, facts, asAt), 300);
    line(`  ${many(rules)} rules`, many(rate), (1_000_000 / rate / rules).toFixed(3));
  }
}

const books = rulebooks.map(asItStands);
ofEachQuestion(books);
ofStatutoryLead(books);
ofGrowth();
