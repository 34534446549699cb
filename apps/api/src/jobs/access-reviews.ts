import { accessReviews, dayOf, endOf, type LocalDate, momentAt, roundDueOn } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { rowsOf } from "../db/asked.ts";
import type { Database, Handle } from "../db/database.ts";
import { duty } from "../db/schema/change.ts";
import { auditEntry } from "../db/schema/record.ts";

/** Puts the round of access reviews on each manager's desk once somebody of theirs is nearly due. Gives how many were new. */
export async function oweAccessReviews(database: Pick<Database, "areas" | "inArea">, now: Date): Promise<number> {
  const at = now.toISOString();
  let owed = 0;
  for (const { areaId } of await database.areas())
    owed += await database.inArea({ areaId, now: at, as: "system" }, (tx) => oweIn(tx, areaId, at));
  return owed;
}

type Manager = {
  readonly managerId: string;
  /** The service manager over them, on whose account the round stands: told once, when it is late. */
  readonly overId: string | null;
  readonly dueDays: readonly LocalDate[];
};

async function oweIn(tx: Handle, areaId: string, at: string): Promise<number> {
  const today = dayOf(momentAt(at));
  const owed = (await managersIn(tx, areaId, today)).flatMap(({ managerId, overId, dueDays }) => {
    const dueOn = roundDueOn(dueDays, today);
    return dueOn === undefined ? [] : [{ managerId, overId, dueOn }];
  });
  if (owed.length === 0) return 0;
  const added = await tx
    .insert(duty)
    .values(
      owed.map(({ managerId, overId, dueOn }) => ({
        areaId,
        dutyId: newId(),
        act: accessReviews.act,
        rule: "access.review-each-quarter",
        clause: "ours",
        because: "Go through what the people you manage can see: keep it, or ask for it to end.",
        owedBy: managerId,
        onAccountOf: overId,
        dueBy: endOf(dueOn).at,
        recordedAt: at,
      })),
    )
    .onConflictDoNothing({
      target: [duty.areaId, duty.owedBy],
      where: sql`act = 'access-review.record' and done_at is null`,
    })
    .returning({ dutyId: duty.dutyId });
  if (added.length > 0)
    await tx.insert(auditEntry).values(
      added.map(({ dutyId }) => ({
        areaId,
        entryId: newId(),
        at,
        act: "access-review.owed",
        outcome: "system" as const,
        detail: { duty: dutyId },
      })),
    );
  return added.length;
}

/** Who manages somebody today in a post that may go through it, and when each of their people is due. */
const managersIn = (tx: Handle, areaId: string, today: LocalDate): Promise<readonly Manager[]> =>
  rowsOf<Manager>(
    tx,
    sql`with managed as (
        select distinct m.id as manager_id, po.practitioner_id
        from post po left join team t on t.area_id = po.area_id and t.team_id = po.team_id
        cross join lateral unnest(array[po.line_manager_id, t.manager_id]) as m (id)
        where po.area_id = ${areaId} and po.during @> ${today}::date and m.id is not null and m.id <> po.practitioner_id
      ), due as (
        select d.manager_id, d.practitioner_id,
          coalesce(
            (select (max(r.reviewed_at) at time zone 'Europe/London')::date from access_review r
              where r.area_id = ${areaId} and r.practitioner_id = d.practitioner_id),
            (select min(lower(po.during)) from post po
              where po.area_id = ${areaId} and po.practitioner_id = d.practitioner_id and po.during @> ${today}::date)
          ) + (select coalesce(a.access_review_days, ${accessReviews.everyDays.usual}::int) from area a where a.area_id = ${areaId}) as on_day
        from managed d
      )
      select due.manager_id as "managerId", json_agg(due.on_day::text) as "dueDays",
        (select over.practitioner_id from post own
          join post over on over.area_id = own.area_id and over.role = 'service-manager' and over.during @> ${today}::date
            and over.practitioner_id <> own.practitioner_id
          where own.area_id = ${areaId} and own.practitioner_id = due.manager_id and own.during @> ${today}::date
          order by over.practitioner_id = own.line_manager_id desc nulls last, over.agency_id = own.agency_id desc,
            over.practitioner_id limit 1) as "overId"
      from due
      where exists (select 1 from post po where po.area_id = ${areaId} and po.practitioner_id = due.manager_id
        and po.during @> ${today}::date and po.role in ('head', 'team-manager', 'service-manager'))
      group by due.manager_id`,
  );
