import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, localDate } from "../kernel/local-date.ts";
import { isWithoutLook, RecordAccessReview, reviewDueOn, roundDueOn } from "./reviews.ts";

const today = localDate("2026-11-23");
const daysAgo = (days: number) => addDays(today, -days);

describe("a part that nobody looked through for 90 days", () => {
  test.each([
    ["held for 89 days, never looked at", 89, undefined, false],
    ["held for 90 days, never looked at", 90, undefined, true],
    ["held for a year, looked at 89 days ago", 365, 89, false],
    ["held for a year, looked at 90 days ago", 365, 90, true],
    ["held since today", 0, undefined, false],
  ])("%s", (_, since, looked, expected) => {
    const lastLook = looked === undefined ? undefined : daysAgo(looked);
    expect(isWithoutLook({ since: daysAgo(since), lastLook }, today)).toBe(expected);
  });
});

describe("when somebody is gone through again", () => {
  test("90 days after the last time, whatever the post", () => {
    expect(reviewDueOn({ reviewedOn: localDate("2026-09-01"), inPostSince: localDate("2020-01-06") })).toBe(
      "2026-11-30",
    );
  });
  test("90 days after they came to the post where nobody has yet", () => {
    expect(reviewDueOn({ inPostSince: localDate("2026-09-01") })).toBe("2026-11-30");
  });
  test("after as many days as the area set", () => {
    expect(reviewDueOn({ inPostSince: localDate("2026-09-01") }, 30)).toBe("2026-10-01");
  });
});

describe("the round a manager owes", () => {
  test("nobody is due: there is none", () => expect(roundDueOn([], today)).toBeUndefined());
  test.each([
    ["the nearest is 15 days off", 15, false],
    ["the nearest is 14 days off", 14, true],
    ["the nearest was due years ago", -900, true],
  ])("%s", (_, days, isOwed) => {
    const due = roundDueOn([addDays(today, 80), addDays(today, days)], today);
    expect(due).toBe(isOwed ? "2026-12-07" : undefined);
  });
  test("gives a fortnight at least, whatever is due", () => {
    void fc.assert(
      fc.property(fc.array(fc.integer({ min: -2_000, max: 2_000 })), (days) => {
        const due = roundDueOn(
          days.map((one) => addDays(today, one)),
          today,
        );
        expect(due === undefined || due >= addDays(today, 14)).toBe(true);
      }),
    );
  });
});

describe("what a manager says", () => {
  const review = {
    idempotencyKey: "3f2b8a52-6f0f-4f7e-9a39-0d3b3e9f6a10",
    practitionerId: "019ab8a0-0000-7000-8000-00000000abcd",
  };
  test("needs no words to keep everything", () => {
    expect(RecordAccessReview.parse({ ...review, end: [], words: "  " }).words).toBeUndefined();
  });
  test("needs words to ask that something ends", () => {
    const asked = RecordAccessReview.safeParse({ ...review, end: ["a part"], words: " " });
    expect(asked.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [["words"], "Enter why it should end"],
    ]);
  });
});
