import type { Records } from "../../records.ts";
import { caseOf, lockPlan } from "./case-store.ts";
import { keepNeed } from "./need.ts";
import { applyLaw, applyStatutoryLead } from "./statutory-lead.ts";

export { applyStatutoryLead };

/**
 * What follows for the lead when something about a plan changed: whether one is needed is asked again and kept, its
 * clocks start or stop, and what law or procedure says is done. In the transaction of the change.
 */
export async function leadFollows(records: Records, planId: string): Promise<void> {
  await lockPlan(records, planId);
  const of = await caseOf(records, planId);
  await keepNeed(records, of);
  await applyLaw(records, of);
}
