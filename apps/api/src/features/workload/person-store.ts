import { and, eq, isNull } from "drizzle-orm";
import { weightAdjustment } from "../../db/schema/plan.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";

/** What managers changed of the weights of one person's cases, with their reasons, by plan. */
export async function adjustmentsOf({ tx, who }: Records, practitionerId: string) {
  const rows = await tx
    .select({
      planId: weightAdjustment.planId,
      quarterPoints: weightAdjustment.quarterPoints,
      reason: weightAdjustment.reason,
      at: weightAdjustment.recordedAt,
      byId: weightAdjustment.recordedBy,
      byName: practitioner.name,
    })
    .from(weightAdjustment)
    .innerJoin(
      practitioner,
      and(
        eq(practitioner.areaId, weightAdjustment.areaId),
        eq(practitioner.practitionerId, weightAdjustment.recordedBy),
      ),
    )
    .where(
      and(
        eq(weightAdjustment.areaId, who.areaId),
        eq(weightAdjustment.practitionerId, practitionerId),
        isNull(weightAdjustment.supersededAt),
      ),
    );
  return new Map(rows.map((row) => [row.planId, row]));
}
