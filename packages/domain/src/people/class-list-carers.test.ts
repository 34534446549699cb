import { expect, test } from "vitest";
import { carerChanges, type KnownCarer, relationshipInWords } from "./class-list-carers.ts";

const ceit: KnownCarer = {
  id: "carer-1",
  name: "Ceit NicLeòid",
  relationship: "mother",
  phone: "01632 960 001",
  email: null,
};

test("the same carer changes nothing, however the name is written", () => {
  expect(carerChanges([{ name: "Ceit NicLeòid", relationship: "mother", phone: "01632 960 001" }], [ceit])).toEqual([]);
  expect(carerChanges([{ name: "Ceit NicLeòid", relationship: "not-recorded" }], [ceit])).toEqual([]);
});

test("a new phone number takes the place of the old, and what the row leaves out stays", () => {
  expect(
    carerChanges([{ name: "Ceit NicLeòid", relationship: "not-recorded", phone: "01632 960 002" }], [ceit]),
  ).toEqual([
    { name: "Ceit NicLeòid", relationship: "mother", phone: "01632 960 002", email: null, replaces: "carer-1" },
  ]);
});

test("another name is another carer, and nobody is taken away", () => {
  expect(
    carerChanges([{ name: "Iain MacLeòid", relationship: "other", relationshipAsWritten: "godfather" }], [ceit]),
  ).toEqual([{ name: "Iain MacLeòid", relationship: "godfather", phone: null, email: null }]);
});

test("two carers who share a name stay two, and the same row again changes neither", () => {
  const shared = { name: "Ceit NicLeòid", relationship: "grandparent" } as const;
  const row = [
    { ...shared, phone: "01632 960 003" },
    { ...shared, phone: "01632 960 004" },
  ];
  const first = carerChanges(row, []);
  expect(first.map(({ phone }) => phone)).toEqual(["01632 960 003", "01632 960 004"]);
  expect(
    carerChanges(
      row,
      first.map((carer, at) => ({ ...carer, id: `carer-${at}` })),
    ),
  ).toEqual([]);
  const newNumber = carerChanges(
    [
      { ...shared, phone: "01632 960 005" },
      { ...shared, phone: "01632 960 003" },
    ],
    [
      { ...shared, id: "carer-1", phone: "01632 960 003", email: null },
      { ...shared, id: "carer-2", phone: "01632 960 004", email: null },
    ],
  );
  expect(newNumber).toEqual([{ ...shared, phone: "01632 960 005", email: null, replaces: "carer-2" }]);
});

test("a relationship reads by its label, or in the family's own word", () => {
  expect(relationshipInWords("step-parent")).toBe("Step-parent");
  expect(relationshipInWords("godfather")).toBe("godfather");
  expect(relationshipInWords("constructor")).toBe("constructor");
  expect(relationshipInWords(null)).toBeNull();
});
