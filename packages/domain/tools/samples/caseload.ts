import { addMonths, localDate } from "../../src/kernel/local-date.ts";
import type { ImportField } from "../../src/people/import-fields.ts";
import { csvOf, type Sample, utf8 } from "./csv.ts";
import { drawing } from "./draw.ts";
import { children, dayBetween, mistyped, testNhsNumbers, today, withFaults } from "./pupil.ts";
import { accentedNames, familyNames, givenNames } from "./words.ts";

const headings: readonly ImportField[] = [
  ...(["CHILD_FIRST_NAME", "CHILD_LAST_NAME", "CHILD_PREFERRED_FIRST_NAME", "CHILD_DATE_OF_BIRTH"] as const),
  ...(["CHILD_NHS_NUMBER"] as const),
  ...(["CHILD_ADDRESS_LINE_1", "CHILD_TOWN", "CHILD_POSTCODE"] as const),
  ...(["PARENT_1_NAME", "PARENT_1_RELATIONSHIP", "PARENT_1_PHONE", "PARENT_1_EMAIL"] as const),
  ...(["PARENT_2_NAME", "PARENT_2_RELATIONSHIP", "PARENT_2_PHONE", "PARENT_2_EMAIL"] as const),
];

/** 250 under-fives of a health-visiting team: NHS numbers of the test range, days written year first. */
export function caseload(): Sample {
  const draw = drawing(23);
  const nextNumber = testNhsNumbers(100_000);
  const home = {
    family: () => draw.from(familyNames),
    carers: givenNames,
    place: { town: "Wharfmouth", outward: "WY" },
  };
  const all = children(draw, 250, home, () => ({
    CHILD_FIRST_NAME: draw.from(draw.inHundred(5) ? accentedNames : givenNames),
    CHILD_DATE_OF_BIRTH: dayBetween(draw, addMonths(today, -59), localDate("2026-11-15")),
    CHILD_NHS_NUMBER: nextNumber(),
  }));
  const faults = {
    4: { CHILD_DATE_OF_BIRTH: "2090-01-05" },
    8: { CHILD_NHS_NUMBER: mistyped(all[8]?.CHILD_NHS_NUMBER ?? "") },
    21: { CHILD_LAST_NAME: "" },
    36: { CHILD_LAST_NAME: "LARCHSTEAD" },
    58: { CHILD_FIRST_NAME: "Anjali", CHILD_LAST_NAME: "-" },
    80: { PARENT_1_EMAIL: "new.parent" },
    95: { CHILD_POSTCODE: "not known yet" },
    140: { CHILD_FIRST_NAME: "Ada ", CHILD_LAST_NAME: " Hazelholt" },
    141: { CHILD_FIRST_NAME: "Ada", CHILD_LAST_NAME: "Hazelholt" },
  };
  const rows = withFaults(all, faults, { row: 12, before: 200 });
  return { file: "health-visiting-caseload.csv", bytes: utf8(csvOf(headings, rows)) };
}
