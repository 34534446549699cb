import { vocabulary } from "./term.ts";

/** Why a lead passes to somebody else, or comes back to the named person. */
export const handoverReasons = vocabulary({
  "needs-changed": { label: "The child's needs have changed" },
  "risk-reduced": { label: "The risk is less than it was" },
  "family-moved": { label: "The family has moved away" },
  "named-person-resumes": { label: "A plan of several agencies is no longer needed, and the named person resumes" },
  "law-names-another": { label: "The law names another lead" },
  "left-post": { label: "The lead leaves the post" },
  "long-absence": { label: "The lead is away for long" },
  "family-asked": { label: "The child or the family asked for it" },
  other: { label: "Another reason", meaning: "Say which." },
});
export type HandoverReason = keyof typeof handoverReasons;
