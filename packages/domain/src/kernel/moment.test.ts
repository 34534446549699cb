import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { addDays, localDate } from "./local-date.ts";
import { dayOf, endOf, isBefore, MomentSchema, momentAt, momentOn, noonOn, timeOf } from "./moment.ts";

const zoneBefore = process.env.TZ;
afterAll(() => {
  if (zoneBefore === undefined) delete process.env.TZ;
  else process.env.TZ = zoneBefore;
});
const at = (day: string, time?: string) => momentOn(localDate(day), time).at;

describe.each([
  ["UTC", 12],
  ["Europe/London", 13],
  ["Pacific/Auckland", 0],
])("on a server in %s the local day is London's", (zone, hour) => {
  test("the server's clock is the one meant", () => {
    process.env.TZ = zone;
    expect(new Date("2026-07-01T12:00:00Z").getHours()).toBe(hour);
  });
  test.each([
    ["2026-11-22", "14:20", "2026-11-22T14:20:00.000Z"],
    ["2026-07-01", "00:00", "2026-06-30T23:00:00.000Z"],
    ["2026-03-29", "00:59", "2026-03-29T00:59:00.000Z"],
    ["2026-03-29", "01:30", "2026-03-29T01:30:00.000Z"],
    ["2026-03-29", "02:00", "2026-03-29T01:00:00.000Z"],
    ["2026-10-25", "00:59", "2026-10-24T23:59:00.000Z"],
    ["2026-10-25", "01:30", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25", "02:00", "2026-10-25T02:00:00.000Z"],
  ])("%s %s is %s", (day, time, instant) => {
    process.env.TZ = zone;
    expect(at(day, time)).toBe(instant);
  });
  test("the hour the clocks skip gives the hour after, the hour they repeat the first of the two", () => {
    process.env.TZ = zone;
    expect(timeOf(momentOn(localDate("2026-03-29"), "01:30"))).toBe("02:30");
    expect(timeOf(momentAt("2026-10-25T00:30:00Z"))).toBe("01:30");
    expect(timeOf(momentAt("2026-10-25T01:30:00Z"))).toBe("01:30");
  });
  test("a day ends at London's midnight, 23 or 25 hours long when the clocks change", () => {
    process.env.TZ = zone;
    const hours = (day: string) => (Date.parse(endOf(localDate(day)).at) - Date.parse(at(day))) / 3_600_000;
    expect([hours("2026-03-28"), hours("2026-03-29"), hours("2026-10-25")]).toEqual([24, 23, 25]);
    expect(dayOf(momentAt("2026-06-30T23:00:00Z"))).toBe("2026-07-01");
    expect(dayOf(momentAt("2026-06-30T22:59:59.999Z"))).toBe("2026-06-30");
  });
  test("a day and a time of it give a moment on that day, and it says the same time", () => {
    process.env.TZ = zone;
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(23), fc.nat(59), (days, hour, minute) => {
        const day = addDays(localDate("1990-01-01"), days);
        const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
        const moment = momentOn(day, time);
        expect(dayOf(moment)).toBe(day);
        if (hour !== 1) expect(timeOf(moment)).toBe(time);
      }),
    );
  });
});

describe("moments compare as text", () => {
  test("however they were written outside", () => {
    const read = (text: string) => MomentSchema.parse({ at: text, zone: "Europe/London" });
    expect(read("2026-11-22T10:00:00Z")).toEqual(momentAt("2026-11-22T10:00:00.000Z"));
    expect(read("2026-07-01T10:00:00+01:00")).toEqual(momentAt("2026-07-01T09:00:00Z"));
    expect(isBefore(read("2026-11-22T10:00:00Z"), read("2026-11-22T10:00:00.001Z"))).toBe(true);
    expect(MomentSchema.safeParse({ at: "2026-11-22", zone: "Europe/London" }).success).toBe(false);
    expect(MomentSchema.safeParse({ at: "2026-11-22T10:00:00Z", zone: "UTC" }).success).toBe(false);
  });
  test("midnight is before noon, noon before the day's end", () => {
    const day = localDate("2026-03-29");
    expect(isBefore(momentOn(day), noonOn(day)) && isBefore(noonOn(day), endOf(day))).toBe(true);
    expect(() => momentAt("yesterday")).toThrow(RangeError);
  });
});
