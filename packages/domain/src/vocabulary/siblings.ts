import { vocabulary } from "./term.ts";

/** What another child is to this one. */
export const siblingKinds = vocabulary({
  brother: { label: "Brother" },
  sister: { label: "Sister" },
  "half-brother": { label: "Half-brother" },
  "half-sister": { label: "Half-sister" },
  "step-brother": { label: "Step-brother" },
  "step-sister": { label: "Step-sister" },
  "foster-sibling": { label: "Foster brother or sister" },
});
export type SiblingKind = keyof typeof siblingKinds;
