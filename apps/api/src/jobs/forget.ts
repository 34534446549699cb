import { and, eq, lt, sql } from "drizzle-orm";
import type { Database, Handle } from "../db/database.ts";
import { changeMade, draft } from "../db/schema/change.ts";
import type { Env } from "../env.ts";

type Forgetful = Pick<Database, "inArea" | "areas">;

/**
 * Forgets what is kept for a while only: what somebody was writing, and what a change answered, in case it is sent again.
 * The key of a change stays, so that it is not made twice however late it comes.
 */
export async function forgetEverywhere(database: Forgetful, now: Date, keep: Env["keep"]): Promise<void> {
  for (const { areaId } of await database.areas())
    await database.inArea({ areaId, now: now.toISOString(), as: "system" }, (tx) => forgetIn(tx, areaId, now, keep));
}

const hour = 3_600_000;

async function forgetIn(tx: Handle, areaId: string, now: Date, { draftDays, answerHours }: Env["keep"]): Promise<void> {
  const before = (hours: number) => new Date(now.getTime() - hours * hour).toISOString();
  await tx
    .update(changeMade)
    .set({ sent: null, response: null })
    .where(
      and(
        eq(changeMade.areaId, areaId),
        lt(changeMade.at, before(answerHours)),
        sql`(${changeMade.sent} is not null or ${changeMade.response} is not null)`,
      ),
    );
  await tx.delete(draft).where(and(eq(draft.areaId, areaId), lt(draft.keptAt, before(24 * draftDays))));
}
