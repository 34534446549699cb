import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { asCleared, findingsIn, uncleared } from "./copy-check.ts";
import { type Copy, type CopyFinding, type CopyItem, type KnownOfFamily, takenOut } from "./copy-finding.ts";

const options = { numRuns: inject("proof") ? 10_000 : 300, seed: 20_261_122 };

const family: KnownOfFamily = {
  mayBeNamed: ["Isla Fraser", "Ana Lind"],
  others: ["Rory Fraser", "Seán O’Neill", "Will Harrow", "Mary-Kate Fraser"],
  numbers: ["H801200001015", "9434765919"],
  homes: [
    { line1: "12 Mill Rise", town: "Tarn", postcode: "AY5 0DD", phone: "01632 960001", email: "ana@example.org" },
  ],
};
const kept: KnownOfFamily = { ...family, keptPlaces: ["Tern Lane School", "The Academy"] };

const item = (text: string, of: Partial<CopyItem> = {}): CopyItem => ({
  key: "one",
  lines: [{ key: "one:what", text }],
  ...of,
});
const aCopy = (...items: readonly CopyItem[]): Copy => ({
  title: "The plan",
  forWhom: "Ana Lind",
  about: "Isla Fraser",
  made: "Made by Morag Shaw",
  sections: [{ title: "What was agreed", items }],
});
const found = (text: string, known = family) =>
  findingsIn(aCopy(item(text)), known).map(({ kind, words }) => `${kind}: ${words}`);

describe("others in the family are found by name, however it is spelt", () => {
  test.each([
    ["Rory does not sleep", "Rory"],
    ["rory does not sleep", "rory"],
    ["RORY FRASER and she", "RORY FRASER"],
    ["It is Rory's turn", "Rory's"],
    ["It is Rory’s turn", "Rory’s"],
    ["Sean collects her", "Sean"],
    ["Sea\u0301n collects her", "Sea\u0301n"],
    ["Mr O'Neill collects her", "O'Neill"],
    ["Mr ONeill collects her", "ONeill"],
    ["with Will at weekends", "Will"],
    ["Mary Kate and she share a room", "Mary Kate"],
    ["R\u00adory is younger", "R\u00adory"],
  ])("%s", (text, words) => {
    expect(found(text)).toEqual([`family-member: ${words}`]);
  });

  test.each([
    ["Isla Fraser sleeps better"],
    ["Ana Lind brings her"],
    ["She will come on Monday"],
    ["Rorys of other families"],
    ["Aurora reads to her"],
    ["the harrowing week"],
    ["Seanna comes too"],
    ["Marykate"],
  ])("a name that only begins alike, an everyday word, the child and the recipient are not: %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("what is protected is found whatever it belongs to", () => {
  test.each([
    ["Call 01632 960001 after six", "01632 960001"],
    ["Call +44 (0)7700 900-123", "+44 (0)7700 900-123"],
    ["ring 960001", "960001"],
    ["Write to ay5 0dd", "ay5 0dd"],
    ["Write to AB12 3CD.", "AB12 3CD"],
    ["ana@example.org knows", "ana@example.org"],
    ["NHS 943 476 5919", "943 476 5919"],
    ["UPN H801200001015", "H801200001015"],
    ["at 12, Mill Rise", "12, Mill Rise"],
    ["at 7 Old Kirk Street", "7 Old Kirk Street"],
    ["CHI 0101160017", "0101160017"],
  ])("%s", (text, words) => {
    expect(found(text)).toEqual([`protected: ${words}`]);
  });

  test("and what stands beside it without a space", () => {
    expect(found("rory's12 Mill Rise")).toEqual(["family-member: rory's", "protected: 12 Mill Rise"]);
  });

  test.each([
    ["From 23 November 2026 on, 3 times a week"],
    ["Level 4 of 10, by 2026-11-23"],
    ["At 09:30 in room 12"],
    ["Tern Lane School helps"],
  ])("a day, an hour, an amount and a school that is no secret are not: %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("where a child is, while that is kept from the recipient, may not be left in", () => {
  test.each([
    ["Tern Lane School helps", "Tern Lane School"],
    ["the breakfast club at Tern Lane", "Tern Lane"],
    ["The Academy helps", "The Academy"],
    ["She lives in Tarn now", "Tarn"],
    ["AY5 0DD", "AY5 0DD"],
  ])("%s", (text, words) => {
    expect(found(text, kept)).toEqual([`whereabouts: ${words}`]);
    const findings = findingsIn(aCopy(item(text)), kept);
    const leftIn = findings.map(({ key }) => ({ key, how: "in" as const, because: "They know it" }));
    expect(uncleared(findings, leftIn, { needsReason: true })).toEqual(findings);
  });

  test("not even where we put it there ourselves", () => {
    const ours = item("Class teacher, Tern Lane School");
    const lines = ours.lines.map((line) => ({ ...line, isOurs: true }));
    expect(findingsIn(aCopy({ ...ours, lines }), kept).map(({ kind }) => kind)).toEqual(["whereabouts"]);
    expect(
      findingsIn(aCopy({ ...ours, lines: [{ key: "a", text: "Rory 01632 960001", isOurs: true }] }), family),
    ).toEqual([]);
  });
});

describe("each finding is cleared by itself", () => {
  const copy = aCopy(item("Rory and Will, 01632 960001", { notReleasedBy: "Community nursing" }), {
    key: "two",
    lines: [{ key: "two:what", text: "A quiet place for Rory" }],
  });
  const findings = findingsIn(copy, family);

  test("what belongs to another service and was not released is one, and its words are too", () => {
    expect(findings.map(({ kind, words, service }) => [kind, words, service])).toEqual([
      ["not-released", "Rory and Will, 01632 960001", "Community nursing"],
      ["family-member", "Rory", undefined],
      ["family-member", "Will", undefined],
      ["protected", "01632 960001", undefined],
      ["family-member", "Rory", undefined],
    ]);
  });

  test("an item that goes takes its words with it; the same name elsewhere is still to be looked at", () => {
    const out = [{ key: "one:whole", how: "out" as const }];
    expect(uncleared(findings, out, { needsReason: true }).map(({ key }) => key)).toEqual(["two:what:18-22"]);
    const [section] = asCleared(copy, findings, out).sections;
    expect(section?.items.map(({ lines }) => lines.map(({ text }) => text))).toEqual([
      [takenOut],
      ["A quiet place for Rory"],
    ]);
    expect(section?.items[0]?.notReleasedBy).toBeUndefined();
  });

  test("what is left in has a reason, unless a child may be at risk", () => {
    const leftIn = findings.map(({ key }) => ({ key, how: "in" as const }));
    expect(uncleared(findings, leftIn, { needsReason: true })).toEqual(findings);
    expect(uncleared(findings, leftIn, { needsReason: false })).toEqual([]);
    const because = leftIn.map((one) => ({ ...one, because: "They were at the meeting" }));
    expect(uncleared(findings, because, { needsReason: true })).toEqual([]);
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    ...["Rory", "rory's", "Fraser", "Will", "will", "Seán", "O'Neill", "Mary-Kate", "Isla", "Ana Lind", "Aurora"],
    ...[
      "01632 960001",
      "AY5 0DD",
      "12 Mill Rise",
      "ana@example.org",
      "9434765919",
      "H801200001015",
      "Tern Lane School",
    ],
    ...[
      "Tarn",
      "and",
      "sleeps better",
      "-",
      " ",
      ", ",
      ".",
      "\n",
      "(",
      ")",
      "/",
      "taken out",
      takenOut,
      "Road",
      "7",
      "tel ",
    ],
  ),
  fc.string({ maxLength: 8, unit: "grapheme" }),
);
const anyText = fc
  .tuple(fc.array(piece, { maxLength: 9 }), fc.constantFrom("", " "))
  .map(([parts, by]) => parts.join(by));
const anyCopy = fc
  .array(fc.record({ texts: fc.array(anyText, { minLength: 1, maxLength: 2 }), isOther: fc.boolean() }), {
    maxLength: 3,
  })
  .map((all) =>
    aCopy(
      ...all.map(({ texts, isOther }, at) => ({
        key: `item${at}`,
        lines: texts.map((text, line) => ({ key: `item${at}:${line}`, text })),
        ...(isOther ? { notReleasedBy: "Health" } : {}),
      })),
    ),
  );
const anyKnown = fc.constantFrom(family, kept);
const textsOf = ({ sections }: Copy) => sections.flatMap(({ items }) => items.flatMap(({ lines }) => lines));

describe("whatever a copy says", () => {
  test("once everything found is taken out, nothing is left to be found", () => {
    fc.assert(
      fc.property(anyCopy, anyKnown, (copy, known) => {
        const findings = findingsIn(copy, known);
        const out = findings.map(({ key }) => ({ key, how: "out" as const }));
        expect(uncleared(findings, out, { needsReason: true })).toEqual([]);
        expect(findingsIn(asCleared(copy, findings, out), known)).toEqual([]);
      }),
      options,
    );
  });

  test("nothing counts as cleared that nobody decided about, and clearing one changes that one only", () => {
    fc.assert(
      fc.property(anyCopy, anyKnown, fc.nat(), (copy, known, which) => {
        const findings = findingsIn(copy, known);
        expect(uncleared(findings, [], { needsReason: true })).toEqual(findings);
        const one = findings[findings.length === 0 ? 0 : which % findings.length];
        if (one === undefined) return;
        const out = [{ key: one.key, how: "out" as const }];
        const { at } = one;
        const left = uncleared(findings, out, { needsReason: true });
        expect(left).toEqual(
          findings.filter((other) => other !== one && !(at === undefined && other.itemKey === one.itemKey)),
        );
        const [before, after] = [textsOf(copy), textsOf(asCleared(copy, findings, out))];
        for (const { key, text } of before) {
          const now = after.find((line) => line.key === key)?.text;
          if (at === undefined && key.startsWith(`${one.itemKey}:`)) expect(now).toBeUndefined();
          else if (at?.lineKey === key) expect(now).toBe(text.slice(0, at.from) + takenOut + text.slice(at.to));
          else expect(now).toBe(text);
        }
        const said = (of: CopyFinding) => [of.kind, of.at === undefined ? of.key : of.words];
        expect(findingsIn(asCleared(copy, findings, out), known).map(said)).toEqual(left.map(said));
      }),
      options,
    );
  });

  test("what is left in stays word for word", () => {
    fc.assert(
      fc.property(anyCopy, anyKnown, (copy, known) => {
        const findings = findingsIn(copy, known);
        const leftIn = findings.map(({ key }) => ({ key, how: "in" as const, because: "Agreed" }));
        expect(asCleared(copy, findings, leftIn)).toEqual(copy);
      }),
      options,
    );
  });
});

describe("HIG-63: in a letter, how somebody at work is reached is looked through for what is the family's alone", () => {
  const words =
    "Ring Mr Bell on 01349 496 0101, at 3 Shore Road; Rory's father too, on 01632 960001 or at 12 Mill Rise";
  const inLine = (of: { readonly isOfWork?: true; readonly isOurs?: true }, known = family) =>
    findingsIn(aCopy({ key: "one", lines: [{ key: "one:what", text: words, ...of }] }), known).map((one) => one.words);
  test("a number and an address of theirs may stand; the family's may not, nor a name", () => {
    expect(inLine({ isOfWork: true })).toEqual(["Rory's", "01632 960001", "12 Mill Rise"]);
    expect(inLine({})).toEqual(["01349 496 0101", "3 Shore Road", "Rory's", "01632 960001", "12 Mill Rise"]);
  });
  test("what is put together by us is looked through for places that are kept, and so is all the rest", () => {
    expect(inLine({ isOurs: true })).toEqual([]);
    const shore = { ...family, keptPlaces: ["Shore Road School"] };
    expect(inLine({ isOurs: true }, shore)).toEqual(["Shore Road"]);
    expect(inLine({ isOfWork: true }, shore)).toContain("Shore Road");
  });
});
