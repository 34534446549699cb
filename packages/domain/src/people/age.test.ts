import { expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { ageInWords } from "./age.ts";

test.each([
  ["2026-11-23", "0 days"],
  ["2026-11-22", "1 day"],
  ["2026-11-02", "3 weeks"],
  ["2026-08-24", "13 weeks"],
  ["2026-08-23", "3 months"],
  ["2024-11-24", "23 months"],
  ["2024-11-23", "2 years"],
  ["2017-11-24", "8 years"],
  ["2017-11-23", "9 years"],
])("a child born on %s is %s on 23 November 2026", (bornOn, age) => {
  expect(ageInWords({ bornOn: localDate(bornOn) }, localDate("2026-11-23"))).toBe(age);
});

test("an unborn child has a due date, and a missing date of birth is said", () => {
  const today = localDate("2026-11-23");
  expect(ageInWords({ bornOn: null, dueOn: localDate("2027-05-03") }, today)).toBe("Not yet born: due 3 May 2027");
  expect(ageInWords({ bornOn: null }, today)).toBe("Date of birth not recorded");
});
