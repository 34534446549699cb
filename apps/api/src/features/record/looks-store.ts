import {
  acts,
  addDays,
  everydayLookKinds,
  foundNobody,
  isAboutChild,
  type LocalDate,
  type LookKind,
  type LookOutcome,
  lookBounds,
  momentOn,
  type OpenHours,
  openHoursOf,
  searchesForAChild,
  tiesOfTheirOwn,
  type UnusualDay,
  unusualDays,
} from "@linchpin/domain";
import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import { nameKeyOf } from "../../db/name-key.ts";
import { lookCheck } from "../../db/schema/access.ts";
import { managersAbove } from "../../line-managers.ts";
import { type NamePlace, type Place, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";

/** The looks of one kind in a week, from its Monday. */
export type WeekOfLooks = { readonly week: LocalDate; readonly kind: LookKind };

/** What somebody who looks into looks does there is their work, and no number of children in it is unusual. */
const ownWork = "record.looks.read";

const allEntriesOf = ({ who }: Records, week: LocalDate): SQL => sql`
  select e.entry_id, e.practitioner_id, e.post_id, e.child_id, e.at, coalesce(e.detail ->> 'through', e.act) as act,
    e.outcome, e.basis, null::text as words
  from audit_entry e
  where e.area_id = ${who.areaId} and e.at >= ${momentOn(week).at}::timestamptz
    and e.at < ${momentOn(addDays(week, 7)).at}::timestamptz
    and e.practitioner_id is not null`;

const entriesOf = (records: Records, week: LocalDate): SQL =>
  sql`${allEntriesOf(records, week)} and e.child_id is not null`;

const list = (of: readonly string[]): SQL =>
  sql.join(
    of.map((one) => sql`${one}`),
    sql`, `,
  );

/** Acts that are about one child, and those that look for one. */
const asksForAChild: readonly string[] = [
  ...new Set([...(Object.keys(acts) as (keyof typeof acts)[]).filter(isAboutChild), ...searchesForAChild]),
];

/** Searches that found no child, and what was asked of a child that nobody is. */
const inVain = (records: Records, week: LocalDate): SQL => sql`${allEntriesOf(records, week)}
  and e.child_id is null and (e.outcome = 'read' and e.basis = ${foundNobody}
    or e.outcome = 'refused' and e.basis = 'not-visible' and e.act in (${list(asksForAChild)}))`;

const opensBy = (act: keyof typeof acts): readonly string[] => {
  const cell: { readonly words: string; readonly relations?: readonly string[] } = acts[act];
  return cell.relations ?? [];
};

/** Acts that nothing opens but a tie of somebody's own: what they change by it says no more in the audit than the act. */
const actsOfTheirOwn: readonly string[] = (Object.keys(acts) as (keyof typeof acts)[]).filter(
  (act) => opensBy(act).length > 0 && opensBy(act).every((tie) => tiesOfTheirOwn.includes(tie)),
);

/**
 * Seen or changed by a post alone: whoever did it had no part in the child's care at that moment but the office's, which
 * keeps the roll. A part that ended with the look was one.
 */
const withoutPart = (records: Records, week: LocalDate): SQL => sql`${entriesOf(records, week)}
  and e.outcome in ('read', 'changed') and e.act <> ${ownWork}
  and (e.basis is null or e.basis not in (${list(tiesOfTheirOwn)}))
  and coalesce(e.detail ->> 'through', e.act) not in (${list(actsOfTheirOwn)})
  and not exists (select 1 from child_access a where a.area_id = e.area_id and a.practitioner_id = e.practitioner_id
    and a.child_id = e.child_id and a.basis <> 'record-keeper' and (a.during @> e.at or upper(a.during) = e.at))`;

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

/** Who did unusually much of something on which day of the week, among others with the same part. */
async function unusualIn(records: Records, looks: SQL, many: SQL, least: number): Promise<readonly UnusualDay[]> {
  const looked = await rowsOf<{
    readonly practitionerId: string;
    readonly role: string;
    readonly day: LocalDate;
    readonly many: number;
  }>(
    records.tx,
    sql`select e.practitioner_id as "practitionerId", po.role, (e.at at time zone 'Europe/London')::date::text as day,
        ${many}::int as many
      from (${looks}) e
      join post po on po.area_id = ${records.who.areaId} and po.post_id = e.post_id group by 1, 2, 3`,
  );
  return unusualDays(looked, least);
}

const children = sql`count(distinct e.child_id)`;

const unusualNumbers = (records: Records, week: LocalDate) =>
  unusualIn(
    records,
    sql`${entriesOf(records, week)} and e.outcome = 'read' and e.act <> ${ownWork}`,
    children,
    lookBounds.leastChildren,
  );

/** The looks of one kind, as a statement that others are built on. */
async function looksOfKind(records: Records, { week, kind }: WeekOfLooks): Promise<SQL> {
  if (kind === "without-relation") return withoutRelation(records, week);
  if (kind === "emergency") return emergencies(records, week);
  if (kind === "same-name-or-home") return sameNameOrHome(records, week);
  if (kind === "out-of-hours") return outOfHours(records, week, openHoursOf(week, records.area.calendar));
  if (kind === "found-nobody") return inVain(records, week);
  if (kind === "without-part") return withoutPart(records, week);
  return unusual(records, week, await unusualNumbers(records, week));
}

/** Who stands out among what everyday work does as well; undefined where each look of the kind is worth asking about. */
async function standingOut(records: Records, { week, kind }: WeekOfLooks): Promise<readonly string[] | undefined> {
  if (!everydayLookKinds.includes(kind)) return undefined;
  const found =
    kind === "found-nobody"
      ? await unusualIn(records, inVain(records, week), sql`count(*)`, lookBounds.leastTries)
      : await unusualIn(
          records,
          sql`${withoutPart(records, week)} and e.outcome = 'read'`,
          children,
          lookBounds.leastChildren,
        );
  return [...new Set(found.map(({ practitionerId }) => practitionerId))];
}

export type PersonOfWeek = {
  readonly practitionerId: string;
  readonly name: string;
  /** What the list is sorted by. */
  readonly sortName: string;
  readonly standsOut: boolean;
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

/**
 * Whose looks of one kind there are in a week, each with what was last found of them; one more than a page holds. By name,
 * and where everyday work does such things too, first whoever stands out, then whoever did it most.
 */
export async function peopleOfWeek(
  records: Records,
  of: WeekOfLooks,
  { search = "", practitionerId, after }: PeopleAsked,
): Promise<readonly PersonOfWeek[]> {
  const { areaId } = records.who;
  const looks = await looksOfKind(records, of);
  const out = await standingOut(records, of);
  const standsOut = out === undefined ? sql`true` : sql`people.practitioner_id = ${anyOf(out)}`;
  const most = of.kind === "found-nobody" ? sql`people.looks` : sql`people.children`;
  const before =
    out === undefined
      ? sql`''`
      : sql`case when ${standsOut} then '0' else '1' end || lpad((999999999 - ${most})::text, 9, '0') || ' '`;
  return rowsOf<PersonOfWeek>(
    records.tx,
    sql`with looks as (${looks}), people as (
        select practitioner_id, (array_agg(post_id order by at desc))[1] as post_id, count(*)::int as looks,
          count(distinct child_id)::int as children, min(at) as first_at, max(at) as last_at
        from looks group by practitioner_id
      ), named as (
        select people.*, p.name, ${nameKeyOf(sql`p.name`)} as name_key, ${before} || ${nameKeyOf(sql`p.name`)} as sort_name,
          ${standsOut} as stands_out
        from people join practitioner p on p.area_id = ${areaId} and p.practitioner_id = people.practitioner_id)
      select named.practitioner_id as "practitionerId", named.name, named.sort_name as "sortName", named.stands_out as "standsOut",
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
      where (${search} = '' or named.name_key like '%' || ${search} || '%')
        ${practitionerId === undefined ? sql`` : sql`and named.practitioner_id = ${practitionerId}`}
        ${after === undefined ? sql`` : sql`and (named.sort_name, named.practitioner_id) > (${after.name}, ${after.id}::uuid)`}
      order by named.sort_name, named.practitioner_id limit ${pageSize + 1}`,
  );
}

/** How many people's looks of each kind a week has, and how many of those that wait to be checked nothing was found of yet. */
export async function countsOfWeek(
  records: Records,
  week: LocalDate,
  kinds: readonly LookKind[],
): Promise<readonly { readonly kind: LookKind; readonly people: number; readonly unchecked: number }[]> {
  const { areaId } = records.who;
  const each: SQL[] = [];
  for (const kind of kinds) {
    const out = await standingOut(records, { week, kind });
    each.push(
      sql`select ${kind}::text as kind, practitioner_id, ${out === undefined ? sql`true` : sql`practitioner_id = ${anyOf(out)}`} as waits
        from (${await looksOfKind(records, { week, kind })}) looks group by practitioner_id`,
    );
  }
  const found = await rowsOf<{ readonly kind: LookKind; readonly people: number; readonly unchecked: number }>(
    records.tx,
    sql`select asked.kind, count(*)::int as people, count(*) filter (where asked.waits and not exists (
        select 1 from look_check c where c.area_id = ${areaId} and c.week = ${week} and c.kind = asked.kind
          and c.practitioner_id = asked.practitioner_id))::int as unchecked
      from (${sql.join(each, sql` union all `)}) asked group by asked.kind`,
  );
  return kinds.map((kind) => found.find((one) => one.kind === kind) ?? { kind, people: 0, unchecked: 0 });
}

export type LookOfPerson = {
  readonly entryId: string;
  readonly at: string;
  /** None where no child was found. */
  readonly childId: string | null;
  readonly childName: string | null;
  readonly act: string;
  readonly outcome: "read" | "changed" | "refused" | "system";
  readonly basis: string | null;
  readonly words: string | null;
};

/** Which of the looks are one person's, and of a child whom the officer may look into. */
const ofPerson = ({ who }: Records, practitionerId: string): SQL => sql`
  left join child c on c.area_id = ${who.areaId} and c.child_id = looks.child_id
  where looks.practitioner_id = ${practitionerId} and (looks.child_id is null
    or c.child_id is not null and not is_held_back(${who.areaId}, ${who.practitionerId}, looks.child_id))`;

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
        case when c.child_id is not null then trim(concat_ws(' ', c.given_name, c.family_name)) end as "childName", looks.act, looks.outcome, looks.basis, looks.words
      from (${looks}) looks
      ${ofPerson(records, practitionerId)}
        ${after === undefined ? sql`` : sql`and (looks.at, looks.entry_id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
      order by looks.at desc, looks.entry_id desc limit ${pageSize + 1}`,
  );
}

export type SumOfLooks = Pick<LookOfPerson, "act" | "outcome"> & {
  readonly foundNone: boolean;
  readonly looks: number;
};

/** How often somebody did each thing, the most often first: of the looks that the list has, and no others. */
export async function sumsOfPerson(
  records: Records,
  of: WeekOfLooks,
  practitionerId: string,
): Promise<readonly SumOfLooks[]> {
  const looks = await looksOfKind(records, of);
  return rowsOf<SumOfLooks>(
    records.tx,
    sql`select looks.act, looks.outcome, looks.child_id is null as "foundNone", count(*)::int as looks
      from (${looks}) looks ${ofPerson(records, practitionerId)}
      group by 1, 2, 3 order by 4 desc, 1, 2`,
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
