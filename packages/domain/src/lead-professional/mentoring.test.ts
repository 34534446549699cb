import { describe, expect, test } from "vitest";
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
