import type { LocalDate } from "@linchpin/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { actionProgress, overlapSettled, planOutcome } from "../../db/schema/who-does-what.ts";
import type { Records } from "../../records.ts";

export type OutcomeRow = { readonly outcomeId: string; readonly childId: string; readonly words: string };
export type ProgressRow = {
  readonly actionId: string;
  readonly words: string;
  readonly on: LocalDate;
  readonly by: string;
};
export type SettledRow = {
  readonly actionId: string;
  readonly otherActionId: string;
  readonly as: "merged" | "stopped" | "kept";
  readonly reason: string | null;
  readonly on: LocalDate;
  readonly by: string;
};
export type Workspace = {
  /** Set and not taken off the plan, in the order in which they were set. */
  readonly outcomes: readonly OutcomeRow[];
  /** The newest first. */
  readonly progress: readonly ProgressRow[];
  readonly settled: readonly SettledRow[];
};

const by = (alias: string) =>
  sql.raw(
    `coalesce((select p.name from practitioner p where p.area_id = ${alias}.area_id and p.practitioner_id = ${alias}.recorded_by), 'Somebody who has left')`,
  );

/** What a plan holds beside its actions: outcomes, progress on actions, and overlaps that were settled; in one statement. */
export async function workspaceOf({ tx, who }: Records, planId: string): Promise<Workspace> {
  const [found] = await rowsOf<Workspace>(
    tx,
    sql`select
      coalesce((select json_agg(json_build_object('outcomeId', o.outcome_id, 'childId', o.child_id, 'words', o.words) order by o.recorded_at, o.outcome_id)
        from plan_outcome o where o.area_id = ${who.areaId} and o.plan_id = ${planId} and o.ended_at is null), '[]'::json) as outcomes,
      coalesce((select json_agg(json_build_object('actionId', g.action_id, 'words', g.words, 'on', g.said_on, 'by', ${by("g")})
          order by g.said_on desc, g.recorded_at desc, g.progress_id desc)
        from action_progress g where g.area_id = ${who.areaId} and g.plan_id = ${planId}), '[]'::json) as progress,
      coalesce((select json_agg(json_build_object('actionId', s.action_id, 'otherActionId', s.other_action_id, 'as', s."as", 'reason', s.reason,
          'on', s.settled_on, 'by', ${by("s")}) order by s.recorded_at desc, s.settled_id desc)
        from overlap_settled s where s.area_id = ${who.areaId} and s.plan_id = ${planId}), '[]'::json) as settled`,
  );
  return found ?? { outcomes: [], progress: [], settled: [] };
}

export async function addOutcome(
  { tx, who, now, newId }: Records,
  outcome: Pick<typeof planOutcome.$inferInsert, "planId" | "childId" | "words">,
): Promise<void> {
  await tx.insert(planOutcome).values({
    ...outcome,
    areaId: who.areaId,
    outcomeId: newId(),
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}

/** Which plan and child an outcome is of, while it stands. */
export async function outcomeRow({ tx, who }: Records, outcomeId: string) {
  const [found] = await tx
    .select({ planId: planOutcome.planId, childId: planOutcome.childId, words: planOutcome.words })
    .from(planOutcome)
    .where(and(eq(planOutcome.areaId, who.areaId), eq(planOutcome.outcomeId, outcomeId), isNull(planOutcome.endedAt)));
  return found;
}

export async function endOutcomeRow({ tx, who, now }: Records, outcomeId: string, because: string): Promise<boolean> {
  const ended = await tx
    .update(planOutcome)
    .set({ endedAt: now, endedBy: who.practitionerId, endedBecause: because, version: sql`${planOutcome.version} + 1` })
    .where(and(eq(planOutcome.areaId, who.areaId), eq(planOutcome.outcomeId, outcomeId), isNull(planOutcome.endedAt)))
    .returning({ outcomeId: planOutcome.outcomeId });
  return ended.length > 0;
}

export async function addSettled(
  { tx, who, now, today, newId }: Records,
  settled: Pick<
    typeof overlapSettled.$inferInsert,
    "planId" | "childId" | "actionId" | "otherActionId" | "as" | "reason"
  >,
): Promise<void> {
  await tx.insert(overlapSettled).values({
    ...settled,
    areaId: who.areaId,
    settledId: newId(),
    settledOn: today,
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}

export async function addProgress(
  { tx, who, now, newId }: Records,
  progress: Pick<typeof actionProgress.$inferInsert, "planId" | "childId" | "actionId" | "words" | "saidOn">,
): Promise<void> {
  await tx.insert(actionProgress).values({
    ...progress,
    areaId: who.areaId,
    progressId: newId(),
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}
