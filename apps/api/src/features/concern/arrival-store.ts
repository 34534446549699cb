import { DomainError, type EnterArrival, type FileArrival } from "@linchpin/domain";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { anyOf } from "../../db/many.ts";
import { duty } from "../../db/schema/change.ts";
import { child } from "../../db/schema/child.ts";
import { arrival } from "../../db/schema/told-to-us.ts";
import type { Records } from "../../records.ts";
import { nearestToMe } from "./reads.ts";

const entrant = sql<string>`(select p.name from practitioner p where p.area_id = ${arrival.areaId} and p.practitioner_id = ${arrival.enteredBy})`;
const filer = sql<
  string | null
>`(select p.name from practitioner p where p.area_id = ${arrival.areaId} and p.practitioner_id = ${arrival.filedBy})`;

const columns = {
  arrivalId: arrival.arrivalId,
  version: arrival.version,
  childId: arrival.childId,
  childName: sql<string>`concat_ws(' ', ${child.givenName}, ${child.familyName})`,
  cameOn: arrival.cameOn,
  source: arrival.source,
  sourceName: arrival.sourceName,
  way: arrival.way,
  keptAt: arrival.keptAt,
  enteredBy: entrant,
  enteredAt: arrival.enteredAt,
  filedAs: arrival.filedAs,
  filedBecause: arrival.filedBecause,
  says: arrival.says,
  filedBy: filer,
  filedAt: arrival.filedAt,
  dutyIds: arrival.dutyIds,
} as const;

const rows = ({ tx }: Records) =>
  tx
    .select(columns)
    .from(arrival)
    .innerJoin(child, and(eq(child.areaId, arrival.areaId), eq(child.childId, arrival.childId)));
export type ArrivalRow = Awaited<ReturnType<typeof arrivalsOf>>[number];

/** What came in about a child, as far as row security shows it: what waits first, then the newest. */
export const arrivalsOf = (records: Records, childId: string) =>
  rows(records)
    .where(and(eq(arrival.areaId, records.who.areaId), eq(arrival.childId, childId)))
    .orderBy(desc(sql`${arrival.filedAt} is null`), desc(arrival.cameOn), desc(arrival.arrivalId))
    .limit(200);

/** What waits for the caller to file, the oldest first. */
export const toFileBy = (records: Records) =>
  rows(records)
    .where(
      and(
        eq(arrival.areaId, records.who.areaId),
        isNull(arrival.filedAt),
        isNull(child.withdrawnAt),
        nearestToMe(records, arrival.childId),
      ),
    )
    .orderBy(arrival.cameOn, arrival.arrivalId)
    .limit(200);

export async function lockArrival(records: Records, arrivalId: string): Promise<ArrivalRow> {
  const of = and(eq(arrival.areaId, records.who.areaId), eq(arrival.arrivalId, arrivalId));
  await records.tx.select({ id: arrival.arrivalId }).from(arrival).where(of).for("update");
  const [found] = await rows(records).where(of);
  if (found === undefined) throw new DomainError({ kind: "not-visible", what: "arrival" });
  return found;
}

export async function addArrival(
  { tx, who, now }: Records,
  { idempotencyKey: _, keptAt, ...came }: EnterArrival,
  more: { readonly arrivalId: string; readonly dutyIds: readonly string[] },
): Promise<void> {
  await tx.insert(arrival).values({
    ...came,
    ...more,
    dutyIds: [...more.dutyIds],
    areaId: who.areaId,
    keptAt: keptAt ?? null,
    enteredBy: who.practitionerId,
    enteredAt: now,
  });
}

/** Files it, once; what is owed on it is done. */
export async function fileArrival(
  { tx, who, now }: Records,
  { arrivalId, dutyIds }: Pick<ArrivalRow, "arrivalId" | "dutyIds">,
  { version, as, because, says }: Pick<FileArrival, "version" | "as" | "because" | "says">,
): Promise<void> {
  const kept = await tx
    .update(arrival)
    .set({
      filedAs: as,
      filedBecause: because,
      says: says ?? null,
      filedBy: who.practitionerId,
      filedAt: now,
      version: version + 1,
    })
    .where(
      and(
        eq(arrival.areaId, who.areaId),
        eq(arrival.arrivalId, arrivalId),
        eq(arrival.version, version),
        isNull(arrival.filedAt),
      ),
    )
    .returning({ arrivalId: arrival.arrivalId });
  if (kept.length === 0) throw new DomainError({ kind: "changed-since", what: "arrival" });
  await doneWith({ tx, who, now }, dutyIds);
}

/** What was owed on something is done. */
export async function doneWith({ tx, who, now }: Pick<Records, "tx" | "who" | "now">, dutyIds: readonly string[]) {
  if (dutyIds.length === 0) return;
  await tx
    .update(duty)
    .set({ doneAt: now })
    .where(and(eq(duty.areaId, who.areaId), sql`${duty.dutyId} = ${anyOf(dutyIds)}`, isNull(duty.doneAt)));
}
