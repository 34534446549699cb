import type { Recorded } from "../people/model.ts";

/** One case as it weighs on one person. Weights are whole quarter-points (kernel/measure.ts says why). */
export type CaseFacts = {
  readonly planId: string;
  readonly role: "lead" | "supporter";
  readonly level: Recorded<"single" | "integrated" | "complex">;
  readonly practitioners: number;
  /** Sections of a family plan, one per child; 1 for a child's own plan. */
  readonly childSections: number;
  readonly expectedMonths: Recorded<number>;
  /** A manager's adjustment in quarter-points with a reason, kept beside the estimate. */
  readonly adjustment?: number;
};

/** Facts for "What does this case ask of this person?" */
export type WeightFacts = { readonly practitionerId: string; readonly case: CaseFacts };

/** One post of a practitioner, as far as capacity goes. */
export type PostFacts = {
  readonly postId: string;
  /** Points agreed between worker and manager, in quarter-points. */
  readonly agreedCapacity: Recorded<number>;
  readonly managerId: Recorded<string | "none">;
  /** Whether leading is an everyday part of this post or comes now and then (BOL-8.2). */
  readonly leading: Recorded<"everyday" | "occasional">;
};

/** Facts for "How much can this person carry?" and for the load they carry. */
export type CapacityFacts = { readonly practitionerId: string; readonly posts: readonly PostFacts[] };

export type LoadFacts = {
  readonly practitionerId: string;
  readonly cases: readonly CaseFacts[];
  /** For how many children this person is the named person, and how many of them have something open. */
  readonly namedPersonFor?: { readonly children: number; readonly withSomethingOpen: number };
};

/** Facts for "May this person be given one more case to lead?" */
export type AllocationFacts = {
  readonly practitionerId: string;
  /** Quarter-points before and after. */
  readonly load: number;
  readonly loadAfter: number;
  readonly capacity: Recorded<number>;
  /** Every manager of this person, one for each post, the allocating manager among them. */
  readonly managers: readonly { readonly id: string; readonly acknowledged: Recorded<boolean> }[];
  /** Whether the allocating manager waited the days a rulebook gives the other (WIG-D22). */
  readonly secondManagerWaitIsOver: boolean;
  readonly reasonGiven: boolean;
};
