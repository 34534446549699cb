import { vocabulary } from "./term.ts";

/** By what other systems of the area know a child's record (CWDC-2.20b). Which system that is changes; what it is for does not (RN-26). */
export const referenceKinds = vocabulary({
  "child-index": {
    label: "Reference in the index of children",
    meaning: "The index shows who leads: name, agency and phone, and nothing else of the child.",
  },
  "social-care": {
    label: "Case reference of children's social care",
    meaning: "A child who is looked after or in need has a case there.",
  },
});
export type ReferenceKind = keyof typeof referenceKinds;
