import { vocabulary } from "./term.ts";

/** Numbers a child is known by in a national system. None of them proves who somebody is. */
export const identifierKinds = vocabulary({
  "nhs-number": { label: "NHS number", meaning: "Health, in England and Wales." },
  "chi-number": { label: "CHI number", meaning: "Health, in Scotland." },
  upn: { label: "Unique pupil number (UPN)", meaning: "Schools, in England and Wales." },
  scn: { label: "Scottish Candidate Number (SCN)", meaning: "Schools and examinations, in Scotland." },
});
export type IdentifierKind = keyof typeof identifierKinds;

/** How sure we are that the number is this child's, kept beside it. A check digit says nothing about that. */
export const identifierVerifications = vocabulary({
  "present-and-verified": { label: "Checked against the national record" },
  "present-not-traced": { label: "As given, not checked" },
  "trace-required": { label: "To be checked" },
  "trace-attempted-no-match": { label: "Checked: nobody found" },
  "trace-attempted-several-matches": { label: "Checked: more than one person found" },
  "trace-to-be-resolved": { label: "Checked: a person needs to decide" },
});
export type IdentifierVerification = keyof typeof identifierVerifications;
