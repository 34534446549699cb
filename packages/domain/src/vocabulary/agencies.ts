import { vocabulary } from "./term.ts";

/**
 * A service line, whoever employs the people in it (GD-1): two teams of one service line are one agency,
 * and a council-employed health visitor is health.
 */
export const agencyKinds = vocabulary({
  health: { label: "Health" },
  education: { label: "Education" },
  "social-work": { label: "Social work" },
  "youth-justice": { label: "Youth justice" },
  police: { label: "Police" },
  housing: { label: "Housing" },
  reporter: { label: "Children's Reporter" },
  voluntary: { label: "Voluntary or independent organisation" },
  "adult-services": { label: "Adult services" },
  "personal-advice": { label: "Personal adviser service" },
  other: { label: "Another service" },
});
export type AgencyKind = keyof typeof agencyKinds;
