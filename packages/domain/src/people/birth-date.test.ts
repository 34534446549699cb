import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, localDate } from "../kernel/local-date.ts";
import { readDateOfBirth } from "./birth-date.ts";

const today = localDate("2026-11-22");
const read = (text: string) => readDateOfBirth(text, today);

describe("a date of birth is read as lists write it, day first", () => {
  test.each([
    ["27/3/2015", "2015-03-27"],
    ["27/03/2015", "2015-03-27"],
    ["27-03-2015", "2015-03-27"],
    ["27.3.2015", "2015-03-27"],
    ["2015-03-27", "2015-03-27"],
    ["2015-03-27T00:00:00", "2015-03-27"],
    ["27/03/2015 00:00", "2015-03-27"],
    ["27 Mar 2015", "2015-03-27"],
    ["27-March-2015", "2015-03-27"],
    ["29/02/2020", "2020-02-29"],
    ["22/11/2026", "2026-11-22"],
    ["23/11/2000", "2000-11-23"],
  ])("%s is %s", (text, day) => {
    expect(read(text)).toEqual({ day });
  });
  test.each([
    ["27/3/15", "2015-03-27"],
    ["01-Jan-26", "2026-01-01"],
  ])("%s has a year of two digits: it is read and asked about", (text, day) => {
    expect(read(text)).toEqual({
      day,
      warning: `The year of birth has two digits and was read as ${day.slice(0, 4)}. Check it.`,
    });
  });
  test.each([
    ["", "Enter a date of birth, like 27/3/2015."],
    ["31/02/2015", "Enter a real date of birth, day first, like 27/3/2015. There is no such day."],
    ["5/31/2015", "Enter a real date of birth, day first, like 27/3/2015. There is no such day."],
    ["29/02/2021", "Enter a real date of birth, day first, like 27/3/2015. There is no such day."],
    ["27/3/2090", "The date of birth is in the future. Enter the day the child was born."],
    ["23/11/2026", "The date of birth is in the future. Enter the day the child was born."],
    ["1/1/1890", "The date of birth is more than 26 years ago. Enter the day the child was born."],
    ["22/11/2000", "The date of birth is more than 26 years ago. Enter the day the child was born."],
    ["01/01/98", "The date of birth is more than 26 years ago. Enter the day the child was born."],
    ["42127", "Enter a real date of birth, day first, like 27/3/2015."],
    ["last May", "Enter a real date of birth, day first, like 27/3/2015."],
    ["27 Foo 2015", "Enter a real date of birth, day first, like 27/3/2015."],
  ])("%s: %s", (text, problem) => {
    expect(read(text)).toEqual({ problem });
  });
  test("every day of the last 26 years is read back from either way of writing it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 26 * 365 }), (days) => {
        const day = addDays(today, -days);
        const [year, month, date] = day.split("-");
        expect(read(day)).toEqual({ day });
        expect(read(`${Number(date)}/${Number(month)}/${year}`)).toEqual({ day });
      }),
    );
  });
  test("any text is answered", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(read(text)).toBeDefined();
      }),
    );
  });
});
