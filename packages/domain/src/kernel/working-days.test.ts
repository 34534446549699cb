import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bankHolidays } from "./bank-holidays.ts";
import { addDays, localDate, weekdayOf } from "./local-date.ts";
import { isWorkingDay, workingCalendar, workingDaysAfter, workingDaysBetween } from "./working-days.ts";

const england = workingCalendar("england-and-wales");
const scotland = workingCalendar("scotland");

describe("working days are Monday to Friday less the nation's bank holidays", () => {
  test.each([
    ["2026-04-02", 2, "2026-04-08", "2026-04-07"],
    ["2026-06-12", 2, "2026-06-16", "2026-06-17"],
    ["2026-07-31", 2, "2026-08-04", "2026-08-05"],
    ["2026-08-28", 2, "2026-09-02", "2026-09-01"],
    ["2026-11-22", 2, "2026-11-24", "2026-11-24"],
    ["2026-11-22", 10, "2026-12-04", "2026-12-07"],
    ["2026-11-27", 2, "2026-12-01", "2026-12-02"],
    ["2026-12-24", 1, "2026-12-29", "2026-12-29"],
    ["2026-12-24", 10, "2027-01-12", "2027-01-13"],
    ["2026-12-31", 1, "2027-01-04", "2027-01-05"],
    ["2027-12-31", 1, "2028-01-04", "2028-01-05"],
  ])("WIG-D1: %s and %i working days is %s in England, %s in Scotland", (from, days, inEngland, inScotland) => {
    expect(workingDaysAfter(localDate(from), days, england)).toBe(inEngland);
    expect(workingDaysAfter(localDate(from), days, scotland)).toBe(inScotland);
  });
  test.each([
    [2025, 253, 252],
    [2026, 253, 251],
    [2027, 253, 252],
    [2028, 252, 251],
  ])("%i has %i working days in England and %i in Scotland", (year, inEngland, inScotland) => {
    const days = Array.from({ length: 366 }, (_, at) => addDays(localDate(`${year}-01-01`), at)).filter((day) =>
      day.startsWith(`${year}`),
    );
    expect(days.filter((day) => isWorkingDay(day, england))).toHaveLength(inEngland);
    expect(days.filter((day) => isWorkingDay(day, scotland))).toHaveLength(inScotland);
  });
  test("every bank holiday is on a weekday and written once, in order", () => {
    for (const days of Object.values(bankHolidays)) {
      expect(days.filter((day) => weekdayOf(day) === 0 || weekdayOf(day) === 6)).toEqual([]);
      expect([...new Set(days)].sort()).toEqual(days);
    }
    expect(
      ["england-and-wales", "scotland", "northern-ireland"].map((nation) => bankHolidays[nation as "scotland"].length),
    ).toEqual([32, 37, 40]);
  });
  test("an area closes and opens days of its own", () => {
    const easterMonday = localDate("2026-04-06");
    expect(isWorkingDay(easterMonday, scotland)).toBe(true);
    expect(isWorkingDay(easterMonday, workingCalendar("scotland", { closed: [easterMonday] }))).toBe(false);
    expect(isWorkingDay(easterMonday, workingCalendar("england-and-wales", { open: [easterMonday] }))).toBe(true);
  });
});

describe("outside the published years there is no answer, never a guess", () => {
  test.each(["2024-12-31", "2029-01-01"])("%s", (day) => {
    expect(isWorkingDay(localDate(day), england)).toBe("not-published");
  });
  test("a clock that runs over the edge is not promised", () => {
    expect(workingDaysAfter(localDate("2028-12-29"), 1, england)).toBe("not-published");
    expect(workingDaysAfter(localDate("2025-01-02"), -2, england)).toBe("not-published");
    expect(workingDaysBetween(localDate("2028-12-29"), localDate("2029-01-05"), england)).toBe("not-published");
    expect(workingDaysAfter(localDate("2028-12-28"), 1, england)).toBe("2028-12-29");
  });
});

test("adding working days and counting back gives the same number, forwards and backwards", () => {
  const day = fc.integer({ min: 100, max: 1300 }).map((days) => addDays(localDate("2025-01-01"), days));
  fc.assert(
    fc.property(day, fc.integer({ min: -40, max: 40 }), fc.constantFrom(england, scotland), (from, days, calendar) => {
      const to = workingDaysAfter(from, days, calendar);
      if (to === "not-published") throw new Error("inside the published years");
      expect(workingDaysBetween(from, to, calendar)).toBe(days);
      if (days !== 0) expect(isWorkingDay(to, calendar)).toBe(true);
    }),
  );
});
