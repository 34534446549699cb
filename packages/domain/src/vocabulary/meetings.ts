import { vocabulary } from "./term.ts";

/** A meeting is its own kind of thing; calls and talks at the gate are logged as contact, and are no meeting. */
export const meetingKinds = vocabulary({
  "childs-meeting": {
    label: "Child's meeting",
    meaning: "Members who were invited, notes, and a list of what was decided.",
  },
  "action-meeting": { label: "Action meeting" },
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
