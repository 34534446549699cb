import { describe, expect, test } from "vitest";
import { addDays, localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { agreementFacts, recorded } from "../testing/agreement.ts";
import { anAdoption } from "../testing/builders.ts";
import { aStatus, statutoryFacts, suitabilityFacts } from "../testing/lead-professional.ts";
import { england } from "./england/england.ts";
import { rulebooks } from "./index.ts";
import { type AdoptedRulebook, adopt, asItStands, chapter, edition, type QuestionName } from "./questions.ts";
import { wigan } from "./wigan/wigan.ts";

const on = (day: string) => noonOn(localDate(day));

describe("as at any day since the source was issued", () => {
  const facts = suitabilityFacts({
    practitioner: { qualification: { on: localDate("2009-01-01") }, training: "none" },
  });
  test.each([
    ["2010-06-30", "prevents"],
    ["2010-07-01", "permits"],
    ["2026-11-22", "permits"],
  ])("Wigan asked as at %s: %s", (day, answer) => {
    expect(asItStands(wigan).gate("lead-professional.training", facts, on(day)).findings).toContainEqual(
      expect.objectContaining({ rule: "wigan.newly-qualified", effect: answer }),
    );
  });
  test.each(rulebooks.map((of) => [of.id, asItStands(of)] as const))(
    "%s: before its first document was issued no clause speaks",
    (_, book) => {
      const first = Object.values(book.sources)
        .map(({ issued }) => issued)
        .sort()[0];
      if (first === undefined) throw new Error("it has no source");
      const asAt = noonOn(addDays(first, -1));
      expect(book.designation("lead-professional.statutory", statutoryFacts(), asAt).findings).toEqual([]);
      expect(book.gate("lead-professional.suitability", suitabilityFacts(), asAt).answer).toBe("silent");
    },
  );
});

describe("as known at any day", () => {
  const book = asItStands(england);
  const asAt = on("2026-11-16");
  const asked = (statuses: Parameters<typeof aStatus>[0][], knownAt: string) =>
    book.designation(
      "lead-professional.statutory",
      statutoryFacts({ child: { statuses: statuses.map((kind) => aStatus(kind, "2026-11-02")) } }),
      asAt,
      on(knownAt),
    );
  test("a status learned late changes today's answer about that day, and leaves the answer of that day alone", () => {
    const then = asked([], "2026-11-16");
    const later = asked(["child-protection-plan"], "2026-11-23");
    expect([then.tier, later.tier]).toEqual(["may", "must"]);
    expect([then.asAt, later.asAt]).toEqual([asAt, asAt]);
    expect([then.asKnownAt, later.asKnownAt]).toEqual([on("2026-11-16"), on("2026-11-23")]);
    expect(asked([], "2026-11-16")).toEqual(then);
  });
});

/** Wigan with a second edition: from December 2026 a newly qualified person waits 24 months. */
const december = localDate("2026-12-01");
const second = edition({
  id: "wigan",
  version: 2,
  title: "Wigan, second edition",
  nation: "england-and-wales",
  basedOn: wigan,
  from: december,
  sources: {},
  chapters: [],
  overrides: {
    monthsAfterQualifying: { value: 24, least: 0, most: 60, clause: { source: "CP3.1", at: "8.4.2" } },
  },
});

/** The books an area adopted, and the one in force on a day. */
const adopted = [
  adopt(wigan, anAdoption({ id: "first", from: localDate("2026-01-01") })),
  adopt(
    wigan,
    anAdoption({ id: "own-months", from: localDate("2026-07-01"), settings: { monthsAfterQualifying: 20 } }),
  ),
  adopt(second, anAdoption({ id: "second-edition", from: december })),
];
const inForceOn = (day: string): AdoptedRulebook => {
  const book = adopted.filter(({ adoption }) => adoption.from <= day).at(-1);
  if (!book) throw new Error("nothing was adopted by then");
  return book;
};

describe("a new edition or adoption leaves yesterday's answers alone", () => {
  const facts = suitabilityFacts({
    practitioner: { qualification: { on: localDate("2025-02-15") }, training: "none" },
  });
  const ask = (day: string) => inForceOn(day).gate("lead-professional.training", facts, on(day));
  test.each([
    ["2026-06-30", "first", 1, 18, "2026-08-15"],
    ["2026-07-01", "own-months", 1, 20, "2026-10-15"],
    ["2026-10-14", "own-months", 1, 20, "2026-10-15"],
    ["2026-12-01", "second-edition", 2, 24, "2027-02-15"],
  ])("asked about %s it goes by %s", (day, adoption, version, months, from) => {
    const decision = ask(day);
    expect(decision).toMatchObject({ adoption: { id: adoption }, edition: { id: "wigan", version }, from });
    expect(decision.values).toContainEqual(expect.objectContaining({ name: "monthsAfterQualifying", value: months }));
  });
  test("asked again once the next is adopted, each day answers as it did", () => {
    const days = ["2026-06-30", "2026-10-14", "2026-10-15", "2026-11-30"];
    const then = days.map((day) => JSON.stringify(ask(day)));
    expect(ask("2026-12-02").answer).toBe("prevents");
    expect(days.map((day) => JSON.stringify(ask(day)))).toEqual(then);
  });
});

describe("a process that is open keeps the book it began with", () => {
  const managerFirst = edition({
    ...second,
    overrides: {},
    chapters: [
      chapter({
        parameters: {},
        rules: {
          "lead-professional.agreement": () => [
            {
              id: "wigan.one-more",
              title: "One more is asked",
              clause: { source: "CP3.1", at: "8.4.2" },
              from: december,
              apply: () => ({
                ...{ stage: "one-more", kind: "consultation", order: 0, whose: "director", enteredBy: ["director"] },
                ...{ decides: true, because: "The director is asked.", about: "child:child-1" },
              }),
            },
          ],
        },
      }),
    ],
  });
  const first = asItStands(wigan);
  const next = adopt(managerFirst, anAdoption({ id: "second-edition", from: december }));
  const name: QuestionName = "lead-professional.agreement";
  const begun = first.ladder(name, agreementFacts({ entries: [] }), on("2026-11-30"));
  const entries = begun.next.map((stage) => recorded(stage, "done", "2026-11-30"));

  test("its steps stay, and go on where they were; a new one has the new step first", () => {
    const goesOn = first.ladder(name, agreementFacts({ entries }), on("2026-12-03"));
    expect(goesOn.stages.map(({ stage }) => stage)).toEqual(begun.stages.map(({ stage }) => stage));
    expect(goesOn.stages.filter(({ state }) => state === "through").map(({ stage }) => stage)).toEqual(begun.next);
    const started = next.ladder(name, agreementFacts({ entries: [] }), on("2026-12-03"));
    expect(started.next).toEqual(["one-more"]);
  });
});
