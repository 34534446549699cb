import { vocabulary } from "./term.ts";

/** Figures that are a share: how many of all for which something holds. */
export const shareFigures = vocabulary({
  "families-with-one-contact": { label: "Families of severely disabled children with one named contact" },
  "cases-led-by-schools": { label: "Cases led by schools" },
  "assessed-with-lead": { label: "Assessed children who have a lead professional" },
  "reviewed-on-time": { label: "Plans reviewed on time" },
  "told-of-role": { label: "Staff who opened the information on the role" },
  "lead-practice-sampled": { label: "Cases led that were looked at for quality" },
  "child-involved": { label: "Records in which the child was involved appropriately" },
  "services-signed-up": { label: "Services that have signed up" },
  "children-with-named-person": { label: "Children with a named person" },
  "named-persons-without-extra-tasks": { label: "Named persons with no extra tasks" },
  "lead-owns-most-actions": { label: "Plans in which the lead professional owns more than half of the actions" },
});
export type ShareFigure = keyof typeof shareFigures;

/** Figures that are a count, by kind. */
export const countFigures = vocabulary({
  "late-actions-by-owner": { label: "Late actions, by who owns them" },
  "barriers-by-service": { label: "What gets in the way, by service" },
  "needs-not-met": { label: "Needs that nobody could meet" },
  "cases-closed-by-outcome": { label: "Cases closed, stepped up and held back, and assessments not done twice" },
  "breaches-by-clause": { label: "Breaches, by clause" },
  "suggestions-by-trigger": { label: "Suggestions, by what set them off" },
  "special-arrangements": { label: "Children under special arrangements, by kind" },
  "appointments-by-factor": { label: "Appointments, by what decided them" },
  "checks-by-agency": { label: "Plans checked, by agency" },
  "appropriate-proportionate-safe": { label: "What is not appropriate, not proportionate or not safe" },
  "late-reviews-by-service": { label: "Late reviews, by service" },
  "complained-of": { label: "What families complained of" },
  "work-not-done-twice": { label: "Work that was not done twice" },
  "around-the-family": { label: "Agencies, practitioners, overlapping actions and assessments around a family" },
});
export type CountFigure = keyof typeof countFigures;
