import type { Act } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { AreaInForce } from "./area-in-force.ts";
import type { Database, Handle } from "./db/database.ts";
import { changeMade } from "./db/schema/change.ts";
import { auditEntry } from "./db/schema/record.ts";
import { Records, type SignedIn } from "./records.ts";

/** What every request brings. */
export type Context = {
  readonly database: Database;
  readonly areaOf: (tx: Handle, areaId: string, now: number) => Promise<AreaInForce>;
  readonly clock: () => Date;
  readonly requestId: string;
  readonly who: SignedIn | undefined;
  /** The session, for what is about the session itself. */
  readonly session: SessionFacts | undefined;
};

export type SessionFacts = {
  readonly id: string;
  readonly areaName: string;
  readonly isDemonstration: boolean;
  readonly postTitle: string;
  readonly idleUntil: string;
  readonly until: string;
};

type OfAct = { readonly context: Context; readonly who: SignedIn; readonly act: Act };

const inTransaction = <T>({ context, who, act }: OfAct, work: (records: Records) => Promise<T>): Promise<T> => {
  const now = context.clock();
  return context.database.inArea(
    { areaId: who.areaId, practitionerId: who.practitionerId, now: now.toISOString(), as: "person" },
    async (tx) => {
      const area = await context.areaOf(tx, who.areaId, now.getTime());
      const records = new Records({ tx, who, area, now, act, requestId: context.requestId });
      const result = await work(records);
      await records.writeLooks();
      return result;
    },
  );
};

/** Reads in one transaction, with an audit entry for each child looked at, committed before the answer is released. */
export const reading = <T>(of: OfAct, work: (records: Records) => Promise<T>): Promise<T> => inTransaction(of, work);

/**
 * Changes in one transaction, once for each idempotency key: a key that was seen before answers what it answered then.
 * Two requests with one key wait for each other, and the second answers like the first.
 */
export const changing = <T>(of: OfAct, idempotencyKey: string, work: (records: Records) => Promise<T>): Promise<T> =>
  inTransaction(of, async (records) => {
    const { tx, who, now } = records;
    const mine = and(
      eq(changeMade.areaId, who.areaId),
      eq(changeMade.practitionerId, who.practitionerId),
      eq(changeMade.key, idempotencyKey),
    );
    const first = await tx
      .insert(changeMade)
      .values({ areaId: who.areaId, practitionerId: who.practitionerId, key: idempotencyKey, act: of.act, at: now })
      .onConflictDoNothing()
      .returning({ key: changeMade.key });
    if (first.length === 0) {
      const [before] = await tx.select({ response: changeMade.response }).from(changeMade).where(mine);
      records.saw([], "again");
      return before?.response as T; // what this same procedure answered under this same key
    }
    const result = await work(records);
    await tx
      .update(changeMade)
      .set({ response: result ?? null })
      .where(mine);
    return result;
  });

/** Keeps that something was refused: in a transaction of its own, after the refused one was undone. */
export async function keepRefusal({ context, who, act }: OfAct, kind: string): Promise<void> {
  const now = context.clock().toISOString();
  await context.database.inArea(
    { areaId: who.areaId, practitionerId: who.practitionerId, now, as: "person" },
    async (tx) => {
      await tx.insert(auditEntry).values({
        areaId: who.areaId,
        entryId: newId(),
        at: now,
        practitionerId: who.practitionerId,
        postId: who.postId,
        act,
        outcome: "refused",
        basis: kind,
        requestId: context.requestId,
      });
    },
  );
}
