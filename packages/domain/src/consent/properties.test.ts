import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { addDays, localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { rulebooks } from "../rulebooks/index.ts";
import { asItStands, type QuestionName } from "../rulebooks/questions.ts";
import { asReferral, goesAhead } from "../testing/check-referrals.ts";
import { anyMoment, arbitraryFacts } from "../testing/facts.ts";

const options = { numRuns: inject("proof") ? 10_000 : 150, seed: 20_261_122 };
const asked = arbitraryFacts({ criteria: [], stages: [] });
const books = rulebooks.map((of) => [of.id, asItStands(of)] as const);
const gates = Object.keys(asReferral) as QuestionName[];

describe.each(books)("%s: a safeguarding referral is never held up", (_, book) => {
  test.each(gates)("%s, whatever the facts", (name) => {
    const referral = asReferral[name as keyof typeof asReferral] as (of: unknown) => unknown;
    fc.assert(
      fc.property(asked[name] as fc.Arbitrary<unknown>, anyMoment, (facts, asAt) => {
        expect(goesAhead).toContain(book.decide(name, referral(facts), asAt).answer);
      }),
      options,
    );
  });

  test("the way is open from the first day of the book, and what it needs is a name and a reason", () => {
    fc.assert(
      fc.property(asked["concern.referral"], fc.nat(9000), (facts, days) => {
        const decision = book.gate("concern.referral", facts, noonOn(addDays(localDate(book.edition.from), days)));
        expect(["permits", "permits-if"]).toContain(decision.answer);
        expect(decision.needs.every(({ code }) => code === "referred-by" || code === "referral-reason")).toBe(true);
      }),
      options,
    );
  });
});

describe.each(books)("%s: consent", (_, book) => {
  const aDay = fc.nat(900).map((days) => addDays(localDate("2026-01-01"), days));

  test("without a consent that names the item, nothing goes out on consent", () => {
    fc.assert(
      fc.property(asked["consent.release"], aDay, (facts, day) => {
        const consents =
          facts.consents === "not-recorded"
            ? facts.consents
            : facts.consents.filter(({ items }) => !items.includes(facts.item.id));
        const { answer } = book.gate("consent.release", { ...facts, basis: "consent", consents }, noonOn(day));
        expect(["prevents", "unknown", "silent"]).toContain(answer);
      }),
      options,
    );
  });

  test("once every consent is withdrawn nothing more goes out on consent; the answers of earlier days stay as they were", () => {
    fc.assert(
      fc.property(asked["consent.release"], aDay, fc.nat(60), (facts, day, before) => {
        const given = { ...facts, basis: "consent" } as const;
        const consents =
          given.consents === "not-recorded"
            ? given.consents
            : given.consents.map(({ withdrawnOn: _withdrawn, ...one }) => ({ ...one, withdrawnOn: day }));
        const withdrawn = { ...given, consents };
        const never =
          given.consents === "not-recorded"
            ? given
            : { ...given, consents: given.consents.map(({ withdrawnOn: _withdrawn, ...one }) => one) };
        expect(["permits", "permits-if"]).not.toContain(book.gate("consent.release", withdrawn, noonOn(day)).answer);
        const earlier = noonOn(addDays(day, -1 - before));
        expect(book.gate("consent.release", withdrawn, earlier).answer).toBe(
          book.gate("consent.release", never, earlier).answer,
        );
      }),
      options,
    );
  });
});

describe("highland: a child's no", () => {
  const book = asItStands(highland);
  test("without a good reason nothing goes, and nothing of the decision is about the child", () => {
    fc.assert(
      fc.property(asked["consent.pass-on"], anyMoment, (facts, asAt) => {
        const decision = book.decide("consent.pass-on", facts, asAt);
        const mine = `practitioner:${facts.adult.id}`;
        expect([...decision.facts, ...decision.findings].every(({ about }) => about === mine)).toBe(true);
        if (!facts.isReferral && facts.childSaid === "no" && facts.reason === "none" && decision.findings.length > 0)
          expect(decision.answer).toBe("prevents");
      }),
      options,
    );
  });

  test("nor of a note that is kept", () => {
    fc.assert(
      fc.property(asked["consent.kept-note"], anyMoment, (facts, asAt) => {
        const { facts: used, findings } = book.decide("consent.kept-note", facts, asAt);
        expect([...used, ...findings].every(({ about }) => about === `practitioner:${facts.note.author}`)).toBe(true);
      }),
      options,
    );
  });
});
