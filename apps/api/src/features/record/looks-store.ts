import {
  addDays,
  type LocalDate,
  type LookKind,
  type LookOutcome,
  momentOn,
  type OpenHours,
  openHoursOf,
  type UnusualDay,
  unusualDays,
} from "@linchpin/domain";
import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { nameKeyOf } from "../../db/name-key.ts";
import { lookCheck } from "../../db/schema/access.ts";
import { managersAbove } from "../../line-managers.ts";
import { type NamePlace, type Place, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";

/** The looks of one kind in a week, from its Monday. */
export type WeekOfLooks = { readonly week: LocalDate; readonly kind: LookKind };

/** What somebody who looks into looks does there is their work, and no number of children in it is unusual. */
const ownWork = "record.looks.read";

const entriesOf = ({ who }: Records, week: LocalDate): SQL => sql`
  select e.entry_id, e.practitioner_id, e.post_id, e.child_id, e.at, coalesce(e.detail ->> 'through', e.act) as act,
    e.outcome, e.basis, null::text as words
  from audit_entry e
  where e.area_id = ${who.areaId} and e.at >= ${momentOn(week).at}::timestamptz
    and e.at < ${momentOn(addDays(week, 7)).at}::timestamptz
    and e.practitioner_id is not null and e.child_id is not null`;

/** Refused, and without any part in the child's care at that moment; one who is held back has none that counts. */
const withoutRelation = (records: Records, week: LocalDate): SQL => sql`${entriesOf(records, week)}
  and e.outcome = 'refused' and (e.basis = 'not-visible' or e.basis = 'not-allowed' and not exists (
    select 1 from child_access a where a.area_id = e.area_id and a.practitioner_id = e.practitioner_id
      and a.child_id = e.child_id and a.during @> e.at))`;

const emergencies = ({ who }: Records, week: LocalDate): SQL => sql`
  select e.emergency_access_id as entry_id, e.practitioner_id, e.post_id, e.child_id, lower(e.during) as at,
    'emergency.open' as act, 'read' as outcome, 'emergency' as basis, e.words
  from emergency_access e
  where e.area_id = ${who.areaId} and lower(e.during) >= ${momentOn(week).at}::timestamptz
    and lower(e.during) < ${momentOn(addDays(week, 7)).at}::timestamptz`;

const lastName = (name: SQL): SQL => sql`regexp_replace(${nameKeyOf(name)}, '^.* ', '')`;

/** The child has the person's surname, or the person was held back from the child at that moment. */
const sameNameOrHome = (records: Records, week: LocalDate): SQL => sql`${entriesOf(records, week)} and (
  exists (select 1 from access_block b where b.area_id = e.area_id and b.practitioner_id = e.practitioner_id
    and b.child_id = e.child_id and b.during @> e.at)
  or (e.practitioner_id, e.child_id) in (
    select pair.practitioner_id, pair.child_id
    from (select distinct e.practitioner_id, e.child_id from (${entriesOf(records, week)}) e) pair
    join practitioner p on p.area_id = ${records.who.areaId} and p.practitioner_id = pair.practitioner_id
    join child c on c.area_id = ${records.who.areaId} and c.child_id = pair.child_id
    where ${lastName(sql`p.name`)} = ${nameKeyOf(sql`c.family_name`)}))`;

const outOfHours = (records: Records, week: LocalDate, open: readonly OpenHours[]): SQL => {
  const within = open.map(
    ({ from, until }) => sql`e.at >= ${from.at}::timestamptz and e.at < ${until.at}::timestamptz`,
  );
  return sql`${entriesOf(records, week)} and e.outcome in ('read', 'changed')
    ${within.length === 0 ? sql`` : sql`and not (${sql.join(within, sql` or `)})`}`;
};

const unusual = (records: Records, week: LocalDate, days: readonly UnusualDay[]): SQL => {
  const stood = days.map(({ practitionerId, day }) => sql`(${practitionerId}::uuid, ${day}::date)`);
  return sql`${entriesOf(records, week)} and e.outcome = 'read' and e.act <> ${ownWork}
    and ${stood.length === 0 ? sql`false` : sql`(e.practitioner_id, (e.at at time zone 'Europe/London')::date) in (${sql.join(stood, sql`, `)})`}`;
};

/** Who looked at unusually many children on which day of the week. */
async function unusualIn(records: Records, week: LocalDate): Promise<readonly UnusualDay[]> {
  const looked = await rowsOf<{
    readonly practitionerId: string;
    readonly role: string;
    readonly day: LocalDate;
    readonly children: number;
  }>(
    records.tx,
    sql`select e.practitioner_id as "practitionerId", po.role, (e.at at time zone 'Europe/London')::date::text as day,
        count(distinct e.child_id)::int as children
      from (${entriesOf(records, week)}) e
      join post po on po.area_id = ${records.who.areaId} and po.post_id = e.post_id
      where e.outcome = 'read' and e.act <> ${ownWork} group by 1, 2, 3`,
  );
  return unusualDays(looked);
}

/** The looks of one kind, as a statement that others are built on. */
async function looksOfKind(records: Records, { week, kind }: WeekOfLooks): Promise<SQL> {
  if (kind === "without-relation") return withoutRelation(records, week);
  if (kind === "emergency") return emergencies(records, week);
  if (kind === "same-name-or-home") return sameNameOrHome(records, week);
  if (kind === "out-of-hours") return outOfHours(records, week, openHoursOf(week, records.area.calendar));
  return unusual(records, week, await unusualIn(records, week));
}

export type PersonOfWeek = {
  readonly practitionerId: string;
  readonly name: string;
  readonly sortName: string;
  readonly postTitle: string | null;
  readonly agencyName: string | null;
  readonly looks: number;
  readonly children: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly outcome: LookOutcome | null;
  readonly words: string | null;
  readonly checkedAt: string | null;
  readonly checkedByName: string | null;
};

const iso = (at: SQL): SQL => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

type PeopleAsked = {
  readonly search?: string;
  readonly practitionerId?: string;
  readonly after?: NamePlace | undefined;
};

/** Whose looks of one kind there are in a week, by name, each with what was last found of them; one more than a page holds. */
export async function peopleOfWeek(
  records: Records,
  of: WeekOfLooks,
  { search = "", practitionerId, after }: PeopleAsked,
): Promise<readonly PersonOfWeek[]> {
  const { areaId } = records.who;
  const looks = await looksOfKind(records, of);
  return rowsOf<PersonOfWeek>(
    records.tx,
    sql`with looks as (${looks}), people as (
        select practitioner_id, (array_agg(post_id order by at desc))[1] as post_id, count(*)::int as looks,
          count(distinct child_id)::int as children, min(at) as first_at, max(at) as last_at
        from looks group by practitioner_id
      ), named as (
        select people.*, p.name, ${nameKeyOf(sql`p.name`)} as sort_name
        from people join practitioner p on p.area_id = ${areaId} and p.practitioner_id = people.practitioner_id)
      select named.practitioner_id as "practitionerId", named.name, named.sort_name as "sortName",
        po.title as "postTitle", ag.name as "agencyName", named.looks, named.children,
        ${iso(sql`named.first_at`)} as "firstAt", ${iso(sql`named.last_at`)} as "lastAt",
        checked.outcome, checked.words, ${iso(sql`checked.checked_at`)} as "checkedAt", checked.name as "checkedByName"
      from named
      left join post po on po.area_id = ${areaId} and po.post_id = named.post_id
      left join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
      left join lateral (
        select c.outcome, c.words, c.checked_at, p.name from look_check c
        join practitioner p on p.area_id = c.area_id and p.practitioner_id = c.checked_by
        where c.area_id = ${areaId} and c.week = ${of.week} and c.kind = ${of.kind}
          and c.practitioner_id = named.practitioner_id
        order by c.checked_at desc, c.check_id desc limit 1
      ) checked on true
      where (${search} = '' or named.sort_name like '%' || ${search} || '%')
        ${practitionerId === undefined ? sql`` : sql`and named.practitioner_id = ${practitionerId}`}
        ${after === undefined ? sql`` : sql`and (named.sort_name, named.practitioner_id) > (${after.name}, ${after.id}::uuid)`}
      order by named.sort_name, named.practitioner_id limit ${pageSize + 1}`,
  );
}

/** How many people's looks of each kind a week has, and of how many nothing was found yet. */
export async function countsOfWeek(
  records: Records,
  week: LocalDate,
  kinds: readonly LookKind[],
): Promise<readonly { readonly kind: LookKind; readonly people: number; readonly unchecked: number }[]> {
  const { areaId } = records.who;
  const each: SQL[] = [];
  for (const kind of kinds)
    each.push(
      sql`select ${kind}::text as kind, practitioner_id from (${await looksOfKind(records, { week, kind })}) looks group by practitioner_id`,
    );
  const found = await rowsOf<{ readonly kind: LookKind; readonly people: number; readonly unchecked: number }>(
    records.tx,
    sql`select asked.kind, count(*)::int as people, count(*) filter (where not exists (
        select 1 from look_check c where c.area_id = ${areaId} and c.week = ${week} and c.kind = asked.kind
          and c.practitioner_id = asked.practitioner_id))::int as unchecked
      from (${sql.join(each, sql` union all `)}) asked group by asked.kind`,
  );
  return kinds.map((kind) => found.find((one) => one.kind === kind) ?? { kind, people: 0, unchecked: 0 });
}

export type LookOfPerson = {
  readonly entryId: string;
  readonly at: string;
  readonly childId: string;
  readonly childName: string;
  readonly act: string;
  readonly outcome: "read" | "changed" | "refused" | "system";
  readonly basis: string | null;
  readonly words: string | null;
};

/**
 * One person's looks of one kind in a week, newest first, one more than a page holds. A child whom the officer knows
 * outside work is left out: somebody else looks into that.
 */
export async function looksOfPerson(
  records: Records,
  of: WeekOfLooks,
  { practitionerId, after }: { readonly practitionerId: string; readonly after?: Place | undefined },
): Promise<readonly LookOfPerson[]> {
  const looks = await looksOfKind(records, of);
  return rowsOf<LookOfPerson>(
    records.tx,
    sql`select looks.entry_id as "entryId", ${iso(sql`looks.at`)} as at, looks.child_id as "childId",
        trim(concat_ws(' ', c.given_name, c.family_name)) as "childName", looks.act, looks.outcome, looks.basis, looks.words
      from (${looks}) looks
      join child c on c.area_id = ${records.who.areaId} and c.child_id = looks.child_id
      where looks.practitioner_id = ${practitionerId}
        and not is_held_back(${records.who.areaId}, ${records.who.practitionerId}, looks.child_id)
        ${after === undefined ? sql`` : sql`and (looks.at, looks.entry_id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
      order by looks.at desc, looks.entry_id desc limit ${pageSize + 1}`,
  );
}

export type LookCheckRow = {
  readonly checkId: string;
  readonly outcome: LookOutcome;
  readonly words: string;
  readonly checkedAt: string;
  readonly checkedByName: string;
};

/** What was found of one person's looks of one kind in a week, newest first. */
export const checksOf = ({ tx, who }: Records, { week, kind }: WeekOfLooks, practitionerId: string) =>
  rowsOf<LookCheckRow>(
    tx,
    sql`select c.check_id as "checkId", c.outcome, c.words, ${iso(sql`c.checked_at`)} as "checkedAt", p.name as "checkedByName"
      from look_check c join practitioner p on p.area_id = c.area_id and p.practitioner_id = c.checked_by
      where c.area_id = ${who.areaId} and c.week = ${week} and c.kind = ${kind} and c.practitioner_id = ${practitionerId}
      order by c.checked_at desc, c.check_id desc limit ${pageSize}`,
  );

export async function addCheck(
  { tx, who, now, newId }: Records,
  { week, kind }: WeekOfLooks,
  found: { readonly practitionerId: string; readonly outcome: LookOutcome; readonly words: string },
): Promise<string> {
  const checkId = newId();
  const by = { checkedBy: who.practitionerId, checkedAt: now };
  await tx.insert(lookCheck).values({ areaId: who.areaId, checkId, week, kind, ...found, ...by });
  return checkId;
}

/** Who manages somebody at a post they have now: the line manager, and the team's. Never themselves. */
export async function managersOf(records: Records, practitionerId: string): Promise<readonly string[]> {
  const found = await rowsOf<{ readonly id: string }>(
    records.tx,
    sql`with recursive ${managersAbove(records, [practitionerId])}
      select distinct manager_id as id from above where practitioner_id = ${practitionerId} and step = 1`,
  );
  return found.map(({ id }) => id);
}

/** How many looks of a week were at records that are sealed by now: a number, and nothing of whose they are. */
export async function sealedLooks({ tx }: Records, week: LocalDate): Promise<number> {
  const [row] = await rowsOf<{ readonly sealed: number }>(
    tx,
    sql`select sealed_looks(${momentOn(week).at}::timestamptz, ${momentOn(addDays(week, 7)).at}::timestamptz) as sealed`,
  );
  return row?.sealed ?? 0;
}
