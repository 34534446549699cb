import type { Records } from "../../records.ts";
import { type Ending, end } from "./appoint.ts";
import { caseOf, lockPlan } from "./case-store.ts";
import { keepNeed } from "./need.ts";
import { applyLaw, applyStatutoryLead } from "./statutory-lead.ts";

export { applyStatutoryLead, type Ending, end };

/**
 * What follows for the lead when something about a plan changed: whether one is needed is asked again and kept, its
 * clocks start or stop, and what law or procedure says is done. In the transaction of the change. Gives what ends with it:
 * `end` is the last thing the change does, when whoever made it has been shown what came of it.
 */
export async function leadFollows(records: Records, planId: string): Promise<Ending> {
  await lockPlan(records, planId);
  const of = await caseOf(records, planId);
  await keepNeed(records, of);
  return applyLaw(records, of);
}
