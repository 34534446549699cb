import { createHash } from "node:crypto";
import { type Act, DomainError } from "@linchpin/domain";
import { and, eq, type SQL } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { AreaInForce } from "./area-in-force.ts";
import type { Database, Handle } from "./db/database.ts";
import { changeMade } from "./db/schema/change.ts";
import { auditEntry } from "./db/schema/record.ts";
import { Records, type SignedIn } from "./records.ts";
import { childrenBehind } from "./refusal-store.ts";

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
      return records.release(await work(records));
    },
  );
};

/** Reads in one transaction, with an audit entry for each child looked at, committed before the answer is released. */
export const reading = <T>(of: OfAct, work: (records: Records) => Promise<T>): Promise<T> => inTransaction(of, work);

/** A command as the procedure read it, with the key the browser sent. */
export type Sent = { readonly idempotencyKey: string };

/** What a change answered, with the children it showed and what they were seen by. */
type Answered = { readonly answer: unknown; readonly showed: Readonly<Record<string, string>> };

/** For so long a key that comes again is one press of a button that was sent twice. */
const onePress = 60_000;

/**
 * Changes in one transaction, once for each idempotency key: a key that was seen before answers what it answered then,
 * for as long as whoever sent it may read that. Two requests with one key wait for each other, and the second answers like
 * the first. Another change under the same key is refused: whoever sent it would believe it was made.
 */
export const changing = <T>(of: OfAct, input: Sent, work: (records: Records) => Promise<T>): Promise<T> =>
  inTransaction(of, async (records) => {
    const { tx, who, now } = records;
    const { idempotencyKey: key } = input;
    const sent = createHash("sha256").update(JSON.stringify(input)).digest("base64url");
    const mine = and(
      eq(changeMade.areaId, who.areaId),
      eq(changeMade.practitionerId, who.practitionerId),
      eq(changeMade.key, key),
    );
    const first = await tx
      .insert(changeMade)
      .values({ areaId: who.areaId, practitionerId: who.practitionerId, key, act: of.act, sent, at: now })
      .onConflictDoNothing()
      .returning({ key: changeMade.key });
    if (first.length === 0) return (await answeredBefore(records, mine, { act: of.act, sent })) as T; // what this same procedure answered
    const made = await work(records);
    const showed = Object.fromEntries(records.looks());
    const result = await records.release(made); // what is answered again is what was answered
    const response: Answered = { answer: result ?? null, showed };
    await tx.update(changeMade).set({ response }).where(mine);
    return result;
  });

const keptThen = new DomainError({
  kind: "already",
  because: "This was sent before, and was kept then. Reload the page to see it.",
});

/**
 * What was answered under a key, if the very same was sent with it. It goes out again, so the audit says so again, child by
 * child. Later than within the same press it goes to nobody who may not do this to each of the children any more: they
 * read that it was kept.
 */
async function answeredBefore(
  records: Records,
  mine: SQL | undefined,
  { act, sent }: { readonly act: Act; readonly sent: string },
): Promise<unknown> {
  const [before] = await records.tx
    .select({ act: changeMade.act, sent: changeMade.sent, response: changeMade.response, at: changeMade.at })
    .from(changeMade)
    .where(mine);
  if (before?.act === act && before.sent === null) throw keptThen;
  if (before?.act !== act || before.sent !== sent)
    throw new DomainError({
      kind: "already",
      because: "Something else was sent from this page a moment ago, and that was kept. Reload the page to see it.",
    });
  const { answer, showed } = before.response as Answered; // as it was kept with the change
  const children = Object.keys(showed);
  if (Date.parse(records.now) - Date.parse(before.at) > onePress)
    for (const childId of children) if (!(await records.mayStill(childId))) throw keptThen;
  records.saw(children, "again");
  if (children.length === 0) await records.audit("read", act, { basis: "again" });
  return answer;
}

/**
 * Keeps that something was refused, with the child it was about where there is one: in a transaction of its own, after
 * the refused one was undone. Who asked for a child they have no part in is what a privacy officer looks for.
 */
export async function keepRefusal({ context, who, act }: OfAct, kind: string, sent: unknown): Promise<void> {
  const now = context.clock().toISOString();
  await context.database.inArea(
    { areaId: who.areaId, practitionerId: who.practitionerId, now, as: "person" },
    async (tx) => {
      const children = await childrenBehind(tx, sent);
      const about: readonly (string | null)[] = children.length === 0 ? [null] : children;
      await tx.insert(auditEntry).values(
        about.map((childId) => ({
          areaId: who.areaId,
          entryId: newId(),
          at: now,
          practitionerId: who.practitionerId,
          postId: who.postId,
          act,
          outcome: "refused" as const,
          childId,
          basis: kind,
          requestId: context.requestId,
        })),
      );
    },
  );
}
