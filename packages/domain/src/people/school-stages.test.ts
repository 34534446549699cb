import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, localDate } from "../kernel/local-date.ts";
import { schoolStages } from "../vocabulary/school-stages.ts";
import {
  compulsorySchoolAgeFrom,
  englishStage,
  mayDefer,
  primaryOneYear,
  readStage,
  type SessionStart,
  scottishLeaving,
  scottishStage,
  stageInUse,
  statutoryLeavingDay,
  yearGroup,
  yearGroupOf,
} from "./school-stages.ts";

const on = localDate("2026-11-22");
const startsOn: SessionStart = (year) => localDate(`${year}-08-18`);
const bornDay = fc.integer({ min: 0, max: 9000 }).map((days) => addDays(localDate("2001-01-01"), days));

describe("Scotland: the stage by date of birth, sessions starting on 18 August", () => {
  test.each([
    ["2015-01-20", 2019, true, "S1", "P7"],
    ["2015-05-10", 2020, false, "P7", "P6"],
    ["2020-02-28", 2024, true, "P3", "P2"],
    ["2020-03-01", 2025, false, "P2", undefined],
    ["2021-02-28", 2025, true, "P2", "P1"],
    ["2021-03-01", 2026, false, "P1", undefined],
    ["2021-08-18", 2026, false, "P1", undefined],
    ["2021-08-19", 2026, true, "P1", "not-yet-at-school"],
    ["2021-12-31", 2026, true, "P1", "not-yet-at-school"],
    ["2022-02-28", 2026, true, "P1", "not-yet-at-school"],
    ["2022-03-01", 2027, false, "not-yet-at-school", undefined],
    ["2009-02-28", 2013, true, "past-S6", "S6"],
    ["2009-03-01", 2014, false, "S6", undefined],
  ])("born %s: Primary 1 in August %i, may defer: %s, %s on 22 November 2026", (day, year, defers, stage, deferred) => {
    const born = localDate(day);
    expect(primaryOneYear(born)).toBe(year);
    expect(mayDefer(born, startsOn)).toBe(defers);
    expect(scottishStage(born, on, startsOn)).toBe(stage);
    if (deferred !== undefined) expect(scottishStage(born, on, startsOn, 1)).toBe(deferred);
  });
  test("born on 29 February: a person says which August", () => {
    const born = localDate("2020-02-29");
    expect(primaryOneYear(born)).toEqual({ ask: [2024, 2025] });
    expect(mayDefer(born, startsOn)).toBe("ask");
    expect(scottishStage(born, on, startsOn)).toBe("ask");
    expect(stageInUse("P2", "ask")).toMatchObject({ stage: "P2", prompt: expect.stringContaining("29 February") });
  });
  test("the stage changes on the day the council's session starts, not before", () => {
    const born = localDate("2021-03-01");
    expect(scottishStage(born, localDate("2026-08-17"), startsOn)).toBe("not-yet-at-school");
    expect(scottishStage(born, localDate("2026-08-18"), startsOn)).toBe("P1");
  });
  test("from one August to the next the stage goes up by one and never down", () => {
    const order = ["not-yet-at-school", ...Object.keys(schoolStages).slice(0, 13), "past-S6"];
    fc.assert(
      fc.property(bornDay, fc.integer({ min: 2001, max: 2040 }), (born, year) => {
        fc.pre(!born.endsWith("-02-29"));
        const [before, after] = [year, year + 1].map((of) => scottishStage(born, startsOn(of), startsOn));
        const step = order.indexOf(after ?? "") - order.indexOf(before ?? "");
        expect(step === 1 || (step === 0 && before === after)).toBe(true);
      }),
    );
  });
  test.each([
    ["2010-03-01", { on: "2026-05-31" }],
    ["2010-09-30", { on: "2026-05-31" }],
    ["2010-10-01", { startOfChristmasHolidays: 2026 }],
    ["2011-02-28", { startOfChristmasHolidays: 2026 }],
  ])("born %s: leaves %o", (day, leaving) => {
    expect(scottishLeaving(localDate(day))).toEqual(leaving);
  });
});

describe("England: the year group by date of birth", () => {
  test.each([
    ["2022-09-01", "N2", "2027-12-31"],
    ["2022-08-31", "R", "2027-08-31"],
    ["2022-04-01", "R", "2027-08-31"],
    ["2022-03-31", "R", "2027-03-31"],
    ["2022-01-01", "R", "2027-03-31"],
    ["2021-12-31", "R", "2026-12-31"],
    ["2021-09-01", "R", "2026-12-31"],
    ["2021-08-31", "Y1", "2026-08-31"],
    ["2016-09-01", "Y5", "2021-12-31"],
    ["2016-08-31", "Y6", "2021-08-31"],
    ["2010-11-20", "Y11", "2015-12-31"],
    ["2009-08-31", "Y13", "2014-08-31"],
  ])("born %s: %s on 22 November 2026, of compulsory school age from %s", (day, stage, from) => {
    const born = localDate(day);
    expect(englishStage(born, on)).toBe(stage);
    expect(compulsorySchoolAgeFrom(born)).toBe(from);
  });
  test("the year group goes up on 1 September", () => {
    const born = localDate("2016-09-01");
    expect([yearGroup(born, localDate("2026-08-31")), yearGroup(born, localDate("2026-09-01"))]).toEqual([4, 5]);
  });
  test("before the nursery years and after Year 13 it says so", () => {
    expect(englishStage(localDate("2025-01-01"), on)).toBe("not-yet-at-school");
    expect(englishStage(localDate("2008-08-31"), on)).toBe("past-Y13");
  });
  test("compulsory school age begins within six months of the fifth birthday, never before it", () => {
    fc.assert(
      fc.property(bornDay, (born) => {
        const fifth = addMonths(born, 60);
        expect(compulsorySchoolAgeFrom(born) >= fifth && compulsorySchoolAgeFrom(born) <= addDays(fifth, 184)).toBe(
          true,
        );
      }),
    );
  });
  test.each([
    ["2010-01-10", "2026-06-26"],
    ["2010-09-01", "2027-06-25"],
    ["2011-09-01", "2028-06-30"],
  ])("born %s: leaves on %s at the earliest", (day, leaving) => {
    expect(statutoryLeavingDay(localDate(day))).toBe(leaving);
  });
});

describe("the recorded stage wins", () => {
  test("a stage that the date of birth agrees with prompts nothing", () => {
    expect(stageInUse("Y5", "Y5")).toEqual({ stage: "Y5" });
    expect(stageInUse("not-recorded", "Y5")).toEqual({ stage: "Y5" });
    expect(stageInUse("SP", "P4")).toEqual({ stage: "SP" });
  });
  test("a difference is a prompt, and the recorded stage stays", () => {
    expect(stageInUse("P2", "P3")).toEqual({
      stage: "P2",
      prompt: "Recorded as Primary 2; the date of birth would give Primary 3. Check with the school.",
    });
    expect(stageInUse("P1", "not-yet-at-school").stage).toBe("P1");
    expect(stageInUse("not-recorded", "past-S6")).toEqual({ stage: "not-recorded" });
  });
});

describe("stages as lists write them", () => {
  test.each([
    ...["Year 7", "7", "07", "Y7", "yr 7", "NC Year 7", "year07"].map(
      (text) => [text, "england-and-wales", "Y7"] as const,
    ),
    ...["R", "rec", "Reception", "0"].map((text) => [text, "england-and-wales", "R"] as const),
    ["Nursery 2", "england-and-wales", "N2"],
    ["14", "england-and-wales", "Y14"],
    ...["P3", "p 3", "Primary 3"].map((text) => [text, "scotland", "P3"] as const),
    ["Secondary 1", "scotland", "S1"],
    ["SP", "scotland", "SP"],
    ["P8", "scotland", undefined],
    ["Year 7", "scotland", undefined],
    ["Year 22", "england-and-wales", undefined],
    ["P3", "england-and-wales", undefined],
  ] as const)("%s in %s is %s", (text, nation, stage) => {
    expect(readStage(text, nation)).toBe(stage);
  });
  test("a rule asks for the number of the year group", () => {
    expect([yearGroupOf("Y9"), yearGroupOf("R"), yearGroupOf("N2"), yearGroupOf("X"), yearGroupOf("P3")]).toEqual([
      9,
      0,
      -1,
      undefined,
      undefined,
    ]);
  });
});
