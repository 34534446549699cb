import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { aSchoolPlace, namedPersonFacts } from "../testing/named-person.ts";
import type { NamedPersonFacts, SchoolPlace } from "./model.ts";
import { handoverDay, hoursNotRecorded, standingOn } from "./stage.ts";

const day = (text: string) => localDate(text);
const born = (bornOn: string, leftSchoolOn: string = "none"): NamedPersonFacts["child"] => ({
  id: "child-1",
  bornOn: bornOn === "unborn" || bornOn === "not-recorded" ? bornOn : day(bornOn),
  leftSchoolOn: leftSchoolOn === "none" ? "none" : day(leftSchoolOn),
});
const place = (kind: SchoolPlace["kind"], from: string, until?: string, more: Partial<SchoolPlace> = {}) =>
  aSchoolPlace({ kind, school: `${kind}-school`, from: day(from), ...(until ? { until: day(until) } : {}), ...more });
const standing = (on: string, of: Partial<NamedPersonFacts>) => standingOn(namedPersonFacts(of), day(on));

describe("HIG-56, HIG-61: school begins a stage on its first full-time day, never on a birthday", () => {
  const places = [place("nursery", "2024-08-20"), place("primary", "2026-08-18"), place("secondary", "2033-08-16")];
  test.each([
    ["2026-08-17", { stage: "before-school" }],
    ["2026-08-18", { stage: "primary", since: "2026-08-18", school: "primary-school" }],
    ["2033-08-15", { stage: "primary", since: "2026-08-18" }],
    ["2033-08-16", { stage: "secondary", since: "2033-08-16", school: "secondary-school" }],
  ])("on %s", (on, expected) => {
    expect(standing(on, { child: born("2022-01-05"), places })).toMatchObject(expected);
  });
  test("mornings only begin nothing; whole days at the same school do", () => {
    const mornings = [place("primary", "2026-08-18", undefined, { fullTime: false })];
    expect(standing("2026-09-01", { places: mornings }).stage).toBe("before-school");
    const whole = [...mornings, place("primary", "2026-10-05")];
    expect(standing("2026-10-04", { places: whole }).stage).toBe("before-school");
    expect(standing("2026-10-05", { places: whole })).toMatchObject({ stage: "primary", since: "2026-10-05" });
  });
  test("a part-time place after the first full-time one is where the child is", () => {
    const places = [place("primary", "2026-08-18"), place("special", "2027-01-05", undefined, { fullTime: false })];
    expect(standing("2027-01-05", { places })).toMatchObject({ stage: "special-school", school: "special-school" });
  });
  test("two places of one day: the one recorded last", () => {
    const places = [
      place("primary", "2026-08-18", undefined, { school: "first" }),
      place("primary", "2026-08-18", undefined, { school: "second" }),
    ];
    expect(standing("2026-08-18", { places }).school).toBe("second");
  });
  test("whatever order the places were entered in, the latest one counts", () => {
    const places = [place("secondary", "2033-08-16"), place("primary", "2026-08-18")];
    expect(standing("2033-09-01", { places }).school).toBe("secondary-school");
    expect(standing("2030-09-01", { places }).since).toBe("2026-08-18");
  });
});

describe("HIG-10: a place that ended leaves the child at that stage, with the day it ended", () => {
  const ended = place("primary", "2026-08-18", "2027-02-01");
  test.each([
    ["2027-01-31", undefined],
    ["2027-02-01", "2027-02-01"],
  ])("on %s: ended on %s", (on, placeEndedOn) => {
    expect(standing(on, { places: [ended] }).placeEndedOn).toBe(placeEndedOn);
  });
  test("with a place to come it is a move, and not an end; a nursery to come is none", () => {
    expect(standing("2027-02-10", { places: [ended, place("primary", "2027-02-11")] }).placeEndedOn).toBeUndefined();
    expect(standing("2027-02-10", { places: [ended, place("nursery", "2027-02-11")] }).placeEndedOn).toBe("2027-02-01");
  });
});

describe("HIG-10: a place that ended gives way to one that still holds", () => {
  const own = place("primary", "2026-08-18");
  const forATerm = place("special", "2027-01-05", "2027-04-01");
  test.each([
    ["2027-01-04", "primary", "primary-school"],
    ["2027-01-05", "special-school", "special-school"],
    ["2027-03-31", "special-school", "special-school"],
    ["2027-04-01", "primary", "primary-school"],
  ])("a term at a special school beside the own one, on %s: %s", (on, stage, school) => {
    for (const places of [
      [own, forATerm],
      [forATerm, own],
    ])
      expect(standing(on, { places })).toMatchObject({ stage, school });
    expect(standing(on, { places: [own, forATerm] }).placeEndedOn).toBeUndefined();
  });
  test("nobody goes back to a primary place that was never closed once secondary has begun", () => {
    const places = [own, place("secondary", "2033-08-16", "2034-02-01")];
    expect(standing("2034-02-01", { places })).toMatchObject({ stage: "secondary", placeEndedOn: "2034-02-01" });
    const withSpecial = [...places, place("special", "2033-09-01")];
    expect(standing("2034-02-01", { places: withSpecial })).toMatchObject({ stage: "special-school" });
  });
});

describe("HIG-10: leaving school, eighteen, and what nobody recorded (HD-18)", () => {
  const secondary = [place("secondary", "2020-08-18")];
  test.each([
    ["15 and left", "2011-09-02", "2027-06-25", "2027-09-01", "secondary"],
    ["16 on the day", "2011-09-01", "2027-06-25", "2027-09-01", "school-leaver"],
    ["16, and has not left", "2011-09-01", "none", "2027-09-01", "secondary"],
    ["17, the day before leaving", "2010-01-01", "2027-06-25", "2027-06-24", "secondary"],
    ["17, the day of leaving", "2010-01-01", "2027-06-25", "2027-06-25", "school-leaver"],
    ["18 and left", "2009-01-01", "2027-06-25", "2027-06-25", "ended"],
    ["18 and at school", "2009-01-01", "none", "2027-06-25", "secondary"],
  ])("%s", (_, bornOn, left, on, stage) => {
    expect(standing(on, { child: born(bornOn, left), places: secondary }).stage).toBe(stage);
  });
  test.each<[string, NamedPersonFacts["places"], object]>([
    ["no place was ever recorded", [], { stage: "ended" }],
    ["the place has ended", [place("secondary", "2020-08-18", "2026-07-01")], { stage: "ended" }],
    ["nobody recorded places", "not-recorded", { stage: "not-recorded", missing: "school places" }],
  ])("at 18, %s", (_, places, expected) => {
    expect(standing("2027-06-25", { child: born("2009-01-01"), places })).toMatchObject(expected);
  });
  test("under 16, left, with no place on record: the secondary stage, ended on that day", () => {
    expect(standing("2027-09-01", { child: born("2012-01-01", "2027-06-25"), places: [] })).toEqual({
      stage: "secondary",
      since: "2027-06-25",
      placeEndedOn: "2027-06-25",
    });
  });
  test("left, and nobody recorded the birth: the date of birth is missing", () => {
    const facts = { child: born("not-recorded", "2027-06-25"), places: secondary };
    expect(standing("2027-06-25", facts)).toEqual({ stage: "not-recorded", missing: "date of birth" });
    expect(standing("2027-06-24", facts).stage).toBe("secondary");
  });
  test("under 18 and nobody recorded places", () => {
    expect(standing("2027-06-25", { places: "not-recorded" })).toEqual({
      stage: "not-recorded",
      missing: "school places",
    });
  });
  test("a special arrangement holds from its first day", () => {
    const specialArrangement = { id: "officer", from: day("2027-01-05") };
    expect(standing("2027-01-04", { specialArrangement }).stage).toBe("before-school");
    expect(standing("2027-01-05", { specialArrangement })).toEqual({
      stage: "special-arrangement",
      since: "2027-01-05",
    });
  });
});

describe("HIG-55: before school, from the midwife to the health visitor (HD-1)", () => {
  const newborn = { child: born("2026-09-12"), midwife: "roy", healthVisitor: "gow" } as const;
  const handover = (midwiferyEndedOn: string, healthVisitorAcceptedOn: string) =>
    namedPersonFacts({
      ...newborn,
      midwiferyEndedOn: midwiferyEndedOn === "none" ? "none" : day(midwiferyEndedOn),
      healthVisitorAcceptedOn: healthVisitorAcceptedOn === "none" ? "none" : day(healthVisitorAcceptedOn),
    });
  test.each([
    ["2026-09-22", "2026-09-24", "2026-09-24"],
    ["2026-09-24", "2026-09-22", "2026-09-24"],
    ["2026-09-22", "none", undefined],
    ["none", "2026-09-24", undefined],
  ])("ended %s, accepted %s: handed over on %s", (ended, accepted, on) => {
    expect(handoverDay(handover(ended, accepted), day("2026-09-24"))).toBe(on);
  });
  test("without a midwife here, acceptance alone; without a health visitor, nothing", () => {
    const facts = handover("none", "2026-09-24");
    expect(handoverDay({ ...facts, midwife: "none" }, day("2026-09-24"))).toBe("2026-09-24");
    expect(handoverDay({ ...facts, midwife: "none", healthVisitor: "none" }, day("2026-09-24"))).toBeUndefined();
    expect(
      handoverDay({ ...handover("2026-09-22", "2026-09-24"), healthVisitor: "not-recorded" }, day("2026-09-24")),
    ).toBeUndefined();
  });
  test("what is written down for a later day has not happened: with no midwife here, acceptance alone goes on counting", () => {
    const facts = handover("2026-09-25", "2026-09-24");
    expect(handoverDay(facts, day("2026-09-24"))).toBeUndefined();
    expect(handoverDay(facts, day("2026-09-25"))).toBe("2026-09-25");
    expect(handoverDay({ ...facts, midwife: "none" }, day("2026-09-24"))).toBe("2026-09-24");
    expect(handoverDay({ ...facts, midwife: "none" }, day("2026-09-23"))).toBeUndefined();
  });
  test.each([
    ["2026-09-23", "pregnancy-and-birth"],
    ["2026-09-24", "before-school"],
  ])("on %s: %s", (on, stage) => {
    expect(standingOn(handover("2026-09-22", "2026-09-24"), day(on)).stage).toBe(stage);
  });
  test.each<[string, Partial<NamedPersonFacts>, object]>([
    ["unborn", { child: born("unborn") }, { stage: "pregnancy-and-birth" }],
    ["no midwife here", { midwife: "none" }, { stage: "before-school" }],
    [
      "a midwife, and a birth nobody recorded",
      { child: born("not-recorded"), midwife: "roy" },
      { stage: "pregnancy-and-birth" },
    ],
    [
      "no midwife, and a birth nobody recorded",
      { child: born("not-recorded"), midwife: "none" },
      { stage: "not-recorded", missing: "date of birth" },
    ],
    ["a birth, and a midwife nobody recorded", { midwife: "not-recorded" }, { stage: "pregnancy-and-birth" }],
  ])("%s", (_, of, expected) => {
    const nobodyYet = { healthVisitor: "none", healthVisitorAcceptedOn: "none", midwiferyEndedOn: "none" } as const;
    expect(standing("2026-10-01", { ...newborn, ...nobodyYet, ...of })).toEqual(expected);
  });
});

describe("HIG-56: a place whose hours nobody recorded is asked about while it holds", () => {
  const unsure = (kind: SchoolPlace["kind"], fullTime: SchoolPlace["fullTime"] = "not-recorded") =>
    namedPersonFacts({
      places: [place("nursery", "2025-08-19"), place(kind, "2026-08-18", "2027-01-01", { fullTime })],
    });
  test.each([
    ["primary", "2026-08-17", false],
    ["primary", "2026-08-18", true],
    ["primary", "2026-12-31", true],
    ["primary", "2027-01-01", false],
    ["special", "2026-09-01", true],
    ["secondary", "2026-09-01", false],
    ["nursery", "2026-09-01", false],
  ] as const)("%s on %s: %s", (kind, on, asked) => {
    expect(hoursNotRecorded(unsure(kind), day(on))).toBe(asked);
  });
  test("recorded, or no places at all: nothing to ask", () => {
    expect(hoursNotRecorded(unsure("primary", false), day("2026-09-01"))).toBe(false);
    expect(hoursNotRecorded(namedPersonFacts({ places: "not-recorded" }), day("2026-09-01"))).toBe(false);
  });
});
