import { DomainError, type LegalStatus, type Recorded } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { type LeadHeld, type Member, type WholePlan, wholePlanOf } from "../plan/reads.ts";

export { engagementOf, type LeadHeld, lockPlan, type Wish } from "../plan/reads.ts";

/** All that is on record of one case, as the rules about who leads need it. */
export type Case = Omit<WholePlan, "statuses"> & {
  /** The child the plan was opened for. */
  readonly child: Member;
  readonly statuses: Recorded<readonly LegalStatus[]>;
  readonly lead: LeadHeld | undefined;
};

/** Reads a case whole, in one statement. A plan none of whose children this reader may see reads as no plan. */
export async function caseOf(records: Records, planId: string): Promise<Case> {
  const found = await wholePlanOf(records, planId);
  const child = found?.members[0];
  if (!found || !child) throw new DomainError({ kind: "not-visible", what: "plan" });
  const { statuses } = found;
  return {
    ...found,
    child,
    statuses: statuses.length === 0 && child.statusesConfirmedOn === null ? "not-recorded" : statuses,
    lead: found.leads.find(({ isCurrent }) => isCurrent),
  };
}
