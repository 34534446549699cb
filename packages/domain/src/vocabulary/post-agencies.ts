import type { AgencyKind } from "./agencies.ts";
import type { Post } from "./posts.ts";

/** The service line a post belongs to, where it belongs to one: it says whose manager answers while nobody is named. */
export const agencyOfPost: { readonly [P in Post]?: AgencyKind } = {
  midwife: "health",
  "health-visitor": "health",
  "member-of-primary-school-staff": "education",
  "member-of-secondary-school-staff": "education",
  "education-officer": "education",
  "education-service-contact": "education",
  "social-worker": "social-work",
  "named-social-worker": "social-work",
  "social-work-team-manager": "social-work",
  "personal-adviser": "personal-advice",
  "personal-adviser-manager": "personal-advice",
  senco: "education",
  "care-co-ordinator": "health",
  "youth-offending-team-manager": "youth-justice",
  "yot-supervising-officer": "youth-justice",
  "seconded-social-worker": "youth-justice",
  "specialist-health-practitioner": "health",
  "specialist-education-practitioner": "education",
};
