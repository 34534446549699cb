import { localDate } from "../../src/kernel/local-date.ts";
import type { ImportField } from "../../src/people/import-fields.ts";
import { englishStage } from "../../src/people/school-stages.ts";
import { csvOf, type Sample, windows1252 } from "./csv.ts";
import { drawing } from "./draw.ts";
import { children, dayBetween, dayFirst, mistyped, testNhsNumbers, today, withFaults } from "./pupil.ts";
import { accentedNames, familyNames, givenNames } from "./words.ts";

/** The heading that the school's own system gives each of our fields. */
const headings = {
  CHILD_LAST_NAME: "Legal Surname",
  CHILD_FIRST_NAME: "Legal Forename",
  CHILD_PREFERRED_FIRST_NAME: "Likes to be called",
  CHILD_DATE_OF_BIRTH: "DOB",
  CHILD_YEAR_GROUP: "NC Year",
  CHILD_REGISTRATION: "Reg Group",
  CHILD_UPN: "UPN",
  CHILD_NHS_NUMBER: "NHS No.",
  CHILD_ADDRESS_LINE_1: "Home address",
  CHILD_TOWN: "Town",
  CHILD_POSTCODE: "Post Code",
  PARENT_1_NAME: "Priority 1 contact",
  PARENT_1_RELATIONSHIP: "Priority 1 relationship",
  PARENT_1_PHONE: "Priority 1 telephone",
  PARENT_1_EMAIL: "Priority 1 email",
} as const satisfies { readonly [Field in ImportField]?: string };
const fields = Object.keys(headings) as (keyof typeof headings)[];

/** No range of pupil numbers is kept for tests, so the only ones are the reference's own vectors. */
const upns = ["B801200005001", "P207000016049", "L359123425007", "A359123425008", "Y82012342601A", "J82012342601Z"];

/** 400 pupils of Years 7 to 13, as a school's own system exports them: its own headings, day first, Windows-1252. */
export function secondarySchool(): Sample {
  const draw = drawing(7);
  const nextNumber = testNhsNumbers(10_000);
  const family = () => `${draw.inHundred(4) ? "O\u2019" : ""}${draw.from(familyNames)}`;
  const home = { family, carers: givenNames, place: { town: "Wharfmouth", outward: "WY" } };
  const pupils = children(draw, 400, home, (at) => {
    const born = dayBetween(draw, localDate("2008-09-01"), localDate("2015-08-31"));
    const year = englishStage(born, today).replace("Y", "");
    return {
      CHILD_FIRST_NAME: draw.from(draw.inHundred(6) ? accentedNames : givenNames),
      CHILD_DATE_OF_BIRTH: dayFirst(born),
      CHILD_YEAR_GROUP: year,
      CHILD_REGISTRATION: `${year}${draw.from(["A", "B", "C", "D"])}`,
      CHILD_NHS_NUMBER: draw.inHundred(85) ? nextNumber() : "",
      CHILD_UPN: upns[at - 20] ?? "",
    };
  });
  const faults = {
    3: { CHILD_DATE_OF_BIRTH: "31/02/2014" },
    11: { CHILD_LAST_NAME: "" },
    17: { CHILD_NHS_NUMBER: mistyped("9990000018") },
    29: { CHILD_LAST_NAME: "BRACKENSHAW", CHILD_FIRST_NAME: "JOSIE" },
    33: { CHILD_LAST_NAME: "brackenshaw" },
    52: { CHILD_FIRST_NAME: "  Wren ", CHILD_LAST_NAME: "Mossmere  " },
    61: { CHILD_FIRST_NAME: "Suriya", CHILD_LAST_NAME: "-" },
    75: { PARENT_1_EMAIL: "parent.example.com" },
    90: {
      CHILD_FIRST_NAME: "Kit",
      CHILD_LAST_NAME: "Ferncombe",
      CHILD_DATE_OF_BIRTH: "04/05/2013",
      CHILD_YEAR_GROUP: "9",
    },
    120: { CHILD_DATE_OF_BIRTH: "12/09/2012", CHILD_YEAR_GROUP: "10", CHILD_PREFERRED_FIRST_NAME: "Bo" },
    210: {
      CHILD_FIRST_NAME: "Kit",
      CHILD_LAST_NAME: "Ferncombe",
      CHILD_DATE_OF_BIRTH: "19/11/2010",
      CHILD_YEAR_GROUP: "11",
    },
  };
  const rows = withFaults(pupils, faults, { row: 40, before: 300 }).map((pupil) =>
    Object.fromEntries(fields.map((field) => [headings[field], pupil[field] ?? ""])),
  );
  return { file: "secondary-school.csv", bytes: windows1252(csvOf(Object.values(headings), rows)) };
}
