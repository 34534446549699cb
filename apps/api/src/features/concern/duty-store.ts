import { and, eq, isNull, like } from "drizzle-orm";
import { duty } from "../../db/schema/change.ts";
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
