import type { GroupSeat, LocalDate, NameSeat, PostForSeat, SeatHolding } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { endedBy, endedNow } from "../../db/lasting.ts";
import { childAccess } from "../../db/schema/access.ts";
import { groupSeat } from "../../db/schema/group.ts";
import type { Records } from "../../records.ts";

export type SeatRow = {
  readonly seatId: string;
  readonly seat: GroupSeat;
  readonly holding: SeatHolding;
  readonly practitionerId: string;
  readonly name: string;
  readonly postTitle: string | null;
  readonly agency: string | null;
  readonly since: LocalDate;
  readonly isCurrent: boolean;
  /** The instant from which it is held no more; null where no end is known. */
  readonly until: string | null;
  readonly endedOn: LocalDate | null;
  readonly endedBecause: string | null;
  readonly isAtWork: boolean;
};

const day = (of: string) => sql.raw(`(${of} at time zone 'Europe/London')::date::text`);

/** One change of who sits, or of what they see, at a time in an area: whoever waits sees what the other did. */
export const holdGroup = ({ tx, who }: Records) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('group'), hashtext(${who.areaId}))`);

type Which = "all" | "now" | { readonly on: LocalDate } | { readonly seatId: string };

function narrowed(which: Which, now: string) {
  if (which === "all") return sql`true`;
  if (which === "now") return sql`s.during @> ${now}::timestamptz`;
  if ("seatId" in which) return sql`s.seat_id = ${which.seatId}`;
  return sql`s.during && tstzrange((${which.on}::date)::timestamp at time zone 'Europe/London', (${which.on}::date + 1)::timestamp at time zone 'Europe/London')`;
}

/** Who is named for the group: at all, now, on a day, or one row; those who are named now first, the newest first. */
export const seatRows = ({ tx, who, now, today }: Records, which: Which): Promise<readonly SeatRow[]> =>
  rowsOf(
    tx,
    sql`select s.seat_id as "seatId", s.seat, s.holding, s.practitioner_id as "practitionerId", p.name, main.title as "postTitle",
        main.agency, ${day("lower(s.during)")} as since, s.during @> ${now}::timestamptz as "isCurrent",
        to_char(upper(s.during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until,
        case when upper_inf(s.during) then null else ${day("(upper(s.during) - interval '1 microsecond')")} end as "endedOn", s.ended_because as "endedBecause",
        main.title is not null as "isAtWork"
      from group_seat s join practitioner p on p.area_id = s.area_id and p.practitioner_id = s.practitioner_id
      left join lateral (select po.title, ag.name as agency from post po join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
        where po.area_id = s.area_id and po.practitioner_id = s.practitioner_id and po.during @> ${today}::date order by po.hours desc, po.post_id limit 1) main on true
      where s.area_id = ${who.areaId} and ${narrowed(which, now)}
      order by (s.during @> ${now}::timestamptz) desc, lower(s.during) desc, s.seat_id`,
  );

/** The posts that somebody holds today: what may be asked of them rests on these. */
export const postsOf = ({ tx, who, today }: Records, practitionerId: string): Promise<readonly PostForSeat[]> =>
  rowsOf(
    tx,
    sql`select po.role, ag.kind as "agencyKind", upper(po.during)::text as until from post po
      join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
      where po.area_id = ${who.areaId} and po.practitioner_id = ${practitionerId} and po.during @> ${today}::date`,
  );

export async function addSeat(
  { tx, who, now, newId }: Records,
  { seat, holding, practitionerId }: Pick<NameSeat, "seat" | "holding" | "practitionerId">,
  until: string | undefined,
): Promise<void> {
  await tx.insert(groupSeat).values({
    areaId: who.areaId,
    seatId: newId(),
    seat,
    holding,
    practitionerId,
    during: { from: now, ...(until === undefined ? {} : { until }) },
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}

/** Ends a seat now; false where somebody did already. */
export async function endSeatRow({ tx, who, now }: Records, seatId: string, because: string): Promise<boolean> {
  const ended = await tx
    .update(groupSeat)
    .set({ during: endedNow(groupSeat.during, now), endedBy: who.practitionerId, endedBecause: because })
    .where(
      and(
        eq(groupSeat.areaId, who.areaId),
        eq(groupSeat.seatId, seatId),
        sql`${groupSeat.during} @> ${now}::timestamptz`,
      ),
    )
    .returning({ seatId: groupSeat.seatId });
  return ended.length > 0;
}

/** Bounds whatever seat somebody holds now, and what it opened to them, by an instant: that of the end of the post it rests on. */
export async function boundSeat(
  { tx, who, now }: Records,
  { seatId, practitionerId }: Pick<SeatRow, "seatId" | "practitionerId">,
  until: string,
): Promise<void> {
  await tx
    .update(groupSeat)
    .set({ during: endedBy(groupSeat.during, until) })
    .where(and(eq(groupSeat.areaId, who.areaId), eq(groupSeat.seatId, seatId)));
  await tx
    .update(childAccess)
    .set({ during: endedBy(childAccess.during, until) })
    .where(
      and(
        eq(childAccess.areaId, who.areaId),
        eq(childAccess.practitionerId, practitionerId),
        sql`${childAccess.during} @> ${now}::timestamptz and exists (select 1 from group_item i
          where i.area_id = ${childAccess.areaId} and i.group_item_id = ${childAccess.sourceId})`,
      ),
    );
}
