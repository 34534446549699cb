import { tidied } from "../kernel/text.ts";
import { codesOf, vocabulary } from "../vocabulary/term.ts";

/** What a class list or caseload can hold. The code is the heading in common use, so a list with these needs no mapping. */
export const importFields = vocabulary({
  CHILD_FIRST_NAME: { label: "First name" },
  CHILD_LAST_NAME: { label: "Last name" },
  CHILD_PREFERRED_FIRST_NAME: { label: "Name the child asks to be called" },
  CHILD_DATE_OF_BIRTH: { label: "Date of birth" },
  CHILD_YEAR_GROUP: { label: "Year group or stage" },
  CHILD_REGISTRATION: { label: "Registration group or class" },
  CHILD_HOUSE: { label: "House" },
  CHILD_NHS_NUMBER: { label: "NHS number" },
  CHILD_CHI_NUMBER: { label: "CHI number" },
  CHILD_UPN: { label: "Unique pupil number (UPN)" },
  CHILD_SCN: { label: "Scottish Candidate Number (SCN)" },
  CHILD_ADDRESS_LINE_1: { label: "Address" },
  CHILD_TOWN: { label: "Town" },
  CHILD_POSTCODE: { label: "Postcode" },
  CHILD_SCHOOL_URN: { label: "School's URN or SEED code" },
  PARENT_1_NAME: { label: "First parent or carer: name" },
  PARENT_1_RELATIONSHIP: { label: "First parent or carer: relationship" },
  PARENT_1_PHONE: { label: "First parent or carer: phone" },
  PARENT_1_EMAIL: { label: "First parent or carer: email" },
  PARENT_2_NAME: { label: "Second parent or carer: name" },
  PARENT_2_RELATIONSHIP: { label: "Second parent or carer: relationship" },
  PARENT_2_PHONE: { label: "Second parent or carer: phone" },
  PARENT_2_EMAIL: { label: "Second parent or carer: email" },
});
export type ImportField = keyof typeof importFields;

/** Which of the file's headings holds each of our fields. A field that is left out is not in the file. */
export type ColumnMapping = { readonly [Field in ImportField]?: string | undefined };

const required = ["CHILD_FIRST_NAME", "CHILD_LAST_NAME", "CHILD_DATE_OF_BIRTH"] as const;

/** Headings as other systems write them, besides our own: lower case, letters and digits only. */
const synonyms: { readonly [Field in ImportField]?: readonly string[] } = {
  CHILD_FIRST_NAME: [
    "firstname",
    "forename",
    "legalforename",
    "givenname",
    "pupilforename",
    "forenames",
    "childforename",
  ],
  CHILD_LAST_NAME: ["lastname", "surname", "legalsurname", "familyname", "pupilsurname", "childsurname"],
  CHILD_PREFERRED_FIRST_NAME: [
    "preferredfirstname",
    "preferredforename",
    "preferredname",
    "knownas",
    "likestobecalled",
  ],
  CHILD_DATE_OF_BIRTH: ["dateofbirth", "dob", "birthdate", "born", "childdob", "pupildob"],
  CHILD_YEAR_GROUP: ["yeargroup", "year", "ncyear", "nationalcurriculumyear", "stage", "yearstage"],
  CHILD_REGISTRATION: ["registration", "registrationgroup", "reg", "reggroup", "form", "tutorgroup", "class"],
  CHILD_HOUSE: ["house", "housegroup", "pupilhouse"],
  CHILD_NHS_NUMBER: ["nhsnumber", "nhsno", "nhs"],
  CHILD_CHI_NUMBER: ["chinumber", "chino", "chi"],
  CHILD_UPN: ["upn", "uniquepupilnumber"],
  CHILD_SCN: ["scn", "scottishcandidatenumber", "candidatenumber"],
  CHILD_ADDRESS_LINE_1: ["addressline1", "address1", "address", "street", "homeaddress"],
  CHILD_TOWN: ["town", "city", "posttown", "townorcity"],
  CHILD_POSTCODE: ["postcode", "postalcode", "homepostcode"],
  CHILD_SCHOOL_URN: ["schoolurn", "urn", "seedcode", "schoolcode"],
  PARENT_1_NAME: ["parentname", "parent1", "carername", "carer1name", "contact1name", "maincontact", "parentcarer"],
  PARENT_1_RELATIONSHIP: ["relationship", "carer1relationship", "contact1relationship"],
  PARENT_1_PHONE: ["parentphone", "phone", "telephone", "mobile", "contact1phone", "carer1phone"],
  PARENT_1_EMAIL: ["parentemail", "email", "contact1email", "carer1email"],
  PARENT_2_NAME: ["parent2", "carer2name", "contact2name"],
  PARENT_2_RELATIONSHIP: ["carer2relationship", "contact2relationship"],
  PARENT_2_PHONE: ["contact2phone", "carer2phone"],
  PARENT_2_EMAIL: ["contact2email", "carer2email"],
};

const plain = (heading: string) =>
  tidied(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Takes the file's headings and, where there is one, the mapping this school or team used last; gives the mapping to
 * start from. Each heading is used once, and a person confirms it.
 */
export function suggestMapping(headings: readonly string[], remembered: ColumnMapping = {}): ColumnMapping {
  const free = new Set(headings.filter((heading) => heading.trim() !== ""));
  const mapping: { [Field in ImportField]?: string } = {};
  const take = (choose: (field: ImportField) => string | undefined) => {
    for (const field of codesOf(importFields)) {
      if (mapping[field] !== undefined) continue;
      const heading = choose(field);
      if (heading === undefined) continue;
      mapping[field] = heading;
      free.delete(heading);
    }
  };
  const among = (wanted: (heading: string) => boolean) => [...free].find(wanted);
  take((field) => among((heading) => heading === remembered[field]));
  take((field) => among((heading) => heading === field));
  take((field) => among((heading) => plain(heading) === plain(field)));
  take((field) => among((heading) => synonyms[field]?.includes(plain(heading)) ?? false));
  return mapping;
}

/** What stands in the way of reading a file with this mapping, in sentences; empty when nothing does. */
export function problemsOfMapping(
  mapping: ColumnMapping,
  headings: readonly string[],
): readonly { readonly field: ImportField; readonly message: string }[] {
  const there = new Set(headings);
  return codesOf(importFields).flatMap((field) => {
    const heading = mapping[field];
    const words = importFields[field].label.toLowerCase();
    if (heading === undefined)
      return (required as readonly string[]).includes(field)
        ? [{ field, message: `Choose the column that holds the ${words}.` }]
        : [];
    if (!there.has(heading))
      return [
        { field, message: `This file has no column called "${heading}". Choose the one that holds the ${words}.` },
      ];
    const first = codesOf(importFields).find((other) => mapping[other] === heading);
    return first !== undefined && first !== field
      ? [
          {
            field,
            message: `"${heading}" is already used for the ${importFields[first].label.toLowerCase()}. Choose another column.`,
          },
        ]
      : [];
  });
}
