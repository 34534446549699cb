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

/** How a child, a parent or a carer is reached, as it was agreed with them (BOL-3.1). */
export const waysOfReaching = vocabulary({
  text: { label: "By text" },
  phone: { label: "By phone" },
  email: { label: "By email" },
  letter: { label: "By letter" },
  visit: { label: "In person" },
  pictures: { label: "With pictures" },
});
export type WayOfReaching = keyof typeof waysOfReaching;

/** The days of a week, in its order. */
export const daysOfWeek = vocabulary({
  monday: { label: "Monday" },
  tuesday: { label: "Tuesday" },
  wednesday: { label: "Wednesday" },
  thursday: { label: "Thursday" },
  friday: { label: "Friday" },
  saturday: { label: "Saturday" },
  sunday: { label: "Sunday" },
});
export type DayOfWeek = keyof typeof daysOfWeek;
