import { vocabulary } from "./term.ts";

/**
 * Statuses in law or procedure that decide who must or may lead. They are dated and they overlap; codes are neutral,
 * the label is today's word. Where a document of its time used another word, its rulebook's terms show it.
 */
export const legalStatuses = vocabulary({
  "looked-after": { label: "Looked after" },
  "child-protection-plan": { label: "Child protection plan" },
  "child-protection-register": { label: "Child protection register" },
  "adoption-plan": { label: "Adoption is the plan" },
  "child-in-need": { label: "Child in need" },
  "care-leaver": { label: "Care leaver" },
  "youth-order": { label: "Youth justice order or sentence" },
  "antisocial-behaviour-order": { label: "Antisocial Behaviour Order" },
  "care-programme-approach": { label: "Care Programme Approach" },
  "significant-mental-health-problem": { label: "Diagnosed significant mental health problem" },
  "complex-disability-or-health-need": { label: "Complex disability or health need" },
  "special-educational-needs": { label: "Special educational needs" },
  "statement-or-ehc-plan": { label: "Education, health and care plan (or statement)" },
  "co-ordinated-support-plan": { label: "Co-ordinated Support Plan" },
  "missing-from-home": { label: "Missing from home" },
});
export type LegalStatusKind = keyof typeof legalStatuses;

export const isLegalStatus = (code: string): code is LegalStatusKind => Object.hasOwn(legalStatuses, code);

/** On what a child is looked after. */
export const lookedAfterBases = vocabulary({
  "hearing-requirement": { label: "Requirement of a children's hearing (compulsory supervision order)" },
  "voluntary-accommodated": { label: "Voluntarily accommodated" },
  "care-order": { label: "Care order" },
  "police-transfer": { label: "Transferred from police custody to local authority accommodation" },
  remand: { label: "Remanded to local authority accommodation" },
  "not-recorded": { label: "Not recorded" },
});
export type LookedAfterBasis = keyof typeof lookedAfterBases;

export const childInNeedPhases = vocabulary({
  assessment: { label: "Being assessed" },
  decided: { label: "Services decided" },
});
export type ChildInNeedPhase = keyof typeof childInNeedPhases;

export const careLeaverKinds = vocabulary({
  eligible: { label: "Eligible (still looked after)" },
  relevant: { label: "Relevant (left care before 18)" },
  "care-leaver-18-plus": { label: "Care leaver, 18 or over" },
  "not-recorded": { label: "Not recorded" },
});
export type CareLeaverKind = keyof typeof careLeaverKinds;
