import { localDate } from "../../src/kernel/local-date.ts";
import type { ImportField } from "../../src/people/import-fields.ts";
import { scottishStage } from "../../src/people/school-stages.ts";
import { csvOf, type Sample, utf8 } from "./csv.ts";
import { drawing } from "./draw.ts";
import { children, dayBetween, dayFirst, type Pupil, today, withFaults } from "./pupil.ts";
import { familyNames, gaelicFamilyNames, gaelicNames, givenNames } from "./words.ts";

const headings: readonly ImportField[] = [
  ...(["CHILD_FIRST_NAME", "CHILD_LAST_NAME", "CHILD_PREFERRED_FIRST_NAME", "CHILD_DATE_OF_BIRTH"] as const),
  ...(["CHILD_YEAR_GROUP", "CHILD_REGISTRATION", "CHILD_CHI_NUMBER"] as const),
  ...(["CHILD_ADDRESS_LINE_1", "CHILD_TOWN", "CHILD_POSTCODE"] as const),
  ...(["PARENT_1_NAME", "PARENT_1_RELATIONSHIP", "PARENT_1_PHONE", "PARENT_1_EMAIL"] as const),
  ...(["PARENT_2_NAME", "PARENT_2_RELATIONSHIP", "PARENT_2_PHONE", "PARENT_2_EMAIL"] as const),
];

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
  return {
    file: "primary-school.csv",
    bytes: utf8(csvOf(headings, withFaults(pupils, faults, { row: 25, before: 180 }))),
  };
}
