import {
  DomainError,
  type EmergencyReason,
  type LocalDate,
  type LookedOutcome,
  momentOn,
  untilAfter,
} from "@linchpin/domain";
import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import type { Place } from "../../paging.ts";
import type { Records } from "../../records.ts";

/** Whose looks at which child are asked for, from the first day to the last, both counted. */
export type LooksAsked = {
  readonly childId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Where the child is, is kept from most: nobody is named whose place of work would tell. */
  readonly isKept: boolean;
};

/** Who stands for the product's own work, and for those whose place of work would tell where the child is. */
export const nobody = {
  linchpin: "00000000-0000-7000-8000-000000000001",
  kept: "00000000-0000-7000-8000-000000000002",
};

/** What the family is not shown: what is kept from one of them, and what somebody said of their own life outside work. */
const hiddenActs = sql`('restriction', 'private-note', 'block', 'known-child', 'home', 'sibling-flag')`;

/** Nothing of the child left Linchpin; or is about to, and what came of it stands beside it. */
const withoutAWord = sql`('child-index.not-sent', 'child-index.sending')`;

/** The entries of the stretch, each with whom it is counted under. */
const looked = ({ who }: Records, { childId, from, to, isKept }: LooksAsked): SQL => sql`looked as (
  select e.entry_id, e.post_id, e.at, e.outcome, e.basis, coalesce(e.detail ->> 'through', e.act) as act,
    (e.at at time zone 'Europe/London')::date as day,
    case when e.practitioner_id is null then ${nobody.linchpin}::uuid
      when ${isKept} and po.establishment_id is not null then ${nobody.kept}::uuid
      else e.practitioner_id end as who
  from audit_entry e
  left join post po on po.area_id = e.area_id and po.post_id = e.post_id
  where e.area_id = ${who.areaId} and e.child_id = ${childId} and e.outcome <> 'refused'
    and e.at >= ${momentOn(from).at}::timestamptz and e.at < ${momentOn(untilAfter(to)).at}::timestamptz
    and split_part(e.act, '.', 1) not in ${hiddenActs} and e.act not in ${withoutAWord})`;

type PersonRow = {
  readonly who: string;
  readonly name: string | null;
  readonly postTitle: string | null;
  readonly role: string | null;
  readonly agencyName: string | null;
  readonly agencyKind: string | null;
  readonly looks: number;
  readonly changes: number;
  readonly lastAt: string;
};

/** Who looked, whoever did so last first; no more than so many, and from a place on where one is given. */
export const peopleWhoLooked = (
  records: Records,
  asked: LooksAsked,
  { after, limit }: { readonly after?: Place | undefined; readonly limit: number | null },
) =>
  rowsOf<PersonRow>(
    records.tx,
    sql`with ${looked(records, asked)}, people as (
        select who, (array_agg(post_id order by at desc))[1] as post_id, max(at) as last_at,
          count(*) filter (where outcome = 'read')::int as looks, count(*) filter (where outcome <> 'read')::int as changes
        from looked group by who)
      select people.who, p.name, po.title as "postTitle", po.role, ag.name as "agencyName", ag.kind as "agencyKind",
        people.looks, people.changes,
        to_char(people.last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "lastAt"
      from people
      left join practitioner p on p.area_id = ${records.who.areaId} and p.practitioner_id = people.who
      left join post po on p.practitioner_id is not null and po.area_id = p.area_id and po.post_id = people.post_id
      left join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
      ${after === undefined ? sql`` : sql`where (people.last_at, people.who) < (${after.at}::timestamptz, ${after.id}::uuid)`}
      order by people.last_at desc, people.who desc limit ${limit}`,
  );

type LookRow = {
  readonly who: string;
  readonly day: LocalDate;
  readonly act: string;
  readonly outcome: LookedOutcome;
  readonly basis: string | null;
  readonly times: number;
  /** How many rows this person has in all. */
  readonly of: number;
};

/** What each of them did, day by day, newest first: no more than so many of one person. */
export const looksOfPeople = (
  records: Records,
  asked: LooksAsked,
  { people, most }: { readonly people: readonly string[]; readonly most: number | null },
) =>
  rowsOf<LookRow>(
    records.tx,
    sql`with ${looked(records, asked)}, days as (
        select who, day, act, outcome, basis, count(*)::int as times, max(at) as last_at
        from looked where who = ${anyOf(people)} group by who, day, act, outcome, basis
      ), ranked as (
        select days.*, row_number() over (partition by who order by last_at desc, act) as place,
          count(*) over (partition by who)::int as of
        from days)
      select who, day::text as day, act, outcome, basis, times, of from ranked
      where ${most}::int is null or place <= ${most}::int order by last_at desc, act`,
  );

type EmergencyRow = {
  readonly who: string;
  readonly at: string;
  readonly reason: EmergencyReason;
  readonly words: string;
  readonly finding: "right" | "not-right" | null;
  readonly findingWords: string | null;
};

/** When each of them opened the record in an emergency, why, and what was found of it. */
export const emergenciesOf = ({ tx, who }: Records, { childId, from, to }: LooksAsked, people: readonly string[]) =>
  rowsOf<EmergencyRow>(
    tx,
    sql`select practitioner_id as who, reason, words, finding, finding_words as "findingWords",
        to_char(lower(during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from emergency_access
      where area_id = ${who.areaId} and child_id = ${childId} and practitioner_id = ${anyOf(people)}
        and lower(during) >= ${momentOn(from).at}::timestamptz and lower(during) < ${momentOn(untilAfter(to)).at}::timestamptz
      order by lower(during) desc`,
  );

/** The child's name, and whether it is kept from most where the child is. */
export async function childAskedAbout(
  { tx, who }: Records,
  childId: string,
): Promise<{ readonly childName: string; readonly isKept: boolean }> {
  const [found] = await rowsOf<{ readonly childName: string; readonly isKept: boolean }>(
    tx,
    sql`select concat_ws(' ', c.given_name, c.family_name) as "childName", exists (
        select 1 from restriction r where r.area_id = c.area_id and r.child_id = c.child_id
          and r.kind = 'whereabouts' and upper_inf(r.during)) as "isKept"
      from child c where c.area_id = ${who.areaId} and c.child_id = ${childId}`,
  );
  if (found === undefined) throw new DomainError({ kind: "not-visible", what: "child" });
  return found;
}
