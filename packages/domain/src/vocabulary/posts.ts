import { vocabulary } from "./term.ts";

/** Posts that a clause can point at when it does not name a person. */
export const posts = vocabulary({
  "lead-professional": { label: "a lead professional" },
  "named-person": { label: "the named person" },
  midwife: { label: "the midwife" },
  "health-visitor": { label: "the health visitor" },
  "member-of-primary-school-staff": { label: "a member of the primary school's staff" },
  "member-of-secondary-school-staff": { label: "a member of the secondary school's staff" },
  "education-officer": { label: "an education officer" },
  teacher: { label: "a teacher" },
  "education-service-contact": { label: "an education service contact" },
  "social-worker": { label: "a social worker" },
  "named-social-worker": { label: "the named social worker" },
  "social-work-team-manager": { label: "the social work team manager" },
  "lead-agency-manager": { label: "the lead agency's manager" },
  "line-manager": { label: "the line manager" },
  "personal-adviser-manager": { label: "the personal adviser's line manager" },
  "youth-offending-team-manager": { label: "the youth offending team's manager" },
  "personal-adviser": { label: "the personal adviser" },
  senco: { label: "the special educational needs co-ordinator (SENCO)" },
  "key-worker": { label: "the key worker" },
  "care-co-ordinator": { label: "the care co-ordinator" },
  "yot-supervising-officer": { label: "the youth offending team's supervising officer" },
  "seconded-social-worker": { label: "the social worker seconded to the youth offending team" },
  "specialist-health-practitioner": { label: "a specialist health practitioner" },
  "specialist-education-practitioner": { label: "a specialist education practitioner" },
  "universal-practitioner": { label: "the universal practitioner already working with the child" },
  "practitioner-on-the-team": { label: "a practitioner who supports the child" },
  "practitioner-from-outside-school": { label: "a practitioner from outside the school" },
  assessor: { label: "the person who made the assessment" },
});
export type Post = keyof typeof posts;
