import { describe, expect, test } from "vitest";
import { type OnRoll, whomItFits } from "./whom-it-fits.ts";

const roll: readonly OnRoll[] = [
  { childId: "1", given: "Ewan", family: "Bell", group: "P6" },
  { childId: "2", given: "Ewan", family: "Muir", group: "P7" },
  { childId: "3", given: "Mary Anne", preferred: "Maisie", family: "de la Cruz", group: "P6" },
  { childId: "4", given: "Mòrag", family: "NicLeòid" },
  { childId: "5", given: "Aya", family: "" },
];
const fits = (about: string, group?: string) => whomItFits({ about, group }, roll).map(({ childId }) => childId);

describe("HIG-70: a worry names a child as far as somebody knows", () => {
  test("a first name and a class are enough where one child fits", () => {
    expect(fits("Ewan", "P6")).toEqual(["1"]);
    expect(fits("ewan", "p 6")).toEqual(["1"]);
  });
  test("two who fit are two, and nobody is guessed", () => {
    expect(fits("Ewan")).toEqual(["1", "2"]);
    expect(fits("Ewan", "P1")).toEqual([]);
  });
  test.each([
    ["Ewan B", ["1"]],
    ["Ewan Bell", ["1"]],
    ["Ewan Bel", []],
    ["Ewa", []],
    ["Maisie", ["3"]],
    ["Mary", ["3"]],
    ["Mary Anne de la Cruz", ["3"]],
    ["Mary d", ["3"]],
    ["Morag Nicleoid", ["4"]],
    ["Aya", ["5"]],
    ["Aya Khan", []],
    ["Bell", []],
    ["…", []],
  ])("%s: %j", (about, expected) => {
    expect(fits(about)).toEqual(expected);
  });
  test("a class that is not on record fits no class that is said", () => {
    expect(fits("Morag", "P2")).toEqual([]);
    expect(fits("Morag", " ")).toEqual(["4"]);
  });
});
