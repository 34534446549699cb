import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { WhileAwayFacts } from "../../named-person/while-away.ts";
import { anAdoption } from "../../testing/builders.ts";
import { adopt, asItStands } from "../questions.ts";
import { scotland } from "../scotland/scotland.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
/** Ewan, whose named person is his primary head, Mr Bell; school is open and nobody is away. */
const ask = (of: Partial<WhileAwayFacts> = {}, by = book) =>
  by.designation(
    "named-person.while-away",
    {
      child: { id: "ewan" },
      namedPerson: "mr-bell",
      service: "education",
      isSchoolHoliday: false,
      holidayContact: "none",
      isAway: false,
      standIn: "none",
      ...of,
    },
    noonOn(localDate("2026-07-15")),
  );
const shown = (of: Partial<WhileAwayFacts>, by = book) =>
  ask(of, by).findings.flatMap((said) =>
    "holder" in said ? [[said.tier, said.holder.kind === "agency" ? "" : said.holder.post, said.because]] : [],
  );
const unchanged = ["must", "named-person", "This person is the named person, in the holidays and while away too."];

describe("HD-4, HIG-67: in school holidays the named person is unchanged, and the authority's contact is shown beside them", () => {
  test("on a school day Mr Bell, and nobody beside him", () => {
    expect(ask()).toMatchObject({ answer: "filled", holders: [{ kind: "person", id: "mr-bell" }], missing: [] });
    expect(shown({})).toEqual([unchanged]);
  });
  test("in the holidays Mr Bell still, and the holiday contact", () => {
    const holiday = { isSchoolHoliday: true, holidayContact: "duty-officer" } as const;
    expect(ask(holiday)).toMatchObject({ answer: "filled", holders: [{ kind: "person", id: "mr-bell" }] });
    expect(shown(holiday)).toEqual([
      unchanged,
      [
        "may",
        "holiday-contact",
        "The school is on holiday: this person is the education authority's contact, and is shown beside the named person.",
      ],
    ]);
    expect(ask({ ...holiday, isAway: true }).findings.map(({ strength, force }) => [strength, force])).toEqual([
      ["local procedure", "must"],
      ["ours", "must"],
      ["ours", "must"],
    ]);
  });
  test("with no contact on record the authority is asked who it is", () => {
    for (const holidayContact of ["none", "not-recorded"] as const)
      expect(shown({ isSchoolHoliday: true, holidayContact })[1]).toEqual([
        "may",
        "holiday-contact",
        "The school is on holiday: the education authority says who its contact is, who is shown beside the named person.",
      ]);
  });
  test("whether it is a holiday is asked for, and never in health", () => {
    expect(ask({ isSchoolHoliday: "not-recorded" }).missing).toEqual(["whether the school is on holiday"]);
    expect(ask({ service: "not-recorded", isSchoolHoliday: true }).missing).toEqual([
      "which service the named person is of",
    ]);
    expect(shown({ service: "health", isSchoolHoliday: "not-recorded" })).toEqual([unchanged]);
  });
});

describe("HD-4, HN-3: on leave or with a vacancy the head teacher or the team lead stands in and is shown", () => {
  const beside = "The named person is away: this is who stands in meanwhile, and is shown to the family beside them.";
  const alone = "The child has no named person: until there is one this is who stands in, and is shown to the family.";
  test.each([
    ["education", "head-teacher"],
    ["health", "health-team-lead"],
  ] as const)("away, in %s: the %s", (service, post) => {
    expect(shown({ service, isAway: true })).toEqual([unchanged, ["may", post, beside]]);
    expect(ask({ service, isAway: true }).answer).toBe("filled");
  });
  test("somebody known stands in by name", () => {
    expect(ask({ isAway: true, standIn: "depute" }).findings).toContainEqual(
      expect.objectContaining({ tier: "may", holder: { kind: "person", id: "depute", post: "head-teacher" } }),
    );
  });
  test.each([
    ["education", "head-teacher"],
    ["health", "health-team-lead"],
  ] as const)("with nobody named, in %s: the %s is who there is", (service, post) => {
    expect(ask({ service, namedPerson: "none" })).toMatchObject({ answer: "required", tier: "expected" });
    expect(shown({ service, namedPerson: "none", isAway: "not-recorded" })).toEqual([["expected", post, alone]]);
  });
  test("what nobody recorded is asked for", () => {
    expect(ask({ namedPerson: "not-recorded" })).toMatchObject({
      answer: "open",
      missing: ["who the named person is"],
    });
    expect(ask({ isAway: "not-recorded" }).missing).toEqual(["whether the named person is away"]);
    expect(ask({ service: "not-recorded", namedPerson: "none", isSchoolHoliday: false }).missing).toEqual([
      "which service the named person is of",
    ]);
  });
  test("an area may name other posts; the national guidance is silent", () => {
    const own = adopt(highland, anAdoption({ settings: { standsInAtSchool: "education-officer" } }));
    expect(shown({ isAway: true }, own)[1]?.[1]).toBe("education-officer");
    expect(ask({}, asItStands(scotland)).answer).toBe("silent");
  });
});
