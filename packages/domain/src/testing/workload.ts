import type { AllocationFacts, CaseFacts, PostFacts } from "../workload/model.ts";

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
