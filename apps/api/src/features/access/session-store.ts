import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { managedPeople, managesOrManaged } from "../../line-managers.ts";
import type { Records } from "../../records.ts";

export type SessionRow = {
  readonly sessionId: string;
  readonly device: string | null;
  readonly startedAt: string;
  readonly usedAt: string | null;
  readonly until: string;
  readonly postTitle: string | null;
  readonly agencyName: string | null;
  readonly areaName: string | null;
};

/** What opens something still: a row that is over lies there until it is swept. */
const isOpen = ({ now }: Records): SQL => sql`s.idle_until > ${now}::timestamptz and s.until > ${now}::timestamptz`;

/** Instants as the api writes them. */
const instant = (column: SQL): SQL => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The sessions of a practitioner's sign-in, in whatever area; nobody's posts are read but those of the sign-in itself. */
export const sessionsOf = (records: Records, practitionerId: string): Promise<readonly SessionRow[]> =>
  rowsOf<SessionRow>(
    records.tx,
    sql`select s.session_id as "sessionId", s.device, ${instant(sql`s.started_at`)} as "startedAt",
        ${instant(sql`s.used_at`)} as "usedAt", ${instant(sql`s.until`)} as "until",
        held.post_title as "postTitle", held.agency_name as "agencyName", held.area_name as "areaName"
      from practitioner pr
      join session s on s.issuer = pr.issuer and s.subject = pr.subject and ${isOpen(records)}
      left join lateral posts_for_sign_in(pr.issuer, pr.subject, ${records.today}::date) held
        on held.area_id = s.area_id and held.post_id = s.post_id
      where pr.area_id = ${records.who.areaId} and pr.practitioner_id = ${practitionerId}
      order by s.started_at desc, s.session_id limit 200`,
  );

export type StaffSessionRow = {
  readonly practitionerId: string;
  readonly name: string;
  readonly postTitle: string;
  readonly sessionId: string | null;
  readonly device: string | null;
  readonly startedAt: string | null;
  readonly usedAt: string | null;
};

/** Everybody the caller manages today, by name, each with their sessions in this area. */
export const sessionsOfStaff = (records: Records): Promise<readonly StaffSessionRow[]> =>
  rowsOf<StaffSessionRow>(
    records.tx,
    sql`with ${managedPeople(sql`${records.today}::date`, sql`''`)}
      select pr.practitioner_id as "practitionerId", pr.name,
        (select string_agg(po.title, ', ' order by po.title) from post po where po.area_id = pr.area_id
          and po.practitioner_id = pr.practitioner_id and po.during @> ${records.today}::date) as "postTitle",
        s.session_id as "sessionId", s.device, ${instant(sql`s.started_at`)} as "startedAt", ${instant(sql`s.used_at`)} as "usedAt"
      from managed
      join practitioner pr on pr.area_id = app_area() and pr.practitioner_id = managed.practitioner_id
      left join session s on s.area_id = pr.area_id and s.practitioner_id = pr.practitioner_id and ${isOpen(records)}
      where pr.practitioner_id <> app_person()
      order by lower(pr.name), pr.practitioner_id, s.started_at desc limit 2000`,
  );

/** Whether the caller manages somebody, at whatever step, or did at the last post they had: a leaver may still be signed in. */
export async function managesNowOrLast(records: Records, practitionerId: string): Promise<boolean> {
  const [row] = await rowsOf<{ readonly does: boolean }>(
    records.tx,
    sql`select ${managesOrManaged(records, sql`${practitionerId}::uuid`)} as does`,
  );
  return row?.does === true;
}

/** Ends sessions of a practitioner's sign-in: one, all but one, or all. Gives how many were open. */
export async function endSessionsOf(
  records: Records,
  practitionerId: string,
  which: { readonly only?: string; readonly butNot?: string | undefined } = {},
): Promise<number> {
  const { only, butNot } = which;
  const ended = await rowsOf<{ readonly wasOpen: boolean }>(
    records.tx,
    sql`delete from session s using practitioner pr
      where pr.area_id = ${records.who.areaId} and pr.practitioner_id = ${practitionerId}
        and s.issuer = pr.issuer and s.subject = pr.subject
        ${only === undefined ? sql`` : sql`and s.session_id = ${only}::uuid`}
        ${butNot === undefined ? sql`` : sql`and s.session_id <> ${butNot}::uuid`}
      returning ${isOpen(records)} as "wasOpen"`,
  );
  return ended.filter(({ wasOpen }) => wasOpen).length;
}
