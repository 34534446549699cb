import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { type CommonEntry, isOfFormerShape, isSameEntry, monthsInWords, progressByArea } from "./common-element.ts";
import { CorrectMilestone, RecordMilestone, ShareStageOnScreen } from "./common-element-commands.ts";

const day = localDate("2026-05-04");
const entry = (of: Partial<CommonEntry> = {}): CommonEntry => ({
  part: "key-events",
  kind: "moved-house",
  words: "Moved to a house with a garden",
  on: day,
  ...of,
});

describe("HIG-186: what is held is not entered a second time", () => {
  test.each<[string, Partial<CommonEntry>, Partial<CommonEntry>, boolean]>([
    ["one move on one day, in other words", {}, { words: "New house" }, true],
    ["another day", {}, { on: localDate("2026-05-05") }, false],
    ["another kind", {}, { kind: "hospital-stay" }, false],
    ["something else that day", { kind: "other" }, { kind: "other", words: "Got a dog" }, false],
    ["something else in the same words", { kind: "other" }, { kind: "other" }, true],
    ["no day, in the same words", { on: null }, { words: "moved to a house with a garden." }, true],
    ["no day, in other words", { on: null }, { words: "New house" }, false],
  ])("a key event: %s", (_, one, other, isSame) => {
    expect(isSameEntry(entry(one), entry(other))).toBe(isSame);
    expect(isSameEntry(entry(other), entry(one))).toBe(isSame);
  });
  test.each<[string, Partial<CommonEntry>, boolean]>([
    ["in the same words on a later day", { words: "hops!", on: localDate("2027-08-17") }, true],
    ["in other words", { words: "Skips" }, false],
    ["in another area", { kind: "self-care" }, false],
    ["in the other part", { part: "key-events" }, false],
  ])("a milestone: %s", (_, other, isSame) => {
    const hops = { part: "milestones", kind: "movement", words: "Hops" } as const;
    expect(isSameEntry(entry(hops), entry({ ...hops, ...other }))).toBe(isSame);
  });
  test.each([
    ["2026-06-26", true],
    ["2027-06-25", false],
  ])("the same words of a report in the curriculum, on %s: %s", (on, isSame) => {
    const report = { part: "milestones", kind: "cfe-literacy", words: "On track" } as const;
    const [one, other] = [
      { ...report, on: localDate("2026-06-26") },
      { ...report, on: localDate(on) },
    ];
    expect(isSameEntry(one, other)).toBe(isSame);
  });
});

describe("HIG-184: what was written before the shape began is in the one from before", () => {
  test.each([
    ["2025-12-31", true],
    ["2026-01-01", false],
    ["2026-01-02", false],
  ])("begun on 1 January 2026, written on %s: %s", (writtenOn, isFormer) => {
    expect(isOfFormerShape(localDate(writtenOn), localDate("2026-01-01"))).toBe(isFormer);
    expect(isOfFormerShape(localDate(writtenOn), "none")).toBe(false);
  });
  test("nothing is demanded of an entry from before; of one that is written now a day or an age is", () => {
    const now = {
      idempotencyKey: "7b0e5a2e-9a1c-4f1e-8d6a-0c6f5b6a7d10",
      childId: "0190a000-0000-7000-8000-000000000001",
      area: "movement",
      words: "Hops",
      source: "seen",
    };
    const messages = (of: object) =>
      RecordMilestone.safeParse({ ...now, ...of }).error?.issues.map(({ message }) => message);
    expect(messages({})).toEqual(["Enter the day it was reached, or the age"]);
    for (const of of [{ writtenOn: "2025-12-31" }, { reachedOn: "2026-06-12" }, { ageInMonths: 0 }])
      expect(messages(of)).toBeUndefined();
    expect(messages({ reachedOn: "2026-06-12", level: "first" })).toEqual([
      "Choose a level for Curriculum for Excellence only",
    ]);
    expect(messages({ reachedOn: "2026-06-12", level: "first", area: "cfe-literacy" })).toBeUndefined();
    const { childId: _, ...anew } = { ...now, milestoneId: now.childId, because: "A word was missing" };
    expect(CorrectMilestone.safeParse(anew).success).toBe(true);
    expect(CorrectMilestone.safeParse({ ...anew, because: " " }).success).toBe(false);
  });
});

describe("HIG-16: progress in Curriculum for Excellence", () => {
  const of = (kind: string, level: string | null, on: string | null) => ({
    kind,
    level,
    on: on === null ? null : localDate(on),
  });
  test("of each area the last entry that says a level; nothing of what is outside the curriculum", () => {
    const last = of("cfe-literacy", "second", "2026-06-26");
    const numeracy = of("cfe-numeracy", "first", null);
    expect(
      progressByArea([
        of("cfe-literacy", "first", "2025-06-27"),
        last,
        numeracy,
        of("cfe-sciences", null, "2026-06-26"),
        of("movement", "first", "2026-06-26"),
      ]),
    ).toEqual([last, numeracy]);
    expect(progressByArea([])).toEqual([]);
  });
});

test.each([
  [0, "0 months"],
  [1, "1 month"],
  [23, "23 months"],
  [24, "2 years"],
  [30, "2 years 6 months"],
  [37, "3 years 1 month"],
])("HIG-185: an age of %i months is said %s", (months, words) => {
  expect(monthsInWords(months)).toBe(words);
});

test("HIG-198: a part that is shared is shared from a day; one that is not needs none", () => {
  const messages = (of: object) => ShareStageOnScreen.safeParse(of).error?.issues.map(({ message }) => message);
  expect(messages({ is: "shared" })).toEqual(["Enter the day from which it is shared"]);
  expect(messages({ is: "shared", liveFrom: "2026-12-01" })).toBeUndefined();
  expect(messages({ is: "not-shared" })).toBeUndefined();
  expect(messages({})).toEqual(["Choose whether it is shared"]);
});
