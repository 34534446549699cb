import { type AnswerForSupervision, DomainError } from "@linchpin/domain";
import { and, eq, isNull } from "drizzle-orm";
import { duty } from "../../db/schema/change.ts";
import { supervisionRequest } from "../../db/schema/supervision.ts";
import type { Records } from "../../records.ts";

type Asked = Pick<
  typeof supervisionRequest.$inferInsert,
  "requestId" | "practitionerId" | "toId" | "childId" | "planId" | "reason" | "dutyId"
>;

export async function addRequest({ tx, who, now, today }: Records, asked: Asked): Promise<void> {
  await tx.insert(supervisionRequest).values({ ...asked, areaId: who.areaId, askedOn: today, askedAt: now });
}

/** Keeps an answer from the version that was seen, and closes what was owed by it. */
export async function answerRequest(
  { tx, who, now }: Records,
  { requestId, version, answer, offeredOn, words }: AnswerForSupervision,
  dutyId: string | null,
): Promise<void> {
  const kept = await tx
    .update(supervisionRequest)
    .set({
      answer,
      offeredOn: answer === "offered" ? (offeredOn ?? null) : null,
      answerWords: words ?? null,
      answeredBy: who.practitionerId,
      answeredAt: now,
      version: version + 1,
    })
    .where(
      and(
        eq(supervisionRequest.areaId, who.areaId),
        eq(supervisionRequest.requestId, requestId),
        eq(supervisionRequest.version, version),
        isNull(supervisionRequest.answer),
      ),
    )
    .returning({ requestId: supervisionRequest.requestId });
  if (kept.length === 0) throw new DomainError({ kind: "changed-since", what: "request" });
  if (dutyId !== null)
    await tx
      .update(duty)
      .set({ doneAt: now })
      .where(and(eq(duty.areaId, who.areaId), eq(duty.dutyId, dutyId), isNull(duty.doneAt)));
}
