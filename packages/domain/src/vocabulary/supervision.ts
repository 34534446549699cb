import { vocabulary } from "./term.ts";

/** How whoever leads is supervised: as usual, or by one of the three models that an agency may add to it (CWDC 5.19). */
export const supervisionModels = vocabulary({
  usual: { label: "As usual", meaning: "by the line manager, as often as before" },
  frequency: { label: "A: at another frequency", meaning: "more or less often for as long as this person leads" },
  extra: { label: "B: extra sessions", meaning: "as usual, and more when this person asks for it" },
  dual: { label: "C: two supervisors", meaning: "one for the role of lead professional, one for the practice" },
});
export type SupervisionModel = keyof typeof supervisionModels;

/** What a session is about. */
export const supervisionStrands = vocabulary({
  lead: { label: "The role of lead professional", meaning: "the children this person leads for" },
  practice: { label: "The practice", meaning: "the rest of this person's work" },
});

/** How a session was held. */
export const sessionKinds = vocabulary({
  formal: { label: "A planned session", meaning: "every child led for has its part" },
  informal: { label: "A talk in between", meaning: "a day and a line are enough" },
});
