import { and, eq, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf, insertMany } from "../../db/many.ts";
import { evidence } from "../../db/schema/plan.ts";
import { chronologyEntry } from "../../db/schema/record.ts";
import type { Records } from "../../records.ts";

export type EvidenceRow = {
  readonly entryId: string;
  readonly childId: string;
  readonly planId: string | null;
  readonly title: string;
  readonly happenedAt: string;
  readonly by: string;
  readonly attachedBy: string;
  readonly attachedById: string;
};

const rows = ({ tx, who }: Records, where: ReturnType<typeof sql>) =>
  rowsOf<EvidenceRow>(
    tx,
    sql`select e.entry_id as "entryId", e.child_id as "childId", e.plan_id as "planId", c.title, c.by_name as by,
        to_char(c.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "happenedAt",
        p.name as "attachedBy", e.attached_by as "attachedById"
      from evidence e
      join chronology_entry c on c.area_id = e.area_id and c.entry_id = e.entry_id
      join practitioner p on p.area_id = e.area_id and p.practitioner_id = e.attached_by
      where e.area_id = ${who.areaId} and e.removed_at is null and ${where}
      order by c.happened_at, e.evidence_id`,
  );

/** What is ticked of one child, oldest first. */
export const evidenceOfChild = (records: Records, childId: string) => rows(records, sql`e.child_id = ${childId}`);

/** The evidence a plan rests on, of the children this reader may see, oldest first. */
export const evidenceOfPlan = (records: Records, planId: string) => rows(records, sql`e.plan_id = ${planId}`);

/** Those of some entries that are of this child's chronology and not of evidence itself. */
export async function entriesOfChild({ tx, who }: Records, childId: string, entryIds: readonly string[]) {
  const found = await tx
    .select({ entryId: chronologyEntry.entryId })
    .from(chronologyEntry)
    .where(
      and(
        eq(chronologyEntry.areaId, who.areaId),
        eq(chronologyEntry.childId, childId),
        sql`${chronologyEntry.entryId} = ${anyOf(entryIds)}`,
        sql`${chronologyEntry.act} <> 'plan.evidence-ticked'`,
      ),
    );
  return new Set(found.map(({ entryId }) => entryId));
}

/** Ticks entries, as the evidence of the plan that is open. */
export const addEvidence = (
  { tx, who, now, newId }: Records,
  {
    childId,
    planId,
    entryIds,
  }: { readonly childId: string; readonly planId: string | null; readonly entryIds: readonly string[] },
): Promise<void> =>
  insertMany(
    tx,
    evidence,
    entryIds.map((entryId) => ({
      areaId: who.areaId,
      evidenceId: newId(),
      childId,
      entryId,
      planId,
      attachedBy: who.practitionerId,
      attachedAt: now,
    })),
  );

/** Takes ticks of this person's own back. */
export async function removeEvidence(
  { tx, who, now }: Records,
  childId: string,
  entryIds: readonly string[],
): Promise<void> {
  await tx
    .update(evidence)
    .set({ removedAt: now })
    .where(
      and(
        eq(evidence.areaId, who.areaId),
        eq(evidence.childId, childId),
        eq(evidence.attachedBy, who.practitionerId),
        sql`${evidence.entryId} = ${anyOf(entryIds)}`,
        isNull(evidence.removedAt),
      ),
    );
}

/** What was ticked before there was a plan is the plan's evidence once it opens. Gives how many entries there are. */
export async function evidenceBecomesPlans({ tx, who }: Records, childId: string, planId: string): Promise<number> {
  const moved = await tx
    .update(evidence)
    .set({ planId })
    .where(
      and(
        eq(evidence.areaId, who.areaId),
        eq(evidence.childId, childId),
        isNull(evidence.planId),
        isNull(evidence.removedAt),
      ),
    )
    .returning({ evidenceId: evidence.evidenceId });
  return moved.length;
}
