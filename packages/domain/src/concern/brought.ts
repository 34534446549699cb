/** Who brings a worry. */
export const worryBringers = {
  child: { label: "The child" },
  "parent-or-carer": { label: "A parent or carer" },
  staff: { label: "A member of staff" },
  professional: { label: "Somebody of another service" },
  other: { label: "Somebody else" },
} as const;
export type WorryBringer = keyof typeof worryBringers;

/** Where a worry is about: it is accepted whichever it is, and where nobody says. */
export const worryPlaces = {
  school: { label: "School" },
  home: { label: "Home" },
  both: { label: "School and home" },
} as const;
export type WorryPlace = keyof typeof worryPlaces;
