import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codesOf } from "../vocabulary/term.ts";
import { importFields, problemsOfMapping, suggestMapping } from "./import-fields.ts";

describe("the columns of a list are found by their headings", () => {
  test("our own headings need no mapping", () => {
    const headings = codesOf(importFields);
    expect(suggestMapping(headings)).toEqual(Object.fromEntries(headings.map((heading) => [heading, heading])));
  });
  test("capitals, spaces and underscores make no difference", () => {
    expect(suggestMapping(["child first name", "Child_Last_Name", "childDateOfBirth"])).toEqual({
      CHILD_FIRST_NAME: "child first name",
      CHILD_LAST_NAME: "Child_Last_Name",
      CHILD_DATE_OF_BIRTH: "childDateOfBirth",
    });
  });
  test("headings of other systems are known by common words", () => {
    expect(suggestMapping(["Surname", "Forename", "DOB", "Year", "Reg", "UPN", "Shoe size"])).toEqual({
      CHILD_FIRST_NAME: "Forename",
      CHILD_LAST_NAME: "Surname",
      CHILD_DATE_OF_BIRTH: "DOB",
      CHILD_YEAR_GROUP: "Year",
      CHILD_REGISTRATION: "Reg",
      CHILD_UPN: "UPN",
    });
  });
  test("what the school used last comes first, where the file still has that heading", () => {
    const remembered = { CHILD_LAST_NAME: "Known surname", CHILD_FIRST_NAME: "Gone" };
    expect(suggestMapping(["Surname", "Known surname", "Forename"], remembered)).toEqual({
      CHILD_FIRST_NAME: "Forename",
      CHILD_LAST_NAME: "Known surname",
    });
  });
  test("whatever the headings, each is used at most once and is one of the file's", () => {
    const heading = fc.oneof(fc.string(), fc.constantFrom(...codesOf(importFields), "Surname", "Class", "Name"));
    fc.assert(
      fc.property(fc.array(heading), (headings) => {
        const used = Object.values(suggestMapping(headings));
        expect(new Set(used).size).toBe(used.length);
        expect(used.every((one) => headings.includes(one ?? ""))).toBe(true);
      }),
    );
  });
});

describe("a mapping is asked about until a file can be read with it", () => {
  const headings = ["Surname", "Forename", "DOB", "Tel"];
  test("names and date of birth must have a column", () => {
    expect(problemsOfMapping({}, headings)).toEqual([
      { field: "CHILD_FIRST_NAME", message: "Choose the column that holds the first name." },
      { field: "CHILD_LAST_NAME", message: "Choose the column that holds the last name." },
      { field: "CHILD_DATE_OF_BIRTH", message: "Choose the column that holds the date of birth." },
    ]);
  });
  test("a column holds one thing, and is in the file", () => {
    const mapping = { CHILD_FIRST_NAME: "Forename", CHILD_LAST_NAME: "Forename", CHILD_DATE_OF_BIRTH: "Born" };
    expect(problemsOfMapping(mapping, headings).map(({ message }) => message)).toEqual([
      '"Forename" is already used for the first name. Choose another column.',
      'This file has no column called "Born". Choose the one that holds the date of birth.',
    ]);
  });
  test("a whole mapping has no problems", () => {
    expect(problemsOfMapping(suggestMapping(headings), headings)).toEqual([]);
  });
});
