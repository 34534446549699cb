import { DomainError, IdSchema } from "@linchpin/domain";
import { z } from "zod";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { decisionView } from "./decision-view.ts";
import { childrenOfPlan, type StoredDecision, storedDecision } from "./store.ts";
import { StoredDecisionView } from "./views.ts";

/** One decision as it was kept, with what of it this reader may see. */
export const decision = practitionerProcedure("record.decision.read")
  .input(z.object({ decisionId: IdSchema }))
  .output(StoredDecisionView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const stored = await storedDecision(records, input.decisionId);
      if (stored === undefined) throw new DomainError({ kind: "not-visible", what: "decision" });
      await authoriseDecision(records, stored);
      return {
        decisionId: stored.decisionId,
        askedBy: { practitionerId: stored.askedById, name: stored.askedByName ?? "" },
        recordedAt: stored.recordedAt,
        ...(stored.childId === null ? {} : { childId: stored.childId }),
        ...(stored.planId === null ? {} : { planId: stored.planId }),
        decision: await decisionView(records, stored.decision),
      };
    }),
  );

/** A decision about a child needs a part in that child's care; one about a plan, in one of its children's; any other is its asker's. */
async function authoriseDecision(records: Records, { childId, planId, askedById }: StoredDecision): Promise<void> {
  if (childId !== null) {
    await records.authorise(childId);
    return;
  }
  const [ofPlan] = planId === null ? [] : await childrenOfPlan(records, planId);
  if (ofPlan !== undefined) {
    await records.authorise(ofPlan);
    return;
  }
  if (askedById !== records.who.practitionerId) throw new DomainError({ kind: "not-visible", what: "decision" });
  records.saw([], "asked");
}
