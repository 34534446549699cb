import { type LocalDate, momentOn, untilAfter } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf, insertMany } from "../../db/many.ts";
import { carer, childAddress, childIdentifier } from "../../db/schema/child.ts";
import { rollIn } from "../../db/schema/roll-in.ts";
import type { Records } from "../../records.ts";
import { identifierRows } from "./roll-in-add-store.ts";
import type { RowMade } from "./roll-in-made.ts";
import type { Done } from "./roll-in-store.ts";
import type { ChangedChild } from "./roll-in-work.ts";

const recordset = (rows: readonly object[]) => sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`;

/** Changes what a list says otherwise of children of the roll: rows are closed and added, never rewritten. */
export async function changeChildren(records: Records, changed: readonly ChangedChild[]): Promise<void> {
  const { tx, who, now } = records;
  const names = changed.flatMap(({ known, names }) => (names === undefined ? [] : [{ id: known.id, ...names }]));
  await tx.execute(sql`
    update child c set given_name = n."givenName", family_name = n."familyName", preferred_name = n."preferredName", search_name = n."searchName", named_at = ${now}::timestamptz, version = c.version + 1
    from ${recordset(names)} as n (id uuid, "givenName" text, "familyName" text, "preferredName" text, "searchName" text)
    where c.area_id = ${who.areaId} and c.child_id = n.id`);
  const moved = changed.flatMap(({ known, groups }) =>
    groups === undefined ? [] : [{ id: known.placeId, ...groups }],
  );
  await tx.execute(sql`
    update place p set "group" = n."group", year_group = n."yearGroup", house = n.house
    from ${recordset(moved)} as n (id uuid, "group" text, "yearGroup" text, house text) where p.area_id = ${who.areaId} and p.place_id = n.id`);
  const kinds = changed.flatMap(({ known, identifiers }) => identifiers.map(({ kind }) => ({ id: known.id, kind })));
  await tx.execute(sql`
    update child_identifier i set superseded_at = ${now}::timestamptz from ${recordset(kinds)} as n (id uuid, kind text)
    where i.area_id = ${who.areaId} and i.child_id = n.id and i.kind = n.kind and i.superseded_at is null`);
  await insertMany(
    tx,
    childIdentifier,
    changed.flatMap(({ known, identifiers }) => identifierRows(records, known.id, identifiers)),
  );
  const lived = changed.flatMap(({ known, address }) =>
    address === undefined ? [] : [{ ...address, areaId: who.areaId, childId: known.id, recordedAt: now }],
  );
  await close(
    records,
    "child_address",
    "child_id",
    lived.map(({ childId }) => childId),
  );
  await insertMany(tx, childAddress, lived);
  await close(
    records,
    "carer",
    "carer_id",
    changed.flatMap(({ replacedCarers }) => replacedCarers),
  );
  await insertMany(
    tx,
    carer,
    changed.flatMap(({ known, carers }) =>
      carers.map((one) => ({ ...one, areaId: who.areaId, childId: known.id, recordedAt: now })),
    ),
  );
}

const closable = {
  child_address: sql`child_address`,
  carer: sql`carer`,
  child_identifier: sql`child_identifier`,
  place: sql`place`,
};
const keys = {
  child_id: sql`child_id`,
  carer_id: sql`carer_id`,
  address_id: sql`address_id`,
  identifier_id: sql`identifier_id`,
  place_id: sql`place_id`,
};

/** Closes rows as known until now. */
export async function close(
  { tx, who, now }: Records,
  table: keyof typeof closable,
  key: keyof typeof keys,
  of: readonly string[],
): Promise<void> {
  if (of.length === 0) return;
  await tx.execute(sql`
    update ${closable[table]} set superseded_at = ${now}::timestamptz
    where area_id = ${who.areaId} and ${keys[key]} = ${anyOf(of)} and superseded_at is null`);
}

/** Ends the places of children who have left a roll, and what its keepers see of them, after their last day. Gives the places. */
export async function endPlaces(
  { tx, who, now }: Records,
  establishmentId: string,
  childIds: readonly string[],
  leftOn: LocalDate,
): Promise<readonly string[]> {
  if (childIds.length === 0) return [];
  const until = untilAfter(leftOn);
  const ended = await rowsOf<{ place_id: string }>(
    tx,
    sql`update place set during = daterange(lower(during), ${until}::date)
      where area_id = ${who.areaId} and establishment_id = ${establishmentId} and superseded_at is null and upper_inf(during) and lower(during) < ${until}::date
        and child_id = ${anyOf(childIds)}
      returning place_id`,
  );
  await endAccess(
    { tx, who },
    ended.map(({ place_id }) => place_id),
    momentOn(until).at > now ? momentOn(until).at : now,
  );
  return ended.map(({ place_id }) => place_id);
}

/** Ends what somebody sees through these rows, at an instant. */
export async function endAccess(
  { tx, who }: Pick<Records, "tx" | "who">,
  sourceIds: readonly string[],
  until: string,
): Promise<void> {
  if (sourceIds.length === 0) return;
  await tx.execute(sql`
    update child_access set during = tstzrange(lower(during), greatest(${until}::timestamptz, lower(during) + interval '1 microsecond'))
    where area_id = ${who.areaId} and upper_inf(during) and source_id = ${anyOf(sourceIds)}`);
}

/** Notes for each row what it made or changed, so that the import can be undone. */
export async function noteMade({ tx, who }: Records, rollInId: string, rows: readonly RowMade[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 2_000)
    await tx.execute(sql`
      update roll_in_row r set child_id = n."childId", made = n.made, before = n.before
      from ${recordset(rows.slice(from, from + 2_000))} as n ("rowNumber" int, "childId" uuid, made jsonb, before jsonb)
      where r.area_id = ${who.areaId} and r.roll_in_id = ${rollInId} and r.row_number = n."rowNumber"`);
}

export async function keepConfirmed(
  { tx, who, now }: Records,
  rollInId: string,
  version: number,
  done: Done,
): Promise<void> {
  await tx
    .update(rollIn)
    .set({ state: "confirmed", confirmedAt: now, done, version: version + 1 })
    .where(and(eq(rollIn.areaId, who.areaId), eq(rollIn.rollInId, rollInId), eq(rollIn.version, version)));
}

/** People of other schools and clinics with a part in these children's care, each with the number of children. */
export const othersInvolved = (
  { tx }: Records,
  establishmentId: string,
  childIds: readonly string[],
  bases: readonly string[],
): Promise<readonly { readonly practitionerId: string; readonly children: number }[]> =>
  rowsOf(
    tx,
    sql`select a.practitioner_id as "practitionerId", count(distinct a.child_id)::int as children from child_access a
      where a.area_id = app_area() and a.during @> app_now()
        and a.basis in (select jsonb_array_elements_text(${JSON.stringify(bases)}::jsonb))
        and a.child_id = ${anyOf(childIds)}
        and not exists (select 1 from post p where p.area_id = a.area_id and p.practitioner_id = a.practitioner_id and p.establishment_id = ${establishmentId})
      group by a.practitioner_id`,
  );
