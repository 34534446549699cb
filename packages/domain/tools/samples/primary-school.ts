import { localDate } from "../../src/kernel/local-date.ts";
import { type ImportField, importFields } from "../../src/people/import-fields.ts";
import { scottishStage } from "../../src/people/school-stages.ts";
import { codesOf } from "../../src/vocabulary/term.ts";
import { csvOf, type Sample, utf8 } from "./csv.ts";
import { drawing } from "./draw.ts";
import { children, dayBetween, dayFirst, type Pupil, today, withFaults } from "./pupil.ts";
import { familyNames, gaelicFamilyNames, gaelicNames, givenNames } from "./words.ts";

const leftOut: readonly ImportField[] = ["CHILD_NHS_NUMBER", "CHILD_UPN", "CHILD_SCN", "CHILD_SCHOOL_URN"];

/** The reference's own CHI numbers of that age, each on its own day: no range of them is kept for tests. */
const chiNumbers: readonly Pupil[] = [
  ...["0101160003", "0101160208", "0101160018", "0101160026"].map((chi) => ({
    CHILD_CHI_NUMBER: chi,
    CHILD_DATE_OF_BIRTH: "01/01/2016",
    CHILD_YEAR_GROUP: "P7",
    CHILD_REGISTRATION: "P7",
  })),
  {
    CHILD_CHI_NUMBER: "2902201230",
    CHILD_DATE_OF_BIRTH: "29/02/2020",
    CHILD_YEAR_GROUP: "P2",
    CHILD_REGISTRATION: "P2",
  },
];

/** 180 pupils of Primary 1 to 7 in Scotland, with our own headings, in UTF-8, Gaelic names among them. */
export function primarySchool(): Sample {
  const draw = drawing(11);
  const family = () => draw.from(draw.inHundred(40) ? gaelicFamilyNames : familyNames);
  const home = { family, carers: gaelicNames, place: { town: "Inverlochan", outward: "AY" } };
  const pupils = children(draw, 180, home, (at) => {
    const born = dayBetween(draw, localDate("2015-03-01"), localDate("2022-02-27"));
    const stage = scottishStage(born, today, (year) => localDate(`${year}-08-18`));
    return {
      CHILD_FIRST_NAME: draw.from(draw.inHundred(45) ? gaelicNames : givenNames),
      CHILD_DATE_OF_BIRTH: dayFirst(born),
      CHILD_YEAR_GROUP: stage,
      CHILD_REGISTRATION: `${stage}${draw.from(["A", "B"])}`,
      ...chiNumbers[at - 60],
    };
  });
  const faults = {
    5: { CHILD_LAST_NAME: "" },
    9: { CHILD_DATE_OF_BIRTH: "06/1890" },
    14: { CHILD_CHI_NUMBER: "0101160001", CHILD_DATE_OF_BIRTH: "01/01/2016", CHILD_YEAR_GROUP: "P7" },
    31: { CHILD_DATE_OF_BIRTH: "20/01/2019", CHILD_YEAR_GROUP: "P3" },
    44: { CHILD_FIRST_NAME: "Mo\u0300rag", CHILD_LAST_NAME: "NICLÒIN" },
    50: { CHILD_FIRST_NAME: "Indra", CHILD_LAST_NAME: "-" },
    71: {
      CHILD_FIRST_NAME: "Eilidh",
      CHILD_LAST_NAME: "MacLòin",
      CHILD_DATE_OF_BIRTH: "02/04/2018",
      CHILD_YEAR_GROUP: "P4",
    },
    88: { PARENT_1_EMAIL: "carer at example.com" },
    99: { CHILD_FIRST_NAME: " Niall", CHILD_TOWN: "Inverlochan  " },
    130: {
      CHILD_FIRST_NAME: "Eilidh",
      CHILD_LAST_NAME: "MacLòin",
      CHILD_DATE_OF_BIRTH: "17/10/2020",
      CHILD_YEAR_GROUP: "P2",
    },
  };
  const headings = codesOf(importFields).filter((field) => !leftOut.includes(field));
  return {
    file: "primary-school.csv",
    bytes: utf8(csvOf(headings, withFaults(pupils, faults, { row: 25, before: 180 }))),
  };
}
