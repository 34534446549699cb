import { vocabulary } from "./term.ts";

/**
 * What kind of practitioner somebody is: the sixteen of Wigan's procedure (WIG-6.4.1), those the managers' guide adds
 * (CWDC-3.1), and posts in schools, health and social work. The list is open: "other" takes words of its own, and no
 * kind ever rules anybody in or out.
 */
export const practitionerKinds = vocabulary({
  "personal-adviser": { label: "Personal adviser" },
  "health-visitor": { label: "Health visitor" },
  midwife: { label: "Midwife" },
  "youth-worker": { label: "Youth worker" },
  "family-worker": { label: "Family worker" },
  "substance-misuse-worker": { label: "Substance misuse worker" },
  "nursery-nurse": { label: "Nursery nurse" },
  "education-welfare-officer": { label: "Education welfare officer" },
  "community-childrens-nurse": { label: "Community children's nurse" },
  "school-nurse": { label: "School nurse" },
  "school-support-staff": { label: "School support staff", meaning: "A learning mentor, for instance." },
  "probation-officer": { label: "Probation officer" },
  "community-psychiatric-nurse": { label: "Community psychiatric nurse" },
  "yot-officer": { label: "Youth offending team officer" },
  "school-based-police-officer": { label: "School-based police officer" },
  "voluntary-sector-colleague": { label: "Voluntary or independent sector colleague" },

  "teenage-pregnancy-adviser": { label: "Teenage pregnancy adviser" },
  "social-worker": { label: "Social worker" },
  teacher: { label: "Teacher" },
  senco: { label: "Special educational needs co-ordinator (SENCO)" },
  "play-worker": { label: "Play worker" },
  "housing-support-worker": { label: "Housing support worker" },

  "head-teacher": { label: "Head teacher" },
  "deputy-head-teacher": { label: "Deputy head teacher" },
  "guidance-teacher": { label: "Guidance or pastoral care teacher" },
  "support-for-learning-teacher": { label: "Support for learning teacher" },
  "early-years-practitioner": { label: "Early years practitioner" },
  "educational-psychologist": { label: "Educational psychologist" },
  "social-work-assistant": { label: "Social work assistant" },
  "social-work-team-manager": { label: "Social work team manager" },
  "family-support-worker": { label: "Family support worker" },
  "residential-worker": { label: "Residential worker" },
  "general-practitioner": { label: "General practitioner" },
  paediatrician: { label: "Paediatrician" },
  "speech-and-language-therapist": { label: "Speech and language therapist" },
  "occupational-therapist": { label: "Occupational therapist" },
  "childrens-mental-health-worker": { label: "Children's mental health worker" },
  other: { label: "Another kind of practitioner" },
});
export type PractitionerKind = keyof typeof practitionerKinds;
