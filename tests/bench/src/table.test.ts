import { expect, test } from "vitest";
import { table } from "./table.ts";

test("names stand to the left and figures to the right, under their headings", () => {
  const rows = [
    ["Child page", "1,200"],
    ["  bare", "9"],
  ];
  expect(table(["", "requests/s"], rows).split("\n")).toEqual([
    "            requests/s",
    "----------------------",
    "Child page       1,200",
    "  bare               9",
  ]);
});
