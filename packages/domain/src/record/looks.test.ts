import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { momentAt, momentOn } from "../kernel/moment.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import { CheckLooks, isOutOfHours, lookBounds, mondayOf, openHoursOf, triedInWords, unusualDays } from "./looks.ts";

const england = workingCalendar("england-and-wales");
const scotland = workingCalendar("scotland");
const day = localDate("2026-11-23");

describe("a week", () => {
  test.each([
    ["2026-11-23", "2026-11-23"],
    ["2026-11-22", "2026-11-16"],
    ["2026-11-28", "2026-11-23"],
    ["2027-01-01", "2026-12-28"],
  ])("the week of %s begins on Monday %s", (of, monday) => {
    expect(mondayOf(localDate(of))).toBe(monday);
  });
});

describe("out of hours", () => {
  const isOut = (on: string, time: string, calendar = england) =>
    isOutOfHours(momentOn(localDate(on), time), openHoursOf(mondayOf(localDate(on)), calendar));

  test.each([
    ["a minute to seven", "2026-11-23", "06:59:59", true],
    ["seven", "2026-11-23", "07:00:00", false],
    ["a minute to eight in the evening", "2026-11-23", "19:59:59", false],
    ["eight in the evening", "2026-11-23", "20:00:00", true],
    ["Saturday at noon", "2026-11-28", "12:00:00", true],
    ["Sunday at noon", "2026-11-29", "12:00:00", true],
    ["Christmas Day at noon", "2026-12-25", "12:00:00", true],
  ])("%s", (_, on, time, out) => {
    expect(isOut(on, time)).toBe(out);
  });

  test("each nation's own bank holidays count: 30 November in Scotland, Easter Monday in England", () => {
    expect([isOut("2026-11-30", "12:00"), isOut("2026-11-30", "12:00", scotland)]).toEqual([false, true]);
    expect([isOut("2026-04-06", "12:00"), isOut("2026-04-06", "12:00", scotland)]).toEqual([true, false]);
  });

  test("the clock on the wall counts, in summer too", () => {
    const open = openHoursOf(localDate("2026-06-15"), england);
    expect(isOutOfHours(momentAt("2026-06-15T06:30:00.000Z"), open)).toBe(false); // half past seven in London
    expect(isOutOfHours(momentAt("2026-06-15T19:30:00.000Z"), open)).toBe(true); // half past eight
  });

  test("the area's own closed and open days count; a year without bank holidays yet has its weekdays", () => {
    const own = workingCalendar("england-and-wales", { closed: [day], open: [localDate("2026-12-25")] });
    expect([isOut("2026-11-23", "12:00", own), isOut("2026-12-25", "12:00", own)]).toEqual([true, false]);
    expect([isOut("2058-11-20", "12:00"), isOut("2058-11-23", "12:00")]).toEqual([false, true]);
  });
});

describe("unusual numbers", () => {
  const looked = (practitionerId: string, many: number, role = "practitioner") => ({
    practitionerId,
    role,
    day,
    many,
  });
  const whose = (...of: ReturnType<typeof looked>[]) => unusualDays(of).map(({ practitionerId }) => practitionerId);

  test("more than three times the median of the others with the same part, on the same day", () => {
    expect(whose(looked("ann", 31), looked("bea", 10), looked("cy", 10), looked("di", 4))).toEqual(["ann"]);
    expect(whose(looked("ann", 30), looked("bea", 10), looked("cy", 10))).toEqual([]); // three times is not more
    expect(whose(looked("ann", 31), looked("bea", 10, "head"), looked("cy", 40))).toEqual([]);
  });

  test("29 children are never unusual, 30 may be", () => {
    expect(whose(looked("ann", 29), looked("bea", 1))).toEqual([]);
    expect(unusualDays([looked("ann", 30), looked("bea", 1), looked("cy", 4)])).toEqual([
      { ...looked("ann", 30), others: 2.5 },
    ]);
  });

  test("with nobody to compare, 30 stand out; another day or another part is no comparison", () => {
    expect(whose(looked("ann", 30))).toEqual(["ann"]);
    expect(whose(looked("ann", 30), { ...looked("bea", 30), day: localDate("2026-11-24") })).toEqual(["ann", "bea"]);
  });

  test("ten tries in a day that found nobody stand out, nine are slips of the keys", () => {
    const tries = (many: number) => unusualDays([looked("ann", many), looked("bea", 2)], lookBounds.leastTries);
    expect([tries(9), tries(10).map(({ practitionerId }) => practitionerId)]).toEqual([[], ["ann"]]);
  });

  test("whatever the numbers are, nobody below the least stands out, and the order they come in says nothing", () => {
    const many = fc.array(fc.record({ id: fc.uuid(), children: fc.nat(200) }), { maxLength: 12 });
    fc.assert(
      fc.property(many, (of) => {
        const all = of.map(({ id, children }) => looked(id, children));
        const found = unusualDays(all);
        expect(found.every((one) => one.many >= lookBounds.leastChildren)).toBe(true);
        const again = unusualDays([...all].reverse());
        expect(new Set(again.map(({ practitionerId }) => practitionerId))).toEqual(
          new Set(found.map(({ practitionerId }) => practitionerId)),
        );
      }),
    );
  });
});

test("what somebody tried is said in whole words, whichever act it was", () => {
  expect(triedInWords("child.search")).toBe("Searched for a child by name or number");
  expect(triedInWords("plan.read")).toBe("Asked for something of a child's record");
});

test("what was found needs words, and any day of the week says which week", () => {
  const input = {
    idempotencyKey: "018f0000-0000-7000-8000-000000000001",
    week: "2026-11-26",
    kind: "out-of-hours",
    practitionerId: "018f0000-0000-7000-8000-000000000002",
    outcome: "in-order",
    words: "On call that night.",
  };
  expect(CheckLooks.parse(input).week).toBe("2026-11-23");
  expect(CheckLooks.safeParse({ ...input, words: " " }).error?.issues[0]?.message).toBe(
    "Enter what you found and how you know",
  );
});
