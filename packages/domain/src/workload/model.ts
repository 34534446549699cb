import { z } from "zod";
import { Count, DoneOn, during, inOrder, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { roles } from "../kernel/role.ts";

/** One case as it weighs on one person. Weights are whole quarter-points (kernel/measure.ts says why). */
export const CaseFacts = z.strictObject({
  planId: Ref,
  role: z.enum(["lead", "supporter"]),
  level: recorded(z.enum(["single", "integrated", "complex"])),
  practitioners: Count,
  /** Sections of a family plan, one per child; 1 for a child's own plan. */
  childSections: z.int().min(1),
  expectedMonths: recorded(Count),
  /** A manager's adjustment in quarter-points with a reason, kept beside the estimate. */
  adjustment: z.int().exactOptional(),
});
export type CaseFacts = z.infer<typeof CaseFacts>;

/** Facts for "What does this case ask of this person?" */
export const WeightFacts = z.strictObject({ practitionerId: Ref, case: CaseFacts });
export type WeightFacts = z.infer<typeof WeightFacts>;

/** One post of a practitioner, as far as capacity goes. */
export const PostFacts = z.strictObject({
  postId: Ref,
  /** Points agreed between worker and manager, in quarter-points. */
  agreedCapacity: recorded(Count),
  managerId: orNone(Ref),
  /** Whether leading is an everyday part of this post or comes now and then (BOL-8.2). */
  leading: recorded(z.enum(["everyday", "occasional"])),
  /** Minutes a week that the agreement was made for, and those worked since. */
  hours: z.strictObject({ agreedFor: z.int().min(1), now: Count }).exactOptional(),
  /** What was taken off for some days, in quarter-points: a phased return, a training course. */
  reductions: list(inOrder(z.strictObject({ ...during, quarterPoints: Count }))).exactOptional(),
});
export type PostFacts = z.infer<typeof PostFacts>;

/** Facts for "How much can this person carry?" and for the load they carry. */
export const CapacityFacts = z.strictObject({ practitionerId: Ref, posts: list(PostFacts) });
export type CapacityFacts = z.infer<typeof CapacityFacts>;

export const LoadFacts = z.strictObject({
  practitionerId: Ref,
  cases: list(CaseFacts),
  /** For how many children this person is the named person, and how many of them have something open. */
  namedPersonFor: z.strictObject({ children: Count, withSomethingOpen: Count }).exactOptional(),
});
export type LoadFacts = z.infer<typeof LoadFacts>;

/** Facts for "May this person be given one more case to lead?" */
export const AllocationFacts = z.strictObject({
  practitionerId: Ref,
  /** Quarter-points before and after. */
  load: z.int(),
  loadAfter: z.int(),
  capacity: recorded(Count),
  /** Every manager of this person, one for each post, the allocating manager among them. */
  managers: list(z.strictObject({ id: Ref, acknowledged: recorded(z.boolean()) })),
  /** Whether the allocating manager waited the days a rulebook gives the other (WIG-D22). */
  secondManagerWaitIsOver: z.boolean(),
  reasonGiven: z.boolean(),
});
export type AllocationFacts = z.infer<typeof AllocationFacts>;

/** Facts for "May this manager change who does what?" */
export const ChangeFacts = z.strictObject({
  act: z.enum(["move-case", "support-task"]),
  by: z.strictObject({ id: Ref, role: z.enum(roles) }),
  planId: Ref,
  /** What the person it is taken from is on that plan. */
  holds: recorded(z.enum(["lead", "supporter"])),
  from: orNone(Ref),
  to: Ref,
  dueOn: orNone(LocalDateSchema),
});
export type ChangeFacts = z.infer<typeof ChangeFacts>;

/** Facts for "Who owes what about this person's workload?" */
export const WorkloadDutiesFacts = z.strictObject({
  practitionerId: Ref,
  manager: orNone(Ref),
  /** The first day of the first case led now. */
  leadsSince: orNone(LocalDateSchema),
  lastReviewOn: DoneOn,
  /** The team this person belongs to, and the last load review recorded for anybody in it. */
  team: orNone(z.strictObject({ id: Ref, lastReviewOn: DoneOn })),
  /** That the load is over what was agreed, and when senior management answered with an action. */
  alert: orNone(z.strictObject({ on: LocalDateSchema, answeredOn: DoneOn })),
  isSchoolSupportStaff: recorded(z.boolean()),
  /** Minutes a week that leading takes, and those of other duties lifted for it. */
  leadMinutes: recorded(Count),
  liftedMinutes: recorded(Count),
  /** A lead that starts, and the day the manager looked at what it does to the load. */
  appointment: orNone(z.strictObject({ startsOn: LocalDateSchema, impactAddressedOn: DoneOn })),
  calendar: WorkingDays,
});
export type WorkloadDutiesFacts = z.infer<typeof WorkloadDutiesFacts>;
