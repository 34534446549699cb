import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { SharingAgreementOnScreen } from "./agreement-commands.ts";

const said = {
  agencyId: "0190a000-0000-7000-8000-000000000001",
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
