import type { Records } from "../../records.ts";
import { type Ending, end, leadFollows } from "../lead-professional/follows.ts";
import { leadsOf, openSharedPlans } from "./legal-status-store.ts";

/**
 * After a change of legal statuses, asks again for each open plan that several agencies work to whether a lead is needed
 * and who must lead, in the same transaction: where the law now fills the role, a barred lead ends and the post set by
 * law steps in. Gives what came of it in words; null where nothing changed. Whoever recorded the status may have lost
 * their own part in the child's care by it, so nothing about the child is read after this.
 */
export async function whoMustLeadNow(records: Records, childId: string): Promise<{ readonly words: string } | null> {
  const planIds = await openSharedPlans(records, childId);
  const before = await leadsOf(records, planIds);
  const endings: Ending[] = [];
  for (const planId of planIds) endings.push(await leadFollows(records, planId));
  const after = await leadsOf(records, planIds);
  for (const ending of endings) await end(records, ending);
  const words = planIds.flatMap((planId) => {
    const [was, is] = [before.get(planId), after.get(planId)];
    if (is !== undefined && is.practitionerId !== was?.practitionerId)
      return [`${is.name} leads from now on, by law or procedure.`];
    return was !== undefined && is === undefined
      ? [`${was.name} no longer leads: law or procedure asks for somebody else.`]
      : [];
  });
  return words.length === 0 ? null : { words: words.join(" ") };
}
