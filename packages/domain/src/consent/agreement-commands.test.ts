import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { SharingAgreementOnScreen } from "./agreement-commands.ts";

const said = {
  agencyId: "0190a000-0000-7000-8000-000000000001",
  what: "sharing",
  signedOn: localDate("2026-03-02"),
  signedBy: "Ada Quill, director",
  reviewOn: localDate("2027-03-02"),
};
const problemOf = (more: Partial<typeof said>) =>
  SharingAgreementOnScreen.safeParse({ ...said, ...more }).error?.issues.map(({ path, message }) => [path[0], message]);

describe("CWDC-2.20d: an agency's signed agreement", () => {
  test.each([
    ["2026-03-02", "Enter a day after it was signed"],
    ["2026-03-01", "Enter a day after it was signed"],
    ["2029-03-03", "Enter a day at most 3 years after it was signed"],
  ])("is not looked at again on %s: %s", (reviewOn, message) => {
    expect(problemOf({ reviewOn: localDate(reviewOn) })).toEqual([["reviewOn", message]]);
  });
  test.each(["2026-03-03", "2029-03-02"])("is looked at again on %s", (reviewOn) => {
    expect(problemOf({ reviewOn: localDate(reviewOn) })).toBeUndefined();
  });
  test("names who signed", () => {
    expect(problemOf({ signedBy: " " })?.[0]?.[0]).toBe("signedBy");
  });
});

describe("HIG-4: an agency signs up to working together", () => {
  const { reviewOn: _, ...undated } = said;
  const ask = (what: string, more: object = {}) =>
    SharingAgreementOnScreen.safeParse({ ...undated, what, ...more }).error?.issues.map(({ message }) => message);
  test("with or without a day to look at it again; how information is shared has one", () => {
    expect(ask("working-together")).toBeUndefined();
    expect(ask("working-together", { reviewOn: said.reviewOn })).toBeUndefined();
    expect(ask("working-together", { reviewOn: said.signedOn })).toEqual(["Enter a day after it was signed"]);
    expect(ask("sharing")).toEqual(["Enter the day by which it is looked at again"]);
  });
  test("what was signed is chosen", () => {
    expect(ask("")).toEqual(["Choose what was signed"]);
  });
});
