import { dayOf, momentAt } from "@linchpin/domain";
import { and, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Database, Handle } from "../db/database.ts";
import { duty, notice } from "../db/schema/change.ts";
import { post, practitioner } from "../db/schema/practitioner.ts";
import { auditEntry } from "../db/schema/record.ts";
import { tellable } from "./held-back.ts";

const batch = 200;

type Missed = {
  readonly dutyId: string;
  readonly owedBy: string;
  readonly onAccountOf: string | null;
  readonly childId: string | null;
  readonly planId: string | null;
  readonly because: string;
  readonly clause: string;
};

/** Every duty of an area whose clock has run out and who has not been told. Gives how many there were. */
export async function missDutiesOf(database: Pick<Database, "inArea">, areaId: string, now: Date): Promise<number> {
  const at = now.toISOString();
  const missed = await database.inArea({ areaId, now: at, as: "system" }, (tx) => missDuties(tx, areaId, at));
  return missed === batch ? missed + (await missDutiesOf(database, areaId, now)) : missed;
}

/**
 * Marks duties as missed and tells whoever owes them and the manager on whose account they stand. A duty is missed
 * once: rows another process has in hand are passed over, and a marked one is never taken again.
 */
export async function missDuties(tx: Handle, areaId: string, at: string, ids?: readonly string[]): Promise<number> {
  const due = await tx
    .select({ dutyId: duty.dutyId })
    .from(duty)
    .where(
      and(
        eq(duty.areaId, areaId),
        isNull(duty.doneAt),
        isNull(duty.missedAt),
        lte(duty.dueBy, at),
        ids && inArray(duty.dutyId, [...ids]),
      ),
    )
    .orderBy(duty.dueBy)
    .limit(batch)
    .for("update", { skipLocked: true });
  if (due.length === 0) return 0;
  const missed: readonly Missed[] = await tx
    .update(duty)
    .set({ missedAt: at })
    .where(
      and(
        eq(duty.areaId, areaId),
        inArray(
          duty.dutyId,
          due.map(({ dutyId }) => dutyId),
        ),
      ),
    )
    .returning({
      dutyId: duty.dutyId,
      owedBy: duty.owedBy,
      onAccountOf: duty.onAccountOf,
      childId: duty.childId,
      planId: duty.planId,
      because: duty.because,
      clause: duty.clause,
    });
  const people = await peopleOf(tx, areaId, at, missed);
  const told = await tellable(
    tx,
    areaId,
    missed.flatMap((one) => noticesOf(areaId, at, one, people)),
  );
  if (told.length > 0) await tx.insert(notice).values([...told]);
  await tx.insert(auditEntry).values(
    missed.map(({ dutyId, childId, planId }) => ({
      areaId,
      entryId: newId(),
      at,
      act: "clock.missed",
      outcome: "system" as const,
      childId,
      planId,
      detail: { duty: dutyId },
    })),
  );
  return missed.length;
}

type People = ReadonlyMap<string, { readonly name: string; readonly managerId: string | null }>;

/** The names of those who owe, and who manages them on this day. */
async function peopleOf(tx: Handle, areaId: string, at: string, missed: readonly Missed[]): Promise<People> {
  const today = dayOf(momentAt(at));
  const rows = await tx
    .select({ id: practitioner.practitionerId, name: practitioner.name, managerId: post.lineManagerId })
    .from(practitioner)
    .leftJoin(
      post,
      and(
        eq(post.areaId, practitioner.areaId),
        eq(post.practitionerId, practitioner.practitionerId),
        sql`${post.during} @> ${today}::date`,
      ),
    )
    .where(
      and(
        eq(practitioner.areaId, areaId),
        inArray(practitioner.practitionerId, [...new Set(missed.map(({ owedBy }) => owedBy))]),
      ),
    );
  const people = new Map<string, { name: string; managerId: string | null }>();
  for (const { id, name, managerId } of rows)
    people.set(id, { name, managerId: managerId ?? people.get(id)?.managerId ?? null });
  return people;
}

function noticesOf(areaId: string, at: string, missed: Missed, people: People): (typeof notice.$inferInsert)[] {
  const { owedBy, childId, planId, because, clause } = missed;
  const owner = people.get(owedBy);
  const manager = missed.onAccountOf ?? owner?.managerId ?? null;
  const of = (practitionerId: string, words: string) => ({
    areaId,
    noticeId: newId(),
    practitionerId,
    childId,
    planId,
    act: "clock.missed",
    words,
    at,
  });
  return [
    of(owedBy, `The time for this has run out. ${because} (${clause})`),
    ...(manager === null || manager === owedBy
      ? []
      : [of(manager, `${owner?.name ?? "A practitioner"} has run out of time for this. ${because} (${clause})`)]),
  ];
}
