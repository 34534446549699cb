import { vocabulary } from "./term.ts";

/** What a parent, carer or other adult may take part in; each is read where it matters (CWDC-TERM-PARENT). */
export const carerParts = vocabulary({
  plan: { label: "The plan: they have it and get copies of it" },
  meetings: { label: "Meetings: they are invited" },
  signature: { label: "Signing: they are asked to agree or to sign" },
  sharing: { label: "Sharing: they are asked whether something may be shared" },
});
export type CarerPart = keyof typeof carerParts;

/** Somebody beside the lead whom the child or the family chose. Neither has a right of the lead by it. */
export const chosenAs = vocabulary({
  trusted: { label: "The person the child talks to" },
  "day-to-day": { label: "Day-to-day contact for the family" },
});
export type ChosenAs = keyof typeof chosenAs;

export const chosenBy = vocabulary({
  child: { label: "The child" },
  family: { label: "The family" },
});
export type ChosenBy = keyof typeof chosenBy;
