import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { momentOn } from "../kernel/moment.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import { closesAt, reviewLateFrom } from "./emergency.ts";

const [england, scotland] = [workingCalendar("england-and-wales"), workingCalendar("scotland")];
const opened = (day: string, time = "14:20") => momentOn(localDate(day), time);

test("a record opened in an emergency closes by itself after 60 minutes, over a change of clocks too", () => {
  expect(closesAt(opened("2026-11-23"))).toEqual(opened("2026-11-23", "15:20"));
  expect(closesAt(momentOn(localDate("2026-10-25"), "00:30")).at).toBe("2026-10-25T00:30:00.000Z");
});

describe("an emergency access is reviewed within 2 working days, the day itself not counted", () => {
  test.each([
    ["Monday", "2026-11-09", "2026-11-12"],
    ["Thursday: the weekend does not count", "2026-11-12", "2026-11-17"],
    ["Friday", "2026-11-13", "2026-11-18"],
    ["Saturday", "2026-11-14", "2026-11-18"],
    ["Sunday", "2026-11-15", "2026-11-18"],
  ])("opened on a %s", (_, day, lateOn) => {
    for (const calendar of [england, scotland])
      expect(reviewLateFrom(opened(day), calendar)).toEqual(momentOn(localDate(lateOn)));
  });

  test("St Andrew's Day is kept in Scotland alone", () => {
    expect(reviewLateFrom(opened("2026-11-27"), england)).toEqual(momentOn(localDate("2026-12-02")));
    expect(reviewLateFrom(opened("2026-11-27"), scotland)).toEqual(momentOn(localDate("2026-12-03")));
  });

  test("over Christmas and the new year each nation has days of its own", () => {
    // Friday 25 December; Boxing Day falls on a Saturday, so Monday 28 December is kept in both nations
    expect(reviewLateFrom(opened("2026-12-24"), england)).toEqual(momentOn(localDate("2026-12-31")));
    expect(reviewLateFrom(opened("2026-12-24"), scotland)).toEqual(momentOn(localDate("2026-12-31")));
    // 2 January is kept in Scotland alone: in 2027 on Monday the 4th
    expect(reviewLateFrom(opened("2026-12-31"), england)).toEqual(momentOn(localDate("2027-01-06")));
    expect(reviewLateFrom(opened("2026-12-31"), scotland)).toEqual(momentOn(localDate("2027-01-07")));
  });

  test("the area's own closed days count, and a year whose bank holidays nobody knows yet has a day all the same", () => {
    const closed = workingCalendar("england-and-wales", { closed: [localDate("2026-11-30")] });
    expect(reviewLateFrom(opened("2026-11-26"), closed)).toEqual(momentOn(localDate("2026-12-02")));
    expect(reviewLateFrom(opened("2199-11-29"), england)).toEqual(momentOn(localDate("2199-12-04")));
  });

  test("a few minutes before midnight is still that day", () => {
    expect(reviewLateFrom(opened("2026-11-23", "23:58"), england)).toEqual(momentOn(localDate("2026-11-26")));
  });
});
