import { needsPointTo, type PointsTo } from "../../lead-professional/by-setting.ts";
import { bothAndFamilyTold, managerMayReallocate } from "../../lead-professional/manager-acts.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

const rule = (id: string, at: string) => ({ id: `wigan.${id}`, clause: cp31(at), from });

const health = { agencies: ["health"], posts: [] } as const;
const familyOrSchool = {
  agencies: ["education"],
  posts: ["family-worker", "family-support-worker", "member-of-school-staff"],
} as const;

/** CP3.1 6.3.1: physical therapy, speech and feeding point to health; parents and school to family and school roles. */
const pointsTo: PointsTo = {
  "physical-therapy": health,
  speech: health,
  feeding: health,
  "parental-confidence": familyOrSchool,
  "parenting-skills": familyOrSchool,
  "school-behaviour": familyOrSchool,
  "school-attendance": familyOrSchool,
};

/** CP3.1 on whom the needs point to, and on a manager who gives a case to somebody else. */
export const whoLeads = chapter({
  parameters: {},
  rules: {
    "lead-professional.by-need": () => [needsPointTo(rule("needs-point-to", "6.3.1"), { pointsTo })],
    "lead-professional.reallocate": () => [
      managerMayReallocate(rule("manager-may-reallocate", "8.5.2"), {
        managers: ["line-manager", "team-manager", "senior-manager", "lead-professionals-manager"],
      }),
      bothAndFamilyTold(rule("reallocation-is-told", "8.5.2")),
    ],
  },
});
