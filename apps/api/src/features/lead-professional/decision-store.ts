import type { Decision } from "@linchpin/domain";
import { and, eq, or } from "drizzle-orm";
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

/** The decisions a proposal rests on: the choice, and whether the person may lead as it was answered that day. */
export async function decisionsOf(
  { tx, who }: Records,
  {
    planId,
    proposedAt,
    choiceDecisionId,
  }: { readonly planId: string; readonly proposedAt: string; readonly choiceDecisionId: string },
): Promise<{ readonly choice: Decision; readonly suits: Decision | undefined }> {
  const suitability = "lead-professional.suitability";
  const rows = await tx
    .select({ decisionId: decision.decisionId, question: decision.question, decision: decision.decision })
    .from(decision)
    .where(
      and(
        eq(decision.areaId, who.areaId),
        or(
          eq(decision.decisionId, choiceDecisionId),
          and(eq(decision.planId, planId), eq(decision.question, suitability), eq(decision.recordedAt, proposedAt)),
        ),
      ),
    );
  const choice = rows.find(({ decisionId }) => decisionId === choiceDecisionId)?.decision;
  if (choice === undefined) throw new Error("a proposal without the decision it rests on");
  return { choice, suits: rows.find(({ question }) => question === suitability)?.decision };
}
