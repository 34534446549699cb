import { and, eq, isNull, sql } from "drizzle-orm";
import { ids, insertMany } from "../../db/many.ts";
import { childAccess } from "../../db/schema/access.ts";
import { establishment } from "../../db/schema/area.ts";
import { namedPerson, telling } from "../../db/schema/named-person.ts";
import { post, practitioner } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";

export type NewNamedPerson = Omit<typeof namedPerson.$inferInsert, "areaId" | "recordedBy" | "recordedAt">;
export type NewTelling = {
  readonly childId: string;
  readonly recipient: string;
  readonly sourceId: string;
  readonly dueOn: NonNullable<typeof telling.$inferInsert.dueOn>;
};
export type Cut = { readonly namedPersonId: string; readonly until: string; readonly because: string };

/** Takes back named persons who have not begun, with their access and what would have been told. */
export async function takeBack({ tx, who }: Records, namedPersonIds: readonly string[]): Promise<void> {
  if (namedPersonIds.length === 0) return;
  const rows = ids(namedPersonIds);
  await tx
    .delete(telling)
    .where(
      and(
        eq(telling.areaId, who.areaId),
        sql`${telling.sourceId} in ${rows}`,
        isNull(telling.toldOn),
        isNull(telling.notToldBecause),
      ),
    );
  await tx.delete(childAccess).where(and(eq(childAccess.areaId, who.areaId), sql`${childAccess.sourceId} in ${rows}`));
  await tx
    .delete(namedPerson)
    .where(and(eq(namedPerson.areaId, who.areaId), sql`${namedPerson.namedPersonId} in ${rows}`));
}

/** Ends named persons, and the access that came of it, each at its instant. */
export async function cutShort({ tx, who }: Records, cuts: readonly Cut[]): Promise<void> {
  if (cuts.length === 0) return;
  const given = sql`jsonb_to_recordset(${JSON.stringify(cuts.map((cut) => ({ id: cut.namedPersonId, until: cut.until, because: cut.because })))}::jsonb) as cut (id uuid, until timestamptz, because text)`;
  await tx.execute(sql`
    update named_person np set during = tstzrange(lower(np.during), cut.until), ended_because = cut.because
    from ${given} where np.area_id = ${who.areaId} and np.named_person_id = cut.id`);
  await tx.execute(sql`
    update child_access a set during = tstzrange(lower(a.during), cut.until)
    from ${given} where a.area_id = ${who.areaId} and a.source_id = cut.id and lower(a.during) < cut.until`);
}

/** Writes new named persons with the access each has while it lasts. */
export async function addNamedPersons(
  { tx, who, now, newId }: Records,
  added: readonly NewNamedPerson[],
): Promise<void> {
  const { areaId, practitionerId } = who;
  await insertMany(
    tx,
    namedPerson,
    added.map((one) => ({ ...one, areaId, recordedBy: practitionerId, recordedAt: now })),
  );
  await insertMany(
    tx,
    childAccess,
    added.map((one) => ({
      areaId,
      accessId: newId(),
      practitionerId: one.practitionerId,
      childId: one.childId,
      basis: "named-person",
      sourceId: one.namedPersonId,
      during: one.during,
      recordedAt: now,
    })),
  );
}

/** Writes who has to be told, once each. */
export const addTellings = ({ tx, who, now, newId }: Records, added: readonly NewTelling[]): Promise<void> =>
  insertMany(
    tx,
    telling,
    added.map((one) => ({
      ...one,
      areaId: who.areaId,
      tellingId: newId(),
      about: "named-person" as const,
      recordedAt: now,
    })),
  );

/** People as the gate needs to know them: what they are, and on whose staff on a day. */
export async function candidatesOf({ tx, who }: Records, practitionerIds: readonly string[], day: string) {
  const rows = await tx
    .select({
      practitionerId: practitioner.practitionerId,
      name: practitioner.name,
      kind: practitioner.kind,
      staff: sql<(string | null)[] | null>`json_agg(${post.establishmentId}) filter (where ${post.postId} is not null)`,
    })
    .from(practitioner)
    .leftJoin(
      post,
      and(
        eq(post.areaId, practitioner.areaId),
        eq(post.practitionerId, practitioner.practitionerId),
        sql`${post.during} @> ${day}::date`,
      ),
    )
    .where(and(eq(practitioner.areaId, who.areaId), sql`${practitioner.practitionerId} in ${ids(practitionerIds)}`))
    .groupBy(practitioner.practitionerId, practitioner.name, practitioner.kind);
  return new Map(
    rows.map(({ practitionerId, name, kind, staff }) => [
      practitionerId,
      {
        practitionerId,
        name,
        posts: [kind],
        onStaffOf: staff === null ? ("not-recorded" as const) : staff.filter((one) => one !== null),
      },
    ]),
  );
}

/** The name of an establishment. */
export async function establishmentName({ tx, who }: Records, establishmentId: string): Promise<string> {
  const [found] = await tx
    .select({ name: establishment.name })
    .from(establishment)
    .where(and(eq(establishment.areaId, who.areaId), eq(establishment.establishmentId, establishmentId)));
  return found?.name ?? "";
}
