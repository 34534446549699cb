import { type SQL, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { atTheTop, type NamePlace, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";
import { keptFromMe } from "../people/reads.ts";

/** Whose children are counted: one establishment's, those of an agency's establishments, or the whole area's. */
export type Scope = { readonly establishmentId: string } | { readonly agencyId: string } | "area";

const isIn = (scope: Scope): SQL => {
  if (scope === "area") return sql`true`;
  return "agencyId" in scope
    ? sql`r.agency_id = ${scope.agencyId}`
    : sql`r.establishment_id = ${scope.establishmentId}`;
};

/**
 * Every child who should have a named person at work, with the roll they are on (a school's before a clinic's), and since when
 * nobody is theirs: the end of the last one or of that one's post, or the first day on that roll.
 */
const should = ({ today }: Records, scope: Scope): SQL => sql`
  select c.child_id, c.given_name, c.family_name, r.establishment_id, r.establishment, r.kind, r."group",
    held.is_at_work is not true as is_missing, gone.name as left_name, gone.on_day as left_on,
    greatest(r.since, c.born_on, gone.on_day, (
      select (max(upper(np.during)) at time zone 'Europe/London')::date from named_person np
      where np.area_id = c.area_id and np.child_id = c.child_id and upper(np.during) <= app_now())) as since
  from child c
  left join lateral (
    select np.practitioner_id, pr.name, exists (select 1 from post po where po.area_id = np.area_id
        and po.practitioner_id = np.practitioner_id and po.during @> ${today}::date) as is_at_work
    from named_person np join practitioner pr on pr.area_id = np.area_id and pr.practitioner_id = np.practitioner_id
    where np.area_id = c.area_id and np.child_id = c.child_id and np.during @> app_now()
  ) held on true
  left join lateral (
    select held.name, max(upper(po.during)) as on_day from post po
    where not held.is_at_work and po.area_id = c.area_id and po.practitioner_id = held.practitioner_id
      and upper(po.during) <= ${today}::date
    having count(*) > 0
  ) gone on true
  left join lateral (
    select e.establishment_id, e.agency_id, e.name as establishment, e.kind, p."group", lower(p.during) as since
    from place p join establishment e on e.area_id = p.area_id and e.establishment_id = p.establishment_id
    where p.area_id = c.area_id and p.child_id = c.child_id and p.superseded_at is null and p.during @> ${today}::date
    order by e.kind in ('clinic', 'midwifery-team'), lower(p.during) desc limit 1
  ) r on true
  where c.area_id = app_area() and c.withdrawn_at is null and ${isIn(scope)}
    and (c.born_on is null or c.born_on > (${today}::date - interval '18 years')::date or r.kind in ('primary', 'secondary', 'special'))`;

export type ByEstablishment = {
  readonly establishmentId: string | null;
  readonly establishment: string | null;
  readonly kind: string | null;
  readonly children: number;
  readonly missing: number;
  readonly longestDays: number | null;
};

/** Figures by school and clinic; it names no child. */
export const missingByEstablishment = (records: Records, scope: Scope): Promise<readonly ByEstablishment[]> =>
  rowsOf(
    records.tx,
    sql`select establishment_id as "establishmentId", establishment, kind, count(*)::int as children,
        (count(*) filter (where is_missing))::int as missing,
        max(${records.today}::date - since) filter (where is_missing) as "longestDays"
      from (${should(records, scope)}) s
      group by establishment_id, establishment, kind
      order by 5 desc, establishment nulls last`,
  );

export type MissingRow = {
  readonly childId: string;
  readonly isSeen: boolean;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly establishment: string | null;
  readonly group: string | null;
  readonly since: string | null;
  readonly days: number | null;
  /** Who was the named person until their post ended, and the first day without. */
  readonly leftName: string | null;
  readonly leftOn: string | null;
};

/**
 * Those without, longest first, one more than a page; names only where this person has a part in the child's care, and it is
 * not kept from them where the child is: which list somebody stands on tells that.
 */
export async function missingRows(
  records: Records,
  scope: Scope,
  after: NamePlace = atTheTop,
): Promise<readonly MissingRow[]> {
  const kept = await keptFromMe(records);
  return areaWide(records.tx, () =>
    rowsOf(
      records.tx,
      sql`select s.child_id as "childId", a.is_seen as "isSeen",
        case when a.is_seen then s.given_name end as "givenName", case when a.is_seen then s.family_name end as "familyName",
        s.establishment, case when a.is_seen then s."group" end as "group", s.since::text as since, ${records.today}::date - s.since as days,
        case when a.is_seen then s.left_name end as "leftName", s.left_on::text as "leftOn"
      from (${should(records, scope)}) s
      cross join lateral (select exists (
        select 1 from child_access x where x.area_id = app_area() and x.practitioner_id = app_person()
          and x.child_id = s.child_id and x.during @> app_now()) and s.child_id <> all (${`{${kept.join(",")}}`}::uuid[]) as is_seen) a
      where s.is_missing and (coalesce(s.since::text, ''), s.child_id) > (${after.name}, ${after.id}::uuid)
      order by coalesce(s.since::text, ''), s.child_id
      limit ${pageSize + 1}`,
    ),
  );
}

/** The agency of the post that asks. */
export async function agencyOfPost(records: Records): Promise<string | undefined> {
  const [found] = await rowsOf<{ agency_id: string }>(
    records.tx,
    sql`select agency_id from post where area_id = app_area() and post_id = ${records.who.postId}`,
  );
  return found?.agency_id;
}
