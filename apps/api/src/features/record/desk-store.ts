import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { duty, notice } from "../../db/schema/change.ts";
import { child } from "../../db/schema/child.ts";
import { managesOrManaged } from "../../line-managers.ts";
import { linkTo } from "../../links.ts";
import { basesTo, basesToPlan } from "../../may-open.ts";
import { type Place, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";
import { answersFamilyFirst, nearestToMe } from "../concern/reads.ts";

export { notesToLookAt } from "../consent/reads.ts";

/** The name of a child that row security shows the caller; null for one it does not. */
const childName = sql<string | null>`${child.givenName} || ' ' || ${child.familyName}`;

/** Somebody whose post ends, where that is what a notice leads to. */
const leaver = sql`substring(${notice.link} from ${`^${linkTo.leaver("([0-9a-f-]{36})")}$`}::text)::uuid`;

/** What the product told this person, newest first, one more than a page holds, and what ties them to what it is about. */
export const noticesOf = (
  records: Records,
  { unreadOnly, after }: { readonly unreadOnly: boolean; readonly after: Place | undefined },
) => {
  const { tx, who } = records;
  return tx
    .select({
      noticeId: notice.noticeId,
      childId: notice.childId,
      childName,
      planId: notice.planId,
      words: notice.words,
      link: notice.link,
      bases: basesTo(records, notice.childId),
      basesOfPlan: basesToPlan(records, notice.planId),
      managesLeaver: managesOrManaged(records, leaver),
      at: notice.at,
      readAt: notice.readAt,
    })
    .from(notice)
    .leftJoin(child, and(eq(child.areaId, notice.areaId), eq(child.childId, notice.childId)))
    .where(
      and(
        eq(notice.areaId, who.areaId),
        eq(notice.practitionerId, who.practitionerId),
        unreadOnly ? isNull(notice.readAt) : undefined,
        after && sql`(${notice.at}, ${notice.noticeId}) < (${after.at}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(notice.at), desc(notice.noticeId))
    .limit(pageSize + 1);
};

/** Marks the caller's own notices as read. Gives how many were not yet. */
export async function markRead({ tx, who, now }: Records, noticeIds: readonly string[]): Promise<number> {
  const marked = await tx
    .update(notice)
    .set({ readAt: now })
    .where(
      and(
        eq(notice.areaId, who.areaId),
        eq(notice.practitionerId, who.practitionerId),
        inArray(notice.noticeId, [...noticeIds]),
        isNull(notice.readAt),
      ),
    )
    .returning({ noticeId: notice.noticeId });
  return marked.length;
}

const clock = sql<string>`coalesce(${duty.dueBy}, 'infinity'::timestamptz)`;

/** What is still owed by this person, or on their account, nearest clock first, one more than a page holds; and what ties them to what it is about. */
export const dutiesOf = (
  records: Records,
  { whose, after }: { readonly whose: "mine" | "on-my-account"; readonly after: Place | undefined },
) => {
  const { tx, who } = records;
  return tx
    .select({
      dutyId: duty.dutyId,
      act: duty.act,
      because: duty.because,
      clause: duty.clause,
      dueBy: duty.dueBy,
      missedAt: duty.missedAt,
      owedBy: duty.owedBy,
      owedByName: sql<string>`(select p.name from practitioner p where p.area_id = ${duty.areaId} and p.practitioner_id = ${duty.owedBy})`,
      childId: duty.childId,
      childName,
      planId: duty.planId,
      concernId: duty.concernId,
      decisionId: duty.decisionId,
      bases: basesTo(records, duty.childId),
      basesOfPlan: basesToPlan(records, duty.planId),
    })
    .from(duty)
    .leftJoin(child, and(eq(child.areaId, duty.areaId), eq(child.childId, duty.childId)))
    .where(
      and(
        eq(duty.areaId, who.areaId),
        eq(whose === "mine" ? duty.owedBy : duty.onAccountOf, who.practitionerId),
        isNull(duty.doneAt),
        after && sql`(${clock}, ${duty.dutyId}) > (${after.at}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(clock), asc(duty.dutyId))
    .limit(pageSize + 1);
};

export type TodayCounts = {
  readonly unreadNotices: number;
  readonly dutiesOpen: number;
  readonly dutiesLate: number;
  readonly lateOnMyAccount: number;
  readonly nextDueBy: string | null;
  readonly waitingForMe: number;
  readonly nextWaitDueBy: string | null;
  readonly namedPersonFor: number;
  readonly leading: number;
  readonly toFile: number;
  readonly arrivalsToFile: number;
  readonly familiesWaiting: number;
};

const asIso = (of: ReturnType<typeof sql>) => sql`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The figures of one person's day, in one round trip; each comes from an index made for it. */
export async function todayCounts({ tx, who, now }: Records): Promise<TodayCounts> {
  const me = sql`area_id = ${who.areaId} and practitioner_id = ${who.practitionerId}`;
  const [counts] = await rowsOf<TodayCounts>(
    tx,
    sql`
    select
      (select count(*)::int from notice where ${me} and read_at is null) as "unreadNotices",
      owed.open as "dutiesOpen", owed.late as "dutiesLate", owed.next as "nextDueBy",
      (select count(*)::int from duty where area_id = ${who.areaId} and on_account_of = ${who.practitionerId}
        and owed_by <> ${who.practitionerId} and done_at is null and due_by <= ${now}::timestamptz) as "lateOnMyAccount",
      waits.open as "waitingForMe", waits.next as "nextWaitDueBy",
      held.named_person_for as "namedPersonFor", held.leading as "leading",
      (select count(*)::int from release r join post po on po.area_id = r.area_id and po.post_id = ${who.postId}
          join agency own on own.area_id = po.area_id and own.agency_id = po.agency_id
        where r.area_id = ${who.areaId} and r.to_id = ${who.practitionerId} and r.during @> ${now}::timestamptz
          and r.filed_at is null and r.of_agency <> own.kind
          and exists (select 1 from child_access a where a.area_id = r.area_id and a.child_id = r.child_id
            and a.practitioner_id = r.to_id and a.basis = 'named-person' and a.during @> ${now}::timestamptz)) as "toFile",
      (select count(*)::int from arrival i join child c on c.area_id = i.area_id and c.child_id = i.child_id and c.withdrawn_at is null
        where i.area_id = ${who.areaId} and i.filed_at is null and ${nearestToMe({ who, now }, sql`i.child_id`)}) as "arrivalsToFile",
      (select count(*)::int from family_word f join child c on c.area_id = f.area_id and c.child_id = f.child_id and c.withdrawn_at is null
        where f.area_id = ${who.areaId} and f.settled_at is null and ${answersFamilyFirst({ who, now }, sql`f.child_id`)}) as "familiesWaiting"
    from
      (select count(*)::int as open, count(*) filter (where due_by <= ${now}::timestamptz)::int as late,
          ${asIso(sql`min(due_by) filter (where due_by > ${now}::timestamptz)`)} as next
        from duty where area_id = ${who.areaId} and owed_by = ${who.practitionerId} and done_at is null) owed,
      (select count(*)::int as open, ${asIso(sql`min(due_by)`)} as next from proposal_waits where ${me} and ended_at is null) waits,
      (select count(distinct child_id) filter (where basis = 'named-person')::int as named_person_for,
          count(distinct child_id) filter (where basis = 'lead')::int as leading
        from child_access where ${me} and during @> ${now}::timestamptz) held
  `,
  );
  if (!counts) throw new Error("a query of one row answered none");
  return counts;
}
