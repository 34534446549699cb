import { localDate } from "../kernel/local-date.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import type { AllocationFacts, CaseFacts, ChangeFacts, PostFacts, WorkloadDutiesFacts } from "../workload/model.ts";

/** A case led that needs an integrated response of two practitioners, for three months. */
export const aCase = (of: Partial<CaseFacts> = {}): CaseFacts => ({
  planId: "plan-1",
  role: "lead",
  level: "integrated",
  practitioners: 2,
  childSections: 1,
  expectedMonths: 3,
  ...of,
});

/** A whole post with eight points agreed. */
export const aPost = (of: Partial<PostFacts> = {}): PostFacts => ({
  postId: "post-1",
  agreedCapacity: 32,
  managerId: "helen",
  leading: "everyday",
  ...of,
});

/** One more case for somebody with room and one manager. */
export const allocationFacts = (of: Partial<AllocationFacts> = {}): AllocationFacts => ({
  practitionerId: "amina",
  load: 8,
  loadAfter: 16,
  capacity: 32,
  managers: [{ id: "helen", acknowledged: true }],
  secondManagerWaitIsOver: false,
  reasonGiven: false,
  ...of,
});

/** A line manager moves a case that somebody supports. */
export const caseChangeFacts = (of: Partial<ChangeFacts> = {}): ChangeFacts => ({
  act: "move-case",
  by: { id: "helen", role: "line-manager" },
  planId: "plan-1",
  holds: "supporter",
  from: "x",
  to: "y",
  dueOn: "none",
  ...of,
});

/** Somebody who leads since the first day of September, reviewed that day, and owes nothing. */
export const workloadDutiesFacts = (of: Partial<WorkloadDutiesFacts> = {}): WorkloadDutiesFacts => ({
  practitionerId: "amina",
  manager: "helen",
  leadsSince: localDate("2026-09-01"),
  lastReviewOn: localDate("2026-11-20"),
  team: "none",
  alert: "none",
  isSchoolSupportStaff: false,
  leadMinutes: "not-recorded",
  liftedMinutes: "not-recorded",
  appointment: "none",
  calendar: workingCalendar("england-and-wales"),
  ...of,
});
