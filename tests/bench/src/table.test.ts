import { expect, test } from "vitest";
import { markdownTable, table } from "./table.ts";

const rows = [
  ["Child page", "1,200"],
  ["  bare", "9"],
];

test("names stand to the left and figures to the right, under their headings", () => {
  expect(table(["", "requests/s"], rows).split("\n")).toEqual([
    "            requests/s",
    "----------------------",
    "Child page       1,200",
    "  bare               9",
  ]);
});

test("a page of the documentation shows the same", () => {
  expect(markdownTable(["", "requests/s"], rows).split("\n")).toEqual([
    "|  | requests/s |",
    "| :-- | --: |",
    "| Child page | 1,200 |",
    "| &nbsp;&nbsp;bare | 9 |",
  ]);
});
