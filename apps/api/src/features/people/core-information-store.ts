import {
  type CoreItem,
  confirmsCoreInformation,
  dayOf,
  type ItemStanding,
  type LocalDate,
  momentAt,
} from "@linchpin/domain";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import type { Handle } from "../../db/database.ts";
import { insertMany } from "../../db/many.ts";
import { duty } from "../../db/schema/change.ts";
import { coreConfirmation } from "../../db/schema/everyday.ts";
import type { Records } from "../../records.ts";

type ItemRow = {
  readonly item: CoreItem;
  readonly confirmedOn: LocalDate | null;
  readonly confirmedBy: string | null;
  readonly changedAt: string | null;
};
export type CoreRow = {
  readonly childId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly items: readonly ItemRow[];
  readonly handedOverOn: LocalDate | null;
};

/**
 * Of some children: each item that is on record and that whoever asks may know, when somebody last went through it and
 * when it last changed; and the day the child's named person last became one of another stage.
 */
const standings = (childIds: SQL, today: string) => sql`
  select c.child_id as "childId", c.given_name as "givenName", c.family_name as "familyName", c.search_name as "searchName",
    (select coalesce(json_agg(json_build_object('item', kept.item, 'changedAt', to_json(kept.changed_at) #>> '{}',
        'confirmedOn', last.confirmed_on::text, 'confirmedBy', p.name) order by kept.at), '[]'::json)
      from (
        select 1 as at, 'name' as item, c.named_at as changed_at
        union all select 2, 'born', null where c.born_on is not null
        union all select 3, 'address', max(d.recorded_at) from child_address d
          where d.area_id = c.area_id and d.child_id = c.child_id and d.superseded_at is null having count(*) > 0
        union all select 4, 'carers', greatest(max(k.recorded_at), max(k.superseded_at)) from carer k
          where k.area_id = c.area_id and k.child_id = c.child_id having count(*) filter (where k.superseded_at is null) > 0
        union all select 5, 'place', greatest(max(l.recorded_at), max(lower(l.during))::timestamp at time zone 'Europe/London') from place l
          where l.area_id = c.area_id and l.child_id = c.child_id and l.superseded_at is null and l.during @> ${today}::date having count(*) > 0
      ) kept
      left join lateral (select f.confirmed_on, f.confirmed_by from core_confirmation f
        where f.area_id = c.area_id and f.child_id = c.child_id and f.item = kept.item
        order by f.confirmed_on desc, f.recorded_at desc limit 1) last on true
      left join practitioner p on p.area_id = c.area_id and p.practitioner_id = last.confirmed_by) as items,
    (select (max(line.from_at) at time zone 'Europe/London')::date::text from (
        select lower(n.during) as from_at, n.stage, lag(n.stage) over (order by lower(n.during)) as before
        from named_person n where n.area_id = c.area_id and n.child_id = c.child_id and lower(n.during) <= app_now()) line
      where line.before <> line.stage) as "handedOverOn"
  from child c where c.area_id = app_area() and c.withdrawn_at is null and c.child_id in (${childIds})`;

/** One child's. */
export async function coreOfChild({ tx, today }: Records, childId: string): Promise<CoreRow | undefined> {
  const [found] = await rowsOf<CoreRow>(tx, standings(sql`${childId}::uuid`, today));
  return found;
}

/** Those of the children whom the caller is named person of, by name. */
export const coreOfMine = ({ tx, today }: Records): Promise<readonly CoreRow[]> =>
  rowsOf<CoreRow>(
    tx,
    sql`select * from (${standings(
      sql`select a.child_id from child_access a where a.area_id = app_area() and a.practitioner_id = app_person()
        and a.basis = 'named-person' and a.during @> app_now()`,
      today,
    )}) mine order by "searchName", "childId"`,
  );

export type CoreOfArea = CoreRow & {
  readonly namedPersonId: string | null;
  readonly isKept: boolean;
  readonly owed: { readonly dutyId: string; readonly owedBy: string; readonly dueBy: string | null } | null;
};

/** Those of an area of whom something was confirmed before, or asked: with whom they have as named person and what is owed. */
export const coreOfArea = (tx: Handle, today: string): Promise<readonly CoreOfArea[]> =>
  rowsOf<CoreOfArea>(
    tx,
    sql`select s.*,
        (select n.practitioner_id from named_person n where n.area_id = app_area() and n.child_id = s."childId" and n.during @> app_now() limit 1) as "namedPersonId",
        exists (select 1 from restriction r where r.area_id = app_area() and r.child_id = s."childId" and r.kind = 'whereabouts' and upper_inf(r.during)) as "isKept",
        (select json_build_object('dutyId', d.duty_id, 'owedBy', d.owed_by, 'dueBy', d.due_by) from duty d
          where d.area_id = app_area() and d.child_id = s."childId" and d.act = ${confirmsCoreInformation} and d.done_at is null limit 1) as owed
      from (${standings(
        sql`select f.child_id from core_confirmation f where f.area_id = app_area()
          union select d.child_id from duty d where d.area_id = app_area() and d.act = ${confirmsCoreInformation} and d.done_at is null and d.child_id is not null`,
        today,
      )}) s`,
  );

/** Named persons of whose children one at least was never gone through; and whether they were asked to, or need not be any more. */
export const neverConfirmedIn = (tx: Handle) =>
  rowsOf<{ readonly practitionerId: string; readonly hasSome: boolean; readonly dutyId: string | null }>(
    tx,
    sql`select who.id as "practitionerId", bool_or(who.some) as "hasSome", (array_agg(who.duty_id) filter (where who.duty_id is not null))[1] as "dutyId" from (
        select n.practitioner_id as id, true as some, null::uuid as duty_id from named_person n
          join child c on c.area_id = n.area_id and c.child_id = n.child_id and c.withdrawn_at is null
          where n.area_id = app_area() and n.during @> app_now()
            and not exists (select 1 from core_confirmation f where f.area_id = n.area_id and f.child_id = n.child_id)
        union all
        select d.owed_by, false, d.duty_id from duty d
          where d.area_id = app_area() and d.act = ${confirmsCoreInformation} and d.child_id is null and d.done_at is null) who
      group by who.id`,
  );

/** Items as the rules ask for them. */
export const itemStandings = (items: readonly ItemRow[]): readonly ItemStanding[] =>
  items.map(({ item, confirmedOn, changedAt }) => ({
    item,
    confirmedOn: confirmedOn ?? "none",
    changedOn: changedAt === null ? "none" : dayOf(momentAt(changedAt)),
  }));

/** Writes down that these items were gone through today, and that what was owed on it is done. */
export async function addConfirmations(
  { tx, who, today, now, newId }: Records,
  childId: string,
  items: readonly CoreItem[],
): Promise<void> {
  await insertMany(
    tx,
    coreConfirmation,
    items.map((item) => ({
      areaId: who.areaId,
      confirmationId: newId(),
      childId,
      item,
      confirmedOn: today,
      confirmedBy: who.practitionerId,
      recordedAt: now,
    })),
  );
}

export const closeCoreDuty = ({ tx, who, now }: Records, childId: string) =>
  tx
    .update(duty)
    .set({ doneAt: now })
    .where(
      and(
        eq(duty.areaId, who.areaId),
        eq(duty.act, confirmsCoreInformation),
        eq(duty.childId, childId),
        isNull(duty.doneAt),
      ),
    );

/** Once none of the caller's children is left who was never gone through, they are not asked any more. */
export const closeNeverConfirmed = ({ tx, who, now }: Records) =>
  tx
    .update(duty)
    .set({ doneAt: now })
    .where(
      and(
        eq(duty.areaId, who.areaId),
        eq(duty.act, confirmsCoreInformation),
        eq(duty.owedBy, who.practitionerId),
        isNull(duty.childId),
        isNull(duty.doneAt),
        sql`not exists (select 1 from child_access a join child c on c.area_id = a.area_id and c.child_id = a.child_id and c.withdrawn_at is null
          where a.area_id = ${who.areaId} and a.practitioner_id = ${who.practitionerId} and a.basis = 'named-person' and a.during @> app_now()
            and not exists (select 1 from core_confirmation f where f.area_id = a.area_id and f.child_id = a.child_id))`,
      ),
    );
