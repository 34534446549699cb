import type { DayRange, LocalDate } from "@linchpin/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { post, seniorManager } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";

/** What the post is called that being named gives. */
export const titleOfPost = "Senior manager for lead professionals";

export type NamingRow = {
  readonly namingId: string;
  readonly agencyId: string;
  readonly practitionerId: string;
  readonly name: string;
  readonly postId: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly namedBy: string;
  readonly namedByName: string;
  readonly endedBecause: string | null;
  readonly endedByName: string | null;
  /** Closed before it ever held: nobody had anything by it. */
  readonly isTakenBack: boolean;
  readonly worksHere: boolean;
};

const namings = ({ tx, who, today }: Records, which: ReturnType<typeof sql>) =>
  rowsOf<NamingRow>(
    tx,
    sql`select n.naming_id as "namingId", n.agency_id as "agencyId", n.practitioner_id as "practitionerId", p.name,
        n.post_id as "postId", lower(n.during)::text as from, upper(n.during)::text as until, n.named_by as "namedBy", by.name as "namedByName",
        n.ended_because as "endedBecause", e.name as "endedByName", n.superseded_at is not null as "isTakenBack",
        exists (select 1 from post own where own.area_id = n.area_id and own.practitioner_id = n.practitioner_id
          and own.agency_id = n.agency_id and own.during @> ${today}::date and not exists (
            select 1 from senior_manager o where o.area_id = own.area_id and o.post_id = own.post_id)) as "worksHere"
      from senior_manager n
      join practitioner p on p.area_id = n.area_id and p.practitioner_id = n.practitioner_id
      join practitioner by on by.area_id = n.area_id and by.practitioner_id = n.named_by
      left join practitioner e on e.area_id = n.area_id and e.practitioner_id = n.ended_by
      where n.area_id = ${who.areaId} and (n.superseded_at is null or n.ended_because is not null) and ${which}
      order by lower(n.during) desc, n.naming_id desc`,
  );

/** Everybody who was ever named, the latest first; what was taken back among them. */
export const namingsOfArea = (records: Records): Promise<readonly NamingRow[]> => namings(records, sql`true`);

/** One naming that stands, held until the transaction ends; undefined where there is none. */
export async function lockNaming(records: Records, namingId: string): Promise<NamingRow | undefined> {
  const { tx, who } = records;
  await tx.execute(
    sql`select 1 from senior_manager where area_id = ${who.areaId} and naming_id = ${namingId} and superseded_at is null for no key update`,
  );
  const [found] = await namings(records, sql`n.naming_id = ${namingId} and n.superseded_at is null`);
  return found;
}

type Organisation = { readonly agencyId: string; readonly name: string };

export const organisations = ({ tx, who }: Records): Promise<readonly Organisation[]> =>
  rowsOf(
    tx,
    sql`select agency_id as "agencyId", name from agency where area_id = ${who.areaId} order by name, agency_id`,
  );

/** The organisation of the caller's own post. */
export async function ownOrganisation({ tx, who }: Records): Promise<Organisation> {
  const [found] = await rowsOf<Organisation>(
    tx,
    sql`select a.agency_id as "agencyId", a.name from post po join agency a on a.area_id = po.area_id and a.agency_id = po.agency_id
      where po.area_id = ${who.areaId} and po.post_id = ${who.postId}`,
  );
  if (found === undefined) throw new Error("somebody is at work in a post that is not there");
  return found;
}

/** Whether somebody works in an organisation on a day, in a post of which one can be senior manager; and their name. */
export async function worksIn(
  { tx, who }: Records,
  practitionerId: string,
  agencyId: string,
  on: LocalDate,
): Promise<string | undefined> {
  const [found] = await rowsOf<{ readonly name: string }>(
    tx,
    sql`select p.name from practitioner p where p.area_id = ${who.areaId} and p.practitioner_id = ${practitionerId}
      and exists (select 1 from post po where po.area_id = p.area_id and po.practitioner_id = p.practitioner_id
        and po.agency_id = ${agencyId} and po.during @> ${on}::date and po.role not in ('light', 'lead-member')
        and not exists (select 1 from senior_manager n where n.area_id = po.area_id and n.post_id = po.post_id))`,
  );
  return found?.name;
}

/** Whether the person has the days, or some of them, already. */
export async function isNamedIn(
  { tx, who }: Records,
  practitionerId: string,
  agencyId: string,
  { from, until }: DayRange,
): Promise<boolean> {
  const [found] = await rowsOf<{ readonly is: boolean }>(
    tx,
    sql`select exists (select 1 from senior_manager where area_id = ${who.areaId} and practitioner_id = ${practitionerId}
      and agency_id = ${agencyId} and superseded_at is null
      and during && daterange(${from}::date, ${until ?? null}::date)) as is`,
  );
  return found?.is ?? false;
}

/** Keeps that somebody was named, and gives them the post for those days. Gives the naming's id. */
export async function addNaming(
  { tx, who, now, newId }: Records,
  of: { readonly practitionerId: string; readonly agencyId: string; readonly during: DayRange },
): Promise<string> {
  const [namingId, postId] = [newId(), newId()];
  await tx.insert(seniorManager).values({
    ...of,
    areaId: who.areaId,
    namingId,
    postId,
    namedBy: who.practitionerId,
    recordedAt: now,
  });
  const { during, ...whose } = of;
  await tx.insert(post).values({
    ...whose,
    areaId: who.areaId,
    postId,
    title: titleOfPost,
    role: "service-manager",
    hours: 0, // it comes beside the work they have
    during,
  });
  return namingId;
}

/**
 * Ends a naming and its post. Where it held on some day, a row with the days it held takes its place; where it held on
 * none, the post goes as well. Gives false where somebody else was first.
 */
export async function endNaming(
  records: Records,
  of: NamingRow,
  { until, because }: { readonly until: LocalDate; readonly because: string },
): Promise<boolean> {
  const { tx, who, now, newId } = records;
  const held = until > of.from;
  const closed = await tx
    .update(seniorManager)
    .set({ supersededAt: now, ...(held ? {} : { endedBecause: because, endedBy: who.practitionerId }) })
    .where(
      and(
        eq(seniorManager.areaId, who.areaId),
        eq(seniorManager.namingId, of.namingId),
        isNull(seniorManager.supersededAt),
      ),
    )
    .returning({ namingId: seniorManager.namingId });
  if (closed.length === 0) return false;
  if (!held) {
    await tx.execute(sql`select take_back_senior_post(${of.postId})`);
    return true;
  }
  const { agencyId, practitionerId, postId, namedBy, from } = of;
  await tx.insert(seniorManager).values({
    areaId: who.areaId,
    namingId: newId(),
    agencyId,
    practitionerId,
    postId,
    namedBy,
    during: { from, until },
    endedBecause: because,
    endedBy: who.practitionerId,
    recordedAt: now,
  });
  await tx
    .update(post)
    .set({ during: sql`daterange(${from}::date, ${until}::date)`, endedBecause: because })
    .where(and(eq(post.areaId, who.areaId), eq(post.postId, postId)));
  return true;
}
