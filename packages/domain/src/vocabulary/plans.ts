import { vocabulary } from "./term.ts";

/** How much help a plan holds. Areas name the steps themselves. */
export const levelsOfNeed = vocabulary({
  single: { label: "One practitioner can help" },
  integrated: { label: "Help from several, as one response" },
  complex: { label: "Complex, with a specialist assessment" },
});
export type LevelOfNeed = keyof typeof levelsOfNeed;

export const actionStates = vocabulary({
  planned: { label: "Planned" },
  running: { label: "Running" },
  done: { label: "Done" },
  ended: { label: "Ended without being done" },
});
export type ActionState = keyof typeof actionStates;

/** How the need for a lead professional arose. */
export const needRoutes = vocabulary({
  "evidence-from-universal-services": { label: "Evidence from health or education that a co-ordinated plan is needed" },
  "specialist-within-universal-services": { label: "More complex help, still chiefly from health and education" },
  "safety-or-statute": { label: "Safety is the primary issue, or the law asks for a lead" },
});

/** What kind of particular trigger brought a need to light (GIR-9). */
export const particularTriggers = vocabulary({
  "change-in-child": { label: "A change in the child" },
  event: { label: "Something that happened" },
  "behaviour-of-child": { label: "The child's behaviour" },
  "behaviour-of-family": { label: "The family's behaviour" },
});

/** What brought the need to light: it built up, or one of the particular triggers did. */
export const needTriggers = vocabulary({ "built-up": { label: "It built up over time" }, ...particularTriggers });
export type NeedTrigger = keyof typeof needTriggers;
