import type { KnownHome, LocalDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import type { Records } from "../../records.ts";
import { saidOfAdults } from "../people/reads.ts";
import { adultsNotToBeBroughtNear, whereaboutsAreKept, whoMayKnowWhereabouts } from "../restriction/reads.ts";

export const keptAwayFrom = adultsNotToBeBroughtNear;
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

/** Where the child lives, as the caller may know it, with since when and since when the address before had stood. */
export async function addressOnRecord({ tx, who }: Records, childId: string): Promise<AddressRow | undefined> {
  const [found] = await rowsOf<AddressRow>(
    tx,
    sql`select a.line1, a.town, a.postcode, ${iso("a.recorded_at")} as since,
        (select ${dayOfThe("max(b.recorded_at)")} from child_address b where b.area_id = a.area_id and b.child_id = a.child_id
          and b.superseded_at is not null and b.recorded_at < a.recorded_at) as before
      from child_address a where a.area_id = ${who.areaId} and a.child_id = ${childId} and a.superseded_at is null
      order by a.recorded_at desc limit 1`,
  );
  return found;
}

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

/**
 * What the area knows of a child's family, to look a copy through: also of those whom the caller may not see. It is
 * compared with words that the caller reads already, and nothing of it is shown.
 */
export const familyKnown = (records: Records, planId: string | undefined, childId: string): Promise<FamilyKnown> =>
  areaWide(records.tx, async () => {
    const [found] = await rowsOf<FamilyKnown>(
      records.tx,
      sql`with family as (
          select ${childId}::uuid as child_id
          union select m.child_id from plan_member m where m.area_id = ${records.who.areaId} and m.plan_id = ${planId ?? null}::uuid),
        named as (select c.child_id, unnest(array[trim(c.given_name || ' ' || c.family_name), c.preferred_name]) as name
          from child c join family f on f.child_id = c.child_id where c.area_id = ${records.who.areaId})
        select coalesce((select json_agg(distinct n.name) from named n where n.child_id = ${childId} and n.name is not null), '[]'::json) as child,
          coalesce((select json_agg(distinct o.name) from (
            select n.name from named n where n.child_id <> ${childId} and n.name is not null
            union select k.name from carer k join family f on f.child_id = k.child_id where k.area_id = ${records.who.areaId} and k.superseded_at is null
            union select r.adult from restriction r where r.area_id = ${records.who.areaId} and r.child_id = ${childId}
              and r.kind = 'contact-risk' and upper_inf(r.during)) o where o.name is not null), '[]'::json) as others,
          coalesce((select json_agg(distinct i.value) from child_identifier i join family f on f.child_id = i.child_id
            where i.area_id = ${records.who.areaId} and i.superseded_at is null), '[]'::json) as numbers,
          coalesce((select json_agg(h) from (
            select a.line1, a.town, a.postcode, null as phone, null as email from child_address a join family f on f.child_id = a.child_id
              where a.area_id = ${records.who.areaId}
            union all select null, null, null, k.phone, k.email from carer k join family f on f.child_id = k.child_id
              where k.area_id = ${records.who.areaId}) h), '[]'::json) as homes,
          coalesce((select json_agg(distinct e.name) from (
            select s.name from establishment s where s.area_id = ${records.who.areaId}
            union select g.name from agency g where g.area_id = ${records.who.areaId} and g.kind = 'education') e), '[]'::json) as places`,
    );
    return found ?? { child: [], others: [], numbers: [], homes: [], places: [] };
  });

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
