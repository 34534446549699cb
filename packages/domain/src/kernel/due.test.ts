import { describe, expect, test } from "vitest";
import { dueAfter, dueInWords, isLate, lateFrom } from "./due.ts";
import { localDate } from "./local-date.ts";
import { momentAt, momentOn } from "./moment.ts";
import { workingCalendar } from "./working-days.ts";

const england = workingCalendar("england-and-wales");
const start = localDate("2026-12-24");

describe("a clock runs in working days, days or months", () => {
  test.each([
    [{ count: 1, unit: "working-days" }, "2026-12-29"],
    [{ count: 28, unit: "days" }, "2027-01-21"],
    [{ count: 18, unit: "months" }, "2028-06-24"],
    [{ count: 0, unit: "working-days" }, "2026-12-24"],
  ] as const)("%o from Christmas Eve ends on %s", (span, day) => {
    expect(dueAfter(start, span, england)).toEqual({ day });
  });
  test("a named hour is kept, and an unpublished year is said", () => {
    expect(dueAfter(start, { count: 1, unit: "days" }, england, "17:00")).toEqual({ day: "2026-12-25", hour: "17:00" });
    expect(dueAfter(localDate("2028-12-29"), { count: 3, unit: "working-days" }, england)).toBe("not-published");
  });
});

describe("what is due by the end of a day is late from the next midnight", () => {
  test("in winter, in summer and when the clocks change", () => {
    expect(lateFrom({ day: localDate("2026-11-25") }).at).toBe("2026-11-26T00:00:00.000Z");
    expect(lateFrom({ day: localDate("2026-07-01") }).at).toBe("2026-07-01T23:00:00.000Z");
    expect(lateFrom({ day: localDate("2026-03-29") }).at).toBe("2026-03-29T23:00:00.000Z");
  });
  test.each([
    ["2026-11-25T23:59:59.999Z", false],
    ["2026-11-26T00:00:00.000Z", true],
  ])("due by the end of 25 November, at %s late: %s", (at, late) => {
    expect(isLate({ day: localDate("2026-11-25") }, momentAt(at))).toBe(late);
  });
  test("by an hour: late from that hour of the local clock", () => {
    const due = { day: localDate("2026-07-01"), hour: "17:00" };
    expect(isLate(due, momentOn(due.day, "16:59:59"))).toBe(false);
    expect(isLate(due, momentOn(due.day, "17:00"))).toBe(true);
  });
  test("in words", () => {
    expect(dueInWords({ day: localDate("2026-11-25") })).toBe("by the end of 25 November 2026");
    expect(dueInWords({ day: localDate("2026-12-01"), hour: "17:00" })).toBe("by 17:00 on 1 December 2026");
  });
});
