import type { Records } from "../../records.ts";
import { keepNeed } from "./need.ts";
import { applyStatutoryLead } from "./statutory-lead.ts";

export { applyStatutoryLead };

/**
 * What follows for the lead when something about a plan changed: whether one is needed is asked again and kept, its
 * clocks start or stop, and what law or procedure says is done. In the transaction of the change.
 */
export async function leadFollows(records: Records, planId: string): Promise<void> {
  await keepNeed(records, planId);
  await applyStatutoryLead(records, planId);
}
