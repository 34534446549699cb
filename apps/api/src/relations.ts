import type { Relation } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { endedNow } from "./db/lasting.ts";
import { anyOf, insertMissing } from "./db/many.ts";
import { childAccess } from "./db/schema/access.ts";
import type { Records } from "./records.ts";

/** What ties somebody to a child from now on, and the row it comes from. */
export type NewRelation = {
  readonly practitionerId: string;
  readonly childId: string;
  readonly basis: Relation;
  readonly sourceId: string;
};

/** Begins relations now; one that goes on already goes on. Written in the transaction that writes the row they come from. */
export const beginRelations = (records: Records, begun: readonly NewRelation[]): Promise<void> =>
  insertMissing(
    records.tx,
    childAccess,
    distinct(begun).map((one) => ({
      ...one,
      areaId: records.who.areaId,
      accessId: records.newId(),
      during: { from: records.now },
      recordedAt: records.now,
    })),
    {
      target: [
        childAccess.areaId,
        childAccess.sourceId,
        childAccess.practitionerId,
        childAccess.childId,
        childAccess.basis,
      ],
      where: sql`upper_inf(during)`,
    },
  );

const distinct = (begun: readonly NewRelation[]): readonly NewRelation[] => [
  ...new Map(begun.map((one) => [[one.practitionerId, one.childId, one.basis, one.sourceId].join(), one])).values(),
];

/**
 * Ends the relations that come from some rows, for everybody or for one basis. The last thing a change does: from here
 * on row security no longer shows the child to those it ended for, the caller among them.
 */
export async function endRelations(records: Records, sourceIds: readonly string[], basis?: Relation): Promise<void> {
  if (sourceIds.length === 0) return;
  await records.tx
    .update(childAccess)
    .set({ during: endedNow(childAccess.during, records.now) })
    .where(
      and(
        eq(childAccess.areaId, records.who.areaId),
        sql`${childAccess.sourceId} = ${anyOf(sourceIds)}`,
        basis && eq(childAccess.basis, basis),
        sql`${childAccess.during} @> ${records.now}::timestamptz`,
      ),
    );
}
