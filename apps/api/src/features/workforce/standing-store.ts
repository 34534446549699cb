import { DomainError, type StandingKind } from "@linchpin/domain";
import { aliasedTable, and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { anyOf } from "../../db/many.ts";
import { agency } from "../../db/schema/area.ts";
import { post, practitioner, standing } from "../../db/schema/practitioner.ts";
import { type Place, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";

const recorder = aliasedTable(practitioner, "recorder");

const columns = {
  standingId: standing.standingId,
  kind: standing.kind,
  fact: standing.fact,
  recordedBy: standing.recordedBy,
  recordedByName: recorder.name,
  recordedAt: standing.recordedAt,
};

const rows = ({ tx }: Records) =>
  tx
    .select({ ...columns, supersededAt: sql<string>`to_json(${standing.supersededAt}) #>> '{}'` })
    .from(standing)
    .leftJoin(recorder, and(eq(recorder.areaId, standing.areaId), eq(recorder.practitionerId, standing.recordedBy)))
    .$dynamic();

const ofPerson = ({ who }: Records, practitionerId: string) =>
  and(eq(standing.areaId, who.areaId), eq(standing.practitionerId, practitionerId));

/** What is on record of one person now, the newest row of a kind last. */
export const currentStanding = (records: Records, practitionerId: string) =>
  rows(records)
    .where(and(ofPerson(records, practitionerId), isNull(standing.supersededAt)))
    .orderBy(standing.recordedAt, standing.standingId);

/** What was on record before, the last replaced first, one more than a page holds. */
export const pastStanding = (records: Records, practitionerId: string, after?: Place) =>
  rows(records)
    .where(
      and(
        ofPerson(records, practitionerId),
        isNotNull(standing.supersededAt),
        after &&
          sql`(${standing.supersededAt}, ${standing.standingId}) < (${after.at}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(standing.supersededAt), desc(standing.standingId))
    .limit(pageSize + 1);

/** Somebody at their main post today; undefined for somebody who has none. */
export async function colleague({ tx, who, today }: Records, practitionerId: string) {
  const [found] = await tx
    .select({
      practitionerId: practitioner.practitionerId,
      name: practitioner.name,
      postTitle: post.title,
      agency: { agencyId: agency.agencyId, name: agency.name, kind: agency.kind },
    })
    .from(practitioner)
    .innerJoin(
      post,
      and(
        eq(post.areaId, practitioner.areaId),
        eq(post.practitionerId, practitioner.practitionerId),
        sql`${post.during} @> ${today}::date`,
      ),
    )
    .innerJoin(agency, and(eq(agency.areaId, post.areaId), eq(agency.agencyId, post.agencyId)))
    .where(and(eq(practitioner.areaId, who.areaId), eq(practitioner.practitionerId, practitionerId)))
    .orderBy(desc(post.hours), post.postId)
    .limit(1);
  return found;
}

/** Names of the area's practitioners by id; those who are not of the area are not in it. */
export async function namesOf({ tx, who }: Records, practitionerIds: readonly string[]) {
  if (practitionerIds.length === 0) return new Map<string, string>();
  const found = await tx
    .select({ id: practitioner.practitionerId, name: practitioner.name })
    .from(practitioner)
    .where(and(eq(practitioner.areaId, who.areaId), sql`${practitioner.practitionerId} = ${anyOf(practitionerIds)}`));
  return new Map(found.map(({ id, name }) => [id, name]));
}

type NewFact = {
  readonly practitionerId: string;
  readonly kind: StandingKind;
  readonly fact: Readonly<Record<string, unknown>>;
  /** The row the caller saw; undefined where they saw none. */
  readonly supersedes: string | undefined;
};

/** Adds a fact and closes the one it replaces, which has to be the one the caller saw. Gives the new row's id. */
export async function appendStanding(records: Records, { practitionerId, kind, fact, supersedes }: NewFact) {
  const { tx, who, now } = records;
  await tx // whoever records of the same person at the same moment waits here
    .select({ practitionerId: practitioner.practitionerId })
    .from(practitioner)
    .where(and(eq(practitioner.areaId, who.areaId), eq(practitioner.practitionerId, practitionerId)))
    .for("update");
  const replaced = await tx
    .update(standing)
    .set({ supersededAt: now })
    .where(and(ofPerson(records, practitionerId), eq(standing.kind, kind), isNull(standing.supersededAt)))
    .returning({ standingId: standing.standingId });
  const isWhatWasSeen =
    supersedes === undefined ? replaced.length === 0 : replaced.some(({ standingId }) => standingId === supersedes);
  if (!isWhatWasSeen) throw new DomainError({ kind: "changed-since", what: "record" });
  const standingId = records.newId();
  await tx.insert(standing).values({
    areaId: who.areaId,
    standingId,
    practitionerId,
    kind,
    fact,
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
  return standingId;
}
