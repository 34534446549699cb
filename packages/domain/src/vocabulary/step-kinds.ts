import { vocabulary } from "./term.ts";

/** What a step of a chronology is about: the topic that its act's name begins with. */
export const stepKinds = vocabulary({
  concern: { label: "Concerns" },
  consent: { label: "Consent and sharing" },
  "lead-professional": { label: "Lead professional" },
  "named-person": { label: "Named person" },
  plan: { label: "Plan" },
  "legal-status": { label: "Legal statuses" },
  part: { label: "Parts given for a time" },
  telling: { label: "Telling the child and family" },
  "roll-in": { label: "Roll and caseload" },
  access: { label: "Who may open the record" },
});
export type StepKind = keyof typeof stepKinds;
