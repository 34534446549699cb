import type { AgencyKind, LocalDate, SupervisionModel } from "@linchpin/domain";
import { and, desc, eq, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { endedNow } from "../../db/lasting.ts";
import { anyOf } from "../../db/many.ts";
import { nameKeyOf } from "../../db/name-key.ts";
import {
  supervision,
  supervisionAgreed,
  type supervisionCase,
  supervisionSession,
} from "../../db/schema/supervision.ts";
import { managedPeople } from "../../line-managers.ts";
import type { Records } from "../../records.ts";

export { familyWaits } from "../concern/reads.ts";

export type Strand = "lead" | "practice";
type Named = { readonly practitionerId: string; readonly name: string };

export type ArrangementRow = {
  readonly supervisionId: string;
  readonly version: number;
  readonly model: SupervisionModel;
  readonly lead: Named;
  readonly practice: Named;
  /** Whether each of the two is at work here today: somebody who has left supervises nobody. */
  readonly leadIsHere: boolean;
  readonly practiceIsHere: boolean;
  readonly usualEveryDays: number;
  readonly leadEveryDays: number | null;
  readonly reason: string | null;
  readonly since: LocalDate;
};

/** Somebody who is supervised, or ought to be, and how the caller stands to them. */
export type PersonRow = {
  readonly practitionerId: string;
  readonly name: string;
  readonly postTitle: string | null;
  readonly agencyId: string | null;
  readonly agencyName: string | null;
  readonly agencyKind: AgencyKind | null;
  readonly isManagedByMe: boolean;
  readonly managerId: string | null;
  readonly arrangement: ArrangementRow | null;
};

const dayOf = (of: string) => sql.raw(`(${of} at time zone 'Europe/London')::date::text`);

const isHere = (who: string) =>
  sql.raw(`exists (select 1 from post h where h.area_id = s.area_id and h.practitioner_id = ${who}
    and h.during @> (app_now() at time zone 'Europe/London')::date)`);

const arrangement = ({ now }: Pick<Records, "now">) => sql`(
    select json_build_object('supervisionId', s.supervision_id, 'version', s.version, 'model', s.model,
      'lead', json_build_object('practitionerId', l.practitioner_id, 'name', l.name),
      'practice', json_build_object('practitionerId', c.practitioner_id, 'name', c.name),
      'leadIsHere', ${isHere("s.lead_supervisor_id")}, 'practiceIsHere', ${isHere("s.practice_supervisor_id")},
      'usualEveryDays', s.usual_every_days, 'leadEveryDays', s.lead_every_days, 'reason', s.reason,
      'since', ${dayOf("lower(s.during)")})
    from supervision s
    join practitioner l on l.area_id = s.area_id and l.practitioner_id = s.lead_supervisor_id
    join practitioner c on c.area_id = s.area_id and c.practitioner_id = s.practice_supervisor_id
    where s.area_id = p.area_id and s.practitioner_id = p.practitioner_id and s.during @> ${now}::timestamptz)`;

const persons = (records: Records) => sql`
    select p.practitioner_id as "practitionerId", p.name, main.title as "postTitle", ag.agency_id as "agencyId",
      ag.name as "agencyName", ag.kind as "agencyKind", app_manages(p.practitioner_id) as "isManagedByMe",
      coalesce(main.line_manager_id, t.manager_id) as "managerId", ${arrangement(records)} as arrangement
    from practitioner p
    left join lateral (select po.title, po.agency_id, po.area_id, po.line_manager_id, po.team_id from post po where po.area_id = p.area_id
      and po.practitioner_id = p.practitioner_id and po.during @> ${records.today}::date order by po.hours desc, po.post_id limit 1) main on true
    left join agency ag on ag.area_id = main.area_id and ag.agency_id = main.agency_id
    left join team t on t.area_id = main.area_id and t.team_id = main.team_id`;

/** The people whom the caller supervises on a strand, and those they manage who lead or are supervised. */
export const myPeople = (records: Records): Promise<readonly PersonRow[]> =>
  rowsOf(
    records.tx,
    sql`with ${managedPeople(sql`${records.today}::date`, sql`''`)}
      ${persons(records)}
      where p.area_id = ${records.who.areaId} and p.practitioner_id <> ${records.who.practitionerId} and (
        exists (select 1 from supervision s where s.area_id = p.area_id and s.practitioner_id = p.practitioner_id and s.during @> ${records.now}::timestamptz
          and ${records.who.practitionerId}::uuid in (s.lead_supervisor_id, s.practice_supervisor_id))
        or (p.practitioner_id in (select practitioner_id from managed) and (
          exists (select 1 from child_access a where a.area_id = p.area_id and a.practitioner_id = p.practitioner_id and a.basis = 'lead' and a.during @> ${records.now}::timestamptz)
          or exists (select 1 from supervision s where s.area_id = p.area_id and s.practitioner_id = p.practitioner_id and s.during @> ${records.now}::timestamptz))))
      order by ${nameKeyOf(sql`p.name`)}, p.practitioner_id`,
  );

/** One person by id, whoever they are. */
export async function personRow(records: Records, practitionerId: string): Promise<PersonRow | undefined> {
  const [found] = await rowsOf<PersonRow>(
    records.tx,
    sql`${persons(records)} where p.area_id = ${records.who.areaId} and p.practitioner_id = ${practitionerId}`,
  );
  return found;
}

/** A child somebody leads, or led: by name where the caller may see the child. */
export type LedRow = {
  readonly practitionerId: string;
  readonly childId: string;
  readonly planId: string | null;
  readonly name: string | null;
  readonly bornOn: LocalDate | null;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly isCurrent: boolean;
  readonly lastDiscussedOn: LocalDate | null;
  readonly riskIsHigh: boolean | null;
};

/** Which children these people lead or led, one row a child and time; of what is held back from the caller nothing. */
export const ledBy = (records: Records, people: readonly string[]): Promise<readonly LedRow[]> =>
  people.length === 0
    ? Promise.resolve([])
    : rowsOf(
        records.tx,
        sql`select distinct on (a.practitioner_id, a.child_id, lower(a.during)) a.practitioner_id as "practitionerId", a.child_id as "childId",
        l.plan_id as "planId", nullif(trim(c.given_name || ' ' || c.family_name), '') as name, c.born_on::text as "bornOn",
        ${dayOf("lower(a.during)")} as "from", ${dayOf("upper(a.during)")} as until, a.during @> ${records.now}::timestamptz as "isCurrent",
        (select max(k.held_on)::text from supervision_case k where k.area_id = a.area_id and k.practitioner_id = a.practitioner_id
          and k.child_id = a.child_id and k.left_out_because is null) as "lastDiscussedOn",
        (select k.risk_is_high from supervision_case k where k.area_id = a.area_id and k.practitioner_id = a.practitioner_id
          and k.child_id = a.child_id and k.risk_is_high is not null order by k.held_on desc, k.session_id desc limit 1) as "riskIsHigh"
      from child_access a
      left join lead l on l.area_id = a.area_id and l.lead_id = a.source_id
      left join child c on c.area_id = a.area_id and c.child_id = a.child_id and c.withdrawn_at is null
      where a.area_id = ${records.who.areaId} and a.practitioner_id = ${anyOf(people)} and a.basis = 'lead'
        and lower(a.during) <= ${records.now}::timestamptz and not is_held_back(a.area_id, ${records.who.practitionerId}, a.child_id)
      order by a.practitioner_id, a.child_id, lower(a.during), l.plan_id nulls last`,
      );

/** The last planned session of each person on each strand, of those the caller may see. */
export const lastSessions = (
  { tx, who }: Records,
  people: readonly string[],
): Promise<readonly { readonly practitionerId: string; readonly strand: Strand; readonly heldOn: LocalDate }[]> =>
  people.length === 0
    ? Promise.resolve([])
    : rowsOf(
        tx,
        sql`select practitioner_id as "practitionerId", strand, max(held_on)::text as "heldOn" from supervision_session
      where area_id = ${who.areaId} and practitioner_id = ${anyOf(people)} and kind = 'formal' group by practitioner_id, strand`,
      );

export type RequestRow = {
  readonly requestId: string;
  readonly version: number;
  readonly practitionerId: string;
  readonly toName: string;
  readonly childId: string;
  readonly childName: string | null;
  readonly bornOn: LocalDate | null;
  readonly reason: string;
  readonly askedOn: LocalDate;
  readonly dutyId: string | null;
  readonly answer: "offered" | "not-now" | null;
  readonly offeredOn: LocalDate | null;
  readonly answerWords: string | null;
  readonly answeredOn: LocalDate | null;
  readonly answeredByName: string | null;
};

/** What these people asked for, the newest first. */
export const requestsOf = (
  { tx, who }: Records,
  of: { readonly people: readonly string[] } | { readonly requestId: string },
): Promise<readonly RequestRow[]> =>
  rowsOf(
    tx,
    sql`select r.request_id as "requestId", r.version, r.practitioner_id as "practitionerId", t.name as "toName", r.child_id as "childId",
        nullif(trim(c.given_name || ' ' || c.family_name), '') as "childName", c.born_on::text as "bornOn", r.reason, r.asked_on::text as "askedOn",
        r.duty_id as "dutyId", r.answer, r.offered_on::text as "offeredOn", r.answer_words as "answerWords",
        ${dayOf("r.answered_at")} as "answeredOn", b.name as "answeredByName"
      from supervision_request r
      join practitioner t on t.area_id = r.area_id and t.practitioner_id = r.to_id
      left join practitioner b on b.area_id = r.area_id and b.practitioner_id = r.answered_by
      left join child c on c.area_id = r.area_id and c.child_id = r.child_id and c.withdrawn_at is null
      where r.area_id = ${who.areaId} and ${"requestId" in of ? sql`r.request_id = ${of.requestId}` : sql`r.practitioner_id = ${anyOf(of.people)}`}
      order by r.asked_at desc, r.request_id desc limit 200`,
  );

export type CaseSaid = Pick<
  typeof supervisionCase.$inferSelect,
  | "sessionId"
  | "childId"
  | "note"
  | "presentingNeed"
  | "whatTheLeadCanDo"
  | "specialistSupport"
  | "othersWorkDirectly"
  | "riskIsHigh"
  | "leftOutBecause"
> & { readonly childName: string | null; readonly bornOn: LocalDate | null };

/** The sessions of one person that the caller may read, the newest first, with what was said of each child in them. */
export async function sessionsOf(records: Records, practitionerId: string, most = 60) {
  const { tx, who } = records;
  const sessions = await tx
    .select({
      sessionId: supervisionSession.sessionId,
      strand: supervisionSession.strand,
      kind: supervisionSession.kind,
      heldOn: supervisionSession.heldOn,
      note: supervisionSession.note,
      supervisorId: supervisionSession.supervisorId,
      supervisorName: sql<string>`(select p.name from practitioner p where p.area_id = ${supervisionSession.areaId} and p.practitioner_id = ${supervisionSession.supervisorId})`,
      summary: supervisionAgreed.summary,
      actions: supervisionAgreed.actions,
    })
    .from(supervisionSession)
    .leftJoin(
      supervisionAgreed,
      and(
        eq(supervisionAgreed.areaId, supervisionSession.areaId),
        eq(supervisionAgreed.sessionId, supervisionSession.sessionId),
      ),
    )
    .where(and(eq(supervisionSession.areaId, who.areaId), eq(supervisionSession.practitionerId, practitionerId)))
    .orderBy(desc(supervisionSession.heldOn), desc(supervisionSession.sessionId))
    .limit(most);
  if (sessions.length === 0) return [];
  const cases = await rowsOf<CaseSaid>(
    tx,
    sql`select k.session_id as "sessionId", k.child_id as "childId", k.note, k.presenting_need as "presentingNeed",
        k.what_the_lead_can_do as "whatTheLeadCanDo", k.specialist_support as "specialistSupport",
        k.others_work_directly as "othersWorkDirectly", k.risk_is_high as "riskIsHigh", k.left_out_because as "leftOutBecause",
        nullif(trim(c.given_name || ' ' || c.family_name), '') as "childName", c.born_on::text as "bornOn"
      from supervision_case k left join child c on c.area_id = k.area_id and c.child_id = k.child_id and c.withdrawn_at is null
      where k.area_id = ${who.areaId} and k.session_id = ${anyOf(sessions.map(({ sessionId }) => sessionId))}
      order by c.given_name, k.child_id`,
  );
  return sessions.map((session) => ({
    ...session,
    cases: cases.filter(({ sessionId }) => sessionId === session.sessionId),
  }));
}
export type SessionRow = Awaited<ReturnType<typeof sessionsOf>>[number];

/** What was agreed in sessions that others held with somebody, as far as the caller may see it, the newest first. */
export const agreedByOthers = ({ tx, who }: Records, practitionerId: string) =>
  tx
    .select({
      strand: supervisionAgreed.strand,
      heldOn: supervisionAgreed.heldOn,
      by: sql<string>`(select p.name from practitioner p where p.area_id = ${supervisionAgreed.areaId} and p.practitioner_id = ${supervisionAgreed.supervisorId})`,
      summary: supervisionAgreed.summary,
      actions: supervisionAgreed.actions,
    })
    .from(supervisionAgreed)
    .where(
      and(
        eq(supervisionAgreed.areaId, who.areaId),
        eq(supervisionAgreed.practitionerId, practitionerId),
        sql`${supervisionAgreed.supervisorId} <> ${who.practitionerId}`,
      ),
    )
    .orderBy(desc(supervisionAgreed.heldOn), desc(supervisionAgreed.sessionId))
    .limit(60);

/** Whether somebody is at work here in a post that may supervise, and their name. */
export async function maySupervise(
  { tx, who, today }: Records,
  practitionerId: string,
  roles: readonly string[],
): Promise<string | undefined> {
  const [found] = await rowsOf<{ readonly name: string }>(
    tx,
    sql`select p.name from practitioner p where p.area_id = ${who.areaId} and p.practitioner_id = ${practitionerId}
      and exists (select 1 from post po where po.area_id = p.area_id and po.practitioner_id = p.practitioner_id
        and po.during @> ${today}::date and po.role = any(${`{${roles.join(",")}}`}::text[]))`,
  );
  return found?.name;
}

/** Everybody at work here whose post may supervise somebody, by name. */
export const supervisorsHere = (
  { tx, who, today }: Records,
  roles: readonly string[],
): Promise<
  readonly {
    readonly practitionerId: string;
    readonly name: string;
    readonly postTitle: string;
    readonly agency: string;
  }[]
> =>
  rowsOf(
    tx,
    sql`select distinct on (${nameKeyOf(sql`p.name`)}, p.practitioner_id) p.practitioner_id as "practitionerId", p.name, po.title as "postTitle", ag.name as agency
      from practitioner p
      join post po on po.area_id = p.area_id and po.practitioner_id = p.practitioner_id and po.during @> ${today}::date
      join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
      where p.area_id = ${who.areaId} and po.role = any(${`{${roles.join(",")}}`}::text[])
      order by ${nameKeyOf(sql`p.name`)}, p.practitioner_id, po.hours desc`,
  );

/** Ends how somebody is supervised, from the version that was seen; false where it is another one by now. */
export async function endArrangement(
  { tx, who, now }: Records,
  of: { readonly practitionerId: string; readonly version: number | undefined },
): Promise<boolean> {
  const current = and(
    eq(supervision.areaId, who.areaId),
    eq(supervision.practitionerId, of.practitionerId),
    sql`${supervision.during} @> ${now}::timestamptz and upper_inf(${supervision.during})`,
  );
  if (of.version === undefined) {
    const there = await tx.select({ id: supervision.supervisionId }).from(supervision).where(current);
    return there.length === 0;
  }
  const ended = await tx
    .update(supervision)
    .set({ during: endedNow(supervision.during, now) })
    .where(and(current, eq(supervision.version, of.version)))
    .returning({ id: supervision.supervisionId });
  return ended.length > 0;
}

type NewArrangement = Omit<
  typeof supervision.$inferInsert,
  "areaId" | "supervisionId" | "during" | "setBy" | "recordedAt"
>;

/** Begins how somebody is supervised, from now on. */
export async function addArrangement(records: Records, given: NewArrangement): Promise<void> {
  await records.tx.insert(supervision).values({
    ...given,
    areaId: records.who.areaId,
    supervisionId: records.newId(),
    during: { from: records.now },
    setBy: records.who.practitionerId,
    recordedAt: records.now,
  });
}

export async function nameOf({ tx, who }: Records, practitionerId: string): Promise<string | undefined> {
  const [found] = await rowsOf<{ readonly name: string }>(
    tx,
    sql`select name from practitioner where area_id = ${who.areaId} and practitioner_id = ${practitionerId}`,
  );
  return found?.name;
}

/** Everybody who leads for a child now. For figures only, asked for the whole area. */
export const everybodyWhoLeads = (records: Records): Promise<readonly PersonRow[]> =>
  rowsOf(
    records.tx,
    sql`${persons(records)} where p.area_id = ${records.who.areaId} and exists (select 1 from child_access a where a.area_id = p.area_id
      and a.practitioner_id = p.practitioner_id and a.basis = 'lead' and a.during @> ${records.now}::timestamptz) order by p.practitioner_id`,
  );
