import type { Recorded } from "../people/model.ts";

/** One case as it weighs on one person. Points are whole half-points. */
export type CaseFacts = {
  readonly planId: string;
  readonly role: "lead" | "supporter";
  readonly level: Recorded<"single" | "integrated" | "complex">;
  readonly practitioners: number;
  /** Sections of a family plan, one per child; 1 for a child's own plan. */
  readonly childSections: number;
  readonly expectedMonths: Recorded<number>;
  /** A manager's adjustment in half-points with a reason, kept beside the estimate. */
  readonly adjustment?: number;
};

/** Facts for "What does this case ask of this person?" */
export type WeightFacts = { readonly practitionerId: string; readonly case: CaseFacts };

/** One post of a practitioner, as far as capacity goes. */
export type PostFacts = {
  readonly postId: string;
  /** Points agreed between worker and manager, in half-points. */
  readonly agreedCapacity: Recorded<number>;
  readonly managerId: Recorded<string | "none">;
};

/** Facts for "How much can this person carry?" and for the load they carry. */
export type CapacityFacts = { readonly practitionerId: string; readonly posts: readonly PostFacts[] };
export type LoadFacts = { readonly practitionerId: string; readonly cases: readonly CaseFacts[] };

/** Facts for "May this person be given one more case to lead?" */
export type AllocationFacts = {
  readonly practitionerId: string;
  /** Half-points before and after. */
  readonly load: number;
  readonly loadAfter: number;
  readonly capacity: Recorded<number>;
  readonly managers: readonly { readonly id: string; readonly acknowledged: Recorded<boolean> }[];
  /** Whether the allocating manager waited the days a rulebook gives the other (WIG-D22). */
  readonly secondManagerWaitIsOver: boolean;
  readonly reasonGiven: boolean;
};
