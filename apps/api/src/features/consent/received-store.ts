import { type Act, deniedBecause, type Filing } from "@linchpin/domain";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import { copyOpening, release } from "../../db/schema/consent.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import { managersOf } from "../../line-managers.ts";
import type { Records } from "../../records.ts";
import { type ReleaseRow, releasesWhere } from "./release-store.ts";

/** To the caller, and still to be read by them: what has ended is not there. */
const stillMine = ({ who, now }: Records) =>
  and(
    eq(release.areaId, who.areaId),
    eq(release.toId, who.practitionerId),
    sql`${release.during} @> ${now}::timestamptz`,
    sql`not is_held_back(${release.areaId}, ${release.toId}, ${release.childId})`,
  );

/** No more than a person reads at one time. */
const most = 200;

/** What is shared with the caller now, the newest first. */
export const receivedBy = (records: Records): Promise<readonly ReleaseRow[]> =>
  releasesWhere(records, stillMine(records)).orderBy(desc(release.releasedAt), desc(release.releaseId)).limit(most);

/** One thing that is shared with the caller now; undefined where there is none, or none any more. */
export async function receivedOnce(records: Records, releaseId: string): Promise<ReleaseRow | undefined> {
  const [found] = await releasesWhere(records, and(stillMine(records), eq(release.releaseId, releaseId)));
  return found;
}

/** To whom the caller shared on what came to them. */
export const sharedOnFrom = (records: Records, releaseId: string): Promise<readonly ReleaseRow[]> =>
  releasesWhere(
    records,
    and(
      eq(release.areaId, records.who.areaId),
      eq(release.fromReleaseId, releaseId),
      eq(release.releasedBy, records.who.practitionerId),
    ),
  ).orderBy(desc(release.releasedAt), desc(release.releaseId));

/** What the children are called of whom something is shared with the caller: the name, and nothing else of the record. */
export async function namesOfChildren(
  { tx, who }: Records,
  rows: readonly Pick<ReleaseRow, "childId">[],
): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map();
  const ids = [...new Set(rows.map(({ childId }) => childId))];
  const found = await areaWide(tx, () =>
    rowsOf<{ readonly childId: string; readonly name: string }>(
      tx,
      sql`select child_id as "childId", trim(given_name || ' ' || family_name) as name from child
        where area_id = ${who.areaId} and child_id = ${anyOf(ids)} and withdrawn_at is null`,
    ),
  );
  return new Map(found.map(({ childId, name }) => [childId, name]));
}

/** Of which of these children the caller is named person. */
export async function namedPersonOf(
  { tx, who, now }: Records,
  rows: readonly Pick<ReleaseRow, "childId">[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const ids = [...new Set(rows.map(({ childId }) => childId))];
  const found = await rowsOf<{ readonly childId: string }>(
    tx,
    sql`select distinct child_id as "childId" from child_access where area_id = ${who.areaId}
      and practitioner_id = ${who.practitionerId} and child_id = ${anyOf(ids)} and basis = 'named-person'
      and during @> ${now}::timestamptz`,
  );
  return new Set(found.map(({ childId }) => childId));
}

/** Files what came in, once. Gives whether nobody had. */
export async function fileReceived(
  { tx, who, now }: Records,
  releaseId: string,
  filed: { readonly as: Filing; readonly because: string },
): Promise<boolean> {
  const kept = await tx
    .update(release)
    .set({ filedAs: filed.as, filedBecause: filed.because, filedAt: now })
    .where(and(eq(release.areaId, who.areaId), eq(release.releaseId, releaseId), isNull(release.filedAt)))
    .returning({ releaseId: release.releaseId });
  return kept.length > 0;
}

/** Whom of the two the caller manages: whoever shared it, or whoever it went to. */
export async function sideOf(
  records: Records,
  { releasedBy, toId }: Pick<ReleaseRow, "releasedBy" | "toId">,
): Promise<"shared" | "received" | undefined> {
  const managers = await managersOf(records, [releasedBy, toId]);
  const manages = (id: string) => managers.get(id)?.includes(records.who.practitionerId) ?? false;
  return manages(releasedBy) ? "shared" : manages(toId) ? "received" : undefined;
}

type Opened = Pick<typeof copyOpening.$inferInsert, "releaseId" | "childId" | "side" | "because" | "openUntil">;

export async function addOpening({ tx, who, now, newId }: Records, opened: Opened): Promise<void> {
  await tx.insert(copyOpening).values({
    ...opened,
    areaId: who.areaId,
    openingId: newId(),
    practitionerId: who.practitionerId,
    openedAt: now,
  });
}

/** Which managers read the copy, when and why. */
export const openingsOf = ({ tx, who }: Records, releaseId: string) =>
  tx
    .select({
      openingId: copyOpening.openingId,
      name: practitioner.name,
      because: copyOpening.because,
      at: copyOpening.openedAt,
    })
    .from(copyOpening)
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, copyOpening.areaId), eq(practitioner.practitionerId, copyOpening.practitionerId)),
    )
    .where(and(eq(copyOpening.areaId, who.areaId), eq(copyOpening.releaseId, releaseId)))
    .orderBy(desc(copyOpening.openedAt), copyOpening.openingId);

/** What somebody is to a child, as the rulebook asks of whoever may see an item. */
export async function roleOnChild(
  { tx, who, now }: Records,
  childId: string,
  practitionerId: string,
): Promise<"named-person" | "lead-professional" | "core-group" | "none"> {
  const found = await rowsOf<{ readonly basis: string }>(
    tx,
    sql`select distinct basis from child_access where area_id = ${who.areaId} and child_id = ${childId}
      and practitioner_id = ${practitionerId} and not held_back and during @> ${now}::timestamptz`,
  );
  const held = found.map(({ basis }) => basis);
  if (held.includes("named-person")) return "named-person";
  if (held.includes("lead") || held.includes("acting-lead")) return "lead-professional";
  return held.includes("plan-practitioner") ? "core-group" : "none";
}

/** Whether the caller's post and part let them do an act, and why not. */
export const controlOf = ({ who }: Records, act: Act, held: readonly string[]) => {
  const denial = deniedBecause(act, who.role, held);
  return denial === undefined ? { may: true } : { may: false, why: denial.words };
};
