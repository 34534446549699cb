import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Adoption, adopt, adoptionProblems } from "./book.ts";
import type { Departure } from "./decision.ts";
import type { Chapter, Edition, Parameters } from "./edition.ts";
import type { GateRule, GateSaid } from "./gate.ts";
import { localDate } from "./local-date.ts";
import { noonOn } from "./moment.ts";
import type { GateQuestion, MeasureQuestion } from "./question.ts";

/** A book of two questions, small enough to read: may a person borrow, and for how long? */
type Facts = { readonly says: Readonly<Record<string, GateSaid["effect"]>> };
const borrow: GateQuestion<Facts> = {
  shape: "gate",
  title: "May this be borrowed?",
  facts: z.custom<Facts>(),
  factsUsed: ({ says }) => [{ about: "practitioner:p", name: "rules that speak", value: Object.keys(says) }],
};
const days: MeasureQuestion<Facts> = {
  shape: "measure",
  unit: "days",
  title: "For how long?",
  facts: z.custom<Facts>(),
  factsUsed: () => [],
};
const questions = { "book.borrow": borrow, "book.days": days, "book.lend": borrow } as const;

const from = localDate("2020-01-01");
const clause = { source: "GUIDE", at: "1" };
const about = "practitioner:p";

/** Says whatever the facts give under its id. */
const rule = (
  id: string,
  more: Partial<GateRule<Facts>> & { readonly lifts?: readonly string[] } = {},
): GateRule<Facts> => ({
  id,
  clause,
  from,
  title: id,
  apply: ({ says }) => {
    const effect = says[id];
    const lifts = more.lifts ? { lifts: more.lifts } : {};
    switch (effect) {
      case undefined:
        return undefined;
      case "permits-if":
        return { effect, needs: [], because: "If.", about, ...lifts };
      case "refers":
        return { effect, decidedBy: "team-manager", because: "Ask.", about, ...lifts };
      case "unknown":
        return { effect, missing: "a day", because: "Unknown.", about, ...lifts };
      default:
        return { effect, because: "So.", about, ...lifts };
    }
  },
  ...more,
});
const chapter = <const P extends Parameters>(of: Chapter<typeof questions, P>) =>
  of as unknown as Chapter<typeof questions>;
const edition = (of: Partial<Edition<typeof questions>> = {}): Edition<typeof questions> => ({
  id: "guide",
  version: 1,
  title: "The guide",
  nation: "scotland",
  from,
  sources: { GUIDE: { title: "The guide", issued: from, status: "good practice" } },
  chapters: [],
  overrides: {},
  setsAside: {},
  silent: {},
  terms: {},
  ...of,
});
const adoption = (of: Partial<Adoption> = {}): Adoption => ({
  id: "a",
  from,
  settings: {},
  terms: {},
  departures: [],
  ...of,
});
const gates = (...rules: readonly GateRule<Facts>[]) =>
  chapter({ parameters: {}, rules: { "book.borrow": () => rules } });
const bookOf = (...rules: readonly GateRule<Facts>[]) =>
  adopt(questions, edition({ chapters: [gates(...rules)] }), adoption());
const noon = noonOn(localDate("2026-11-22"));
const on = (day: string) => noonOn(localDate(day));

const base = edition({
  terms: { lead: "lead" },
  chapters: [
    chapter({
      parameters: {
        daysToKeep: { value: 14, least: 1, most: 28, clause },
        fine: { value: 5, ours: "F-1", reading: "A late book costs five." },
        colours: { value: ["red"], oneOf: ["red", "blue"], clause },
      },
      rules: {
        "book.borrow": () => [rule("guide.card"), rule("guide.age")],
        "book.days": (value) => [
          {
            id: "guide.days",
            clause,
            from,
            title: "Days to keep",
            apply: () => ({ amount: value.daysToKeep, label: "Days", because: "So many.", about }),
          },
        ],
      },
    }),
  ],
  silent: { "book.lend": "The guide does not speak of lending." },
});
const local = edition({
  id: "local",
  title: "The local rules",
  basedOn: base,
  sources: { LOCAL: { title: "Local rules", issued: localDate("2021-01-01"), status: "local procedure" } },
  overrides: { daysToKeep: { value: 7, least: 1, most: 14, clause: { source: "LOCAL", at: "2" } } },
  setsAside: { "guide.age": "Local rules 3 replaces it." },
  terms: { lead: "key worker" },
  chapters: [gates(rule("local.deposit", { clause: { source: "LOCAL", at: "3" }, from: localDate("2021-01-01") }))],
});

describe("a book answers from an edition and its bases", () => {
  const says = { "guide.card": "permits", "guide.age": "prevents", "local.deposit": "permits-if" } as const;
  test("the rules of the base hold, less those set aside, with the edition's own beside them", () => {
    expect(adopt(questions, base, adoption()).gate("book.borrow", { says }, noon).answer).toBe("prevents");
    const decision = adopt(questions, local, adoption()).gate("book.borrow", { says }, noon);
    expect(decision.answer).toBe("permits-if");
    expect(decision.findings.map((finding) => finding.rule)).toEqual(["guide.card", "local.deposit"]);
  });
  test("a finding has its clause and the weight of its source", () => {
    const { findings } = adopt(questions, local, adoption()).gate("book.borrow", { says }, noon);
    expect(findings).toMatchObject([
      { clause, strength: "good practice", force: "should" },
      { clause: { source: "LOCAL", at: "3" }, strength: "local procedure" },
    ]);
  });
  test("before its first day a rule says nothing, and from the day it is withdrawn", () => {
    expect(adopt(questions, local, adoption()).gate("book.borrow", { says }, on("2020-12-31")).answer).toBe("permits");
    const book = bookOf(rule("a", { until: localDate("2025-01-01") }));
    const answer = (day: string) => book.gate("book.borrow", { says: { a: "prevents" } }, on(day)).answer;
    expect([answer("2019-12-31"), answer("2020-01-01"), answer("2024-12-31"), answer("2025-01-01")]).toEqual([
      "silent",
      "prevents",
      "prevents",
      "silent",
    ]);
  });
  test("values: the edition's in place of the base's, an area's in place of both", () => {
    const kept = (of: Edition<typeof questions>, settings: Adoption["settings"]) =>
      adopt(questions, of, adoption({ settings })).measure("book.days", { says: {} }, noon).amount;
    expect([kept(base, {}), kept(local, {}), kept(local, { daysToKeep: 3 })]).toEqual([14, 7, 3]);
  });
  test("words: the same way", () => {
    expect(adopt(questions, local, adoption()).terms).toEqual({ lead: "key worker" });
    expect(adopt(questions, local, adoption({ terms: { lead: "link worker" } })).terms).toEqual({
      lead: "link worker",
    });
  });
  test("a question nobody speaks to is silent, and says why until a local rule speaks", () => {
    const book = adopt(questions, local, adoption());
    expect(book.gate("book.lend", { says }, noon).answer).toBe("silent");
    expect(book.silence("book.lend")).toBe("The guide does not speak of lending.");
    expect(book.silence("book.borrow")).toBeUndefined();
    const lends = edition({
      basedOn: base,
      chapters: [chapter({ parameters: {}, rules: { "book.lend": () => [rule("local.lend")] } })],
    });
    expect(adopt(questions, lends, adoption()).silence("book.lend")).toBeUndefined();
  });
  test("a question that is in no register is a mistake of ours", () => {
    expect(() => adopt(questions, base, adoption()).decide("book.burn" as never, { says: {} }, noon)).toThrow(
      RangeError,
    );
  });
});

describe("the decision keeps what it rests on", () => {
  test("question, moments, edition, adoption, facts and the values that were read, and no others", () => {
    const book = adopt(questions, local, adoption({ id: "adopted", settings: { daysToKeep: 3 } }));
    const known = on("2026-11-20");
    expect(book.decide("book.days", { says: {} }, noon, known)).toMatchObject({
      question: "book.days",
      title: "For how long?",
      asAt: noon,
      asKnownAt: known,
      edition: { id: "local", version: 1 },
      adoption: { id: "adopted", from },
      values: [{ name: "daysToKeep", value: 3, clause: { source: "LOCAL", at: "2" } }],
      departures: [],
    });
    const decision = book.gate("book.borrow", { says: { "guide.card": "permits" } }, noon);
    expect(decision.values).toEqual([]);
    expect(decision.asKnownAt).toEqual(noon);
    expect(decision.facts).toEqual([{ about, name: "rules that speak", value: ["guide.card"] }]);
  });
  test("what only a set-aside rule was made with is no value of this book's answer", () => {
    const priced = edition({
      chapters: [
        chapter({
          parameters: { fine: { value: 5, ours: "F-1", reading: "A late book costs five." } },
          rules: { "book.lend": ({ fine }) => [rule(`guide.fine-${fine}`)] },
        }),
      ],
    });
    const replaced = edition({ basedOn: priced, setsAside: { "guide.fine-5": "The area asks for no fine." } });
    const values = (of: Edition<typeof questions>) => {
      const book = adopt(questions, of, adoption());
      const decided = book.gate("book.lend", { says: {} }, noon).values;
      expect(decided).toEqual(book.valuesFor("book.lend"));
      return decided.map(({ name }) => name);
    };
    expect([values(priced), values(replaced)]).toEqual([["fine"], []]);
  });
  test("the same facts give the same decision, and it can be stored", () => {
    const book = adopt(questions, local, adoption());
    const ask = () => book.gate("book.borrow", { says: { "guide.card": "refers" } }, noon);
    expect(ask()).toEqual(ask());
    expect(JSON.parse(JSON.stringify(ask()))).toEqual(ask());
  });
  test("a departure takes its rule out from its first day to its last, and is kept", () => {
    const departure: Departure = {
      rule: "guide.card",
      reason: "Trial",
      approvedBy: "Board",
      from: "2026-01-01",
      until: "2026-12-01",
    };
    const book = adopt(questions, base, adoption({ departures: [departure] }));
    const ask = (day: string) => {
      const { answer, departures } = book.gate("book.borrow", { says: { "guide.card": "prevents" } }, on(day));
      return [answer, departures];
    };
    expect(ask("2025-12-31")).toEqual(["prevents", []]);
    expect(ask("2026-01-01")).toEqual(["silent", [departure]]);
    expect(ask("2026-11-30")).toEqual(["silent", [departure]]);
    expect(ask("2026-12-01")).toEqual(["prevents", []]);
    expect(book.measure("book.days", { says: {} }, on("2026-06-01")).departures).toEqual([]);
  });
});

describe("a rule that fails does not take the decision with it", () => {
  const fails = () => {
    throw new TypeError("no such fact");
  };
  const shapes = {
    "book.gate": { ...borrow },
    "book.who": { ...borrow, shape: "designation" },
    "book.duty": { ...borrow, shape: "duty" },
    "book.steps": { ...borrow, shape: "ladder", entries: () => [] },
    "book.days": { ...borrow, shape: "measure", unit: "days" },
  } as const;
  const broken = { id: "guide.broken", clause, from, title: "Broken", apply: fails };
  const rules = Object.fromEntries(Object.keys(shapes).map((name) => [name, () => [broken]]));
  const of = { ...edition(), chapters: [{ parameters: {}, rules }] } as unknown as Edition<typeof shapes>;
  const book = adopt(shapes, of, adoption());

  test.each([
    ["book.gate", "unknown"],
    ["book.who", "open"],
    ["book.duty", "owed"],
    ["book.steps", "in-progress"],
    ["book.days", "at-least"],
  ] as const)("%s: nothing is settled by it", (name, answer) => {
    const decision = book.decide(name, { says: {} }, noon);
    expect(decision.answer).toBe(answer);
    expect(decision.findings).toMatchObject([
      { rule: "guide.broken", clause, about, because: expect.stringContaining("GUIDE 1 could not be applied") },
    ]);
    if ("missing" in decision) expect(decision.missing).toEqual(["what GUIDE 1 says"]);
    if (decision.shape === "ladder") expect(decision.permits).toEqual([]);
  });
  test("what the other clauses say is kept", () => {
    const withOther = bookOf(rule("a"), rule("b", { apply: fails }));
    const decision = withOther.gate("book.borrow", { says: { a: "prevents" } }, noon);
    expect(decision.findings.map((finding) => [finding.rule, finding.effect])).toEqual([
      ["a", "prevents"],
      ["b", "unknown"],
    ]);
  });
});

describe("only a lift makes an answer softer", () => {
  const ids = ["a", "b", "c", "d"] as const;
  const effects = fc.constantFrom<GateSaid["effect"]>("permits", "permits-if", "refers", "unknown", "prevents");
  const order = ["silent", "permits", "permits-if", "refers", "unknown", "prevents"];

  test("a finding that stands sets aside the rules it names, and they are kept", () => {
    const book = bookOf(rule("a"), rule("b", { lifts: ["a"] }));
    const decision = book.gate("book.borrow", { says: { a: "prevents", b: "permits" } }, noon);
    expect(decision.answer).toBe("permits");
    expect(decision.findings).toMatchObject([{ rule: "a", liftedBy: "b" }, { rule: "b" }]);
    expect(book.gate("book.borrow", { says: { a: "prevents" } }, noon).answer).toBe("prevents");
  });
  test("a finding that is itself set aside lifts nothing", () => {
    const book = bookOf(rule("a"), rule("b", { lifts: ["a"] }), rule("c", { lifts: ["b"] }));
    expect(book.gate("book.borrow", { says: { a: "prevents", b: "permits", c: "permits" } }, noon).answer).toBe(
      "prevents",
    );
  });
  test("a rule lifts neither itself nor, in a circle, anything", () => {
    const self = bookOf(rule("a", { lifts: ["a"] }));
    expect(self.gate("book.borrow", { says: { a: "prevents" } }, noon).answer).toBe("prevents");
    const circle = bookOf(rule("a", { lifts: ["b"] }), rule("b", { lifts: ["a"] }));
    expect(circle.gate("book.borrow", { says: { a: "prevents", b: "permits" } }, noon).answer).toBe("prevents");
  });
  test("adding a rule without lifts never softens a gate, whatever the others lift", () => {
    const lifts = fc.array(fc.constantFrom(...ids), { maxLength: 2 });
    fc.assert(
      fc.property(
        fc.record({ a: lifts, b: lifts, c: lifts }),
        fc.record({ a: effects, b: effects, c: effects }),
        effects,
        (of, says, more) => {
          const three = (["a", "b", "c"] as const).map((id) =>
            rule(id, { lifts: of[id].filter((lifted) => lifted !== "d") }),
          );
          const before = bookOf(...three).gate("book.borrow", { says }, noon).answer;
          const after = bookOf(...three, rule("d")).gate("book.borrow", { says: { ...says, d: more } }, noon).answer;
          expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
        },
      ),
    );
  });
  test("the order of rules does not matter", () => {
    const lifts = fc.array(fc.constantFrom(...ids), { maxLength: 2 });
    const says = fc.record({ a: effects, b: effects, c: effects, d: effects }, { requiredKeys: [] });
    fc.assert(
      fc.property(
        fc.tuple(lifts, lifts, lifts, lifts),
        says,
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (of, said, shuffle) => {
          const rules = ids.map((id, at) => rule(id, { lifts: of[at] ?? [] }));
          const shuffled = shuffle.flatMap((at) => rules[at] ?? []);
          const [one, other] = [rules, shuffled].map((list) =>
            bookOf(...list).gate("book.borrow", { says: said }, noon),
          );
          expect(other?.answer).toBe(one?.answer);
          expect(new Set(other?.findings)).toEqual(new Set(one?.findings));
        },
      ),
    );
  });
});

describe("an adoption is checked before it is used", () => {
  const problems = (of: Partial<Adoption>) => adoptionProblems(local, adoption(of));
  test("nothing to say about one that fits", () => {
    expect(problems({ settings: { daysToKeep: 14, fine: 6, colours: ["blue", "red"] } })).toEqual([]);
    expect(
      problems({ departures: [{ rule: "guide.age", reason: "Trial", approvedBy: "Board", from: "2026-01-01" }] }),
    ).toEqual([]);
  });
  test.each<[Partial<Adoption>, string]>([
    [{ from: localDate("2019-12-31") }, "The local rules cannot be in force before 2020-01-01."],
    [{ settings: { daysToKip: 3 } }, "The local rules has no value called daysToKip."],
    [{ settings: { constructor: 3 } }, "The local rules has no value called constructor."],
    [{ settings: { daysToKeep: "3" } }, "daysToKeep takes a number."],
    [{ settings: { daysToKeep: ["3"] } }, "daysToKeep takes a number."],
    [{ settings: { daysToKeep: Number.NaN } }, "daysToKeep takes a number."],
    [{ settings: { daysToKeep: 2.5 } }, "daysToKeep takes a whole number."],
    [{ settings: { daysToKeep: 0 } }, "daysToKeep is at least 1."],
    [{ settings: { daysToKeep: 15 } }, "daysToKeep is at most 14."],
    [{ settings: { colours: "red" } }, "colours takes a list."],
    [{ settings: { colours: ["green"] } }, "colours is one of red, blue."],
    [
      { departures: [{ rule: "guide.card", reason: " ", approvedBy: "Board", from: "2026-01-01" }] },
      "The departure from guide.card needs a reason and who approved it.",
    ],
    [
      { departures: [{ rule: "guide.cart", reason: "Trial", approvedBy: "Board", from: "2026-01-01" }] },
      "The local rules has no rule called guide.cart to depart from.",
    ],
    [
      {
        departures: [
          { rule: "guide.card", reason: "Trial", approvedBy: "Board", from: "2026-01-01", until: "2026-01-01" },
        ],
      },
      "The departure from guide.card ends before it begins.",
    ],
  ])("%o", (of, problem) => {
    expect(problems(of)).toEqual([problem]);
  });
});
