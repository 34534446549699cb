import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { asItStands, type Rulebook } from "../rulebooks/questions.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import { anAbsence, coverFacts } from "../testing/continuity.ts";

const day = localDate;
const owed = (of: Rulebook, facts: Parameters<typeof coverFacts>[0], asked: string, act: string) =>
  asItStands(of)
    .duty("lead-professional.cover", coverFacts(facts), noonOn(localDate(asked)))
    .owed.filter((duty) => duty.act === act);

describe("BOL-10.1: days away are counted from the first of them, in the middle of a week too", () => {
  test.each([
    ["2026-12-17", "for 1 working day:"],
    ["2026-12-18", "for 2 working days:"],
  ])("away from Wednesday 16 December, back on %s: %s", (back, words) => {
    const absence = anAbsence({ from: day("2026-12-16"), expectedBackOn: day(back) });
    expect(owed(bolton, { absence }, "2026-12-01", "cover.write-note")[0]?.because).toContain(words);
  });
  test("the fifth working day missed from Wednesday 2 December is Tuesday the 8th", () => {
    const absence = anAbsence({ isPlanned: false, knownOn: day("2026-12-02"), from: day("2026-12-02") });
    expect(owed(bolton, { absence }, "2026-12-02", "cover.decide")).toMatchObject([{ due: { day: "2026-12-08" } }]);
  });
});

describe("WIG-8.8.10: a lead who is off for long", () => {
  test("somebody in between is named where nobody knows the day back, and not where the day back makes no length", () => {
    const named = (expectedBackOn: "not-recorded" | ReturnType<typeof day>) =>
      owed(
        wigan,
        { absence: anAbsence({ knownOn: day("2026-11-23"), from: day("2026-11-23"), expectedBackOn }) },
        "2027-01-18",
        "interim.name",
      );
    expect(named("not-recorded")).toHaveLength(1);
    expect(named(day("2026-11-23"))).toEqual([]);
  });
  test("a change for good is looked at from the first day away", () => {
    const looked = (asked: string) =>
      owed(
        wigan,
        { absence: anAbsence({ from: day("2026-12-14"), expectedBackOn: day("2027-03-01") }) },
        asked,
        "lead-professional.review-change-for-good",
      );
    expect(looked("2026-12-13")).toEqual([]);
    for (const asked of ["2026-12-14", "2026-12-15"])
      expect(looked(asked)).toMatchObject([{ due: { day: "2027-01-11" } }]);
  });
});

describe("WIG-8.8.11: a lead who leaves the post hands over first", () => {
  const leaves = (lastDay: string) =>
    owed(
      wigan,
      {
        leaving: {
          noticeOn: day("2026-12-01"),
          lastDay: day(lastDay),
          handoverDoneOn: "none",
          accessEndedOn: "none",
        },
      },
      "2026-12-01",
      "handover.complete",
    ).map(({ due, because, ifMissed }) => [due, because, ifMissed]);
  const handedOver = "the next lead is agreed, and the plan, contacts and risks handed over and the family introduced";
  test("by which day, and who is the contact from the day after the last one", () => {
    expect(leaves("2027-01-29")).toEqual([
      [
        { day: "2027-01-22" },
        `The lead leaves on 29 January 2027: ${handedOver} by 22 January 2027.`,
        "The line manager is the contact from 30 January 2027.",
      ],
    ]);
  });
  test("where the bank holidays of that time are not published no day is said", () => {
    expect(leaves("2031-01-31")).toEqual([
      [
        "not-published",
        `The lead leaves on 31 January 2031: ${handedOver}.`,
        "The line manager is the contact from 1 February 2031.",
      ],
    ]);
  });
});
