import { type LocalDate, nameKey } from "@linchpin/domain";
import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { atTheTop, type NamePlace, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";

export { establishmentKept, establishmentsKept } from "./reads.ts";

/** Names that hold every word, or something near it where the word is long enough: accents, capitals and hyphens do not matter. */
export const soundsLike = (text: string): SQL => {
  const words = nameKey(text).split(" ");
  const found = words.map((word) =>
    word.length < 4
      ? sql`c.search_name like ${`%${word}%`}`
      : sql`(c.search_name like ${`%${word}%`} or ${word} <% c.search_name)`,
  );
  return words[0] === "" ? sql`false` : sql`(${sql.join(found, sql` and `)})`;
};

export type RollRowKept = {
  readonly childId: string;
  readonly searchName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly bornOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly group: string | null;
  readonly yearGroup: string | null;
  readonly house: string | null;
  readonly from: LocalDate;
  readonly namedPerson: { readonly practitionerId: string; readonly name: string } | null;
};

export type RollAsked = {
  readonly establishmentId: string;
  readonly search?: string | undefined;
  readonly group?: string | undefined;
  readonly yearGroup?: string | undefined;
  readonly withoutNamedPerson?: boolean | undefined;
};

const current = sql`(
  select json_build_object('practitionerId', pr.practitioner_id, 'name', pr.name)
  from named_person np join practitioner pr on pr.area_id = np.area_id and pr.practitioner_id = np.practitioner_id
  where np.area_id = c.area_id and np.child_id = c.child_id and np.during @> app_now())`;

/** A page of a roll by name and one row more. */
export const rollPage = (
  { tx, today }: Records,
  asked: RollAsked,
  after: NamePlace = atTheTop,
): Promise<readonly RollRowKept[]> =>
  rowsOf(
    tx,
    sql`select c.child_id as "childId", c.search_name as "searchName", c.given_name as "givenName", c.family_name as "familyName",
        c.preferred_name as "preferredName", c.born_on::text as "bornOn", c.due_on::text as "dueOn",
        p."group", p.year_group as "yearGroup", p.house, lower(p.during)::text as "from", ${current} as "namedPerson"
      from place p join child c on c.area_id = p.area_id and c.child_id = p.child_id and c.withdrawn_at is null
      where p.area_id = app_area() and p.establishment_id = ${asked.establishmentId} and p.superseded_at is null
        and (upper(p.during) is null or upper(p.during) > ${today}::date)
        ${asked.group === undefined ? sql`` : sql`and p."group" = ${asked.group}`}
        ${asked.yearGroup === undefined ? sql`` : sql`and p.year_group = ${asked.yearGroup}`}
        ${asked.search === undefined || asked.search === "" ? sql`` : sql`and ${soundsLike(asked.search)}`}
        ${asked.withoutNamedPerson ? sql`and not exists (select 1 from named_person np where np.area_id = c.area_id and np.child_id = c.child_id and np.during @> app_now())` : sql``}
        and (c.search_name, c.child_id) > (${after.name}, ${after.id}::uuid)
      order by c.search_name, c.child_id limit ${pageSize + 1}`,
  );

export type Group = {
  readonly kind: "class" | "year-group" | "house";
  readonly group: string;
  readonly children: number;
};

/** How many are on a roll, how many of them without a named person, and the groups it falls into. */
export async function rollFigures({ tx, today }: Records, establishmentId: string) {
  const [found] = await rowsOf<{ on_roll: number; without: number; groups: readonly Group[] }>(
    tx,
    sql`with roll as (
        select p."group", p.year_group, p.house,
          exists (select 1 from named_person np where np.area_id = p.area_id and np.child_id = p.child_id and np.during @> app_now()) as has_one
        from place p join child c on c.area_id = p.area_id and c.child_id = p.child_id and c.withdrawn_at is null
        where p.area_id = app_area() and p.establishment_id = ${establishmentId} and p.superseded_at is null
          and (upper(p.during) is null or upper(p.during) > ${today}::date)
      ), grouped as (
        select 'class' as kind, "group", count(*)::int as children from roll where "group" is not null group by "group"
        union all select 'year-group', year_group, count(*)::int from roll where year_group is not null group by year_group
        union all select 'house', house, count(*)::int from roll where house is not null group by house
      )
      select (select count(*)::int from roll) as on_roll, (select count(*)::int from roll where not has_one) as without,
        coalesce((select json_agg(json_build_object('kind', kind, 'group', "group", 'children', children) order by kind, "group") from grouped), '[]'::json) as groups`,
  );
  return { onRoll: found?.on_roll ?? 0, without: found?.without ?? 0, groups: found?.groups ?? [] };
}

export type FoundRow = {
  readonly childId: string;
  readonly searchName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly bornOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly bases: readonly string[];
  readonly establishment: string | null;
  readonly group: string | null;
};

/** Children this person has a part in, by name (asked for and preferred) or by a whole number; a page and one row more. */
export const foundChildren = (
  { tx, today }: Records,
  text: string,
  after: NamePlace = atTheTop,
): Promise<readonly FoundRow[]> =>
  rowsOf(
    tx,
    sql`with own as (
        select a.child_id, json_agg(distinct a.basis) as bases from child_access a
        where a.area_id = app_area() and a.practitioner_id = app_person() and a.during @> app_now() group by a.child_id
      )
      select c.child_id as "childId", c.search_name as "searchName", c.given_name as "givenName", c.family_name as "familyName",
        c.preferred_name as "preferredName", c.born_on::text as "bornOn", c.due_on::text as "dueOn", own.bases, r.establishment, r."group"
      from own join child c on c.area_id = app_area() and c.child_id = own.child_id and c.withdrawn_at is null
      left join lateral (
        select e.name as establishment, p."group" from place p
        join establishment e on e.area_id = p.area_id and e.establishment_id = p.establishment_id
        where p.area_id = c.area_id and p.child_id = c.child_id and p.superseded_at is null and p.during @> ${today}::date
        order by e.kind in ('clinic', 'midwifery-team'), lower(p.during) desc limit 1
      ) r on true
      where (${soundsLike(text)} or exists (
          select 1 from child_identifier i where i.area_id = c.area_id and i.child_id = c.child_id and i.superseded_at is null
            and i.value = ${text.replace(/[\s-]/g, "").toUpperCase()}))
        and (c.search_name, c.child_id) > (${after.name}, ${after.id}::uuid)
      order by c.search_name, c.child_id limit ${pageSize + 1}`,
  );
