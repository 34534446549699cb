import { vocabulary } from "./term.ts";

/** What a plan is called where it is made. It is one thing in code: a plan with its parts, outcomes and actions. */
export const planKinds = vocabulary({
  "childs-plan": { label: "Child's Plan", meaning: "Scotland: the one plan for a child, whoever works to it." },
  "action-plan": { label: "Action plan", meaning: "England: what follows from an assessment." },
  "family-plan": { label: "Family Plan", meaning: "One plan for several children, or for adults too." },
});
export type PlanKind = keyof typeof planKinds;

/** Whether one agency's people work to the plan, or several's. */
export const planReaches = vocabulary({
  "single-agency": { label: "Single-agency plan" },
  "multi-agency": { label: "Multi-agency plan" },
});
export type PlanReach = keyof typeof planReaches;
