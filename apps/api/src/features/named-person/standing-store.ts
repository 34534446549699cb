import type { LocalDate } from "@linchpin/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { anyOf } from "../../db/many.ts";
import { establishment } from "../../db/schema/area.ts";
import { carer, child, place } from "../../db/schema/child.ts";
import { namedPerson } from "../../db/schema/named-person.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";

export { lockChildren } from "../people/reads.ts";

/** A place on a roll or caseload, as the record has it. */
export type PlaceHeld = {
  readonly placeId: string;
  readonly establishmentId: string;
  readonly establishment: string;
  readonly kind: typeof establishment.$inferSelect.kind;
  readonly group: string | null;
  readonly yearGroup: string | null;
  readonly house: string | null;
  readonly fullTime: boolean | null;
  readonly from: LocalDate;
  readonly until?: LocalDate | undefined;
};

/** Somebody who is, was or will be the named person. */
export type Held = {
  readonly namedPersonId: string;
  readonly practitionerId: string;
  readonly name: string;
  readonly stage: string;
  readonly settledBy: string;
  readonly establishmentId: string | null;
  readonly reason: string | null;
  readonly from: string;
  readonly until?: string;
};

/** What decides where a child stands, out of the record: births, places and named persons, oldest first. */
export type ChildStanding = {
  readonly childId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly leftSchoolOn: LocalDate | null;
  readonly midwiferyEndedOn: LocalDate | null;
  readonly version: number;
  readonly places: readonly PlaceHeld[];
  readonly held: readonly Held[];
};

const byChild = <Row extends { readonly childId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> => {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const own = found.get(row.childId);
    if (own) own.push(row);
    else found.set(row.childId, [row]);
  }
  return found;
};

/** Reads where children stand: three statements, however many children. Those that may not be seen are left out. */
export async function standingsOf(
  records: Records,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, ChildStanding>> {
  if (childIds.length === 0) return new Map();
  const { tx, who } = records;
  const children = await tx
    .select({
      childId: child.childId,
      givenName: child.givenName,
      familyName: child.familyName,
      bornOn: child.bornOn,
      dueOn: child.dueOn,
      leftSchoolOn: child.leftSchoolOn,
      midwiferyEndedOn: child.midwiferyEndedOn,
      version: child.version,
    })
    .from(child)
    .where(and(eq(child.areaId, who.areaId), sql`${child.childId} = ${anyOf(childIds)}`, isNull(child.withdrawnAt)));
  const places = byChild(await placesOf(records, childIds));
  const held = byChild(await heldOf(records, childIds));
  return new Map(
    children.map((found) => [
      found.childId,
      {
        ...found,
        places: (places.get(found.childId) ?? []).map(({ during, ...rest }) => ({ ...rest, ...during })),
        held: (held.get(found.childId) ?? []).map(({ during, ...rest }) => ({ ...rest, ...during })),
      },
    ]),
  );
}

const placesOf = ({ tx, who }: Records, childIds: readonly string[]) =>
  tx
    .select({
      childId: place.childId,
      placeId: place.placeId,
      establishmentId: place.establishmentId,
      establishment: establishment.name,
      kind: establishment.kind,
      group: place.group,
      yearGroup: place.yearGroup,
      house: place.house,
      fullTime: place.fullTime,
      during: place.during,
    })
    .from(place)
    .innerJoin(
      establishment,
      and(eq(establishment.areaId, place.areaId), eq(establishment.establishmentId, place.establishmentId)),
    )
    .where(and(eq(place.areaId, who.areaId), sql`${place.childId} = ${anyOf(childIds)}`, isNull(place.supersededAt)))
    .orderBy(sql`lower(${place.during})`);

const heldOf = ({ tx, who }: Records, childIds: readonly string[]) =>
  tx
    .select({
      childId: namedPerson.childId,
      namedPersonId: namedPerson.namedPersonId,
      practitionerId: namedPerson.practitionerId,
      name: practitioner.name,
      stage: namedPerson.stage,
      settledBy: namedPerson.settledBy,
      establishmentId: namedPerson.establishmentId,
      reason: namedPerson.reason,
      during: namedPerson.during,
    })
    .from(namedPerson)
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, namedPerson.areaId), eq(practitioner.practitionerId, namedPerson.practitionerId)),
    )
    .where(and(eq(namedPerson.areaId, who.areaId), sql`${namedPerson.childId} = ${anyOf(childIds)}`))
    .orderBy(sql`lower(${namedPerson.during})`);

/** The current carers of children, first ones first. */
export const carersOf = ({ tx, who }: Records, childIds: readonly string[]) =>
  tx
    .select({ childId: carer.childId, carerId: carer.carerId })
    .from(carer)
    .where(and(eq(carer.areaId, who.areaId), sql`${carer.childId} = ${anyOf(childIds)}`, isNull(carer.supersededAt)))
    .orderBy(carer.position);
