import { vocabulary } from "./term.ts";

/** Whose part a line of the list of who does what is. */
export const partsOf = vocabulary({
  practitioner: { label: "Practitioner" },
  child: { label: "The child" },
  family: { label: "The family" },
});
export type PartOf = keyof typeof partsOf;

/** What somebody says of the list of who does what. */
export const wordsOnList = vocabulary({
  clear: { label: "Read and clear" },
  asks: { label: "Asks a question" },
});
export type WordOnList = keyof typeof wordsOnList;

/** How the list stands with one person on it: the last word counts. */
export const standsWithList = vocabulary({
  "not-yet": { label: "Has not answered yet" },
  asked: { label: "Asked a question" },
  answered: { label: "Asked, and was answered" },
  clear: { label: "Read and clear" },
});
export type StandsWithList = keyof typeof standsWithList;
