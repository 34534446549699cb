import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { reviewDueFacts, reviewPointFacts } from "../testing/review.ts";
import { reviewIsHeld } from "./review-due.ts";
import { notTooFarOff } from "./review-point.ts";

const given = { id: "a.rule", clause: { source: "A", at: "1" }, from: localDate("2007-01-01") };
const inWorkingDays = { count: 10, unit: "working-days" } as const;
const spacings = [{ first: inWorkingDays, later: inWorkingDays }];
const late = localDate("2028-12-27");

describe("a book that counts reviews in working days", () => {
  const escalation = { managerWorkingDays: 5, oneStepUp: "senior-manager" } as const;
  const held = reviewIsHeld(given, { spacings, remindDays: 7, escalation });
  test("names no day where bank holidays are not published, unless the plan names one", () => {
    const facts = reviewDueFacts({ agreedOn: late, reviewOn: "none" });
    expect(held.apply(facts, noonOn(late))).toMatchObject({ due: "not-published", onAccountOf: "lead-professional" });
    const named = reviewDueFacts({ agreedOn: late, reviewOn: localDate("2029-01-05") });
    expect(held.apply(named, noonOn(late))).toMatchObject([{ due: { day: "2029-01-05" } }]);
  });
  test("and does not say whether a date is too far off", () => {
    const far = notTooFarOff(given, { spacings, managerMayExtend: false });
    const facts = reviewPointFacts({ agreedOn: late, reviewOn: localDate("2029-01-05") });
    expect(far.apply(facts, noonOn(late))).toMatchObject({
      effect: "unknown",
      missing: "the bank holidays of that year",
    });
  });
});
