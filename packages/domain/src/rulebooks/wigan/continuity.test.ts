import { describe, expect, test } from "vitest";
import { type LocalDate, localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { CoverFacts } from "../../lead-professional/continuity-model.ts";
import { actingFacts, anAbsence, coverFacts, standInFacts } from "../../testing/continuity.ts";
import { inShort } from "../../testing/lead-professional.ts";
import { asItStands } from "../questions.ts";
import { wigan } from "./wigan.ts";

const book = asItStands(wigan);
const on = (day: string) => noonOn(localDate(day));
const owed = (of: Partial<CoverFacts>, day: string) =>
  book.duty("lead-professional.cover", coverFacts({ lead: "priya", lineManager: "helen", ...of }), on(day)).owed;
const dueOf = (act: string, of: Partial<CoverFacts>, day: string) => owed(of, day).find((one) => one.act === act)?.due;

const sixWeeks = anAbsence({
  isPlanned: false,
  knownOn: localDate("2026-11-23"),
  from: localDate("2026-11-23"),
  expectedBackOn: localDate("2027-01-04"),
});

describe("WIG-8.8.10: a lead on long-term sick has somebody named in between within 2 working days", () => {
  test("off from Monday 23 November with a note of six weeks: named by Wednesday 25", () => {
    expect(owed({ absence: sixWeeks }, "2026-11-23").find(({ act }) => act === "interim.name")).toMatchObject({
      who: "line-manager",
      whoId: "helen",
      due: { day: "2026-11-25" },
    });
  });
  test("nothing is owed the day before it is known", () => {
    expect(owed({ absence: sixWeeks }, "2026-11-22").map(({ act }) => act)).toEqual([]);
  });
  test.each([
    ["2026-12-04", undefined], // nine working days
    ["2026-12-05", { day: "2026-11-25" }], // ten, back on the Saturday after
    ["2026-12-07", { day: "2026-11-25" }],
  ])("expected back on %s: %j", (back, due) => {
    const absence = { ...sixWeeks, expectedBackOn: localDate(back) };
    expect(dueOf("interim.name", { absence }, "2026-11-23")).toEqual(due);
  });
  test.each([
    ["2026-11-26", undefined],
    ["2026-11-27", { day: "2026-12-01" }],
  ])("of unknown length, on %s (the 5th working day missed is Friday 27): %j", (day, due) => {
    expect(dueOf("interim.name", { absence: { ...sixWeeks, expectedBackOn: "not-recorded" } }, day)).toEqual(due);
  });
  test("an absence known before its first day is not spoken of as begun", () => {
    const ahead = { ...sixWeeks, isPlanned: true, from: localDate("2026-12-01") };
    const said = (day: string) => owed({ absence: ahead }, day).find(({ act }) => act === "interim.name")?.because;
    expect(said("2026-11-30")).toMatch(/^The lead is off from 1 December 2026: name somebody/);
    expect(said("2026-12-01")).toMatch(/^The lead is off since 1 December 2026: name somebody/);
  });
  test("the family is told on the day somebody is named; back, nothing is owed", () => {
    const cover = {
      id: "dan",
      from: localDate("2026-11-25"),
      namedOn: localDate("2026-11-25"),
      familyToldOn: "none",
      isOverCapacity: false,
      reliefAgreedOn: "none",
    } as const;
    expect(dueOf("interim.tell-family", { absence: sixWeeks, cover }, "2026-11-25")).toEqual({ day: "2026-11-25" });
    expect(dueOf("interim.name", { absence: sixWeeks, cover }, "2026-11-25")).toBeUndefined();
    const told = { ...cover, familyToldOn: localDate("2026-11-25") };
    expect(owed({ absence: sixWeeks, cover: told }, "2026-11-25").map(({ act }) => act)).toEqual([
      "lead-professional.review-change-for-good",
    ]);
    expect(owed({ absence: { ...sixWeeks, backOn: localDate("2026-11-24") } }, "2026-11-24")).toEqual([]);
  });
  test.each<[LocalDate | "not-recorded", unknown]>([
    [localDate("2026-12-21"), undefined],
    [localDate("2026-12-22"), { day: "2026-12-21" }],
    ["not-recorded", { day: "2026-12-21" }],
  ])("expected back on %s: at 28 days it is looked at whether the lead changes for good", (back, due) => {
    const absence = { ...sixWeeks, expectedBackOn: back };
    expect(dueOf("lead-professional.review-change-for-good", { absence }, "2026-11-30")).toEqual(due);
  });
  test("meanwhile the line manager is the contact until somebody acts", () => {
    const away = { from: localDate("2026-11-23"), backOn: "none" } as const;
    const lead = { id: "priya", from: localDate("2026-09-01"), ends: "none" } as const;
    const who = (cover: Parameters<typeof actingFacts>[0], day: string) =>
      inShort(book.designation("lead-professional.acting", actingFacts({ lead, away, ...cover }), on(day)));
    expect(who({}, "2026-11-22")).toBe("filled | priya");
    expect(who({}, "2026-11-23")).toBe("required | the line-manager");
    const dan = { id: "dan", as: "interim", from: localDate("2026-11-25"), isAway: false } as const;
    expect(who({ cover: dan }, "2026-11-24")).toBe("required | the line-manager");
    expect(who({ cover: dan }, "2026-11-25")).toBe("filled | dan");
  });
});

describe("WIG-D16 and WIG-D32: whoever stands in is involved and may lead, failing whom the line manager; there is no deputy", () => {
  const ask = (of: Parameters<typeof standInFacts>[0]) =>
    book.gate("lead-professional.stand-in", standInFacts(of), on("2026-11-25")).answer;
  test.each([
    [{ isOnTeam: true, mayLead: true }, "permits"],
    [{ isOnTeam: true, mayLead: false }, "prevents"],
    [{ isOnTeam: false, mayLead: true }, "prevents"],
    [{ isOnTeam: false, isLineManagerOfLead: true }, "permits"],
    [{ isOnTeam: "not-recorded" }, "unknown"],
    [{ mayLead: "not-recorded" }, "unknown"],
  ] as const)("in between, %j: %s", (candidate, answer) => {
    expect(ask({ as: "interim", candidate })).toBe(answer);
  });
  test("a deputy is refused while the area has none", () => {
    expect(ask({ as: "deputy" })).toBe("prevents");
  });
});

describe("WIG-8.8.11: a lead who leaves the post hands over 5 working days before the last one", () => {
  const leaving = {
    noticeOn: localDate("2026-12-01"),
    lastDay: localDate("2027-01-29"),
    handoverDoneOn: "none",
    accessEndedOn: "none",
  } as const;
  test("last day Friday 29 January 2027: handed over by Friday 22, and access ends at the end of the 29th", () => {
    expect(owed({ leaving }, "2026-12-01").map(({ act, due }) => [act, due])).toEqual([
      ["handover.complete", { day: "2027-01-22" }],
      ["access.end", { day: "2027-01-29" }],
    ]);
    expect(owed({ leaving }, "2026-11-30")).toEqual([]);
    const done = { ...leaving, handoverDoneOn: localDate("2027-01-22"), accessEndedOn: localDate("2027-01-29") };
    expect(owed({ leaving: done }, "2027-01-29")).toEqual([]);
  });
  test.each([
    ["2027-01-29", "filled | amina"],
    ["2027-01-30", "required | the line-manager"],
  ])("not handed over, on %s: %s (WIG-D17)", (day, who) => {
    const lead = {
      id: "amina",
      from: localDate("2026-09-01"),
      ends: { lastDay: localDate("2027-01-29"), because: "left-post" },
    } as const;
    expect(inShort(book.designation("lead-professional.acting", actingFacts({ lead }), on(day)))).toBe(who);
  });
});

test("WIG-D16: known later than it began, the days to name somebody run from the day it was known", () => {
  const learned = { ...sixWeeks, knownOn: localDate("2026-11-26") };
  expect(dueOf("interim.name", { absence: learned }, "2026-11-25")).toBeUndefined();
  expect(dueOf("interim.name", { absence: learned }, "2026-11-26")).toEqual({ day: "2026-11-30" });
  const unknownLength = { ...sixWeeks, knownOn: localDate("2026-12-02"), expectedBackOn: "not-recorded" } as const;
  expect(dueOf("interim.name", { absence: unknownLength }, "2026-12-01")).toBeUndefined();
  expect(dueOf("interim.name", { absence: unknownLength }, "2026-12-02")).toEqual({ day: "2026-12-04" });
  const far = anAbsence({
    knownOn: localDate("2029-01-08"),
    from: localDate("2029-01-08"),
    expectedBackOn: "not-recorded",
  });
  expect(dueOf("interim.name", { absence: far }, "2029-01-08")).toBe("not-published");
});

test("WIG-D16: a change for good that was looked at is not asked for again, unless that was before", () => {
  const asked = (changeReviewedOn: CoverFacts["changeReviewedOn"]) =>
    dueOf("lead-professional.review-change-for-good", { absence: sixWeeks, changeReviewedOn }, "2026-12-21");
  expect(asked(localDate("2026-11-22"))).toEqual({ day: "2026-12-21" });
  expect(asked(localDate("2026-11-23"))).toBeUndefined();
});
