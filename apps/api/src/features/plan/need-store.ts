import { and, eq } from "drizzle-orm";
import { decision } from "../../db/schema/record.ts";
import type { Records } from "../../records.ts";

/** The kept answer to whether this plan needs a lead. */
export async function keptNeed({ tx, who }: Records, decisionId: string | null) {
  if (decisionId === null) return undefined;
  const [found] = await tx
    .select({ decisionId: decision.decisionId, decision: decision.decision })
    .from(decision)
    .where(and(eq(decision.areaId, who.areaId), eq(decision.decisionId, decisionId)));
  return found;
}
