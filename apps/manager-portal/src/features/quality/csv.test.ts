import { describe, expect, test } from "vitest";
import { csvOf } from "./csv.ts";

const lines = (rows: readonly (readonly (string | number)[])[]) =>
  csvOf({ headings: ["Agency", "Leads"], rows })
    .slice(1)
    .split("\r\n");

describe("figures as CSV", () => {
  test("headings, then a line each, in UTF-8 with its mark", () => {
    expect(csvOf({ headings: ["Agency"], rows: [] }).charCodeAt(0)).toBe(0xfeff);
    expect(lines([["Slàinte Òg", 3]])).toEqual(["Agency,Leads", "Slàinte Òg,3", ""]);
  });
  test("commas, quotation marks and new lines stay within their cell", () => {
    expect(
      lines([['Health, "North"\nand South', 0]])
        .slice(1)
        .join("|"),
    ).toBe('"Health, ""North""\nand South",0|');
  });
  test.each(["=1+1", "+44", "-2", "@sum", "\tx"])("%j is a text to a spreadsheet, not a formula", (text) => {
    expect(lines([[text, 1]])[1]).toBe(`'${text},1`);
  });
  test("a number below zero stays a number", () => {
    expect(lines([["Health", -2]])[1]).toBe("Health,-2");
  });
});
