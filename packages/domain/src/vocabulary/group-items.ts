import { vocabulary } from "./term.ts";

/** The tasks of the former forum, which the group carries. */
export const youthItemKinds = vocabulary({
  "persistent-offender": { label: "Persistent offender" },
  "antisocial-behaviour-order": { label: "Antisocial Behaviour Order" },
  "parenting-order": { label: "Parenting Order" },
  "intensive-supervision": { label: "Intensive Supervision and Monitoring" },
});
export type YouthItemKind = keyof typeof youthItemKinds;

/** What an item is about, said by whoever asks: no young offender, or one of the four kinds. */
export const aboutYoungOffender = vocabulary({
  none: { label: "No" },
  ...youthItemKinds,
});
export type AboutYoungOffender = keyof typeof aboutYoungOffender;

/** Before whom an item comes. Two groups were replaced: what was written under their names stays readable. */
export const groupBodies = vocabulary({
  "service-managers-group": { label: "Service Managers' Group" },
  "caseworking-subgroup": { label: "Caseworking Subgroup", meaning: "Replaced by the Service Managers' Group." },
  "youth-offender-forum": { label: "Youth Offender Forum", meaning: "Replaced by the Service Managers' Group." },
});
export type GroupBody = keyof typeof groupBodies;

/** The four services whose area managers sit in the group. */
export const groupServices = vocabulary({
  police: { label: "Police" },
  health: { label: "Health" },
  education: { label: "Education" },
  "social-work": { label: "Social work" },
});
export type GroupService = keyof typeof groupServices;

/** Who is named for the group in an area: a seat for each service, and the co-ordinator who keeps its agenda. */
export const groupSeats = vocabulary({
  coordinator: { label: "Integrated Services Co-ordinator" },
  ...groupServices,
});
export type GroupSeat = keyof typeof groupSeats;

/** How somebody is named for a seat. */
export const seatHoldings = vocabulary({
  holder: { label: "Holds the seat" },
  deputy: { label: "Named deputy" },
});
export type SeatHolding = keyof typeof seatHoldings;

/** How far an item has come. */
export const groupItemStates = vocabulary({
  asked: { label: "With the co-ordinator" },
  returned: { label: "Returned" },
  withdrawn: { label: "Withdrawn" },
  "on-agenda": { label: "On the agenda" },
  decided: { label: "Decided" },
});
export type GroupItemState = keyof typeof groupItemStates;

/** What was tried before a disagreement comes before the group. */
export const waysTried = vocabulary({
  "own-agency": { label: "The management of the lead professional's own agency" },
  "partner-agency": { label: "The management of each partner agency" },
  mediation: { label: "Mediation" },
  "resolution-policy": { label: "The policy on resolving disagreements" },
});
export type WayTried = keyof typeof waysTried;

/** Who of a service took part in a decision. */
export const sitsFor = vocabulary({
  member: { label: "Whoever holds the seat" },
  "named-deputy": { label: "The named deputy" },
  nobody: { label: "Nobody" },
});
export type SitsFor = keyof typeof sitsFor;

/** The Children's Reporter's part in an item about a young offender. */
export const reportersParts = vocabulary({
  attended: { label: "Was there" },
  "sent-written-view": { label: "Sent a view in writing" },
  "absent-with-reason": { label: "Was not there, and the reason is known" },
  absent: { label: "Was not there, and no reason is known" },
});
export type ReportersPart = keyof typeof reportersParts;
