import { and, eq, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf, insertMany } from "../../db/many.ts";
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
  const rows = anyOf(namedPersonIds);
  await tx
    .delete(telling)
    .where(
      and(
        eq(telling.areaId, who.areaId),
        sql`${telling.sourceId} = ${rows}`,
        isNull(telling.toldOn),
        isNull(telling.notToldBecause),
      ),
    );
  await tx.delete(childAccess).where(and(eq(childAccess.areaId, who.areaId), sql`${childAccess.sourceId} = ${rows}`));
  await tx
    .delete(namedPerson)
    .where(and(eq(namedPerson.areaId, who.areaId), sql`${namedPerson.namedPersonId} = ${rows}`));
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
    .where(and(eq(practitioner.areaId, who.areaId), sql`${practitioner.practitionerId} = ${anyOf(practitionerIds)}`))
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

export type SettledThen = {
  readonly childId: string;
  readonly namedPersonId: string;
  readonly hasBegun: boolean;
  /** Who ended as this one started. */
  readonly before:
    | {
        readonly namedPersonId: string;
        readonly practitionerId: string;
        readonly name: string;
        readonly stage: string;
        readonly settledBy: string;
        readonly establishmentId: string | null;
        readonly reason: string | null;
      }
    | undefined;
};

/** Named persons of these children who were settled at one instant, each with who was it before. */
export async function settledThen(
  { tx }: Records,
  childIds: readonly string[],
  at: string,
): Promise<readonly SettledThen[]> {
  const rows = await rowsOf<Omit<SettledThen, "before"> & { readonly before: SettledThen["before"] | null }>(
    tx,
    sql`select np.child_id as "childId", np.named_person_id as "namedPersonId", lower(np.during) <= app_now() as "hasBegun",
        (select json_build_object('namedPersonId', b.named_person_id, 'practitionerId', b.practitioner_id, 'name', pr.name, 'stage', b.stage,
            'settledBy', b.settled_by, 'establishmentId', b.establishment_id, 'reason', b.reason)
          from named_person b join practitioner pr on pr.area_id = b.area_id and pr.practitioner_id = b.practitioner_id
          where b.area_id = np.area_id and b.child_id = np.child_id and upper(b.during) = lower(np.during)) as before
      from named_person np
      where np.area_id = app_area() and np.recorded_at = ${at}::timestamptz and np.child_id = ${anyOf(childIds)}
        and (upper(np.during) is null or upper(np.during) > app_now())`,
  );
  return rows.map(({ before, ...row }) => ({ ...row, before: before ?? undefined }));
}

/** Lets named persons go on whose end was taken back, with their access. */
export async function reopen({ tx, who }: Records, namedPersonIds: readonly string[]): Promise<void> {
  if (namedPersonIds.length === 0) return;
  const rows = anyOf(namedPersonIds);
  await tx.execute(
    sql`update named_person set during = tstzrange(lower(during), null), ended_because = null where area_id = ${who.areaId} and named_person_id = ${rows}`,
  );
  await tx.execute(
    sql`update child_access set during = tstzrange(lower(during), null) where area_id = ${who.areaId} and source_id = ${rows}`,
  );
}
