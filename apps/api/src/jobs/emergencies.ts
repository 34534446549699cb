import { dayOf, inWords, momentAt } from "@linchpin/domain";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { rowsOf } from "../db/asked.ts";
import type { Handle } from "../db/database.ts";
import { insertMany } from "../db/many.ts";
import { emergencyAccess } from "../db/schema/access.ts";
import { notice } from "../db/schema/change.ts";
import { auditEntry } from "../db/schema/record.ts";

/**
 * Tells the service managers of emergency accesses that nobody looked at in time: once, whoever runs it and how often.
 * Whoever opened the record is not told of their own.
 */
export async function escalateUnreviewed(
  tx: Handle,
  areaId: string,
  at: string,
  ids: readonly string[],
): Promise<number> {
  const late = await tx
    .update(emergencyAccess)
    .set({ escalatedAt: at })
    .where(
      and(
        eq(emergencyAccess.areaId, areaId),
        inArray(emergencyAccess.emergencyAccessId, [...ids]),
        isNull(emergencyAccess.reviewedAt),
        isNull(emergencyAccess.escalatedAt),
      ),
    )
    .returning({
      emergencyAccessId: emergencyAccess.emergencyAccessId,
      practitionerId: emergencyAccess.practitionerId,
      childId: emergencyAccess.childId,
      during: emergencyAccess.during,
    });
  if (late.length === 0) return 0;
  const managers = await rowsOf<{ readonly id: string }>(
    tx,
    sql`select distinct practitioner_id as id from post where area_id = ${areaId} and role = 'service-manager'
      and during @> ${dayOf(momentAt(at))}::date`,
  );
  await insertMany(
    tx,
    notice,
    late.flatMap(({ practitionerId, during }) =>
      managers
        .filter(({ id }) => id !== practitionerId)
        .map(({ id }) => ({
          areaId,
          noticeId: newId(),
          practitionerId: id,
          act: "emergency.escalated",
          words: `A child's record was opened in an emergency on ${inWords(dayOf(momentAt(during.from)))}, and no privacy officer has looked at whether it was right in the time set. See that one does.`,
          at,
        })),
    ),
  );
  await tx.insert(auditEntry).values(
    late.map(({ emergencyAccessId, childId }) => ({
      areaId,
      entryId: newId(),
      at,
      act: "emergency.escalated",
      outcome: "system" as const,
      childId,
      detail: { emergencyAccessId },
    })),
  );
  return late.length;
}
