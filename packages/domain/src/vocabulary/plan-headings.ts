import { vocabulary } from "./term.ts";

/**
 * Scotland: the headings of a Child's Plan, in the order in which they are always printed. A short plan leaves some
 * out; none has others. The last is there only where compulsory measures ask for a plan for a children's hearing.
 */
export const planHeadings = vocabulary({
  child: { label: "The child" },
  "people-around": { label: "People around the child" },
  "why-a-plan": { label: "Why there is a plan" },
  "childs-views": { label: "What the child says" },
  "familys-views": { label: "What the family says" },
  strengths: { label: "Strengths" },
  needs: { label: "Needs and risks" },
  outcomes: { label: "What will be better" },
  actions: { label: "What will be done, by whom and by when" },
  "help-asked-for": { label: "Other help and assessments asked for" },
  "if-it-does-not-work": { label: "What happens if it does not work" },
  monitoring: { label: "Who follows it" },
  review: { label: "When it is reviewed" },
  agreement: { label: "Who agreed, and who has a copy" },
  "reasons-for-compulsion": { label: "Reasons for compulsion" },
});
export type PlanHeading = keyof typeof planHeadings;
