import { expect, test } from "vitest";
import { BroughtToLight } from "./model.ts";

const asked = (given: unknown) => BroughtToLight.safeParse(given).error?.issues.map(({ message }) => message);

test("GIR-9: built up over time asks nothing more; a particular trigger has its kind, its day and what happened", () => {
  expect(BroughtToLight.parse({ is: "built-up" })).toEqual({ is: "built-up" }); // Finlay
  const eve = { is: "particular", kind: "event", on: "2026-03-17", words: "Mother admitted to hospital" };
  expect(BroughtToLight.parse(eve)).toEqual(eve);
  expect(asked({ is: "particular", words: "" })).toEqual([
    "Choose what kind of trigger it was",
    "Enter the day of the trigger",
    "Enter what happened",
  ]);
  expect(asked({ ...eve, kind: "built-up" })).toEqual(["Choose what kind of trigger it was"]);
  expect(asked({})).toEqual(["Choose what brought the need to light"]);
});
