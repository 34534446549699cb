import { describe, expect, test } from "vitest";
import { countedDays, stoppedOn } from "../kernel/counted-days.ts";
import { type DayRange, localDate } from "../kernel/local-date.ts";
import { mentoredUntil } from "./mentoring.ts";

const first = localDate("2026-01-10");
const stretch = (from: string, until?: string): DayRange => ({
  from: localDate(from),
  ...(until === undefined ? {} : { until: localDate(until) }),
});

describe("WIG-8.4.2b: the mentored year runs while somebody mentors, and waits while nobody does (WIG-D5)", () => {
  test.each<[string, readonly DayRange[], string | undefined]>([
    ["one mentor from the first day", [stretch("2026-01-10")], "2027-01-10"],
    ["one from before the role began", [stretch("2025-10-01")], "2027-01-10"],
    ["one from a later day", [stretch("2026-02-01")], "2027-02-01"],
    ["nobody", [], undefined],
    ["one who left before the role began", [stretch("2025-10-01", "2026-01-09")], undefined],
    ["one who left on the day it began", [stretch("2025-10-01", "2026-01-10")], undefined],
    ["one who left the day after it began, and nobody since", [stretch("2025-10-01", "2026-01-11")], undefined],
    ["a stretch of no day", [stretch("2026-03-01", "2026-03-01")], undefined],
    [
      "one who left on the day it began, and another from a February",
      [stretch("2025-10-01", "2026-01-10"), stretch("2028-02-01")],
      "2029-02-01",
    ],
    [
      "one who left long before it began, and another from a February",
      [stretch("2025-10-01", "2025-12-01"), stretch("2028-02-01")],
      "2029-02-01",
    ],
    [
      "a stretch of no day, and another from a February",
      [stretch("2026-03-01", "2026-03-01"), stretch("2028-02-01")],
      "2029-02-01",
    ],
    ["one who left when the year was served", [stretch("2026-01-10", "2027-01-10")], "2027-01-10"],
    ["one who left the day before", [stretch("2026-01-10", "2027-01-09")], undefined],
    ["another without a day between", [stretch("2026-01-10", "2026-06-01"), stretch("2026-06-01")], "2027-01-10"],
    ["another a day later", [stretch("2026-01-10", "2026-06-01"), stretch("2026-06-02")], "2027-01-11"],
    ["another who overlaps", [stretch("2026-01-10", "2026-06-01"), stretch("2026-05-01")], "2027-01-10"],
    [
      "one within another's stretch, and nobody after",
      [stretch("2026-01-10", "2026-09-01"), stretch("2026-03-01", "2026-04-01"), stretch("2026-09-11")],
      "2027-01-20",
    ],
    [
      "another only after the year was served",
      [stretch("2026-01-10", "2027-01-10"), stretch("2027-03-01")],
      "2027-01-10",
    ],
    [
      "two gaps",
      [stretch("2026-01-10", "2026-03-01"), stretch("2026-03-11", "2026-05-01"), stretch("2026-05-06")],
      "2027-01-25",
    ],
    [
      "one who goes on, whoever else came and went",
      [stretch("2026-01-10"), stretch("2026-02-01", "2026-03-01")],
      "2027-01-10",
    ],
  ])("%s", (_, stretches, served) => {
    expect(mentoredUntil(first, stretches, 12)).toBe(served);
    expect(mentoredUntil(first, [...stretches].reverse(), 12)).toBe(served);
  });
});

describe("WIG-D5: a mentor who is off for more than 28 days counts no longer from the 29th", () => {
  const off = (...absences: readonly DayRange[]) => ({ from: first, absences });
  test.each<[string, readonly DayRange[], readonly DayRange[]]>([
    ["never off", [], [stretch("2026-01-10")]],
    ["off for 28 days", [stretch("2026-03-02", "2026-03-30")], [stretch("2026-01-10")]],
    [
      "off for 29 days",
      [stretch("2026-03-02", "2026-03-31")],
      [stretch("2026-01-10", "2026-03-30"), stretch("2026-03-31")],
    ],
    ["off, and back on no day that is known", [stretch("2026-03-02")], [stretch("2026-01-10", "2026-03-30")]],
    [
      "off twice",
      [stretch("2026-06-01", "2026-07-10"), stretch("2026-03-02", "2026-04-10")],
      [stretch("2026-01-10", "2026-03-30"), stretch("2026-04-10", "2026-06-29"), stretch("2026-07-10")],
    ],
    [
      "off for 14 days, and for 15 more without a day between",
      [stretch("2026-03-16", "2026-03-31"), stretch("2026-03-02", "2026-03-16")],
      [stretch("2026-01-10", "2026-03-30"), stretch("2026-03-31")],
    ],
    [
      "off for 14 days, and for 28 more after a day at work",
      [stretch("2026-03-02", "2026-03-16"), stretch("2026-03-17", "2026-04-14")],
      [stretch("2026-01-10")],
    ],
    [
      "off for 40 days, with another absence in them",
      [stretch("2026-03-02", "2026-04-11"), stretch("2026-03-05", "2026-03-10")],
      [stretch("2026-01-10", "2026-03-30"), stretch("2026-04-11")],
    ],
    ["off for long when the mentoring begins", [stretch("2025-11-01", "2026-02-01")], [stretch("2026-02-01")]],
    ["off and back before it begins", [stretch("2025-10-01", "2026-01-05")], [stretch("2026-01-10")]],
  ])("%s", (_, absences, days) => {
    expect(countedDays(off(...absences), 28)).toEqual(days.map(({ from, until }) => ({ from, until })));
  });
  test("one who left while off counts to the earlier of the two days", () => {
    const left = { ...off(stretch("2026-03-02", "2026-06-01")), until: localDate("2026-05-01") };
    expect(countedDays(left, 28)).toEqual([stretch("2026-01-10", "2026-03-30")]);
    expect(stoppedOn(left, localDate("2026-05-01"), 28)).toEqual({ since: "2026-03-30", is: "off" });
    expect(stoppedOn(left, localDate("2026-07-01"), 28)).toEqual({ since: "2026-03-30", is: "off" });
    const back = { ...left, until: localDate("2026-06-02") };
    expect(stoppedOn(back, localDate("2026-07-01"), 28)).toEqual({ since: "2026-06-02", is: "gone" });
    const before = { ...off(stretch("2026-03-02", "2026-06-01")), until: localDate("2026-03-30") };
    expect(countedDays(before, 28)).toEqual([stretch("2026-01-10", "2026-03-30")]);
    expect(stoppedOn(before, localDate("2026-05-01"), 28)).toEqual({ since: "2026-03-30", is: "gone" });
  });
  test.each([
    ["2026-03-29", undefined],
    ["2026-03-30", { since: "2026-03-30", is: "off", backOn: "2026-04-10" }],
    ["2026-04-09", { since: "2026-03-30", is: "off", backOn: "2026-04-10" }],
    ["2026-04-10", undefined],
  ])("off from 2 March to 9 April: on %s", (day, stopped) => {
    expect(stoppedOn(off(stretch("2026-03-02", "2026-04-10")), localDate(day), 28)).toEqual(stopped);
  });
  test("nothing stops before it begins; named while off for long, it stops from its first day", () => {
    const named = off(stretch("2025-11-01", "2026-02-01"));
    expect(stoppedOn(named, localDate("2026-01-09"), 28)).toBeUndefined();
    expect(stoppedOn(named, localDate("2026-01-10"), 28)).toEqual({
      since: "2026-01-10",
      is: "off",
      backOn: "2026-02-01",
    });
  });
  test("the year is later by each day that the mentor did not count", () => {
    const days = countedDays(off(stretch("2026-03-02", "2026-04-10")), 28);
    expect(mentoredUntil(first, days, 12)).toBe("2027-01-21"); // eleven days, 30 March to 9 April
  });
});
