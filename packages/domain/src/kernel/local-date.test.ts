import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  ageOn,
  daysBetween,
  holdsOn,
  inWords,
  isLocalDate,
  LocalDateSchema,
  lastDayOf,
  localDate,
  untilAfter,
  weekdayOf,
} from "./local-date.ts";

const day = fc.integer({ min: -20_000, max: 20_000 }).map((days) => addDays(localDate("2000-01-01"), days));

describe("a day is one that the calendar has", () => {
  test.each(["2026-11-22", "2024-02-29", "2000-02-29", "1999-12-31"])("%s is a day", (text) => {
    expect(isLocalDate(text)).toBe(true);
    expect(LocalDateSchema.safeParse(text).success).toBe(true);
  });
  test.each([
    "2026-02-29",
    "1900-02-29",
    "2026-02-31",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "22/11/2026",
    "",
    "2026-11-22T00:00",
  ])("%s is not", (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => localDate(text)).toThrow(RangeError);
    expect(LocalDateSchema.safeParse(text).error?.issues[0]?.message).toBe("Enter a real date");
  });
  test("days compare as text", () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0);
      }),
    );
  });
});

describe("counting days and months", () => {
  test("adding days and counting back gives the same number, over leap days and clock changes", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });
  test.each([
    ["2025-05-31", 18, "2026-11-30"],
    ["2009-01-01", 18, "2010-07-01"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-15", -2, "2025-11-15"],
  ])("WIG-D2: %s and %i months is %s; a day that month does not have is its last", (from, months, to) => {
    expect(addMonths(localDate(from), months)).toBe(to);
  });
  test("months never pass over a month", () => {
    fc.assert(
      fc.property(day, fc.nat(240), (from, months) => {
        const later = addMonths(from, months);
        const monthsOn =
          (Number(later.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
          Number(later.slice(5, 7)) -
          Number(from.slice(5, 7));
        expect(monthsOn).toBe(months);
      }),
    );
  });
  test.each([
    ["2016-09-01", "2026-08-31", 9],
    ["2016-09-01", "2026-09-01", 10],
    ["2020-02-29", "2025-02-28", 4],
    ["2020-02-29", "2025-03-01", 5],
    ["2020-02-29", "2024-02-29", 4],
  ])("born %s, on %s: %i years old", (born, on, age) => {
    expect(ageOn(localDate(born), localDate(on))).toBe(age);
  });
  test("22 November 2026 is a Sunday", () => {
    expect(weekdayOf(localDate("2026-11-22"))).toBe(0);
    expect(inWords(localDate("2008-05-05"))).toBe("5 May 2008");
  });
});

describe("a stretch of days holds from its first day and not on the day it ends", () => {
  const range = { from: localDate("2026-01-01"), until: localDate("2026-02-01") };
  test.each([
    ["2025-12-31", false],
    ["2026-01-01", true],
    ["2026-01-31", true],
    ["2026-02-01", false],
  ])("%s: %s", (on, holds) => {
    expect(holdsOn(range, localDate(on))).toBe(holds);
  });
  test("without an end it lasts", () => {
    expect(holdsOn({ from: range.from }, localDate("2090-01-01"))).toBe(true);
  });
  test("a document's last day and our first day after it are one day apart", () => {
    expect(untilAfter(localDate("2026-01-31"))).toBe("2026-02-01");
    expect(lastDayOf(localDate("2026-03-01"))).toBe("2026-02-28");
  });
});
