import { z } from "zod";
import { limits, line, tidied } from "./text.ts";

/** What a person is called. A person with one name has it in `given` and no `family`. */
export type PersonName = {
  readonly given: string;
  readonly family?: string | undefined;
  /** What the person asks to be called, where that is another name. */
  readonly preferred?: string | undefined;
};

/**
 * A name as it is kept: accents as one character, one kind of apostrophe and hyphen, single spaces. Capitals stay as
 * the family writes them (MacLeòid, de la Cruz, ap Rhys): no rule gets them right.
 */
export const tidyName = (text: string): string =>
  tidied(text)
    .replace(/[\u2018\u2019\u02BC\u02B9\u0060\u00B4\u2032]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/ ?- ?/g, "-");

/** Two spellings of one name have one key: no accents, capitals, apostrophes or hyphens. For comparing, never for show. */
export const nameKey = (text: string): string =>
  tidyName(text)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/'/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** "Mòrag NicLeòid". */
export const fullName = ({ given, family }: PersonName): string =>
  family === undefined ? given : `${given} ${family}`;

/** How lists show and sort it: "NicLeòid, Mòrag". */
export const listName = ({ given, family }: PersonName): string =>
  family === undefined ? given : `${family}, ${given}`;

/** What a list sorts by and a search looks through: last name first, with what the person asks to be called. */
export const searchName = ({ given, family, preferred }: PersonName): string =>
  [family, given, preferred].flatMap((name) => (name === undefined ? [] : [nameKey(name)])).join(" ");

/** True where a name is all in capitals or has none: worth asking how the family writes it. */
export const looksMiscased = (name: string): boolean => {
  const letters = name.replace(/[^\p{L}]/gu, "");
  return letters.length > 2 && (letters === letters.toUpperCase() || letters === letters.toLowerCase());
};

const oneName = (enter: string) => line({ max: limits.name, enter }).transform(tidyName);

/** A name as it comes from a form. `family` is left out for a person with one name. */
export const PersonNameSchema = z.object({
  given: oneName("Enter a first name"),
  family: oneName("Enter a last name").optional(),
  preferred: oneName("Enter the name the person asks to be called").optional(),
});
