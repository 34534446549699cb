import { vocabulary } from "./term.ts";

/**
 * What an act of sharing rests on: consent, a safeguarding referral, or one of the other lawful bases (GN-15). Consent is
 * asked for only where the answer decides whether anything is shared.
 */
export const sharingBases = vocabulary({
  consent: { label: "Consent" },
  safeguarding: {
    label: "Safeguarding",
    meaning: "A child may be at risk of harm. It waits for nobody's consent, signature or approval.",
  },
  "legal-obligation": { label: "The law requires it" },
  "vital-interests": { label: "Somebody's life is at stake" },
  "public-task": { label: "A public task that the law gives to the agency" },
  contract: { label: "A contract with the person" },
  "legitimate-interests": { label: "A legitimate interest" },
});
export type SharingBasis = keyof typeof sharingBases;

/** How good a reason is for doing without consent: the stronger is needed to share outside the agency (HN-7). */
export const sharingReasons = vocabulary({
  good: { label: "A good reason", meaning: "Enough to bring a worry to the named person without the child's yes." },
  "very-good": { label: "A very good reason", meaning: "Enough to share outside the agency without consent." },
});
export type SharingReason = keyof typeof sharingReasons;
