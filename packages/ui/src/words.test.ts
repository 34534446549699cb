import { describe, expect, test } from "vitest";
import {
  count,
  dateInWords,
  inSentence,
  listInWords,
  momentInWords,
  monthNumber,
  timeInWords,
  whenInWords,
} from "./words.ts";

describe("dates and times are written as people say them", () => {
  test("a day", () => expect(dateInWords("2008-05-05")).toBe("5 May 2008"));
  test("thousands have a comma", () => expect(count(10_000, "character")).toBe("10,000 characters"));
  test("what is no day stays as it is", () => expect(dateInWords("end of term")).toBe("end of term"));
  test("an instant in summer, on the clock of London", () =>
    expect(momentInWords("2026-07-01T14:15:00Z")).toBe("1 July 2026 at 3:15pm"));
  test("an instant in winter, past midnight", () =>
    expect(momentInWords("2026-11-22T00:05:00Z")).toBe("22 November 2026 at 12:05am"));
  test.each([
    ["12:00", "midday"],
    ["00:00", "midnight"],
    ["09:00", "9am"],
    ["15:05", "3:05pm"],
  ])("%s is %s", (time, words) => expect(timeInWords(time)).toBe(words));
  test("either, told apart", () =>
    expect([whenInWords("2026-11-22"), whenInWords("2026-11-22T10:00:00Z"), whenInWords("next week")]).toEqual([
      "22 November 2026",
      "22 November 2026 at 10am",
      "next week",
    ]));
  test("a month by name or by its first letters", () =>
    expect([monthNumber("Sept"), monthNumber("may"), monthNumber("9"), monthNumber("ma")]).toEqual([
      9,
      5,
      undefined,
      undefined,
    ]));
});

describe("small words", () => {
  test("counts", () => expect([count(1, "match", "matches"), count(2, "plan")]).toEqual(["1 match", "2 plans"]));
  test("lists", () => expect([listInWords(["a"]), listInWords(["a", "b", "c"])]).toEqual(["a", "a, b and c"]));
  test("a label inside a sentence keeps its capitals", () =>
    expect([inSentence("Date of birth"), inSentence("NHS number")]).toEqual(["date of birth", "NHS number"]));
});
