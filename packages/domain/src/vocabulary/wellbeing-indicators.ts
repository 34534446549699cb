import { vocabulary } from "./term.ts";

/** Scotland: what every child needs to do well. The Highland source counts seven, joining respected and responsible. */
export const wellbeingIndicators = vocabulary({
  safe: { label: "Safe", meaning: "Protected from harm at home, at school and where the child spends time." },
  healthy: { label: "Healthy", meaning: "As well as can be in body and mind, with help to make healthy choices." },
  achieving: {
    label: "Achieving",
    meaning: "Helped in learning, and in skills and confidence, at home and at school.",
  },
  nurtured: { label: "Nurtured", meaning: "Cared for in a home that gives warmth, with more help where it is needed." },
  active: { label: "Active", meaning: "With chances to play, move and take part." },
  respected: { label: "Respected", meaning: "Heard, and part of the decisions that touch the child." },
  responsible: { label: "Responsible", meaning: "Given a part to play, with guidance, in the community." },
  included: { label: "Included", meaning: "Helped over what keeps the child out, and accepted where the child lives." },
});
export type WellbeingIndicator = keyof typeof wellbeingIndicators;
