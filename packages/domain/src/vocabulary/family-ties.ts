import { vocabulary } from "./term.ts";

/** What ties somebody on the staff to a child outside work. Each of them closes the record alike. */
export const familyTies = vocabulary({
  "own-child": { label: "My own child", meaning: "By birth or adoption, a stepchild, or a child I care for." },
  "grandchild-niece-nephew": { label: "My grandchild, niece or nephew" },
  "brother-sister": { label: "My brother or sister" },
  "other-relative": { label: "Another relative of mine" },
  household: { label: "A child who lives in my home" },
  "partners-child": { label: "A child or relative of my partner or former partner" },
  "child-of-friend": { label: "The child of a friend or neighbour" },
  "other-tie": {
    label: "A child I know in another way outside work",
    meaning: "For example, from a club or a place of worship.",
  },
});
export type FamilyTie = keyof typeof familyTies;
