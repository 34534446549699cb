import { vocabulary } from "./term.ts";

/** How a child or a carer was told. Families get words and paper: each is written down by whoever told them. */
export const waysOfTelling = vocabulary({
  "in-person": { label: "In person" },
  letter: { label: "By letter" },
  phone: { label: "By phone" },
  message: { label: "By text or email" },
  "picture-card": { label: "With a picture card or in the child's own words" },
});
export type WayOfTelling = keyof typeof waysOfTelling;
