import { DomainError } from "@linchpin/domain";
import { and, eq, isNull } from "drizzle-orm";
import { duty } from "../../db/schema/change.ts";
import type { Records } from "../../records.ts";

const mine = ({ who }: Records, dutyId: string) =>
  and(eq(duty.areaId, who.areaId), eq(duty.dutyId, dutyId), eq(duty.owedBy, who.practitionerId), isNull(duty.doneAt));

/** Something the caller still owes. */
export async function myDuty(records: Records, dutyId: string) {
  const [found] = await records.tx
    .select({
      act: duty.act,
      childId: duty.childId,
      planId: duty.planId,
      dueBy: duty.dueBy,
      recordedAt: duty.recordedAt,
    })
    .from(duty)
    .where(mine(records, dutyId));
  return found;
}

/** Marks it as done, once. */
export async function closeDuty(records: Records, dutyId: string): Promise<void> {
  const closed = await records.tx
    .update(duty)
    .set({ doneAt: records.now })
    .where(mine(records, dutyId))
    .returning({ dutyId: duty.dutyId });
  if (closed.length === 0) throw new DomainError({ kind: "already", because: "This is recorded already." });
}

/** Marks what somebody owed on a plan as done, for everybody who owed it. */
export async function closeDutyOn({ tx, who, now }: Records, planId: string, act: string): Promise<void> {
  await tx
    .update(duty)
    .set({ doneAt: now })
    .where(and(eq(duty.areaId, who.areaId), eq(duty.planId, planId), eq(duty.act, act), isNull(duty.doneAt)));
}
