import { type Term, vocabulary } from "./term.ts";

/** A meeting is its own kind of thing; calls and talks at the gate are logged as contact, and are no meeting. */
export const meetingKinds = vocabulary({
  "childs-meeting": {
    label: "Child's meeting",
    meaning: "Members who were invited, notes, and a list of what was decided.",
  },
  "action-meeting": { label: "Action meeting" },
  "existing-meeting": {
    label: "Meeting that takes place anyway",
    meaning: "Services and family meet there already, so the family is not asked to one more.",
  },
  "review-meeting": { label: "Review of a plan" },
  "training-plan-review": { label: "Review of a training plan after custody" },
  "liaison-meeting": { label: "Liaison Meeting" },
  panel: { label: "Multi-agency panel" },
  "group-discussion": { label: "Discussion of the people involved" },
  "informal-contact": {
    label: "Informal contact",
    meaning: "A call or a talk between two people. No meeting, and no stage waits for one.",
  },
});
export type MeetingKind = keyof typeof meetingKinds;

/** What may call for a child's meeting, where an area's rulebook says so. */
export const meetingTriggers = vocabulary({
  "lead-from-another-agency": { label: "The lead professional comes from another agency" },
  "safety-is-primary": { label: "Safety is the primary issue" },
  "not-agreed": { label: "It was not agreed who leads" },
  "looked-after": { label: "The child is looked after" },
  "child-protection-register": { label: "The child is on the child protection register" },
  "co-ordinated-support-plan": { label: "The child has a Co-ordinated Support Plan" },
});
export type MeetingTrigger = keyof typeof meetingTriggers;

/** The three jobs of a meeting, as they follow "to". */
export const meetingJobs = vocabulary({
  chair: { label: "chair" },
  notes: { label: "take notes" },
  "family-support": { label: "support the family" },
});
export type MeetingJob = keyof typeof meetingJobs;

/** What may fix that the review officer chairs, where an area's rulebook says so. */
export const chairFixedBy = vocabulary({
  "looked-after-and-accommodated": { label: "The child is looked after and accommodated" },
  "co-ordinated-support-plan": { label: "The child has a Co-ordinated Support Plan" },
  "child-protection-register": { label: "The child is on the child protection register" },
});
export type ChairFixedBy = keyof typeof chairFixedBy;

/** How somebody took part in a meeting or a review. */
export const waysOfTakingPart = vocabulary({
  present: { label: "Was there" },
  "views-given": { label: "Gave their views beforehand" },
  "reason-given": { label: "Took no part, and the reason is written down" },
  none: { label: "Took no part, and no reason is written down" },
});

/** How communities bring people together around a child; an area may use several, each locality its own. */
export const meetingModels = vocabulary({
  "team-around-the-child": { label: "Team around the child" },
  panel: { label: "Multi-agency panel" },
  team: { label: "Multi-agency team" },
});

/** Titles and groups that others replaced. What was written under them keeps them. */
export const formerNames = {
  "senior-family-liaison-officer": {
    label: "Senior Family Liaison Officer",
    replacedBy: "Integrated Services Officer",
  },
  "caseworking-subgroup": { label: "Caseworking Subgroup", replacedBy: "Service Managers' Group" },
  "youth-offender-forum": { label: "Youth Offender Forum", replacedBy: "Service Managers' Group" },
} as const satisfies Readonly<Record<string, Term & { readonly replacedBy: string }>>;
