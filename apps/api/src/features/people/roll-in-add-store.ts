import { createHash } from "node:crypto";
import { checkIdentifier, searchName } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { insertMany } from "../../db/many.ts";
import { childAccess } from "../../db/schema/access.ts";
import { carer, child, childAddress, childIdentifier, place } from "../../db/schema/child.ts";
import type { Records } from "../../records.ts";
import type { ListRow } from "./roll-in-match.ts";
import { groupsOf, type NewChild, type NewIdentifier, type Placed } from "./roll-in-work.ts";

type Keeper = { readonly practitionerId: string; readonly role: string };

/** One import at a time for each roll. */
export async function lockRoll({ tx }: Records, establishmentId: string): Promise<void> {
  await tx.execute(
    sql`select 1 from establishment where area_id = app_area() and establishment_id = ${establishmentId} for update`,
  );
}

/** Locks an area's imports share out among their rows: enough that two classes seldom meet, and few enough to hold at once. */
const locks = 512;

/**
 * Children whom two lists may bring in at the same moment, told by names and date of birth: the second import waits for
 * the first, and then finds its child. Held in one order, so that no two wait for each other.
 */
export async function lockPeople({ tx, who }: Records, rows: readonly ListRow[]): Promise<void> {
  const keys = rows.flatMap(({ child: { name, bornOn } }) =>
    name && bornOn ? [`${bornOn} ${searchName({ given: name.given, family: name.family })}`] : [],
  );
  const held = [...new Set(keys.map((key) => createHash("sha256").update(key).digest().readUInt16BE() % locks))];
  const inOrder = `{${held.sort((a, b) => a - b).join(",")}}`;
  await tx.execute(
    sql`select count(pg_advisory_xact_lock(hashtext(${`linchpin import ${who.areaId}`}), held)) from unnest(${inOrder}::int[]) as held`,
  );
}

/** Who keeps or heads a roll today: each of them may see the children on it. */
export const keepersOf = ({ tx, today }: Records, establishmentId: string): Promise<readonly Keeper[]> =>
  rowsOf(
    tx,
    sql`select distinct p.practitioner_id as "practitionerId", p.role from post p
      where p.area_id = app_area() and p.establishment_id = ${establishmentId} and p.role in ('record-keeper', 'head') and p.during @> ${today}::date`,
  );

/** Writes children who are new to the area. Access comes with the place: see addPlaces. */
export const addChildren = ({ tx, who, now }: Records, added: readonly NewChild[]): Promise<void> =>
  insertMany(
    tx,
    child,
    added.map(({ childId, names, row }) => ({
      ...names,
      areaId: who.areaId,
      childId,
      bornOn: row.child.bornOn ?? null,
      recordedAt: now,
    })),
  );

/** Puts children on a roll, and lets those who keep and head it see them from now on. */
export async function addPlaces(
  records: Records,
  establishmentId: string,
  fullTime: boolean | undefined,
  added: readonly Placed[],
): Promise<void> {
  const { tx, who, now, newId } = records;
  const keepers = await keepersOf(records, establishmentId);
  const access = added.flatMap(({ childId, placeId }) =>
    keepers.map(({ practitionerId, role }) => ({
      areaId: who.areaId,
      accessId: newId(),
      practitionerId,
      childId,
      basis: role,
      sourceId: placeId,
      during: { from: now },
      recordedAt: now,
    })),
  );
  await insertMany(tx, childAccess, access);
  await insertMany(
    tx,
    place,
    added.map(({ childId, placeId, row, from }) => ({
      ...groupsOf(row),
      areaId: who.areaId,
      placeId,
      childId,
      establishmentId,
      fullTime: fullTime ?? null,
      during: { from },
      recordedAt: now,
    })),
  );
}

/** Numbers as they are kept: one that passes its check, or one that was kept with a warning. */
export const identifierRows = ({ who, now, area }: Records, childId: string, added: readonly NewIdentifier[]) =>
  added.map(({ identifierId, kind, value }) => ({
    areaId: who.areaId,
    identifierId,
    childId,
    kind,
    value,
    standing: checkIdentifier(kind, value, area).status === "valid" ? "imported" : "unusual",
    recordedAt: now,
  }));

/** Numbers, addresses and carers of children who are new to the area. */
export async function addDetails(records: Records, added: readonly NewChild[]): Promise<void> {
  const { tx, who, now } = records;
  await insertMany(
    tx,
    childIdentifier,
    added.flatMap(({ childId, identifiers }) => identifierRows(records, childId, identifiers)),
  );
  const lived = added.flatMap(
    ({
      childId,
      addressId,
      row: {
        child: { address },
      },
    }) =>
      address === undefined || addressId === undefined
        ? []
        : [{ ...address, areaId: who.areaId, addressId, childId, recordedAt: now }],
  );
  await insertMany(tx, childAddress, lived);
  await insertMany(
    tx,
    carer,
    added.flatMap(({ childId, carers }) =>
      carers.map((one) => ({ ...one, areaId: who.areaId, childId, recordedAt: now })),
    ),
  );
}
