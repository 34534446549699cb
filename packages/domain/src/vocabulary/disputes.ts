import { vocabulary } from "./term.ts";

/** What a disagreement is about. The list is open: "other" takes words of its own and goes the same way. */
export const disputeKinds = vocabulary({
  "who-leads": { label: "Who should lead" },
  "will-not-deliver": { label: "Somebody cannot or will not do their agreed part" },
  "difference-in-approach": { label: "A difference in approach that talking has not settled" },
  "not-kept-informed": { label: "A service does not keep the lead professional informed" },
  accountability: { label: "Where accountability lies" },
  resources: { label: "How resources are given out" },
  "family-disagrees": { label: "The child or the family disagrees" },
  other: { label: "Something else", meaning: "Said in words." },
});
export type DisputeKind = keyof typeof disputeKinds;

/** The levels a disagreement can reach, each book having its own few of them. */
export const disputeLevels = vocabulary({
  "team-manager": { label: "Team manager" },
  "other-manager-contacted": { label: "The other service's manager is contacted" },
  "line-managers": { label: "Line managers" },
  "own-agency": { label: "Senior management of the lead professional's own agency" },
  "partner-agency": { label: "Each partner agency's own management" },
  mediation: { label: "Mediation" },
  "service-development-manager": { label: "Manager who co-ordinates services here" },
  "senior-managers": { label: "Senior managers" },
  "coordinator-brought-in": { label: "The co-ordinator is brought in" },
  coordinator: { label: "Co-ordinator" },
  "steering-group": { label: "Steering group" },
  director: { label: "Director" },
  "papers-checked": { label: "The co-ordinator checks the papers" },
  "service-managers-group": { label: "Service Managers' Group" },
  "appeal-accepted": { label: "Whether an appeal is heard" },
  "executive-group": { label: "Executive Group" },
});
export type DisputeLevel = keyof typeof disputeLevels;

/** Why an item comes before a group of service managers. */
export const groupItemReasons = vocabulary({
  "beyond-area-resources": { label: "Beyond area resources, or an external or specialist service" },
  "significant-resource": { label: "A significant resource" },
  disagreement: { label: "A disagreement that was not settled" },
  "youth-justice": { label: "A young offender" },
});
export type GroupItemReason = keyof typeof groupItemReasons;
