import { type IdentifierKind, type KnownChild, type LocalDate, type SchoolStage, searchName } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import { establishment } from "../../db/schema/area.ts";
import { atTheTop, type NamePlace, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";
import { keptFromMe } from "./reads.ts";
import type { Beyond, ListRow, OnRoll } from "./roll-in-match.ts";

export { knownToCaller } from "../access/reads.ts";
export { establishmentKept, type Kept } from "./reads.ts";

/** The numbers under which this area knows schools: URN, or SEED code. */
export async function schoolCodes({ tx, who }: Records): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ establishmentId: establishment.establishmentId, code: establishment.code })
    .from(establishment)
    .where(and(eq(establishment.areaId, who.areaId), sql`${establishment.code} is not null`));
  return new Map(rows.map(({ establishmentId, code }) => [code ?? "", establishmentId]));
}
type KnownRow = {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly preferred: string | null;
  readonly born_on: LocalDate | null;
  readonly identifiers: readonly { readonly kind: IdentifierKind; readonly value: string }[] | null;
  readonly address: {
    readonly line1: string | null;
    readonly town: string | null;
    readonly postcode: string | null;
  } | null;
};

const identifiersOf = sql`(select json_agg(json_build_object('kind', i.kind, 'value', i.value)) from child_identifier i
  where i.area_id = c.area_id and i.child_id = c.child_id and i.superseded_at is null)`;
const addressOf = sql`(select json_build_object('line1', d.line1, 'town', d.town, 'postcode', d.postcode) from child_address d
  where d.area_id = c.area_id and d.child_id = c.child_id and d.superseded_at is null order by d.recorded_at desc limit 1)`;

const knownOf = (row: KnownRow): KnownChild => ({
  id: row.id,
  name: {
    given: row.given,
    ...(row.family === "" ? {} : { family: row.family }),
    ...(row.preferred === null ? {} : { preferred: row.preferred }),
  },
  bornOn: row.born_on ?? "not-recorded",
  identifiers: Object.fromEntries((row.identifiers ?? []).map(({ kind, value }) => [kind, value])),
  ...(row.address === null
    ? {}
    : {
        address: {
          line1: row.address.line1 ?? undefined,
          town: row.address.town ?? undefined,
          postcode: row.address.postcode ?? undefined,
        },
      }),
});

/** The children of a roll, today's and those to come, with what a list can tell of them. */
export async function rosterOf({ tx, today }: Records, establishmentId: string): Promise<readonly OnRoll[]> {
  type Row = KnownRow & {
    readonly placeId: string;
    readonly version: number;
    readonly group: string | null;
    readonly year_group: string | null;
    readonly house: string | null;
    readonly carers: OnRoll["carers"] | null;
    readonly isKept: boolean;
  };
  const rows = await rowsOf<Row>(
    tx,
    sql`select c.child_id as id, c.given_name as given, c.family_name as family, c.preferred_name as preferred, c.born_on::text as born_on, c.version,
        p.place_id as "placeId", p."group", p.year_group, p.house, ${identifiersOf} as identifiers, ${addressOf} as address,
        c.child_id = any ((select whereabouts_kept_from_me())::uuid[]) as "isKept",
        (select json_agg(json_build_object('id', k.carer_id, 'name', k.name, 'relationship', k.relationship, 'phone', k.phone, 'email', k.email) order by k.position)
          from carer k where k.area_id = c.area_id and k.child_id = c.child_id and k.superseded_at is null) as carers
      from place p join child c on c.area_id = p.area_id and c.child_id = p.child_id and c.withdrawn_at is null
      where p.area_id = app_area() and p.establishment_id = ${establishmentId} and p.superseded_at is null
        and (upper(p.during) is null or upper(p.during) > ${today}::date)`,
  );
  return rows.map((row) => ({
    ...knownOf(row),
    placeId: row.placeId,
    version: row.version,
    isKept: row.isKept,
    carers: row.carers ?? [],
    school: establishmentId,
    ...(row.year_group === null ? {} : { stage: row.year_group as SchoolStage }), // as an import kept it; any other word is unlike every stage
    ...(row.group === null ? {} : { registration: row.group }),
    ...(row.house === null ? {} : { house: row.house }),
  }));
}

/**
 * Children of the area off this roll with a number of the list, or the names and date of birth of a row. It goes into no
 * preview; and where it is kept from whoever imports where a child is, neither does the address go into the comparison.
 */
export async function beyondRoll(
  records: Records,
  establishmentId: string,
  rows: readonly ListRow[],
): Promise<readonly Beyond[]> {
  const { tx, today } = records;
  const kept = new Set(await keptFromMe(records));
  const numbers = rows.flatMap(({ child }) =>
    Object.entries(child.identifiers).map(([kind, value]) => ({ kind, value })),
  );
  const people = rows.flatMap(({ child: { name, bornOn } }) =>
    name && bornOn ? [{ born: bornOn, key: searchName({ given: name.given, family: name.family }) }] : [],
  );
  const found = await areaWide(tx, () =>
    rowsOf<KnownRow>(
      tx,
      sql`with hit as (
          select i.child_id from jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) as n (kind text, value text)
          join child_identifier i on i.area_id = app_area() and i.kind = n.kind and i.value = n.value and i.superseded_at is null
          union
          select c.child_id from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as n (born date, key text)
          join child c on c.area_id = app_area() and c.born_on = n.born and starts_with(c.search_name, n.key)
        )
        select c.child_id as id, c.given_name as given, c.family_name as family, c.preferred_name as preferred, c.born_on::text as born_on,
          ${identifiersOf} as identifiers, ${addressOf} as address
        from hit join child c on c.area_id = app_area() and c.child_id = hit.child_id and c.withdrawn_at is null
        where not exists (select 1 from place p where p.area_id = c.area_id and p.child_id = c.child_id and p.establishment_id = ${establishmentId}
          and p.superseded_at is null and (upper(p.during) is null or upper(p.during) > ${today}::date))`,
    ),
  );
  return found.map((row) => {
    const isKept = kept.has(row.id);
    return { ...knownOf(isKept ? { ...row, address: null } : row), isKept };
  });
}

export type CandidateRow = {
  readonly childId: string;
  readonly searchName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: string | null;
  readonly group: string | null;
  readonly yearGroup: string | null;
};

const candidate = sql`c.child_id as "childId", c.search_name as "searchName", c.given_name as "givenName", c.family_name as "familyName",
  c.born_on::text as "bornOn", p."group", p.year_group as "yearGroup"`;
const onThisRoll = (
  establishmentId: string,
  today: string,
) => sql`place p join child c on c.area_id = p.area_id and c.child_id = p.child_id and c.withdrawn_at is null
  where p.area_id = app_area() and p.establishment_id = ${establishmentId} and p.superseded_at is null and (upper(p.during) is null or upper(p.during) > ${today}::date)`;

/** Children of the roll that rows may be about. */
export const candidatesOnRoll = (
  { tx, today }: Records,
  establishmentId: string,
  childIds: readonly string[],
): Promise<readonly CandidateRow[]> =>
  rowsOf(
    tx,
    sql`select ${candidate} from ${onThisRoll(establishmentId, today)}
      and c.child_id = ${anyOf(childIds)} order by c.search_name, c.child_id`,
  );

/** Children of the roll whom no row of the list is about, a page by name and one row more. */
export const notInListPage = (
  { tx, today }: Records,
  { rollInId, establishmentId }: { readonly rollInId: string; readonly establishmentId: string },
  after: NamePlace = atTheTop,
  limit = pageSize + 1,
): Promise<readonly CandidateRow[]> =>
  rowsOf(
    tx,
    sql`with listed as (
        select coalesce(r.choice ->> 'childId', r.child_id::text) as child_id from roll_in_row r where r.area_id = app_area() and r.roll_in_id = ${rollInId}
        union all
        select jsonb_array_elements_text(r.candidates) from roll_in_row r where r.area_id = app_area() and r.roll_in_id = ${rollInId} and r.choice is null
      )
      select ${candidate} from ${onThisRoll(establishmentId, today)}
        and not exists (select 1 from listed l where l.child_id = c.child_id::text)
        and (c.search_name, c.child_id) > (${after.name}, ${after.id}::uuid)
      order by c.search_name, c.child_id limit ${limit}`,
  );
