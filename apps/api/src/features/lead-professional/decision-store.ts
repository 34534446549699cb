import { and, eq } from "drizzle-orm";
import { decision } from "../../db/schema/record.ts";
import type { Records } from "../../records.ts";

/** A decision as it was kept; undefined where there is none, or this reader may not see the child. */
export async function keptDecision({ tx, who }: Records, decisionId: string | null) {
  if (decisionId === null) return undefined;
  const [found] = await tx
    .select({ decisionId: decision.decisionId, decision: decision.decision })
    .from(decision)
    .where(and(eq(decision.areaId, who.areaId), eq(decision.decisionId, decisionId)));
  return found;
}

/** What a question was answered when somebody was proposed. */
export async function keptWith(
  { tx, who }: Records,
  { planId, proposedAt }: { readonly planId: string; readonly proposedAt: string },
  question: string,
) {
  const [found] = await tx
    .select({ decision: decision.decision })
    .from(decision)
    .where(
      and(
        eq(decision.areaId, who.areaId),
        eq(decision.planId, planId),
        eq(decision.question, question),
        eq(decision.recordedAt, proposedAt),
      ),
    );
  return found?.decision;
}
