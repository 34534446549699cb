import { engagementStates, type LocalDate, type RecordEngagement } from "@linchpin/domain";
import { and, desc, eq, sql } from "drizzle-orm";
import { practitioner } from "../../db/schema/practitioner.ts";
import { familyEngagement } from "../../db/schema/who-does-what.ts";
import type { Records } from "../../records.ts";
import type { EngagementView } from "../../views.ts";

/**
 * How far the families of a plan's children are engaged, each as it is seen from the latest day on, and how it was before.
 * Of what was written of one day the last counts.
 */
export async function engagementOf({ tx, who }: Records, planId: string): Promise<EngagementView[]> {
  const rows = await tx
    .select({
      childId: familyEngagement.childId,
      state: familyEngagement.state,
      on: familyEngagement.sinceOn,
      note: familyEngagement.note,
      by: sql<string>`coalesce(${practitioner.name}, 'Somebody who has left')`,
    })
    .from(familyEngagement)
    .leftJoin(
      practitioner,
      and(
        eq(practitioner.areaId, familyEngagement.areaId),
        eq(practitioner.practitionerId, familyEngagement.recordedBy),
      ),
    )
    .where(and(eq(familyEngagement.areaId, who.areaId), eq(familyEngagement.planId, planId)))
    .orderBy(desc(familyEngagement.sinceOn), desc(familyEngagement.recordedAt), desc(familyEngagement.seenId))
    .limit(200);
  const children = [...new Set(rows.map(({ childId }) => childId))];
  return children.map((childId) => ({
    childId,
    seen: rows
      .filter((row) => row.childId === childId)
      .filter(({ on }, at, all) => all[at - 1]?.on !== on)
      .map(({ state, on, note, by }) => ({
        state: { code: state, label: engagementStates[state].label },
        ...{ on, note, by },
      })),
  }));
}

export async function addEngagement(
  { tx, who, now, newId }: Records,
  { planId, childId, state, on, note }: RecordEngagement,
): Promise<void> {
  await tx.insert(familyEngagement).values({
    ...{ planId, childId, state, note },
    areaId: who.areaId,
    seenId: newId(),
    sinceOn: on satisfies LocalDate,
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}
