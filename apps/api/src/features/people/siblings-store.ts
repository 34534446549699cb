import type { LocalDate, SiblingKind } from "@linchpin/domain";
import { type SQL, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { siblingSaid } from "../../db/schema/common-element.ts";
import type { Records } from "../../records.ts";

export { whereaboutsAreKept, whoMayKnowWhereabouts } from "../restriction/reads.ts";

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

/** What is open for a child, as flags and nothing more. */
export type OpenFlags = { readonly concern: boolean; readonly plan: boolean };

/** A brother's or sister's record, as the named person of this child may know of it. */
export type KnownSibling = NearAdults & {
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
  /** Where it is held back from the caller, as where nothing is open. */
  readonly open: OpenFlags;
};

export type NearAdults = {
  /** Who must not be brought near the child who is told of. */
  readonly keptAway: readonly string[];
  /** Who cares for the child whose named person is told. */
  readonly carers: readonly string[];
};

const isName = (name: string, of: string) =>
  sql`lower(${sql.raw(name)}) in (lower(${sql.raw(of)}.given_name), lower(${sql.raw(of)}.preferred_name))`;
const stands = (s: string) =>
  sql`(${sql.raw(s)}.takes_back_id is null and not exists (select 1 from sibling_said t where t.area_id = ${sql.raw(s)}.area_id and t.takes_back_id = ${sql.raw(s)}.link_id))`;
/** Two children who share a plan, a home, or a parent's phone or email. */
const isTied = (one: string, other: string) => {
  const [a, b] = [sql.raw(one), sql.raw(other)];
  return sql`(exists (select 1 from plan_member m join plan_member o on o.area_id = m.area_id and o.plan_id = m.plan_id
      where m.area_id = ${a}.area_id and m.child_id = ${a}.child_id and o.child_id = ${b}.child_id)
    or exists (select 1 from child_address m join child_address o on o.area_id = m.area_id and lower(o.line1) = lower(m.line1) and lower(o.postcode) = lower(m.postcode)
      where m.area_id = ${a}.area_id and m.child_id = ${a}.child_id and m.superseded_at is null and o.child_id = ${b}.child_id and o.superseded_at is null)
    or exists (select 1 from carer m join carer o on o.area_id = m.area_id and (o.phone = m.phone or lower(o.email) = lower(m.email))
      where m.area_id = ${a}.area_id and m.child_id = ${a}.child_id and m.superseded_at is null and o.child_id = ${b}.child_id and o.superseded_at is null))`;
};

/**
 * `linked`: a child's brothers and sisters, whichever of the two records says so: who was said to be one by name and date
 * of birth, and shares a home, a parent's phone or email, or a plan. Both are asked, so that nobody finds a child by
 * writing down a name. A row that fits two records is about neither.
 */
const linked = (areaId: string, childId: string) => sql`
  me as (select * from child where area_id = ${areaId} and child_id = ${childId} and withdrawn_at is null),
  said as (select s.area_id, s.link_id, s.child_id, s.given_name, s.born_on from sibling_said s join me on me.area_id = s.area_id
    where ${stands("s")} and (s.child_id = me.child_id or (s.born_on = me.born_on and ${isName("s.given_name", "me")}))),
  fits as (select said.link_id, said.child_id as holder, c.child_id as found from said
    join child c on c.area_id = said.area_id and c.born_on = said.born_on and ${isName("said.given_name", "c")}
      and c.child_id <> said.child_id and c.withdrawn_at is null
    where ${isTied("said", "c")}),
  pairs as (select link_id, holder, min(found::text)::uuid as found from fits group by link_id, holder having count(*) = 1),
  linked as (select case when holder = ${childId}::uuid then found else holder end as child_id,
      (min(link_id::text) filter (where holder = ${childId}::uuid))::uuid as link_id
    from pairs where ${childId}::uuid in (holder, found) group by 1)`;

const keptAwayFrom = (c: string) =>
  sql`array_to_json(array(select r.adult from restriction r where r.area_id = ${sql.raw(c)}.area_id and r.child_id = ${sql.raw(c)}.child_id and r.adult is not null and upper_inf(r.during)))`;
const carersOf = (c: string) =>
  sql`array_to_json(array(select k.name from carer k where k.area_id = ${sql.raw(c)}.area_id and k.child_id = ${sql.raw(c)}.child_id and k.superseded_at is null))`;
/** Whether it is kept private where a child is, from whoever it is kept. */
const isKept = (c: string) =>
  sql`exists (select 1 from restriction r where r.area_id = ${sql.raw(c)}.area_id and r.child_id = ${sql.raw(c)}.child_id and r.kind = 'whereabouts' and upper_inf(r.during))`;
/** Whether the flag about a child is held back from somebody now: a row that nothing ended. */
const flagIsHeldBack = (c: string, practitionerId: SQL) =>
  sql`exists (select 1 from sibling_flag_hold h where h.area_id = ${sql.raw(c)}.area_id and h.child_id = ${sql.raw(c)}.child_id and h.ends_id is null
    and h.practitioner_id = ${practitionerId} and not exists (select 1 from sibling_flag_hold t where t.area_id = h.area_id and t.ends_id = h.hold_id))`;
const hasOpenConcern = (c: string) =>
  sql`exists (select 1 from concern k where k.area_id = ${sql.raw(c)}.area_id and k.child_id = ${sql.raw(c)}.child_id and k.state = 'open')`;
const hasOpenPlan = (c: string) =>
  sql`exists (select 1 from plan_member m join plan p on p.area_id = m.area_id and p.plan_id = m.plan_id and p.state = 'open'
    where m.area_id = ${sql.raw(c)}.area_id and m.child_id = ${sql.raw(c)}.child_id)`;

/**
 * The records of a child's brothers and sisters, without those of whom it is kept where they are and those from whom the
 * caller is held back; what is sealed is not there for anybody.
 */
export const knownSiblings = ({ tx, who, today }: Records, childId: string): Promise<readonly KnownSibling[]> =>
  areaWide(tx, () =>
    rowsOf<KnownSibling>(
      tx,
      sql`with ${linked(who.areaId, childId)}
        select c.child_id as "childId", c.given_name as "givenName", c.born_on::text as "bornOn", linked.link_id as "linkId", named.who as "namedPerson",
          ${keptAwayFrom("c")} as "keptAway", ${carersOf("me")} as carers,
          json_build_object('concern', ${hasOpenConcern("c")} and not hold.is_held, 'plan', ${hasOpenPlan("c")} and not hold.is_held) as open
        from linked join me on true
          join child c on c.area_id = me.area_id and c.child_id = linked.child_id and c.withdrawn_at is null and c.born_on is not null
          cross join lateral (select ${flagIsHeldBack("c", sql`${who.practitionerId}`)} as is_held) hold
          left join lateral (
            select json_build_object('name', pr.name, 'title', po.title, 'place', e.name, 'phone', pr.phone, 'email', pr.email) as who
            from named_person np join practitioner pr on pr.area_id = np.area_id and pr.practitioner_id = np.practitioner_id
            left join post po on po.area_id = np.area_id and po.practitioner_id = np.practitioner_id and po.during @> ${today}::date
            left join establishment e on e.area_id = po.area_id and e.establishment_id = po.establishment_id
            where np.area_id = c.area_id and np.child_id = c.child_id and np.during @> app_now()
            order by po.hours desc nulls last, po.post_id limit 1) named on true
        where not ${isKept("c")} and not is_held_back(c.area_id, ${who.practitionerId}, c.child_id)
        order by c.born_on, c.child_id limit 50`,
    ),
  );

/** Somebody who is named person of a brother or sister, and what of the link stands in the way of telling them. */
export type NamedForSibling = NearAdults & {
  /** Their own child. */
  readonly childId: string;
  readonly practitionerId: string;
  /** It is kept private where their own child is: whether they may know is asked then. */
  readonly isKept: boolean;
  readonly isHeldBack: boolean;
};

/** The same link from the other end: who is named for a child's brothers and sisters, and may know of this child by it. */
export const namedForSiblings = ({ tx, who }: Records, childId: string): Promise<readonly NamedForSibling[]> =>
  areaWide(tx, () =>
    rowsOf<NamedForSibling>(
      tx,
      sql`with ${linked(who.areaId, childId)}
        select c.child_id as "childId", a.practitioner_id as "practitionerId", ${isKept("c")} as "isKept",
          ${keptAwayFrom("me")} as "keptAway", ${carersOf("c")} as carers,
          ${flagIsHeldBack("me", sql`a.practitioner_id`)} as "isHeldBack"
        from linked join me on true
          join child c on c.area_id = me.area_id and c.child_id = linked.child_id and c.withdrawn_at is null
          join child_access a on a.area_id = c.area_id and a.child_id = c.child_id and a.basis = 'named-person' and not a.held_back and a.during @> app_now()
        where not ${isKept("me")} and not is_held_back(me.area_id, a.practitioner_id, me.child_id)
        order by c.born_on, c.child_id limit 50`,
    ),
  );

/** A child's named person now. */
export async function namedPersonNow({ tx, who }: Records, childId: string): Promise<string | undefined> {
  const [found] = await rowsOf<{ readonly practitionerId: string }>(
    tx,
    sql`select practitioner_id as "practitionerId" from named_person
      where area_id = ${who.areaId} and child_id = ${childId} and during @> app_now()`,
  );
  return found?.practitionerId;
}
