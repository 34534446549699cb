import { accessReviews, type LocalDate, type Relation, roundDueOn } from "@linchpin/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { anyOf, insertMany } from "../../db/many.ts";
import { nameKeyOf } from "../../db/name-key.ts";
import { accessReview, accessReviewAsk } from "../../db/schema/access.ts";
import { duty } from "../../db/schema/change.ts";
import { managedPeople } from "../../line-managers.ts";
import { atTheTop, type NamePlace, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";

/** Somebody the caller manages today, and how it stands with going through what they can see. */
export type StaffRow = {
  readonly practitionerId: string;
  readonly name: string;
  readonly sortName: string;
  readonly postTitle: string;
  readonly agency: string;
  readonly inPostSince: LocalDate;
  /** The first day on which they hold no post; null where one goes on. */
  readonly postEnds: LocalDate | null;
  readonly reviewedOn: LocalDate | null;
  readonly reviewedBy: string | null;
  readonly everyDays: number;
  readonly dueOn: LocalDate;
  /** The last day of the round that is on the caller's desk; null where none is. */
  readonly roundOn: LocalDate | null;
  readonly emergencies: number;
  readonly knowsWhereabouts: number;
  readonly openAsks: number;
};

type Asked = {
  readonly search?: string;
  readonly dueOnly?: boolean;
  readonly practitionerId?: string;
  readonly after?: NamePlace | undefined;
};

const { daysWithoutLook, daysOfNotice, everyDays } = accessReviews;

/** The people of the caller with when each is due; for `with`, after "managed". */
const staffOf = ({ today }: Pick<Records, "today">) => sql`staff as (
    select p.practitioner_id, p.name, ${nameKeyOf(sql`p.name`)} as sort_name, held.since, held.ends, held.title, held.agency,
      said.on_day as reviewed_on, said.by_name as reviewed_by, set_by.every_days,
      coalesce(said.on_day, held.since) + set_by.every_days as due_on
    from (select distinct practitioner_id from managed where practitioner_id <> app_person()) m
    join practitioner p on p.area_id = app_area() and p.practitioner_id = m.practitioner_id
    cross join lateral (
      select min(lower(po.during)) as since, string_agg(distinct po.title, ', ') as title, string_agg(distinct ag.name, ', ') as agency,
        case when bool_or(upper_inf(po.during)) then null else max(upper(po.during)) end as ends
      from post po join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
      where po.area_id = app_area() and po.practitioner_id = p.practitioner_id and po.during @> ${today}::date
    ) held
    left join lateral (
      select (r.reviewed_at at time zone 'Europe/London')::date as on_day,
        (select b.name from practitioner b where b.area_id = r.area_id and b.practitioner_id = r.reviewed_by) as by_name
      from access_review r where r.area_id = app_area() and r.practitioner_id = p.practitioner_id
      order by r.reviewed_at desc limit 1
    ) said on true
    cross join lateral (
      select coalesce(a.access_review_days, ${everyDays.usual}::int) as every_days from area a where a.area_id = app_area()
    ) set_by
  )`;

/** One page of the caller's people by name, and one more; or one of them. Numbers only: no child is named by it. */
export const staffRows = (
  records: Records,
  { search = "", dueOnly = false, practitionerId, after = atTheTop }: Asked,
): Promise<readonly StaffRow[]> =>
  areaWide(records.tx, () =>
    rowsOf<StaffRow>(
      records.tx,
      sql`with ${managedPeople(sql`${records.today}::date`, sql`''`)}, ${staffOf(records)}
        select s.practitioner_id as "practitionerId", s.name, s.sort_name as "sortName", s.title as "postTitle", s.agency,
          s.since::text as "inPostSince", s.ends::text as "postEnds", s.reviewed_on::text as "reviewedOn", s.reviewed_by as "reviewedBy",
          s.every_days as "everyDays", s.due_on::text as "dueOn",
          (select ((d.due_by at time zone 'Europe/London')::date - 1)::text from duty d where d.area_id = app_area()
            and d.owed_by = app_person() and d.act = ${accessReviews.act} and d.done_at is null) as "roundOn",
          (select count(*)::int from emergency_access e where e.area_id = app_area() and e.practitioner_id = s.practitioner_id
            and lower(e.during) >= app_now() - make_interval(days => ${daysWithoutLook}::int)) as "emergencies",
          (select count(distinct d.child_id)::int from restriction_reader d
            join restriction r on r.area_id = d.area_id and r.restriction_id = d.restriction_id and r.during @> app_now()
            where d.area_id = app_area() and d.practitioner_id = s.practitioner_id and d.during @> app_now()) as "knowsWhereabouts",
          (select count(distinct (a.child_id, a.basis))::int from access_review_ask k
            join child_access a on a.area_id = k.area_id and a.access_id = k.access_id and a.during @> app_now()
            where k.area_id = app_area() and k.practitioner_id = s.practitioner_id) as "openAsks"
        from staff s
        where (${search} = '' or s.sort_name like '%' || ${search} || '%')
          and (not ${dueOnly}::boolean or s.due_on <= ${records.today}::date + ${daysOfNotice}::int)
          ${practitionerId === undefined ? sql`` : sql`and s.practitioner_id = ${practitionerId}`}
          and (s.sort_name, s.practitioner_id) > (${after.name}, ${after.id}::uuid)
        order by s.sort_name, s.practitioner_id limit ${pageSize + 1}`,
    ),
  );

/** One relation of somebody to one child, from whatever rows it comes. */
export type PartRow = {
  readonly practitionerId: string;
  readonly childId: string;
  readonly basis: Relation;
  readonly accessIds: readonly string[];
  readonly since: LocalDate;
  /** The last look within the days that count; null where there was none. */
  readonly lastLook: LocalDate | null;
  readonly isOutsideTeam: boolean;
  /** A review asked for it to end, and it has not. */
  readonly isAsked: boolean;
};

/** Who of a team answers for a child: a part beside such a colleague is a part in the team's own work. */
const answers: readonly Relation[] = [
  "named-person",
  "lead",
  "acting-lead",
  "contact-of-record",
  "record-keeper",
  "head",
  "line-manager",
];

/** What these people can see now, in the whole area: what comes out of it names a child to nobody. Held back is not seen. */
export const partsOf = async (records: Records, people: readonly string[]): Promise<readonly PartRow[]> =>
  people.length === 0
    ? []
    : areaWide(records.tx, () =>
        rowsOf<PartRow>(
          records.tx,
          sql`select a.practitioner_id as "practitionerId", a.child_id as "childId", a.basis, json_agg(a.access_id) as "accessIds",
              (min(lower(a.during)) at time zone 'Europe/London')::date::text as since,
              (select (u.at at time zone 'Europe/London')::date::text from audit_entry u
                where u.area_id = a.area_id and u.child_id = a.child_id and u.practitioner_id = a.practitioner_id
                  and u.outcome in ('read', 'changed') and u.at >= app_now() - make_interval(days => ${daysWithoutLook + 1}::int)
                order by u.at desc limit 1) as "lastLook",
              a.basis not in ${[...answers]} and not exists (
                select 1 from child_access b
                join post theirs on theirs.area_id = b.area_id and theirs.practitioner_id = b.practitioner_id and theirs.during @> ${records.today}::date
                join post own on own.area_id = b.area_id and own.practitioner_id = a.practitioner_id and own.during @> ${records.today}::date
                where b.area_id = a.area_id and b.child_id = a.child_id and b.during @> app_now() and b.basis in ${[...answers].filter((one) => one !== "line-manager")}
                  and case when own.team_id is null or theirs.team_id is null then own.agency_id = theirs.agency_id else own.team_id = theirs.team_id end
              ) as "isOutsideTeam",
              bool_or(exists (select 1 from access_review_ask k where k.area_id = a.area_id and k.access_id = a.access_id)) as "isAsked"
            from child_access a
            join child c on c.area_id = a.area_id and c.child_id = a.child_id and c.withdrawn_at is null
            where a.area_id = app_area() and a.practitioner_id = ${anyOf(people)} and a.during @> app_now()
              and not a.held_back and a.basis <> 'emergency'
            group by a.area_id, a.practitioner_id, a.child_id, a.basis`,
        ),
      );

/** Something of a child that is open to somebody who has no part in the child's care. */
export type ApartRow = {
  readonly practitionerId: string;
  readonly childId: string;
  readonly kind: "shared" | "own-action" | "contribution";
  readonly things: number;
  readonly since: LocalDate;
};

/** What is open to these people of children in whose care they have no part: what was shared with them, and a light account's own actions and summaries. */
export const apartOf = async (records: Records, people: readonly string[]): Promise<readonly ApartRow[]> => {
  const hasOnlyLight = (person: string) =>
    sql`(select bool_and(po.role = 'light') from post po where po.area_id = app_area()
      and po.practitioner_id = ${sql.raw(person)} and po.during @> ${records.today}::date)`;
  return people.length === 0
    ? []
    : areaWide(records.tx, () =>
        rowsOf<ApartRow>(
          records.tx,
          sql`select o.practitioner_id as "practitionerId", o.child_id as "childId", o.kind, count(*)::int as things,
              (min(o.since) at time zone 'Europe/London')::date::text as since
            from (
              select r.to_id as practitioner_id, r.child_id, 'shared' as kind, lower(r.during) as since from release r
              where r.area_id = app_area() and r.to_id = ${anyOf(people)} and r.during @> app_now() and not ${hasOnlyLight("r.to_id")}
                and not exists (select 1 from child_access a where a.area_id = r.area_id and a.practitioner_id = r.to_id
                  and a.child_id = r.child_id and a.during @> app_now())
              union all
              select n.owner_id, n.child_id, 'own-action', lower(t.during) from plan_action n
              join plan p on p.area_id = n.area_id and p.plan_id = n.plan_id and p.state = 'open'
              join plan_practitioner t on t.area_id = n.area_id and t.plan_id = n.plan_id and t.practitioner_id = n.owner_id
                and t.during @> app_now()
              where n.area_id = app_area() and n.owner_id = ${anyOf(people)} and ${hasOnlyLight("n.owner_id")}
                and plan_is_open_to(n.plan_id, n.child_id, t.agency_id, n.owner_id)
              union all
              select k.practitioner_id, k.child_id, 'contribution', k.invited_at from contributor k
              join plan p on p.area_id = k.area_id and p.plan_id = k.plan_id and p.state = 'open'
              join plan_practitioner t on t.area_id = k.area_id and t.plan_practitioner_id = k.plan_practitioner_id and t.during @> app_now()
              where k.area_id = app_area() and k.ended_at is null and k.practitioner_id = ${anyOf(people)} and ${hasOnlyLight("k.practitioner_id")}
                and plan_is_open_to(k.plan_id, k.child_id, t.agency_id, k.practitioner_id)
            ) o
            join child c on c.area_id = app_area() and c.child_id = o.child_id and c.withdrawn_at is null
            where not is_held_back(app_area(), o.practitioner_id, o.child_id)
            group by o.practitioner_id, o.child_id, o.kind`,
        ),
      );
};

export type NamedChild = {
  readonly childId: string;
  readonly name: string;
  readonly bornOn: LocalDate | null;
  readonly bases: readonly string[];
};

/** Those of these children whom the caller works with, by name; row security leaves out the others. */
export const namedOf = async (
  { tx, who, now }: Records,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, NamedChild>> => {
  if (childIds.length === 0) return new Map();
  const rows = await rowsOf<NamedChild>(
    tx,
    sql`select c.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as name, c.born_on::text as "bornOn", held.bases
      from child c
      join lateral (select json_agg(distinct x.basis) as bases from child_access x
        where x.area_id = c.area_id and x.child_id = c.child_id and x.practitioner_id = ${who.practitionerId}
          and x.during @> ${now}::timestamptz and x.basis <> 'emergency') held on held.bases is not null
      where c.area_id = ${who.areaId} and c.child_id = ${anyOf(childIds)}`,
  );
  return new Map(rows.map((row) => [row.childId, row]));
};

export type ReviewRow = {
  readonly reviewId: string;
  readonly on: string;
  readonly by: string;
  readonly outcome: "keep" | "ask-to-end";
  readonly words: string | null;
  readonly seen: Readonly<Record<string, number>>;
  readonly asked: number;
  readonly stillOpen: number;
};

/** What was said of somebody before, newest first. */
export const reviewsOf = ({ tx }: Records, practitionerId: string): Promise<readonly ReviewRow[]> =>
  rowsOf<ReviewRow>(
    tx,
    sql`select r.review_id as "reviewId", to_char(r.reviewed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "on",
        (select b.name from practitioner b where b.area_id = r.area_id and b.practitioner_id = r.reviewed_by) as "by",
        r.outcome, r.words, r.seen,
        (select count(distinct (a.child_id, a.basis))::int from access_review_ask k join child_access a on a.area_id = k.area_id and a.access_id = k.access_id
          where k.area_id = r.area_id and k.review_id = r.review_id) as "asked",
        (select count(distinct (a.child_id, a.basis))::int from access_review_ask k join child_access a on a.area_id = k.area_id and a.access_id = k.access_id
          where k.area_id = r.area_id and k.review_id = r.review_id and a.during @> app_now()) as "stillOpen"
      from access_review r where r.area_id = app_area() and r.practitioner_id = ${practitionerId}
      order by r.reviewed_at desc, r.review_id limit 20`,
  );

/** Keeps a review, and what it asks to end. */
export async function keepReview(
  { tx, who, now, newId }: Records,
  of: {
    readonly practitionerId: string;
    readonly words: string | undefined;
    readonly seen: Readonly<Record<string, number>>;
    readonly accessIds: readonly string[];
  },
): Promise<string> {
  const reviewId = newId();
  const { areaId, practitionerId: me } = who;
  const { practitionerId, words, seen, accessIds } = of;
  await tx.insert(accessReview).values({
    areaId,
    reviewId,
    practitionerId,
    reviewedBy: me,
    outcome: accessIds.length === 0 ? "keep" : "ask-to-end",
    words: words ?? null,
    seen,
    reviewedAt: now,
  });
  await insertMany(
    tx,
    accessReviewAsk,
    accessIds.map((accessId) => ({ areaId, reviewId, accessId, practitionerId, askedBy: me, askedAt: now })),
  );
  return reviewId;
}

/** Whoever gave a part in the care of a child, or can end it: who leads or answers for the child; else the co-ordinators. */
export async function toAskOf(
  records: Records,
  childIds: readonly string[],
  practitionerId: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await rowsOf<{ readonly childId: string; readonly people: readonly string[] }>(
    records.tx,
    sql`select a.child_id as "childId", json_agg(distinct a.practitioner_id) as people from child_access a
      where a.area_id = app_area() and a.child_id = ${anyOf(childIds)} and a.during @> app_now() and not a.held_back
        and a.basis in ('lead', 'acting-lead', 'contact-of-record', 'named-person')
        and a.practitioner_id not in (${practitionerId}, ${records.who.practitionerId})
      group by a.child_id`,
  );
  return new Map(rows.map(({ childId, people }) => [childId, people]));
}

export async function coordinatorsOf({ tx, who, today }: Records, butNot: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ readonly id: string }>(
    tx,
    sql`select distinct practitioner_id as id from post where area_id = ${who.areaId} and role = 'coordinator'
      and during @> ${today}::date and practitioner_id <> ${butNot}`,
  );
  return rows.map(({ id }) => id);
}

/** The round is done once nobody of the caller's people is due within the notice: what is owed of it is closed. */
export async function closeRound(records: Records): Promise<void> {
  const { tx, who, now, today } = records;
  const due = await areaWide(tx, () =>
    rowsOf<{ readonly on: LocalDate }>(
      tx,
      sql`with ${managedPeople(sql`${today}::date`, sql`''`)}, ${staffOf(records)} select due_on::text as "on" from staff`,
    ),
  );
  if (
    roundDueOn(
      due.map(({ on }) => on),
      today,
    ) !== undefined
  )
    return;
  await tx
    .update(duty)
    .set({ doneAt: now })
    .where(
      and(
        eq(duty.areaId, who.areaId),
        eq(duty.owedBy, who.practitionerId),
        eq(duty.act, accessReviews.act),
        isNull(duty.doneAt),
      ),
    );
}
