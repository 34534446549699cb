import type { Decision, StepKind } from "@linchpin/domain";
import { and, desc, eq, like, sql } from "drizzle-orm";
import { planMember } from "../../db/schema/plan.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import { chronologyEntry, decision } from "../../db/schema/record.ts";
import { type Place, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";

const { entryId, happenedAt, act } = chronologyEntry;

/** Steps of one child's chronology, newest first, one more than a page holds. */
export const stepsOf = (
  { tx, who }: Records,
  childId: string,
  { kind, after }: { readonly kind?: StepKind | undefined; readonly after?: Place | undefined },
) =>
  tx
    .select({
      entryId,
      happenedAt,
      recordedAt: chronologyEntry.recordedAt,
      act,
      title: chronologyEntry.title,
      detail: chronologyEntry.detail,
      byId: chronologyEntry.byId,
      byName: chronologyEntry.byName,
      /** None where the step is for more readers than what it rests on. */
      decisionId: sql<string | null>`(select d.decision_id from decision d
        where d.area_id = chronology_entry.area_id and d.decision_id = chronology_entry.decision_id)`,
      concernId: chronologyEntry.concernId,
      planId: chronologyEntry.planId,
    })
    .from(chronologyEntry)
    .where(
      and(
        eq(chronologyEntry.areaId, who.areaId),
        eq(chronologyEntry.childId, childId),
        kind && like(act, `${kind}.%`),
        after && sql`(${happenedAt}, ${entryId}) < (${after.at}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(happenedAt), desc(entryId))
    .limit(pageSize + 1);

export type StoredDecision = {
  readonly decisionId: string;
  readonly childId: string | null;
  readonly planId: string | null;
  readonly decision: Decision;
  readonly askedById: string;
  readonly askedByName: string | null;
  readonly recordedAt: string;
};

/** One decision as it was kept; undefined where there is none, or row security does not show it. */
export async function storedDecision({ tx, who }: Records, decisionId: string): Promise<StoredDecision | undefined> {
  const [found] = await tx
    .select({
      decisionId: decision.decisionId,
      childId: decision.childId,
      planId: decision.planId,
      decision: decision.decision,
      askedById: decision.askedBy,
      askedByName: practitioner.name,
      recordedAt: decision.recordedAt,
    })
    .from(decision)
    .leftJoin(
      practitioner,
      and(eq(practitioner.areaId, decision.areaId), eq(practitioner.practitionerId, decision.askedBy)),
    )
    .where(and(eq(decision.areaId, who.areaId), eq(decision.decisionId, decisionId)));
  return found;
}

/** The children of a plan that row security shows the caller. */
export async function childrenOfPlan({ tx, who }: Records, planId: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ childId: planMember.childId })
    .from(planMember)
    .where(and(eq(planMember.areaId, who.areaId), eq(planMember.planId, planId)));
  return rows.map(({ childId }) => childId);
}
