import {
  type GivePart,
  type LocalDate,
  momentOn,
  type PartForATime,
  type PlanKind,
  untilAfter,
} from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { endedNow } from "../../db/lasting.ts";
import { childAccess, partGiven } from "../../db/schema/access.ts";
import type { Records } from "../../records.ts";
import { lockChildren } from "../people/reads.ts";

const iso = (of: string) => sql.raw(`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

export type PartRow = {
  readonly partId: string;
  readonly childId: string;
  readonly childName: string;
  readonly bornOn: LocalDate | null;
  /** What the caller is to the child now. */
  readonly bases: readonly string[];
  readonly planId: string | null;
  readonly planKind: PlanKind | null;
  readonly practitionerId: string;
  readonly name: string;
  readonly postTitle: string | null;
  readonly agencyId: string | null;
  readonly agencyName: string | null;
  readonly agencyKind: string | null;
  readonly part: PartForATime;
  readonly why: string;
  readonly agenda: string | null;
  readonly from: string;
  readonly until: string;
  readonly lastDay: LocalDate;
  readonly isCurrent: boolean;
  readonly givenBy: string;
  readonly givenByName: string;
  readonly endedBy: string | null;
  readonly endedByName: string | null;
  readonly endedBecause: string | null;
};

/** What the caller is to the child of `g` now. */
const basesNow = ({ who, now }: Records) =>
  sql`(select json_agg(distinct a.basis) from child_access a where a.area_id = g.area_id and a.child_id = g.child_id
    and a.practitioner_id = ${who.practitionerId} and a.during @> ${now}::timestamptz)`;

type Which = { readonly childId: string } | { readonly partId: string } | "given-by-caller";

/** Of a child's case, one part, or what the caller gave and goes on. */
function narrowed(which: Which, { who, now }: Records) {
  if (which === "given-by-caller")
    return sql`g.given_by = ${who.practitionerId} and g.during @> ${now}::timestamptz and c.withdrawn_at is null`;
  return "childId" in which ? sql`g.child_id = ${which.childId}` : sql`g.part_id = ${which.partId}`;
}

/** Parts that were given: those that go on first, newest first. */
export const partRows = (records: Records, which: Which): Promise<readonly PartRow[]> =>
  rowsOf(
    records.tx,
    sql`select g.part_id as "partId", g.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as "childName",
        c.born_on::text as "bornOn", coalesce(${basesNow(records)}, '[]'::json) as bases, g.plan_id as "planId", pl.kind as "planKind",
        g.practitioner_id as "practitionerId", p.name, main.title as "postTitle", ag.agency_id as "agencyId",
        ag.name as "agencyName", ag.kind as "agencyKind", g.part, g.why, g.agenda,
        ${iso("lower(g.during)")} as "from", ${iso("upper(g.during)")} as until, g.last_day::text as "lastDay",
        g.during @> ${records.now}::timestamptz as "isCurrent", g.given_by as "givenBy", b.name as "givenByName",
        g.ended_by as "endedBy", e.name as "endedByName", g.ended_because as "endedBecause"
      from part_given g
      join child c on c.area_id = g.area_id and c.child_id = g.child_id
      join practitioner p on p.area_id = g.area_id and p.practitioner_id = g.practitioner_id
      join practitioner b on b.area_id = g.area_id and b.practitioner_id = g.given_by
      left join practitioner e on e.area_id = g.area_id and e.practitioner_id = g.ended_by
      left join plan pl on pl.area_id = g.area_id and pl.plan_id = g.plan_id
      left join lateral (select po.title, po.agency_id from post po where po.area_id = g.area_id
        and po.practitioner_id = g.practitioner_id and po.during @> ${records.today}::date order by po.hours desc, po.post_id limit 1) main on true
      left join agency ag on ag.area_id = g.area_id and ag.agency_id = main.agency_id
      where g.area_id = ${records.who.areaId} and ${narrowed(which, records)}
      order by (g.during @> ${records.now}::timestamptz) desc, lower(g.during) desc, g.part_id`,
  );

/** The child by name, and the plans a part can be about. */
export async function caseOf({ tx, who }: Records, childId: string) {
  const [child] = await rowsOf<{ readonly name: string; readonly bornOn: LocalDate | null }>(
    tx,
    sql`select trim(given_name || ' ' || family_name) as name, born_on::text as "bornOn" from child
      where area_id = ${who.areaId} and child_id = ${childId}`,
  );
  const plans = await rowsOf<{ readonly planId: string; readonly kind: PlanKind; readonly openedAt: string }>(
    tx,
    sql`select p.plan_id as "planId", p.kind, ${iso("p.opened_at")} as "openedAt" from plan_member m
      join plan p on p.area_id = m.area_id and p.plan_id = m.plan_id and p.state = 'open'
      where m.area_id = ${who.areaId} and m.child_id = ${childId} order by p.opened_at, p.plan_id`,
  );
  return { child, plans };
}

/** Whether somebody is at work here in a post that can be given a part, and their name. */
export async function atWork({ tx, who, today }: Records, practitionerId: string): Promise<string | undefined> {
  const [found] = await rowsOf<{ readonly name: string }>(
    tx,
    sql`select p.name from practitioner p where p.area_id = ${who.areaId} and p.practitioner_id = ${practitionerId}
      and exists (select 1 from post po where po.area_id = p.area_id and po.practitioner_id = p.practitioner_id
        and po.during @> ${today}::date and po.role not in ('light', 'record-keeper', 'lead-member', 'strategic-manager', 'director', 'chief-officer'))`,
  );
  return found?.name;
}

/** Whoever leads a plan of the child now, else is its contact. */
export async function leadsOf({ tx, who, now }: Records, childId: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ readonly id: string }>(
    tx,
    sql`select distinct coalesce(l.practitioner_id, k.practitioner_id) as id from plan_member m
      join plan p on p.area_id = m.area_id and p.plan_id = m.plan_id and p.state = 'open'
      left join lead l on l.area_id = p.area_id and l.plan_id = p.plan_id and l.during @> ${now}::timestamptz
      left join contact_of_record k on k.area_id = p.area_id and k.plan_id = p.plan_id and k.during @> ${now}::timestamptz
      where m.area_id = ${who.areaId} and m.child_id = ${childId} and coalesce(l.practitioner_id, k.practitioner_id) is not null`,
  );
  return rows.map(({ id }) => id);
}

/** Writes the part and the relation that comes of it: both end with the last day, by their period. Gives its id. */
export async function addPart(records: Records, given: Omit<GivePart, "idempotencyKey">): Promise<string> {
  const { tx, who, now } = records;
  const partId = records.newId();
  // parts given at once wait for each other here, and not each for the other where their periods meet
  await lockChildren(records, [given.childId]);
  const during = { from: now, until: momentOn(untilAfter(given.lastDay)).at };
  const of = {
    areaId: who.areaId,
    childId: given.childId,
    practitionerId: given.practitionerId,
    during,
    recordedAt: now,
  };
  await tx.insert(partGiven).values({
    ...of,
    partId,
    planId: given.planId ?? null,
    part: given.part,
    why: given.why,
    agenda: given.agenda ?? null,
    lastDay: given.lastDay,
    givenBy: who.practitionerId,
  });
  await tx.insert(childAccess).values({ ...of, accessId: records.newId(), basis: given.part, sourceId: partId });
  return partId;
}

/** Ends a part now; false where somebody else did, or it had run out. */
export async function endPartRow({ tx, who, now }: Records, partId: string, because: string): Promise<boolean> {
  const ended = await tx
    .update(partGiven)
    .set({ during: endedNow(partGiven.during, now), endedBy: who.practitionerId, endedBecause: because })
    .where(
      and(
        eq(partGiven.areaId, who.areaId),
        eq(partGiven.partId, partId),
        sql`${partGiven.during} @> ${now}::timestamptz`,
      ),
    )
    .returning({ partId: partGiven.partId });
  return ended.length > 0;
}

export type OwnPartRow = {
  readonly partId: string;
  readonly part: PartForATime;
  readonly childId: string;
  readonly name: string;
  readonly bornOn: LocalDate | null;
  readonly why: string;
  readonly agenda: string | null;
  readonly lastDay: LocalDate;
  readonly givenBy: string;
  readonly givenByName: string;
  readonly bases: readonly string[];
  readonly plans: readonly { readonly planId: string; readonly kind: PlanKind }[];
};

/** What the caller has a part in now, the nearest end first. A child held back from them is in none of it. */
export const ownPartRows = (records: Records): Promise<readonly OwnPartRow[]> =>
  rowsOf(
    records.tx,
    sql`select g.part_id as "partId", g.part, g.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as name,
        c.born_on::text as "bornOn", g.why, g.agenda, g.last_day::text as "lastDay", g.given_by as "givenBy", b.name as "givenByName",
        ${basesNow(records)} as bases,
        coalesce((select json_agg(json_build_object('planId', p.plan_id, 'kind', p.kind) order by p.opened_at, p.plan_id)
          from plan_member m join plan p on p.area_id = m.area_id and p.plan_id = m.plan_id
          where m.area_id = g.area_id and m.child_id = g.child_id
            and case when g.plan_id is null then p.state = 'open' else p.plan_id = g.plan_id end), '[]'::json) as plans
      from part_given g
      join child c on c.area_id = g.area_id and c.child_id = g.child_id and c.withdrawn_at is null
      join practitioner b on b.area_id = g.area_id and b.practitioner_id = g.given_by
      where g.area_id = ${records.who.areaId} and g.practitioner_id = ${records.who.practitionerId} and g.during @> ${records.now}::timestamptz
      order by g.last_day, g.part_id`,
  );
