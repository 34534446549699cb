import type { LocalDate, SiblingKind } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { siblingSaid } from "../../db/schema/common-element.ts";
import type { Records } from "../../records.ts";

export { whereaboutsAreKept } from "../restriction/reads.ts";

/** A brother or sister as the family said, on the child's own record. */
export type SiblingRow = {
  readonly linkId: string;
  readonly childId: string;
  readonly is: SiblingKind;
  readonly givenName: string;
  readonly bornOn: LocalDate | null;
  readonly toldBy: string;
  readonly recordedBy: string;
  readonly recordedOn: LocalDate;
};

const said = sql`select s.link_id as "linkId", s.child_id as "childId", s."is", s.given_name as "givenName", s.born_on::text as "bornOn", s.told_by as "toldBy",
    coalesce(p.name, 'Somebody who has left') as "recordedBy", (s.recorded_at at time zone 'Europe/London')::date::text as "recordedOn"
  from sibling_said s left join practitioner p on p.area_id = s.area_id and p.practitioner_id = s.recorded_by
  where s.area_id = app_area() and s.takes_back_id is null
    and not exists (select 1 from sibling_said t where t.area_id = s.area_id and t.takes_back_id = s.link_id)`;

/** Those on a child's record, the oldest first. */
export const siblingsOf = ({ tx }: Records, childId: string): Promise<readonly SiblingRow[]> =>
  rowsOf<SiblingRow>(tx, sql`${said} and s.child_id = ${childId} order by s.born_on nulls last, s.link_id limit 50`);

/** One of them; undefined where the caller may not read it, or it was taken back. */
export async function siblingOf({ tx }: Records, linkId: string): Promise<SiblingRow | undefined> {
  const [found] = await rowsOf<SiblingRow>(tx, sql`${said} and s.link_id = ${linkId}`);
  return found;
}

export async function addSibling(
  { tx, who, now, newId }: Records,
  given: {
    readonly childId: string;
    readonly is: SiblingKind;
    readonly givenName: string;
    readonly bornOn: LocalDate | null;
    readonly toldBy: string;
    readonly takesBackId?: string;
    readonly because?: string;
  },
): Promise<string> {
  const linkId = newId();
  await tx
    .insert(siblingSaid)
    .values({ ...given, areaId: who.areaId, linkId, recordedBy: who.practitionerId, recordedAt: now });
  return linkId;
}

/** A brother's or sister's record, as the named person of this child may know of it. */
export type KnownSibling = {
  readonly childId: string;
  readonly givenName: string;
  readonly bornOn: LocalDate;
  /** The row on this child's record that says so; null where the other child's record says it. */
  readonly linkId: string | null;
  readonly namedPerson: {
    readonly name: string;
    readonly title: string | null;
    readonly place: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  } | null;
  /** Who must not be brought near that child. */
  readonly keptAway: readonly string[];
  /** Who cares for this child. */
  readonly carers: readonly string[];
};

const isName = (name: string, of: string) =>
  sql`lower(${sql.raw(name)}) in (lower(${sql.raw(of)}.given_name), lower(${sql.raw(of)}.preferred_name))`;
const stands = (s: string) =>
  sql`(${sql.raw(s)}.takes_back_id is null and not exists (select 1 from sibling_said t where t.area_id = ${sql.raw(s)}.area_id and t.takes_back_id = ${sql.raw(s)}.link_id))`;

/**
 * The records of a child's brothers and sisters: who was said to be one, on this child's record or on theirs, by name and
 * date of birth, and shares a home, a parent's phone or email, or a plan with the child. Both are asked, so that nobody
 * finds a child by writing down a name. Without those of whom it is kept where they are, those from whom the caller is held
 * back, and whoever two records fit; what is sealed is not there for anybody.
 */
export const knownSiblings = ({ tx, who, today }: Records, childId: string): Promise<readonly KnownSibling[]> =>
  areaWide(tx, () =>
    rowsOf<KnownSibling>(
      tx,
      sql`with me as (select * from child where area_id = ${who.areaId} and child_id = ${childId} and withdrawn_at is null),
        said as (
          select c.child_id, s.link_id from sibling_said s join me on me.child_id = s.child_id
            join child c on c.area_id = s.area_id and c.born_on = s.born_on and ${isName("s.given_name", "c")}
            where s.area_id = ${who.areaId} and ${stands("s")}
          union all
          select s.child_id, null from sibling_said s join me on me.area_id = s.area_id and me.born_on = s.born_on and ${isName("s.given_name", "me")}
            where s.area_id = ${who.areaId} and ${stands("s")}),
        tied as (
          select said.* from said join me on true where said.child_id <> me.child_id and (
            exists (select 1 from plan_member m join plan_member o on o.area_id = m.area_id and o.plan_id = m.plan_id
              where m.area_id = me.area_id and m.child_id = me.child_id and o.child_id = said.child_id)
            or exists (select 1 from child_address a join child_address o on o.area_id = a.area_id and lower(o.line1) = lower(a.line1) and lower(o.postcode) = lower(a.postcode)
              where a.area_id = me.area_id and a.child_id = me.child_id and a.superseded_at is null and o.child_id = said.child_id and o.superseded_at is null)
            or exists (select 1 from carer a join carer o on o.area_id = a.area_id and (o.phone = a.phone or lower(o.email) = lower(a.email))
              where a.area_id = me.area_id and a.child_id = me.child_id and a.superseded_at is null and o.child_id = said.child_id and o.superseded_at is null)))
        select c.child_id as "childId", c.given_name as "givenName", c.born_on::text as "bornOn", found.link_id as "linkId", named.who as "namedPerson",
          array_to_json(array(select r.adult from restriction r where r.area_id = c.area_id and r.child_id = c.child_id and r.adult is not null and upper_inf(r.during))) as "keptAway",
          array_to_json(array(select k.name from carer k where k.area_id = c.area_id and k.child_id = ${childId} and k.superseded_at is null)) as carers
        from (select child_id, min(link_id::text)::uuid as link_id from tied
            where link_id is null or link_id not in (select t.link_id from tied t where t.link_id is not null group by t.link_id having count(distinct t.child_id) > 1)
            group by child_id) found
          join child c on c.area_id = ${who.areaId} and c.child_id = found.child_id and c.withdrawn_at is null and c.born_on is not null
          left join lateral (
            select json_build_object('name', pr.name, 'title', po.title, 'place', e.name, 'phone', pr.phone, 'email', pr.email) as who
            from named_person np join practitioner pr on pr.area_id = np.area_id and pr.practitioner_id = np.practitioner_id
            left join post po on po.area_id = np.area_id and po.practitioner_id = np.practitioner_id and po.during @> ${today}::date
            left join establishment e on e.area_id = po.area_id and e.establishment_id = po.establishment_id
            where np.area_id = c.area_id and np.child_id = c.child_id and np.during @> app_now()
            order by po.hours desc nulls last, po.post_id limit 1) named on true
        where not exists (select 1 from restriction r
            where r.area_id = c.area_id and r.child_id = c.child_id and r.kind = 'whereabouts' and upper_inf(r.during))
          and not is_held_back(c.area_id, ${who.practitionerId}, c.child_id)
        order by c.born_on, c.child_id limit 50`,
    ),
  );
