import { localDate } from "../kernel/local-date.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import type { AllocatedFacts } from "../supervision/model.ts";
import { coreSkills, leadModules, managerCapabilities, managerModules } from "../vocabulary/skills.ts";
import { codesOf } from "../vocabulary/term.ts";
import type { DevelopmentFacts, TrainingNeed } from "../workforce/development-model.ts";
import type { ManagerFacts, PartnerFacts, PostFacts, RequestFacts } from "../workforce/managers-model.ts";

/** Every skill adequate and with evidence, every module done, nothing open: Omar, supervised by Helen. */
export const developmentFacts = (of: Partial<DevelopmentFacts> = {}): DevelopmentFacts => ({
  practitionerId: "omar",
  manager: "helen",
  skills: codesOf(coreSkills).map((skill) => ({ skill, state: "adequate", evidenced: true, takenUpOn: "none" })),
  needs: [],
  modules: codesOf(leadModules).map((module) => ({ module, state: "done", on: localDate("2026-03-02") })),
  bookings: [],
  hasLedBefore: true,
  worries: "none",
  mentor: "none",
  leadsFrom: "none",
  firstMeetingOn: "none",
  needsMentor: false,
  calendar: workingCalendar("england-and-wales"),
  ...of,
});

/** A need for training in chairing found on 2 December 2026, with nothing arranged. */
export const aNeed = (of: Partial<TrainingNeed> = {}): TrainingNeed => ({
  id: "need-1",
  topic: "chairing",
  foundOn: localDate("2026-12-02"),
  dueOn: "none",
  bookedFor: "none",
  timeReleased: false,
  doneOn: "none",
  ...of,
});

/** Helen, who supervises two people who lead, with everything attested, audited, briefed and trained. */
export const managerFacts = (of: Partial<ManagerFacts> = {}): ManagerFacts => ({
  managerId: "helen",
  supervises: 2,
  seniorManager: "kate",
  capabilities: codesOf(managerCapabilities).map((capability) => ({
    capability,
    state: "attested",
    on: localDate("2026-11-24"),
  })),
  auditedOn: localDate("2026-06-01"),
  briefedOn: localDate("2026-06-01"),
  modules: codesOf(managerModules).map((module) => ({
    module,
    doneOn: localDate("2026-05-04"),
    bookedFor: "none",
  })),
  ...of,
});

/** Somebody who leads beside a job of their own. */
export const postFacts = (of: Partial<PostFacts> = {}): PostFacts => ({
  practitionerId: "tom",
  manager: "helen",
  post: "embedded",
  leads: 12,
  ownCases: 0,
  ...of,
});

/** A school that has done all that is asked of partners. */
export const partnerFacts = (of: Partial<PartnerFacts> = {}): PartnerFacts => ({
  agency: { id: "school-x" },
  acknowledgedOn: localDate("2026-11-22"),
  signedUpOn: localDate("2026-01-15"),
  listsWhoCouldLead: true,
  linkPerson: "ms-hart",
  posts: { listed: 80, flagged: 80 },
  advocates: 1,
  targetOn: localDate("2027-03-31"),
  ...of,
});

export const requestFacts = (of: Partial<RequestFacts> = {}): RequestFacts => ({
  request: { id: "request-1", kind: "advice" },
  lineManager: "helen",
  coordinatingManager: "ines",
  ...of,
});

/** Everything is settled about how Priya is supervised. */
export const allocatedFacts = (of: Partial<AllocatedFacts> = {}): AllocatedFacts => ({
  practitionerId: "priya",
  planId: "plan-1",
  kind: "usual",
  supervisor: "helen",
  everyDays: 28,
  ...of,
});
