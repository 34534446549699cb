import { describe, expect, test } from "vitest";
import { bankHolidays } from "./bank-holidays.ts";
import { dueAfter, isLate, lateFrom } from "./due.ts";
import { addDays, localDate, monthOf, weekdayOf, yearOf } from "./local-date.ts";
import { dayOf, momentAt, momentOn, timeOf } from "./moment.ts";
import { workingCalendar, workingDaysAfter, workingDaysBetween } from "./working-days.ts";

const england = workingCalendar("england-and-wales");
const scotland = workingCalendar("scotland");
const daysOf = (year: number) =>
  Array.from({ length: 366 }, (_, at) => addDays(localDate(`${year}-01-01`), at)).filter((day) => yearOf(day) === year);

/** Counted by hand and by a second program beside the GOV.UK lists: 1, 2 and 5 working days on, in each nation. */
describe("clocks of 1, 2 and 5 working days, 2025 to 2028", () => {
  test.each([
    ["Christmas", "2025-12-23", "2025-12-24", "2025-12-29", "2026-01-02", "2025-12-24", "2025-12-29", "2026-01-05"],
    ["Christmas", "2026-12-23", "2026-12-24", "2026-12-29", "2027-01-04", "2026-12-24", "2026-12-29", "2027-01-05"],
    ["Christmas", "2027-12-23", "2027-12-24", "2027-12-29", "2028-01-04", "2027-12-24", "2027-12-29", "2028-01-05"],
    ["Christmas", "2028-12-19", "2028-12-20", "2028-12-21", "2028-12-28", "2028-12-20", "2028-12-21", "2028-12-28"],
    ["Christmas Eve", "2025-12-24", "2025-12-29", "2025-12-30", "2026-01-05", "2025-12-29", "2025-12-30", "2026-01-06"],
    ["Christmas Eve", "2026-12-24", "2026-12-29", "2026-12-30", "2027-01-05", "2026-12-29", "2026-12-30", "2027-01-06"],
    ["Christmas Eve", "2027-12-24", "2027-12-29", "2027-12-30", "2028-01-05", "2027-12-29", "2027-12-30", "2028-01-06"],
    [
      "Christmas Eve",
      "2028-12-22",
      "2028-12-27",
      "2028-12-28",
      "not-published",
      "2028-12-27",
      "2028-12-28",
      "not-published",
    ],
    [
      "New Year's Eve",
      "2025-12-31",
      "2026-01-02",
      "2026-01-05",
      "2026-01-08",
      "2026-01-05",
      "2026-01-06",
      "2026-01-09",
    ],
    [
      "New Year's Eve",
      "2026-12-31",
      "2027-01-04",
      "2027-01-05",
      "2027-01-08",
      "2027-01-05",
      "2027-01-06",
      "2027-01-11",
    ],
    [
      "New Year's Eve",
      "2027-12-31",
      "2028-01-04",
      "2028-01-05",
      "2028-01-10",
      "2028-01-05",
      "2028-01-06",
      "2028-01-11",
    ],
    [
      "Maundy Thursday",
      "2025-04-17",
      "2025-04-22",
      "2025-04-23",
      "2025-04-28",
      "2025-04-21",
      "2025-04-22",
      "2025-04-25",
    ],
    [
      "Maundy Thursday",
      "2026-04-02",
      "2026-04-07",
      "2026-04-08",
      "2026-04-13",
      "2026-04-06",
      "2026-04-07",
      "2026-04-10",
    ],
    [
      "Maundy Thursday",
      "2027-03-25",
      "2027-03-30",
      "2027-03-31",
      "2027-04-05",
      "2027-03-29",
      "2027-03-30",
      "2027-04-02",
    ],
    [
      "Maundy Thursday",
      "2028-04-13",
      "2028-04-18",
      "2028-04-19",
      "2028-04-24",
      "2028-04-17",
      "2028-04-18",
      "2028-04-21",
    ],
    [
      "the Friday before the early May",
      "2025-05-02",
      "2025-05-06",
      "2025-05-07",
      "2025-05-12",
      "2025-05-06",
      "2025-05-07",
      "2025-05-12",
    ],
    [
      "the Friday before the early May",
      "2026-05-01",
      "2026-05-05",
      "2026-05-06",
      "2026-05-11",
      "2026-05-05",
      "2026-05-06",
      "2026-05-11",
    ],
    [
      "the Friday before the early May",
      "2027-04-30",
      "2027-05-04",
      "2027-05-05",
      "2027-05-10",
      "2027-05-04",
      "2027-05-05",
      "2027-05-10",
    ],
    [
      "the Friday before the early May",
      "2028-04-28",
      "2028-05-02",
      "2028-05-03",
      "2028-05-08",
      "2028-05-02",
      "2028-05-03",
      "2028-05-08",
    ],
    [
      "the Friday before the first Monday of August",
      "2025-08-01",
      "2025-08-04",
      "2025-08-05",
      "2025-08-08",
      "2025-08-05",
      "2025-08-06",
      "2025-08-11",
    ],
    [
      "the Friday before the first Monday of August",
      "2026-07-31",
      "2026-08-03",
      "2026-08-04",
      "2026-08-07",
      "2026-08-04",
      "2026-08-05",
      "2026-08-10",
    ],
    [
      "the Friday before the first Monday of August",
      "2027-07-30",
      "2027-08-02",
      "2027-08-03",
      "2027-08-06",
      "2027-08-03",
      "2027-08-04",
      "2027-08-09",
    ],
    [
      "the Friday before the first Monday of August",
      "2028-08-04",
      "2028-08-07",
      "2028-08-08",
      "2028-08-11",
      "2028-08-08",
      "2028-08-09",
      "2028-08-14",
    ],
    [
      "the Friday before the last Monday of August",
      "2025-08-22",
      "2025-08-26",
      "2025-08-27",
      "2025-09-01",
      "2025-08-25",
      "2025-08-26",
      "2025-08-29",
    ],
    [
      "the Friday before the last Monday of August",
      "2026-08-28",
      "2026-09-01",
      "2026-09-02",
      "2026-09-07",
      "2026-08-31",
      "2026-09-01",
      "2026-09-04",
    ],
    [
      "the Friday before the last Monday of August",
      "2027-08-27",
      "2027-08-31",
      "2027-09-01",
      "2027-09-06",
      "2027-08-30",
      "2027-08-31",
      "2027-09-03",
    ],
    [
      "the Friday before the last Monday of August",
      "2028-08-25",
      "2028-08-29",
      "2028-08-30",
      "2028-09-04",
      "2028-08-28",
      "2028-08-29",
      "2028-09-01",
    ],
    [
      "the eve of St Andrew's Day",
      "2025-11-28",
      "2025-12-01",
      "2025-12-02",
      "2025-12-05",
      "2025-12-02",
      "2025-12-03",
      "2025-12-08",
    ],
    [
      "the eve of St Andrew's Day",
      "2026-11-27",
      "2026-11-30",
      "2026-12-01",
      "2026-12-04",
      "2026-12-01",
      "2026-12-02",
      "2026-12-07",
    ],
    [
      "the eve of St Andrew's Day",
      "2027-11-29",
      "2027-11-30",
      "2027-12-01",
      "2027-12-06",
      "2027-12-01",
      "2027-12-02",
      "2027-12-07",
    ],
    [
      "the eve of St Andrew's Day",
      "2028-11-29",
      "2028-11-30",
      "2028-12-01",
      "2028-12-06",
      "2028-12-01",
      "2028-12-04",
      "2028-12-07",
    ],
  ])("%s: from %s England %s, %s, %s; Scotland %s, %s, %s", (_, from, ...ends) => {
    const counted = [england, scotland].flatMap((calendar) =>
      [1, 2, 5].map((days) => workingDaysAfter(localDate(from), days, calendar)),
    );
    expect(counted).toEqual(ends);
  });

  test("the list changes a clock, not the rule: 2 January is worked in England and kept in Scotland", () => {
    for (const day of ["2025-01-02", "2026-01-02"]) {
      expect(workingDaysBetween(localDate(addDays(localDate(day), -1)), localDate(day), england)).toBe(1);
      expect(workingDaysBetween(localDate(addDays(localDate(day), -1)), localDate(day), scotland)).toBe(0);
    }
    expect(bankHolidays.scotland).toContain("2027-01-04"); // 2 January 2027 is a Saturday: its substitute
    expect(bankHolidays.scotland).toContain("2028-01-04"); // 1 and 2 January 2028 are at a weekend
    expect(bankHolidays["england-and-wales"]).not.toContain("2028-01-04");
  });

  test.each([2025, 2026, 2027, 2028])("%i: Easter Monday is kept in England only, Good Friday in both", (year) => {
    const fridays = daysOf(year).filter(
      (day) => weekdayOf(day) === 5 && bankHolidays.scotland.includes(day) && [3, 4].includes(monthOf(day)),
    );
    expect(fridays).toHaveLength(1);
    for (const friday of fridays) {
      expect(bankHolidays["england-and-wales"]).toContain(friday);
      expect(bankHolidays["england-and-wales"]).toContain(addDays(friday, 3));
      expect(bankHolidays.scotland).not.toContain(addDays(friday, 3));
    }
  });

  test.each([2025, 2026, 2027, 2028])(
    "%i: no day is lost or counted twice between one working day and the next",
    (year) => {
      for (const calendar of [england, scotland])
        for (const day of daysOf(year)) {
          const next = workingDaysAfter(day, 1, calendar);
          if (next === "not-published") {
            expect(day >= localDate("2028-12-29")).toBe(true);
            continue;
          }
          expect(workingDaysBetween(day, next, calendar)).toBe(1);
          expect(workingDaysBetween(day, addDays(next, -1), calendar)).toBe(0);
        }
    },
  );
});

describe("a clock ends with the local day, or at its named hour, whatever the clocks do that night", () => {
  test.each([
    // the night before, the short day of March, the long day of October, in winter and in summer
    ["2026-03-28", "2026-03-29T00:00:00.000Z"],
    ["2026-03-29", "2026-03-29T23:00:00.000Z"],
    ["2026-10-24", "2026-10-24T23:00:00.000Z"],
    ["2026-10-25", "2026-10-26T00:00:00.000Z"],
    ["2025-03-30", "2025-03-30T23:00:00.000Z"],
    ["2025-10-26", "2025-10-27T00:00:00.000Z"],
    ["2027-03-28", "2027-03-28T23:00:00.000Z"],
    ["2027-10-31", "2027-11-01T00:00:00.000Z"],
    ["2028-03-26", "2028-03-26T23:00:00.000Z"],
    ["2028-10-29", "2028-10-30T00:00:00.000Z"],
    ["2026-12-31", "2027-01-01T00:00:00.000Z"],
  ])("due by the end of %s: late from %s, and not a millisecond before", (day, at) => {
    const due = { day: localDate(day) };
    expect(lateFrom(due).at).toBe(at);
    expect(isLate(due, momentAt(new Date(Date.parse(at) - 1)))).toBe(false);
    expect(isLate(due, momentAt(at))).toBe(true);
    expect(dayOf(momentAt(new Date(Date.parse(at) - 1)))).toBe(day);
  });

  test.each([
    ["2026-03-27", "2026-03-27T17:00:00.000Z"],
    ["2026-03-30", "2026-03-30T16:00:00.000Z"],
    ["2026-10-23", "2026-10-23T16:00:00.000Z"],
    ["2026-10-26", "2026-10-26T17:00:00.000Z"],
  ])("due by 17:00 on %s: late from %s", (day, at) => {
    const due = { day: localDate(day), hour: "17:00" };
    expect(lateFrom(due).at).toBe(at);
    expect(isLate(due, momentOn(due.day, "16:59:59"))).toBe(false);
    expect(isLate(due, momentAt(at))).toBe(true);
  });

  test("an hour that the clocks skip is the hour after; one they repeat is its first", () => {
    expect(lateFrom({ day: localDate("2026-03-29"), hour: "01:30" }).at).toBe("2026-03-29T01:30:00.000Z");
    expect(timeOf(lateFrom({ day: localDate("2026-03-29"), hour: "01:30" }))).toBe("02:30");
    expect(lateFrom({ day: localDate("2026-10-25"), hour: "01:30" }).at).toBe("2026-10-25T00:30:00.000Z");
  });

  test("four working days from the Thursday before the clocks change end at the same hour of the local day", () => {
    for (const [start, day] of [
      ["2026-03-26", "2026-04-01"],
      ["2026-10-22", "2026-10-28"],
    ] as const) {
      const due = dueAfter(localDate(start), { count: 4, unit: "working-days" }, england, "17:00");
      if (due === "not-published") throw new Error("inside the published years");
      expect(due).toEqual({ day, hour: "17:00" });
      expect(timeOf(lateFrom(due))).toBe("17:00");
    }
  });

  test("days and months are counted on the calendar: over February, over a year's end, over the changes of the clock", () => {
    const ends = (from: string, count: number, unit: "days" | "months") =>
      dueAfter(localDate(from), { count, unit }, england);
    expect(ends("2026-03-28", 1, "days")).toEqual({ day: "2026-03-29" });
    expect(ends("2026-10-24", 2, "days")).toEqual({ day: "2026-10-26" });
    expect(ends("2026-12-24", 28, "days")).toEqual({ day: "2027-01-21" });
    expect(ends("2027-08-31", 6, "months")).toEqual({ day: "2028-02-29" });
    expect(ends("2026-08-31", 6, "months")).toEqual({ day: "2027-02-28" });
    expect(ends("2028-02-29", 12, "months")).toEqual({ day: "2029-02-28" });
  });
});
