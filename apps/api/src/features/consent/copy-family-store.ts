import type { KnownHome, LocalDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import type { Records } from "../../records.ts";
import { saidOfAdults } from "../people/reads.ts";
import {
  adultsKeptAwayFrom,
  adultsNotToBeBroughtNear,
  whereaboutsAreKept,
  whoMayKnowWhereabouts,
} from "../restriction/reads.ts";

export const keptAwayFrom = adultsNotToBeBroughtNear;
export const keptAwayOf = adultsKeptAwayFrom;
export const whereaboutsOf = whereaboutsAreKept;
export const partsSaid = saidOfAdults;
export const whoMayKnow = whoMayKnowWhereabouts;

/** A parent or carer on record, with since when they are reached like this and since when they were reached otherwise. */
export type CarerOnRecord = {
  readonly carerId: string;
  readonly name: string;
  readonly relationship: string | null;
  readonly email: string | null;
  readonly since: string;
  readonly before: LocalDate | null;
};

const iso = (of: string) => sql.raw(`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`);
const dayOfThe = (of: string) => sql.raw(`to_char((${of} at time zone 'Europe/London')::date, 'YYYY-MM-DD')`);

/** The parents and carers whom the caller may see. */
export const carersOnRecord = ({ tx, who }: Records, childId: string): Promise<readonly CarerOnRecord[]> =>
  rowsOf(
    tx,
    sql`select c.carer_id as "carerId", c.name, c.relationship, c.email, ${iso("c.recorded_at")} as since,
        (select ${dayOfThe("max(b.recorded_at)")} from carer b where b.area_id = c.area_id and b.child_id = c.child_id and b.name = c.name
          and b.superseded_at is not null and b.recorded_at < c.recorded_at and b.email is distinct from c.email) as before
      from carer c where c.area_id = ${who.areaId} and c.child_id = ${childId} and c.superseded_at is null
      order by c.position, c.name, c.carer_id`,
  );

export type AddressRow = {
  readonly line1: string | null;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly since: string;
  readonly before: LocalDate | null;
};

/** Where children live, as the caller may know it, with since when and since when the address before had stood. */
export async function addressesOnRecord(
  { tx, who }: Records,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, AddressRow>> {
  if (childIds.length === 0) return new Map();
  const rows = await rowsOf<AddressRow & { readonly childId: string }>(
    tx,
    sql`select distinct on (a.child_id) a.child_id as "childId", a.line1, a.town, a.postcode, ${iso("a.recorded_at")} as since,
        (select ${dayOfThe("max(b.recorded_at)")} from child_address b where b.area_id = a.area_id and b.child_id = a.child_id
          and b.superseded_at is not null and b.recorded_at < a.recorded_at) as before
      from child_address a where a.area_id = ${who.areaId} and a.child_id = ${anyOf([...new Set(childIds)])} and a.superseded_at is null
      order by a.child_id, a.recorded_at desc`,
  );
  return new Map(rows.map(({ childId, ...row }) => [childId, row]));
}

export const addressOnRecord = async (records: Records, childId: string): Promise<AddressRow | undefined> =>
  (await addressesOnRecord(records, [childId])).get(childId);

/** Somebody at work to whom a copy may go, with every service they work for today. */
export type Colleague = { readonly email: string | null; readonly services: readonly string[] };

export async function colleagueOnRecord({ tx, who, today }: Records, practitionerId: string): Promise<Colleague> {
  const [found] = await rowsOf<Colleague>(
    tx,
    sql`select p.email, coalesce((select json_agg(distinct po.agency_id) from post po where po.area_id = p.area_id
        and po.practitioner_id = p.practitioner_id and po.during @> ${today}::date), '[]'::json) as services
      from practitioner p where p.area_id = ${who.areaId} and p.practitioner_id = ${practitionerId}`,
  );
  return found ?? { email: null, services: [] };
}

export type FamilyKnown = {
  readonly child: readonly string[];
  readonly others: readonly string[];
  readonly numbers: readonly string[];
  readonly homes: readonly KnownHome[];
  readonly places: readonly string[];
};

type Named = { readonly childId: string; readonly name: string };
type KnownRow = {
  readonly families: readonly { readonly childId: string; readonly memberId: string }[];
  readonly named: readonly Named[];
  readonly carers: readonly (KnownHome & Named & { readonly isNow: boolean })[];
  readonly homes: readonly (KnownHome & { readonly childId: string })[];
  readonly numbers: readonly { readonly childId: string; readonly value: string }[];
  readonly adults: readonly Named[];
  readonly places: readonly string[];
};

/**
 * What the area knows of children's families, to look copies through: also of those whom the caller may not see. A family are
 * the child and those who are on a plan with it: on this plan, where one is named. It is compared with words that the caller
 * reads already, and nothing of it is shown.
 */
export const familiesKnown = (
  records: Records,
  childIds: readonly string[],
  planId?: string,
): Promise<ReadonlyMap<string, FamilyKnown>> =>
  areaWide(records.tx, async () => {
    const area = records.who.areaId;
    const [row] = await rowsOf<KnownRow>(
      records.tx,
      sql`with asked as (select unnest(${`{${[...new Set(childIds)].join(",")}}`}::uuid[]) as child_id),
        family as (
          select child_id, child_id as member_id from asked
          union select ${planId === undefined ? sql`k.child_id` : sql`asked.child_id`}, m.child_id
            from asked join plan_member k on k.area_id = ${area} and ${planId === undefined ? sql`k.child_id = asked.child_id` : sql`k.plan_id = ${planId}`}
            join plan_member m on m.area_id = k.area_id and m.plan_id = k.plan_id),
        member as (select distinct member_id as child_id from family)
        select (select json_agg(json_build_object('childId', child_id, 'memberId', member_id)) from family) as families,
          coalesce((select json_agg(json_build_object('childId', c.child_id, 'name', n.name))
            from child c join member m on m.child_id = c.child_id
            cross join lateral unnest(array[trim(c.given_name || ' ' || c.family_name), c.preferred_name]) n (name)
            where c.area_id = ${area} and n.name is not null), '[]'::json) as named,
          coalesce((select json_agg(json_build_object('childId', k.child_id, 'name', k.name, 'phone', k.phone, 'email', k.email, 'isNow', k.superseded_at is null))
            from carer k join member m on m.child_id = k.child_id where k.area_id = ${area}), '[]'::json) as carers,
          coalesce((select json_agg(json_build_object('childId', a.child_id, 'line1', a.line1, 'town', a.town, 'postcode', a.postcode))
            from child_address a join member m on m.child_id = a.child_id where a.area_id = ${area}), '[]'::json) as homes,
          coalesce((select json_agg(json_build_object('childId', i.child_id, 'value', i.value))
            from child_identifier i join member m on m.child_id = i.child_id where i.area_id = ${area} and i.superseded_at is null), '[]'::json) as numbers,
          coalesce((select json_agg(json_build_object('childId', r.child_id, 'name', r.adult))
            from restriction r join asked on asked.child_id = r.child_id where r.area_id = ${area}
              and r.kind = 'contact-risk' and upper_inf(r.during) and r.adult is not null), '[]'::json) as adults,
          coalesce((select json_agg(distinct e.name) from (
            select s.name from establishment s where s.area_id = ${area}
            union select g.name from agency g where g.area_id = ${area} and g.kind = 'education') e), '[]'::json) as places`,
    );
    return new Map(childIds.map((childId) => [childId, row === undefined ? nothingKnown : knownOfOne(row, childId)]));
  });

const nothingKnown: FamilyKnown = { child: [], others: [], numbers: [], homes: [], places: [] };

function knownOfOne(row: KnownRow, childId: string): FamilyKnown {
  const family = new Set(row.families.flatMap((one) => (one.childId === childId ? [one.memberId] : [])));
  const ofFamily = (one: { readonly childId: string }) => family.has(one.childId);
  const once = (names: readonly string[]) => [...new Set(names)];
  const carers = row.carers.filter(ofFamily);
  return {
    child: once(row.named.flatMap((one) => (one.childId === childId ? [one.name] : []))),
    others: once([
      ...row.named.flatMap((one) => (one.childId !== childId && ofFamily(one) ? [one.name] : [])),
      ...carers.flatMap(({ name, isNow }) => (isNow ? [name] : [])),
      ...row.adults.flatMap((one) => (one.childId === childId ? [one.name] : [])),
    ]),
    numbers: once(row.numbers.flatMap((one) => (ofFamily(one) ? [one.value] : []))),
    homes: [
      ...row.homes.filter(ofFamily).map(({ line1, town, postcode }) => ({ line1, town, postcode })),
      ...carers.map(({ phone, email }) => ({ phone, email })),
    ],
    places: row.places,
  };
}

/** What the area knows of one child's family and of those on a plan with it. */
export const familyKnown = async (
  records: Records,
  planId: string | undefined,
  childId: string,
): Promise<FamilyKnown> => (await familiesKnown(records, [childId], planId)).get(childId) ?? nothingKnown;

/**
 * Where an adult who must not be brought near is known to be reached, by the records of any child of the area. It is
 * compared with an address, and nothing of it is shown. A carer with one word of the adult's name may be another person:
 * the domain compares the whole.
 */
export const homesOfAdults = (records: Records, childId: string): Promise<readonly (KnownHome & { name: string })[]> =>
  areaWide(records.tx, () =>
    rowsOf(
      records.tx,
      sql`select k.name, k.phone, k.email, a.line1, a.town, a.postcode from carer k
        left join child_address a on a.area_id = k.area_id and a.child_id = k.child_id and a.superseded_at is null and k.child_id <> ${childId}
        where k.area_id = ${records.who.areaId} and k.superseded_at is null
          and exists (select 1 from restriction r where r.area_id = k.area_id and r.child_id = ${childId} and r.kind = 'contact-risk'
            and upper_inf(r.during) and exists (select 1 from regexp_split_to_table(lower(r.adult), '[^[:alpha:]]+') word
              where length(word) > 1 and position(word in lower(k.name)) > 0))`,
    ),
  );
