import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { GivePart } from "./part-commands.ts";
import { lastDayProblem } from "./parts.ts";

const today = localDate("2026-11-23");

describe("a part is given for at most 90 days, today counted", () => {
  test.each([
    ["2026-11-22", "Enter today or a day to come"],
    ["2026-11-23", undefined],
    ["2027-02-20", undefined],
    ["2027-02-21", "Enter a day within 90 days, today counted"],
  ])("to %s: %s", (day, problem) => {
    expect(lastDayProblem(localDate(day), today)).toBe(problem);
  });
});

describe("what a part needs to be given", () => {
  const id = "01890a5d-ac96-774b-bcce-b302099a8057";
  const given = { idempotencyKey: id, childId: id, practitionerId: id, why: "Asked by the Reporter", lastDay: today };
  const problemsOf = (more: object) =>
    GivePart.safeParse({ ...given, ...more }).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];

  test("HIG-180: a member of a group has the case on an agenda", () => {
    expect(problemsOf({ part: "forum-member" })).toEqual([["agenda", "Enter the group and the day of its meeting"]]);
    expect(problemsOf({ part: "forum-member", agenda: "Service Managers' Group, 2 December" })).toEqual([]);
  });

  test("HIG-166: a quality auditor has one plan of the sample", () => {
    expect(problemsOf({ part: "quality-auditor" })).toEqual([["planId", "Choose the plan that is checked"]]);
    expect(problemsOf({ part: "quality-auditor", planId: id })).toEqual([]);
  });

  test("a reason, in words", () => {
    expect(problemsOf({ part: "review-officer", why: " " })).toEqual([["why", "Enter why this person needs it"]]);
  });
});
