import { vocabulary } from "./term.ts";

/** Where a child stands, as far as the named person goes. An event moves a child on, never a birthday on its own. */
export const namedPersonStages = vocabulary({
  "pregnancy-and-birth": { label: "Before and just after birth" },
  "before-school": { label: "Before school" },
  primary: { label: "Primary school" },
  secondary: { label: "Secondary school" },
  "special-school": { label: "Special school" },
  "special-arrangement": { label: "By special arrangement" },
  "school-leaver": { label: "Has left school" },
  ended: { label: "Ended" },
  "not-recorded": { label: "Not recorded" },
});
