import { vocabulary } from "./term.ts";

/** Why a record cannot wait for somebody who has a part in the child's care. */
export const emergencyReasons = vocabulary({
  "immediate-danger": {
    label: "The child or somebody else may be harmed now",
    meaning: "What is known has to be known before somebody acts.",
  },
  "medical-emergency": {
    label: "A medical emergency",
    meaning: "The child is ill or hurt, and whoever treats or accompanies them has to know.",
  },
  missing: { label: "The child is missing" },
  "found-alone": { label: "The child was found alone, and nobody knows whom to call" },
  "nobody-reachable": {
    label: "Everybody who works with the child is away, and it cannot wait until they are back",
  },
  "court-or-police": {
    label: "A court, the police or children's social care has to be answered today",
  },
});
export type EmergencyReason = keyof typeof emergencyReasons;
