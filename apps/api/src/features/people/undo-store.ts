import { and, eq, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import { rollIn, rollInRow } from "../../db/schema/roll-in.ts";
import type { Records } from "../../records.ts";
import { close, endAccess } from "./roll-in-change-store.ts";

export type RowToUndo = {
  readonly childId: string;
  readonly made: Readonly<Record<string, readonly string[]>>;
  readonly before: Readonly<Record<string, string | null>> | null;
};

/** What the rows of an import made or changed. */
export async function rowsToUndo({ tx, who }: Records, rollInId: string): Promise<readonly RowToUndo[]> {
  const rows = await tx
    .select({ childId: rollInRow.childId, made: rollInRow.made, before: rollInRow.before })
    .from(rollInRow)
    .where(and(eq(rollInRow.areaId, who.areaId), eq(rollInRow.rollInId, rollInId), sql`${rollInRow.made} is not null`));
  return rows.flatMap(({ childId, made, before }) =>
    childId === null || made === null ? [] : [{ childId, made, before }],
  );
}

export type WorkedWith = {
  readonly childId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly what: string;
};

/** Children about whom something was recorded after an instant, with the latest of it. */
export const workedWithSince = (
  { tx }: Records,
  childIds: readonly string[],
  since: string,
): Promise<readonly WorkedWith[]> =>
  rowsOf(
    tx,
    sql`select distinct on (c.child_id) c.child_id as "childId", c.given_name as "givenName", c.family_name as "familyName", s.title as what
      from chronology_entry s join child c on c.area_id = s.area_id and c.child_id = s.child_id
      where s.area_id = app_area() and s.recorded_at > ${since}::timestamptz
        and s.child_id = ${anyOf(childIds)}
      order by c.child_id, s.recorded_at desc`,
  );

const made = (rows: readonly RowToUndo[], key: string) => rows.flatMap((row) => row.made[key] ?? []);

/** Gives changed details back what they said before: rows that were closed by the import stand again. */
export async function restore(
  records: Records,
  rows: readonly RowToUndo[],
  confirmedAt: string,
  searchNames: ReadonlyMap<string, string>,
): Promise<void> {
  const { tx, who } = records;
  await closeMade(records, rows);
  const changed = rows.filter(({ before }) => before !== null);
  const childIds = changed.map(({ childId }) => childId);
  const closed = [
    [sql`child_identifier`, sql`identifier_id`, made(rows, "identifier")],
    [sql`child_address`, sql`address_id`, made(rows, "address")],
    [sql`carer`, sql`carer_id`, made(rows, "carer")],
  ] as const;
  for (const [table, id, own] of closed)
    await tx.execute(sql`
      update ${table} set superseded_at = null
      where area_id = ${who.areaId} and child_id = ${anyOf(childIds)} and superseded_at = ${confirmedAt}::timestamptz and not (${id} = ${anyOf(own)})`);
  const names = changed.map(({ childId, before }) => ({
    ...before,
    id: childId,
    searchName: searchNames.get(childId) ?? "",
  }));
  await tx.execute(sql`
    update child c set given_name = n."givenName", family_name = n."familyName", preferred_name = n."preferredName", search_name = n."searchName", version = c.version + 1
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as n (id uuid, "givenName" text, "familyName" text, "preferredName" text, "searchName" text)
    where c.area_id = ${who.areaId} and c.child_id = n.id`);
  await tx.execute(sql`
    update place p set "group" = n."group", year_group = n."yearGroup", house = n.house
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as n (id uuid, "group" text, "yearGroup" text, house text), roll_in r
    where p.area_id = ${who.areaId} and p.child_id = n.id and p.superseded_at is null and r.area_id = p.area_id and r.establishment_id = p.establishment_id
      and r.confirmed_at = ${confirmedAt}::timestamptz`);
}

async function closeMade(records: Records, rows: readonly RowToUndo[]): Promise<void> {
  await close(records, "child_identifier", "identifier_id", made(rows, "identifier"));
  await close(records, "child_address", "address_id", made(rows, "address"));
  await close(records, "carer", "carer_id", made(rows, "carer"));
}

/** Takes children off the roll that an import put on it; those it made a record of are withdrawn. Last of all, access ends. */
export async function withdraw(records: Records, rows: readonly RowToUndo[]): Promise<void> {
  const { tx, who, now } = records;
  await closeMade(records, rows);
  await close(records, "place", "place_id", made(rows, "place"));
  const children = made(rows, "child");
  await tx.execute(
    sql`update child set withdrawn_at = ${now}::timestamptz, version = version + 1 where area_id = ${who.areaId} and child_id = ${anyOf(children)}`,
  );
  await endAccess(records, made(rows, "place"), now);
}

/** Children who were ticked as having left are on the roll again, and its keepers see them. */
export async function putBack({ tx, who }: Records, placeIds: readonly string[]): Promise<void> {
  if (placeIds.length === 0) return;
  await tx.execute(
    sql`update child_access set during = tstzrange(lower(during), null) where area_id = ${who.areaId} and source_id = ${anyOf(placeIds)}`,
  );
  await tx.execute(
    sql`update place set during = daterange(lower(during), null) where area_id = ${who.areaId} and place_id = ${anyOf(placeIds)}`,
  );
}

export async function keepUndone(
  { tx, who, now }: Records,
  rollInId: string,
  version: number,
  because: string,
): Promise<void> {
  await tx
    .update(rollIn)
    .set({ state: "undone", undoneAt: now, undoneBecause: because, version: version + 1 })
    .where(and(eq(rollIn.areaId, who.areaId), eq(rollIn.rollInId, rollInId), eq(rollIn.version, version)));
}
