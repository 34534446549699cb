import { expect, test } from "vitest";
import { carerChanges, type KnownCarer } from "./class-list-carers.ts";

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
