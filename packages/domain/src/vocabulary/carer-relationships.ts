import { vocabulary } from "./term.ts";

/** What a carer is to a child, in the family's words. It says nothing about who has parental responsibility. */
export const carerRelationships = vocabulary({
  mother: { label: "Mother" },
  father: { label: "Father" },
  parent: { label: "Parent" },
  "step-parent": { label: "Step-parent" },
  grandparent: { label: "Grandparent" },
  sibling: { label: "Brother or sister" },
  "other-relative": { label: "Another relative" },
  "foster-carer": { label: "Foster carer" },
  "kinship-carer": { label: "Kinship carer" },
  "adoptive-parent": { label: "Adoptive parent" },
  guardian: { label: "Guardian" },
  "residential-carer": { label: "Residential carer" },
  "family-friend": { label: "Family friend" },
  other: { label: "Other" },
  "not-recorded": { label: "Not recorded" },
});
export type CarerRelationship = keyof typeof carerRelationships;
