import { and, eq, isNull, like, sql } from "drizzle-orm";
import { duty } from "../../db/schema/change.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";

/** What was owed on a concern and is done now: one step of it, or all. */
export async function closeDuties({ tx, who, now }: Records, concernId: string, act = "concern."): Promise<void> {
  await tx
    .update(duty)
    .set({ doneAt: now })
    .where(
      and(eq(duty.areaId, who.areaId), eq(duty.concernId, concernId), isNull(duty.doneAt), like(duty.act, `${act}%`)),
    );
}

/** What is still owed on a concern, the nearest clock first. */
export const dutiesOn = ({ tx, who }: Records, concernId: string) =>
  tx
    .select({
      dutyId: duty.dutyId,
      act: duty.act,
      because: duty.because,
      clause: duty.clause,
      dueBy: duty.dueBy,
      owedById: duty.owedBy,
      owedByName: practitioner.name,
    })
    .from(duty)
    .innerJoin(practitioner, and(eq(practitioner.areaId, duty.areaId), eq(practitioner.practitionerId, duty.owedBy)))
    .where(and(eq(duty.areaId, who.areaId), eq(duty.concernId, concernId), isNull(duty.doneAt)))
    .orderBy(sql`${duty.dueBy} nulls last`, duty.dutyId);
