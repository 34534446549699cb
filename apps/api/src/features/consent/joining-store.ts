import { and, eq, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { endedNow } from "../../db/lasting.ts";
import { anyOf } from "../../db/many.ts";
import { childAccess } from "../../db/schema/access.ts";
import { release } from "../../db/schema/consent.ts";
import type { Records } from "../../records.ts";
import { type ReleaseRow, releasesWhere } from "./release-store.ts";

/** Parts in a child's care that rest on rows and rules of their own, and on nobody's answer about a plan. */
const byItself = sql`('named-person', 'lead', 'acting-lead', 'proposed-lead', 'contact-of-record')`;

export async function hasPartByItself(
  { tx, who, now }: Records,
  childId: string,
  practitionerId: string,
): Promise<boolean> {
  const [found] = await rowsOf<{ readonly has: boolean }>(
    tx,
    sql`select exists (select 1 from child_access a where a.area_id = ${who.areaId} and a.child_id = ${childId}
      and a.practitioner_id = ${practitionerId} and a.during @> ${now}::timestamptz and a.basis in ${byItself}) as has`,
  );
  return found?.has ?? false;
}

/** The plan as it stood that went to somebody before: on the plan they read it as it is now. */
export const planSharedBefore = (
  records: Records,
  of: { readonly childId: string; readonly planId: string; readonly toId: string },
): Promise<readonly ReleaseRow[]> =>
  releasesWhere(
    records,
    and(
      eq(release.areaId, records.who.areaId),
      eq(release.childId, of.childId),
      eq(release.itemKind, "plan"),
      eq(release.itemId, of.planId),
      eq(release.toId, of.toId),
      sql`${release.during} @> ${records.now}::timestamptz`,
    ),
  );

/**
 * Agencies of which somebody reads a plan now about each of some of its children: of those who were put on it, of whoever
 * has a part of their own, and of the caller. Without a plan, the caller's alone.
 */
export const agenciesThatRead = async (
  { tx, who, now }: Records,
  planId: string | undefined,
  childIds: readonly string[],
): Promise<string[]> => {
  const found = await areaWide(tx, () =>
    rowsOf<{ readonly agencyId: string }>(
      tx,
      sql`select po.agency_id as "agencyId" from post po where po.area_id = ${who.areaId} and po.post_id = ${who.postId}
        ${
          planId === undefined
            ? sql``
            : sql`union select reads.agency_id from (
                select pp.agency_id, m.child_id from plan_practitioner pp
                  join plan_member m on m.area_id = pp.area_id and m.plan_id = pp.plan_id
                  join child_access a on a.area_id = pp.area_id and a.practitioner_id = pp.practitioner_id and a.child_id = m.child_id
                    and a.during @> ${now}::timestamptz
                  where pp.area_id = ${who.areaId} and pp.plan_id = ${planId} and upper_inf(pp.during)
                union select po.agency_id, m.child_id from plan_member m
                  join child_access a on a.area_id = m.area_id and a.child_id = m.child_id and a.during @> ${now}::timestamptz and a.basis in ${byItself}
                  join post po on po.area_id = a.area_id and po.practitioner_id = a.practitioner_id and po.during @> (${now}::timestamptz at time zone 'Europe/London')::date
                  where m.area_id = ${who.areaId} and m.plan_id = ${planId}) reads
              where reads.child_id = ${anyOf(childIds)}
              group by reads.agency_id having count(distinct reads.child_id) = ${new Set(childIds).size}`
        }`,
    ),
  );
  return found.map(({ agencyId }) => agencyId);
};

/**
 * Until when people of an agency may read a plan about a child: as long as the longest of what its being shared with them
 * rests on; once whoever it was shared with has left, as long as those who came in by it; without an end where it rests on
 * nothing that ends.
 */
export async function agencyReadsUntil(
  { tx, who, now }: Records,
  of: { readonly childId: string; readonly planId: string; readonly agencyId: string },
): Promise<string | undefined> {
  const longest = (of: string) =>
    sql`case when bool_or(upper_inf(${sql.raw(of)})) then null else to_char(max(upper(${sql.raw(of)})) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end`;
  const onPlan = sql`from plan_practitioner pp where pp.area_id = ${who.areaId} and pp.plan_id = ${of.planId}
    and pp.agency_id = ${of.agencyId} and upper_inf(pp.during)`;
  const [found] = await areaWide(tx, () =>
    rowsOf<{ readonly until: string | null }>(
      tx,
      sql`select case when shared.many > 0 then shared.until else part.until end as until
        from (select count(*) as many, ${longest("r.during")} as until from release r
          where r.area_id = ${who.areaId} and r.child_id = ${of.childId} and r.item_kind = 'plan' and r.item_id = ${of.planId}
            and r.during @> ${now}::timestamptz and r.to_id in (select pp.practitioner_id ${onPlan})) shared,
          (select ${longest("a.during")} as until from child_access a
          where a.area_id = ${who.areaId} and a.child_id = ${of.childId} and a.basis = 'plan-practitioner'
            and a.during @> ${now}::timestamptz and a.source_id in (select pp.plan_practitioner_id ${onPlan})) part`,
    ),
  );
  return found?.until ?? undefined;
}

/** Somebody's row on a plan by which they read it about one child. */
export type PartOnPlan = { readonly planId: string; readonly planPractitionerId: string; readonly name: string };

/**
 * Whose reading of plans about a child rested on what has ended: whoever it went to, and colleagues of their agency who
 * were asked nothing because of it, whether it went to somebody who is on the plan yet or has left it. Not whoever has a part
 * of their own, nor an agency to which the plan is still shared.
 */
export const partsThatRestedOn = (
  { tx, who, now }: Records,
  childId: string,
  ended: readonly ReleaseRow[],
): Promise<readonly PartOnPlan[]> => {
  const went = JSON.stringify(
    ended.filter(({ itemKind }) => itemKind === "plan").map(({ itemId, toId }) => ({ planId: itemId, toId })),
  );
  const ownPart = (whose: ReturnType<typeof sql>) =>
    sql`exists (select 1 from child_access a where a.area_id = pp.area_id and a.child_id = ${childId} and a.practitioner_id = ${whose}
      and a.during @> ${now}::timestamptz and a.basis in ${byItself})`;
  return areaWide(tx, () =>
    rowsOf<PartOnPlan>(
      tx,
      sql`select distinct pp.plan_id as "planId", pp.plan_practitioner_id as "planPractitionerId", p.name
        from jsonb_to_recordset(${went}::jsonb) as w ("planId" uuid, "toId" uuid)
        join plan_practitioner t on t.area_id = ${who.areaId} and t.plan_id = w."planId" and t.practitioner_id = w."toId"
        join plan_practitioner pp on pp.area_id = t.area_id and pp.plan_id = t.plan_id and pp.agency_id = t.agency_id and upper_inf(pp.during)
        join practitioner p on p.area_id = pp.area_id and p.practitioner_id = pp.practitioner_id
        where not ${ownPart(sql`pp.practitioner_id`)}
          and not exists (select 1 from release r where r.area_id = pp.area_id and r.child_id = ${childId} and r.item_kind = 'plan'
            and r.item_id = pp.plan_id and r.to_id = pp.practitioner_id and r.during @> ${now}::timestamptz)
          and (pp.practitioner_id = t.practitioner_id or not exists (select 1 from plan_practitioner o
            where o.area_id = pp.area_id and o.plan_id = pp.plan_id and o.agency_id = pp.agency_id and upper_inf(o.during)
              and (exists (select 1 from child_access a where a.area_id = o.area_id and a.child_id = ${childId}
                    and a.practitioner_id = o.practitioner_id and a.during @> ${now}::timestamptz and a.basis in ${byItself})
                or exists (select 1 from release r where r.area_id = o.area_id and r.child_id = ${childId} and r.item_kind = 'plan'
                    and r.item_id = o.plan_id and r.to_id = o.practitioner_id and r.during @> ${now}::timestamptz))))`,
    ),
  );
};

/** Plans that went on some answers, or on any, to people who have left them since: their colleagues may read them on that still. */
export const wentToThoseWhoLeft = (
  records: Records,
  childId: string,
  on: readonly string[] | "any-answer",
): Promise<readonly ReleaseRow[]> =>
  areaWide(records.tx, () =>
    releasesWhere(
      records,
      and(
        eq(release.areaId, records.who.areaId),
        eq(release.childId, childId),
        eq(release.basis, "consent"),
        eq(release.itemKind, "plan"),
        on === "any-answer" ? undefined : sql`${release.consentId} = ${anyOf(on)}`,
        sql`exists (select 1 from plan_practitioner l where l.area_id = ${release.areaId} and l.plan_id = ${release.itemId}
          and l.practitioner_id = ${release.toId} and upper(l.during) = upper(${release.during}))`,
      ),
    ),
  );

/** What joining a plan by one row shared with somebody and may still be read; not what was shared with them apart from it. */
export const sharedByRow = (
  records: Records,
  of: { readonly planId: string; readonly practitionerId: string; readonly planPractitionerId: string },
): Promise<readonly ReleaseRow[]> =>
  areaWide(records.tx, () =>
    releasesWhere(
      records,
      and(
        eq(release.areaId, records.who.areaId),
        eq(release.itemKind, "plan"),
        eq(release.itemId, of.planId),
        eq(release.toId, of.practitionerId),
        sql`${release.during} @> ${records.now}::timestamptz`,
        sql`exists (select 1 from plan_practitioner l where l.area_id = ${release.areaId}
          and l.plan_practitioner_id = ${of.planPractitionerId} and lower(l.during) = ${release.releasedAt})`,
      ),
    ),
  );

/** Whether somebody's row on a plan opens any child of it to them still. */
export async function opensSomething({ tx, who, now }: Records, planPractitionerId: string): Promise<boolean> {
  const [found] = await areaWide(tx, () =>
    rowsOf<{ readonly opens: boolean }>(
      tx,
      sql`select exists (select 1 from child_access a where a.area_id = ${who.areaId} and a.source_id = ${planPractitionerId}
        and a.during @> ${now}::timestamptz) as opens`,
    ),
  );
  return found?.opens ?? false;
}

/** Ends what rows on a plan open of one child: the last thing a change does. */
export async function endReading(
  { tx, who, now }: Records,
  childId: string,
  parts: readonly PartOnPlan[],
): Promise<void> {
  if (parts.length === 0) return;
  await areaWide(tx, () =>
    tx
      .update(childAccess)
      .set({ during: endedNow(childAccess.during, now) })
      .where(
        and(
          eq(childAccess.areaId, who.areaId),
          eq(childAccess.childId, childId),
          sql`${childAccess.sourceId} = ${anyOf(parts.map(({ planPractitionerId }) => planPractitionerId))}`,
          sql`${childAccess.during} @> ${now}::timestamptz`,
        ),
      ),
  );
}

/**
 * Ends rows on a plan that open no other child; gives those that ended. A row that opens a brother or sister goes on, that of
 * a light account too, which opens no record.
 */
export const endParts = (
  { tx, who, now }: Records,
  childId: string,
  parts: readonly PartOnPlan[],
  because: string,
): Promise<readonly { readonly planPractitionerId: string }[]> =>
  areaWide(tx, () =>
    rowsOf(
      tx,
      sql`update plan_practitioner pp
        set during = tstzrange(lower(pp.during), greatest(${now}::timestamptz, lower(pp.during) + interval '1 microsecond')), ended_because = ${because}
        where pp.area_id = ${who.areaId} and pp.plan_practitioner_id = ${anyOf(parts.map(({ planPractitionerId }) => planPractitionerId))}
          and upper_inf(pp.during)
          and not exists (select 1 from child_access a where a.area_id = pp.area_id and a.source_id = pp.plan_practitioner_id
            and a.child_id <> ${childId} and a.during @> ${now}::timestamptz)
          and not exists (select 1 from plan_member m
            join post po on po.area_id = pp.area_id and po.practitioner_id = pp.practitioner_id and po.role = 'light'
              and po.during @> (${now}::timestamptz at time zone 'Europe/London')::date
            where m.area_id = pp.area_id and m.plan_id = pp.plan_id and m.child_id <> ${childId}
              and plan_is_open_to(pp.plan_id, m.child_id, pp.agency_id, pp.practitioner_id))
        returning pp.plan_practitioner_id as "planPractitionerId"`,
    ),
  );
