import { DomainError, type LogFamilyWord } from "@linchpin/domain";
import { and, desc, eq, isNull, type SQLWrapper, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { child } from "../../db/schema/child.ts";
import { familyWord } from "../../db/schema/told-to-us.ts";
import type { Records } from "../../records.ts";
import { answersFamilyFirst, nearestToFamily } from "./reads.ts";

const nameOfOne = (id: SQLWrapper) =>
  sql<
    string | null
  >`(select p.name from practitioner p where p.area_id = ${familyWord.areaId} and p.practitioner_id = ${id})`;

const columns = {
  wordId: familyWord.wordId,
  version: familyWord.version,
  childId: familyWord.childId,
  childName: sql<string>`concat_ws(' ', ${child.givenName}, ${child.familyName})`,
  kind: familyWord.kind,
  raisedBy: familyWord.raisedBy,
  raisedOn: familyWord.raisedOn,
  words: familyWord.words,
  recordedBy: nameOfOne(familyWord.recordedBy),
  answer: familyWord.answer,
  answeredOn: familyWord.answeredOn,
  mark: familyWord.mark,
  markBecause: familyWord.markBecause,
  settledBy: nameOfOne(familyWord.settledBy),
  settledAt: familyWord.settledAt,
  dutyIds: familyWord.dutyIds,
} as const;

const rows = ({ tx }: Records) =>
  tx
    .select(columns)
    .from(familyWord)
    .innerJoin(child, and(eq(child.areaId, familyWord.areaId), eq(child.childId, familyWord.childId)));
export type FamilyWordRow = Awaited<ReturnType<typeof familyWordsOf>>[number];

/** What a child or family asked and reported: what waits first, then the newest. */
export const familyWordsOf = (records: Records, childId: string) =>
  rows(records)
    .where(and(eq(familyWord.areaId, records.who.areaId), eq(familyWord.childId, childId)))
    .orderBy(desc(sql`${familyWord.settledAt} is null`), desc(familyWord.raisedOn), desc(familyWord.wordId))
    .limit(200);

/** Families who wait for the caller, the longest first. */
export const waitingForMe = (records: Records) =>
  rows(records)
    .where(
      and(
        eq(familyWord.areaId, records.who.areaId),
        isNull(familyWord.settledAt),
        isNull(child.withdrawnAt),
        answersFamilyFirst(records, familyWord.childId),
      ),
    )
    .orderBy(familyWord.raisedOn, familyWord.wordId)
    .limit(200);

/** Who answers this family now. */
export async function answersFamily(records: Records, childId: string): Promise<readonly string[]> {
  const of = sql`${childId}::uuid`;
  const found = await rowsOf<{ readonly id: string }>(
    records.tx,
    sql`select distinct o.practitioner_id as id from child_access o
      where o.area_id = ${records.who.areaId} and o.child_id = ${of} and not o.held_back and o.during @> ${records.now}::timestamptz
        and ${nearestToFamily(records, of, sql`a.practitioner_id = o.practitioner_id`)} = ${nearestToFamily(records, of, sql`true`)}
      order by 1`,
  );
  return found.map(({ id }) => id);
}

export async function lockFamilyWord(records: Records, wordId: string): Promise<FamilyWordRow> {
  const of = and(eq(familyWord.areaId, records.who.areaId), eq(familyWord.wordId, wordId));
  await records.tx.select({ id: familyWord.wordId }).from(familyWord).where(of).for("update");
  const [found] = await rows(records).where(of);
  if (found === undefined) throw new DomainError({ kind: "not-visible", what: "question" });
  return found;
}

export async function addFamilyWord(
  { tx, who, now }: Records,
  { idempotencyKey: _, ...said }: LogFamilyWord,
  more: { readonly wordId: string; readonly dutyIds: readonly string[] },
): Promise<void> {
  await tx.insert(familyWord).values({
    ...said,
    wordId: more.wordId,
    dutyIds: [...more.dutyIds],
    areaId: who.areaId,
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}

type Settled = Pick<typeof familyWord.$inferInsert, "answer" | "answeredOn" | "mark" | "markBecause">;

/** Answers it or marks it, once. */
export async function settleFamilyWord(
  { tx, who, now }: Records,
  { wordId, version }: { readonly wordId: string; readonly version: number },
  settled: Settled,
): Promise<void> {
  const kept = await tx
    .update(familyWord)
    .set({ ...settled, settledBy: who.practitionerId, settledAt: now, version: version + 1 })
    .where(
      and(
        eq(familyWord.areaId, who.areaId),
        eq(familyWord.wordId, wordId),
        eq(familyWord.version, version),
        isNull(familyWord.settledAt),
      ),
    )
    .returning({ wordId: familyWord.wordId });
  if (kept.length === 0) throw new DomainError({ kind: "changed-since", what: "question" });
}
