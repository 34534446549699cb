import type { PostRole } from "@linchpin/domain";

const atManager: readonly string[] = [
  "team-manager",
  "service-manager",
  "coordinator",
  "strategic-manager",
  "director",
  "chief-officer",
  "privacy-officer",
  "review-officer",
  "quality-auditor",
  "lead-member",
] satisfies PostRole[];

/** The portal that a post works in. */
export const portalOf = (role: string): "/manager/" | "/named-person/" =>
  atManager.includes(role) ? "/manager/" : "/named-person/";
