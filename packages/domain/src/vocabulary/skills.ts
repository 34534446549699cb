import { vocabulary } from "./term.ts";

/**
 * What a lead professional is able to do, as Wigan's procedure lists it (7.1 to 7.8). England's figure of skills is
 * missing from our copy, so an area without a list of its own uses these there too (RN-01).
 */
export const coreSkills = vocabulary({
  communicates: { label: "Talks and listens well with children, parents and other agencies" },
  "builds-trust": { label: "Builds trust, and does without the jargon of agencies" },
  "engages-families": { label: "Helps families take part, and choose knowing what there is" },
  "supports-actions": { label: "Supports child and parents in what the plan asks of them" },
  "works-across": { label: "Works well with many services and sectors" },
  convenes: { label: "Calls and chairs meetings of several agencies" },
  "turns-into-practice": { label: "Turns knowledge and experience into practice" },
  "plans-and-evaluates": { label: "Plans, delivers, monitors and evaluates together with others" },
});
export type CoreSkill = keyof typeof coreSkills;

/** How a line manager sees one skill of somebody's. */
export const skillStates = vocabulary({
  strength: { label: "A strength" },
  adequate: { label: "Adequate" },
  "to-develop": { label: "To develop" },
});

/** Where evidence of a skill comes from. */
export const evidenceKinds = vocabulary({
  "family-feedback": { label: "Feedback of a child or parent" },
  "peer-feedback": { label: "Feedback of a colleague in another service" },
  supervision: { label: "Supervision" },
  observation: { label: "An observed visit or meeting" },
});

/** The common core of skills and knowledge for the children's workforce, in its six areas (CWDC 1.10). */
export const commonCore = vocabulary({
  communication: { label: "Effective communication and engagement" },
  development: { label: "Child and young person development" },
  safeguarding: { label: "Safeguarding and promoting welfare" },
  transitions: { label: "Supporting transitions" },
  "multi-agency-working": { label: "Multi-agency working" },
  "sharing-information": { label: "Sharing information" },
});

/** What further training somebody may need for the role. */
export const trainingTopics = vocabulary({
  chairing: { label: "Chairing, planning and reviewing meetings" },
  "other-agencies": { label: "Knowing the roles of others and their agencies" },
  "representing-families": { label: "Representing child and family" },
  other: { label: "Another topic" },
});

/** The national modules for practitioners who lead (CWDC 5.16). */
export const leadModules = vocabulary({
  "introduction-to-lead-professional": { label: "Introduction to the lead professional" },
  "introduction-to-assessment": { label: "Introduction to assessment" },
  "lead-professional-in-practice": { label: "The lead professional in practice" },
  "introduction-to-common-assessment": { label: "Introduction to the common assessment" },
  "introduction-to-information-sharing": { label: "Introduction to information sharing" },
});
export type LeadModule = keyof typeof leadModules;

/** The modules for managers of people who lead (CWDC 5.17). */
export const managerModules = vocabulary({
  "introduction-to-lead-professional": { label: "Introduction to the lead professional" },
  "common-assessment-for-managers": { label: "Common assessment, for managers" },
  "information-sharing-for-managers": { label: "Information sharing, for managers" },
});
export type ManagerModule = keyof typeof managerModules;

/** What worries people before they lead for the first time, and what is offered for it (CWDC 5.14). */
export const firstLeadWorries = vocabulary({
  "never-chaired": { label: "Has never chaired a meeting" },
  "who-else": { label: "Does not know who else will be there, and what they do" },
  "taking-work-home": { label: "Is worried about taking the work home" },
});
export const offersOfSupport = vocabulary({
  mentor: { label: "A mentor" },
  module: { label: "A training module" },
  "workload-talk": { label: "A talk about workload" },
  other: { label: "Other support" },
});

/** What managers of people who lead can do: the managers' guide 5.18 and Wigan's procedure 8.5, in their order. */
export const managerCapabilities = vocabulary({
  "knows-the-role": { label: "Fully aware of the role and what it demands" },
  "balances-caseloads": { label: "Monitors caseloads, and may change the balance" },
  "directs-others": { label: "Can direct others" },
  challenges: { label: "Can challenge the lead and others on a case" },
  "handles-complaints": { label: "Deals with complaints and performance, and escalates" },
  "sets-up-supervision": { label: "Makes sure of suitable supervision" },
  "identifies-training": { label: "Identifies training" },
});
export type ManagerCapability = keyof typeof managerCapabilities;
