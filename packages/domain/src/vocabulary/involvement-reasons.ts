import { vocabulary } from "./term.ts";

/** Why a child or a family took no part in a decision on who leads. */
export const involvementReasons = vocabulary({
  "whereabouts-unknown": { label: "It is not known where they are" },
  declined: { label: "They declined" },
  "immediate-danger": { label: "There was immediate danger" },
  "too-young": { label: "The child is too young" },
});
export type InvolvementReason = keyof typeof involvementReasons;
