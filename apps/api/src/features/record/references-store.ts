import type { LegalStatusKind, LocalDate, ReferenceKind, SharingBasis } from "@linchpin/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { childReference } from "../../db/schema/child-index.ts";
import type { Records } from "../../records.ts";

export { lockChildren } from "../people/reads.ts";

export type ReferenceRow = {
  readonly referenceId: string;
  readonly kind: ReferenceKind;
  readonly reference: string;
  readonly basis: SharingBasis | null;
  readonly by: string;
  readonly recordedOn: LocalDate;
};

/** By what other systems know the child today. */
export const referencesOf = ({ tx, who }: Records, childId: string): Promise<readonly ReferenceRow[]> =>
  rowsOf(
    tx,
    sql`select r.reference_id as "referenceId", r.kind, r.reference, r.basis, coalesce(p.name, 'Somebody who has left') as by,
        (r.recorded_at at time zone 'Europe/London')::date::text as "recordedOn"
      from child_reference r left join practitioner p on p.area_id = r.area_id and p.practitioner_id = r.recorded_by
      where r.area_id = ${who.areaId} and r.child_id = ${childId} and r.superseded_at is null`,
  );

/** The legal statuses that hold today; "not-recorded" where there is none and nobody has confirmed that there is none. */
export async function statusesToday(
  { tx, who, today }: Records,
  childId: string,
): Promise<readonly LegalStatusKind[] | "not-recorded"> {
  const [found] = await rowsOf<{ readonly kinds: readonly LegalStatusKind[]; readonly isConfirmed: boolean }>(
    tx,
    sql`select c.statuses_confirmed_on is not null as "isConfirmed", coalesce((select json_agg(distinct s.kind) from legal_status s
        where s.area_id = c.area_id and s.child_id = c.child_id and s.superseded_at is null and s.during @> ${today}::date), '[]'::json) as kinds
      from child c where c.area_id = ${who.areaId} and c.child_id = ${childId}`,
  );
  if (found === undefined || (found.kinds.length === 0 && !found.isConfirmed)) return "not-recorded";
  return found.kinds;
}

export async function supersedeReference({ tx, who, now }: Records, referenceId: string): Promise<void> {
  await tx
    .update(childReference)
    .set({ supersededAt: now })
    .where(
      and(
        eq(childReference.areaId, who.areaId),
        eq(childReference.referenceId, referenceId),
        isNull(childReference.supersededAt),
      ),
    );
}

export async function addReference(
  { tx, who, now, newId }: Records,
  said: {
    readonly childId: string;
    readonly kind: ReferenceKind;
    readonly reference: string;
    readonly basis: SharingBasis | null;
  },
): Promise<string> {
  const referenceId = newId();
  await tx
    .insert(childReference)
    .values({ ...said, areaId: who.areaId, referenceId, recordedBy: who.practitionerId, recordedAt: now });
  return referenceId;
}
