import { describe, expect, test } from "vitest";
import { ChangeLevel, ChangeLevelOnScreen, leadsAtNewLevel, noAssessment, speaksOfALead } from "./level-change.ts";

const id = "018f0000-0000-7000-8000-000000000001";
const onScreen = { to: "complex", assessmentId: id, lead: "carries-on", consent: "still-valid" } as const;
const problemsOf = (schema: typeof ChangeLevel | typeof ChangeLevelOnScreen, said: object) =>
  (schema.safeParse(said).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]);

describe("CWDC-1.8: what is said with a change of level", () => {
  test.each([
    ["assessmentId", "Choose the assessment it rests on, or that there is none"],
    ["lead", "Choose what happens to the lead"],
    ["consent", "Choose whether consent still holds"],
  ])("the form sends nothing without %s", (name, words) => {
    expect(problemsOf(ChangeLevelOnScreen, { ...onScreen, [name]: undefined })).toEqual([[name, words]]);
    expect(problemsOf(ChangeLevelOnScreen, onScreen)).toEqual([]);
  });

  test("none used, another lead and another basis than consent are said in words", () => {
    expect(problemsOf(ChangeLevelOnScreen, { ...onScreen, assessmentId: noAssessment })).toEqual([
      ["noAssessmentBecause", "Enter why no assessment was used"],
    ]);
    for (const lead of ["handed-over", "ends", "not-needed"])
      expect(problemsOf(ChangeLevelOnScreen, { ...onScreen, lead })).toEqual([
        ["leadWords", "Enter who, from when and why"],
      ]);
    expect(problemsOf(ChangeLevelOnScreen, { ...onScreen, lead: "to-be-chosen" })).toEqual([]);
    expect(problemsOf(ChangeLevelOnScreen, { ...onScreen, consent: "rests-on-other" })).toEqual([
      ["consentWords", "Enter what it rests on"],
    ]);
  });

  test("what is left out the book refuses, not the form of the command; an assessment and none at once is neither", () => {
    const command = { idempotencyKey: id, planId: id, version: 1, to: "complex" };
    expect(problemsOf(ChangeLevel, command)).toEqual([]);
    expect(problemsOf(ChangeLevel, { ...command, assessmentId: id, noAssessmentBecause: "None" })).toEqual([
      ["noAssessmentBecause", "Choose the assessment that was used, or say why none was"],
    ]);
  });

  test("three things are said of somebody who leads, two where nobody does", () => {
    const codes = Object.keys(leadsAtNewLevel) as (keyof typeof leadsAtNewLevel)[];
    expect(codes.filter(speaksOfALead)).toEqual(["carries-on", "handed-over", "ends"]);
  });
});
