import { vocabulary } from "./term.ts";

/** What may be kept from most of those who work with a child. */
export const restrictionKinds = vocabulary({
  whereabouts: {
    label: "Where the child is",
    meaning:
      "Address, phone, email, school and class, and the parents and carers. Letters and calls go to a safe contact.",
  },
  "contact-risk": {
    label: "An adult who must not be brought near",
    meaning: "Nobody invites this adult, writes to them or tells them anything of the child.",
  },
});
export type RestrictionKind = keyof typeof restrictionKinds;
