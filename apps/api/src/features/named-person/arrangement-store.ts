import { type ArrangementPattern, DomainError, type LocalDate } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { insertMany } from "../../db/many.ts";
import { establishment } from "../../db/schema/area.ts";
import { child, place } from "../../db/schema/child.ts";
import { groupNamedPerson, namedPerson } from "../../db/schema/named-person.ts";
import { post, practitioner } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";
import { isOnRoll } from "../people/reads.ts";

export { establishmentKept, type Kept } from "../people/reads.ts";

/** A child of a roll with the groups an arrangement may go by. */
export type OnRoll = {
  readonly childId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly group: string | null;
  readonly yearGroup: string | null;
  readonly house: string | null;
  readonly from: LocalDate;
};

/** Everybody on a roll today or to come, by name. */
export async function rollOf({ tx, who, today }: Records, establishmentId: string): Promise<readonly OnRoll[]> {
  const rows = await tx
    .select({
      childId: child.childId,
      givenName: child.givenName,
      familyName: child.familyName,
      group: place.group,
      yearGroup: place.yearGroup,
      house: place.house,
      during: place.during,
    })
    .from(place)
    .innerJoin(child, and(eq(child.areaId, place.areaId), eq(child.childId, place.childId)))
    .where(and(eq(place.areaId, who.areaId), eq(place.establishmentId, establishmentId), isOnRoll(today)))
    .orderBy(child.searchName, child.childId);
  return rows.map(({ during, ...row }) => ({ ...row, from: during.from }));
}

export const groupsNamed = ({ tx, who }: Records, establishmentId: string) =>
  tx
    .select({ group: groupNamedPerson.group, practitionerId: groupNamedPerson.practitionerId, name: practitioner.name })
    .from(groupNamedPerson)
    .innerJoin(
      practitioner,
      and(
        eq(practitioner.areaId, groupNamedPerson.areaId),
        eq(practitioner.practitionerId, groupNamedPerson.practitionerId),
      ),
    )
    .where(and(eq(groupNamedPerson.areaId, who.areaId), eq(groupNamedPerson.establishmentId, establishmentId)));

/** Keeps how a school settles who is named person for whom, in place of what was kept before. */
export async function keepArrangement(
  { tx, who, now }: Records,
  of: {
    readonly establishmentId: string;
    readonly version: number;
    readonly pattern: ArrangementPattern;
    readonly groups: readonly { readonly group: string; readonly practitionerId: string }[];
  },
): Promise<void> {
  const mine = and(eq(establishment.areaId, who.areaId), eq(establishment.establishmentId, of.establishmentId));
  const kept = await tx
    .update(establishment)
    .set({ arrangement: of.pattern, version: of.version + 1 })
    .where(and(mine, eq(establishment.version, of.version)))
    .returning({ version: establishment.version });
  if (kept.length === 0) throw new DomainError({ kind: "changed-since", what: "arrangement" });
  await tx
    .delete(groupNamedPerson)
    .where(and(eq(groupNamedPerson.areaId, who.areaId), eq(groupNamedPerson.establishmentId, of.establishmentId)));
  await insertMany(
    tx,
    groupNamedPerson,
    of.groups.map((one) => ({
      ...one,
      areaId: who.areaId,
      establishmentId: of.establishmentId,
      recordedBy: who.practitionerId,
      recordedAt: now,
    })),
  );
}

/** The staff of a school or clinic on a day, with how many children of its roll each is named person for today (HIG-64). */
export const staffOf = ({ tx, who, now }: Records, establishmentId: string, day: LocalDate) =>
  tx
    .select({
      practitionerId: practitioner.practitionerId,
      name: practitioner.name,
      kind: practitioner.kind,
      title: post.title,
      skills: practitioner.skills,
      site: establishment.name,
      children: sql<number>`(
        select count(*)::int from ${namedPerson} np
        where np.area_id = ${practitioner.areaId} and np.practitioner_id = ${practitioner.practitionerId}
          and np.establishment_id = ${establishmentId} and np.during @> ${now}::timestamptz)`,
    })
    .from(post)
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, post.areaId), eq(practitioner.practitionerId, post.practitionerId)),
    )
    .innerJoin(
      establishment,
      and(eq(establishment.areaId, post.areaId), eq(establishment.establishmentId, post.establishmentId)),
    )
    .where(
      and(eq(post.areaId, who.areaId), eq(post.establishmentId, establishmentId), sql`${post.during} @> ${day}::date`),
    )
    .orderBy(practitioner.name, practitioner.practitionerId);
