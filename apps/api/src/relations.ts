import type { Relation } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { rowsOf } from "./db/asked.ts";
import { endedNow } from "./db/lasting.ts";
import { anyOf, insertMissing } from "./db/many.ts";
import { childAccess } from "./db/schema/access.ts";
import { managersOf } from "./line-managers.ts";
import { linkTo } from "./links.ts";
import { tell } from "./outbox.ts";
import type { Records } from "./records.ts";

/** What ties somebody to a child from now on, and the row it comes from. */
export type NewRelation = {
  readonly practitionerId: string;
  readonly childId: string;
  readonly basis: Relation;
  readonly sourceId: string;
  /** When it ends by itself; left out where the row it comes from ends it. */
  readonly until?: string | undefined;
};

/**
 * Begins relations now; one that goes on already goes on. Written in the transaction that writes the row they come from.
 * Where somebody is held back from the child, the relation is there and opens nothing: their line managers hear of it.
 */
export async function beginRelations(records: Records, begun: readonly NewRelation[]): Promise<void> {
  await addRelations(records, begun);
  await tellOfHeldBack(records, begun);
  await tellWhoKeepsIt(
    records,
    begun.filter(({ basis }) => asksWhere.includes(basis)),
  );
}

const addRelations = (records: Records, begun: readonly NewRelation[]): Promise<void> =>
  insertMissing(
    records.tx,
    childAccess,
    distinct(begun).map(({ until, ...one }) => ({
      ...one,
      areaId: records.who.areaId,
      accessId: records.newId(),
      during: { from: records.now, ...(until === undefined ? {} : { until }) },
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

/** Who has to know where a child is, as a rule; whether they may while it is kept private, its owner says. */
export const asksWhere: readonly Relation[] = ["named-person", "lead", "acting-lead", "record-keeper", "head"];

/** Where it is kept private where a child is: tells whoever answers for that of somebody new who does not know. */
export async function tellWhoKeepsIt(
  records: Records,
  newcomers: readonly Pick<NewRelation, "practitionerId" | "childId">[],
): Promise<void> {
  if (newcomers.length === 0) return;
  const unknowing = await rowsOf<{ readonly ownerId: string; readonly childId: string; readonly name: string }>(
    records.tx,
    sql`select distinct r.owner_id as "ownerId", r.child_id as "childId", p.name
      from jsonb_to_recordset(${JSON.stringify(newcomers.map(({ practitionerId, childId }) => ({ practitionerId, childId })))}::jsonb) as a ("practitionerId" uuid, "childId" uuid)
      join restriction r on r.area_id = ${records.who.areaId} and r.child_id = a."childId" and r.kind = 'whereabouts' and upper_inf(r.during)
      join practitioner p on p.area_id = r.area_id and p.practitioner_id = a."practitionerId"
      where not exists (select 1 from restriction_reader d where d.area_id = r.area_id and d.restriction_id = r.restriction_id
        and d.practitioner_id = a."practitionerId" and upper_inf(d.during))
        and not exists (select 1 from child_access b where b.area_id = r.area_id and b.child_id = r.child_id and b.practitioner_id = a."practitionerId"
          and not b.held_back and b.basis in ('record-keeper', 'head') and b.during @> app_now() and lower(b.during) <= whereabouts_kept_since(r.child_id))`,
  );
  await tell(
    records,
    unknowing.map(({ ownerId, childId, name }) => ({
      practitionerId: ownerId,
      childId,
      act: "access.newcomer",
      words: `${name} has begun to work with a child whose whereabouts are kept private, and does not know them. Let them know, or keep it from them.`,
      link: linkTo.keptPrivate(childId),
    })),
  );
}

/** Tells the line managers of whoever was given a part in the care of a child from whom they are held back, and not why. */
export async function tellOfHeldBack(
  records: Records,
  begun: readonly Pick<NewRelation, "practitionerId" | "childId">[],
): Promise<void> {
  if (begun.length === 0) return;
  const held = await rowsOf<{ readonly practitionerId: string; readonly childId: string; readonly name: string }>(
    records.tx,
    sql`select distinct a."practitionerId", a."childId", p.name
      from jsonb_to_recordset(${JSON.stringify(begun.map(({ practitionerId, childId }) => ({ practitionerId, childId })))}::jsonb) as a ("practitionerId" uuid, "childId" uuid)
      join practitioner p on p.area_id = ${records.who.areaId} and p.practitioner_id = a."practitionerId"
      where is_held_back(${records.who.areaId}, a."practitionerId", a."childId")`,
  );
  if (held.length === 0) return;
  const managers = await managersOf(
    records,
    held.map(({ practitionerId }) => practitionerId),
  );
  await tell(
    records,
    held.flatMap(({ practitionerId, childId, name }) =>
      (managers.get(practitionerId) ?? []).map((managerId) => ({
        practitionerId: managerId,
        childId,
        act: "access.held-back",
        words: `${name} was given a part in one child's care and cannot act for this child. Put somebody else in.`,
        link: linkTo.child(childId),
      })),
    ),
  );
}

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
