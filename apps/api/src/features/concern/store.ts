import {
  type AnswersAs,
  answersAs,
  type ConcernTouches,
  DomainError,
  type LocalDate,
  type SaidView,
  type Told,
  type WorryBringer,
  type WorryPlace,
  whoAnswers,
} from "@linchpin/domain";
import { and, desc, eq, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { child } from "../../db/schema/child.ts";
import { concern, view } from "../../db/schema/concern.ts";
import { telling } from "../../db/schema/named-person.ts";
import { post, practitioner } from "../../db/schema/practitioner.ts";
import { type Place, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";

export { namedPersonsOf, openPlanOf } from "../plan/reads.ts";

const recorder = sql<string>`(select p.name from practitioner p where p.area_id = ${concern.areaId} and p.practitioner_id = ${concern.recordedBy})`;
const decider = sql<
  string | null
>`(select p.name from practitioner p where p.area_id = ${concern.areaId} and p.practitioner_id = ${concern.decidedBy})`;
const manager = sql<
  string | null
>`(select p.name from practitioner p where p.area_id = ${concern.areaId} and p.practitioner_id = ${concern.managerConsultedId})`;

const columns = {
  concernId: concern.concernId,
  version: concern.version,
  childId: concern.childId,
  childName: sql<string>`trim(${child.givenName} || ' ' || ${child.familyName})`,
  state: concern.state,
  noticedOn: concern.noticedOn,
  reportedOn: concern.reportedOn,
  noticed: concern.noticed,
  doneSoFar: concern.doneSoFar,
  touches: concern.touches,
  raisedBy: concern.raisedBy,
  broughtBy: concern.broughtBy,
  aboutPlace: concern.aboutPlace,
  chosenAdult: concern.chosenAdult,
  wish: concern.wish,
  wishedOn: concern.wishedOn,
  offered: concern.offered,
  offeredOn: concern.offeredOn,
  offerAnswer: concern.offerAnswer,
  recordedBy: concern.recordedBy,
  recordedByName: recorder,
  recordedAt: concern.recordedAt,
  acknowledgedOn: concern.acknowledgedOn,
  outcome: concern.outcome,
  helpGiven: concern.helpGiven,
  outcomeReason: concern.outcomeReason,
  leadDecision: concern.leadDecision,
  managerName: manager,
  managerConsultedOn: concern.managerConsultedOn,
  decidedOn: concern.decidedOn,
  decidedBy: concern.decidedBy,
  decidedByName: decider,
  decisionId: concern.decisionId,
  planId: concern.planId,
} as const;

const one = ({ tx, who }: Records, concernId: string) =>
  tx
    .select(columns)
    .from(concern)
    .innerJoin(child, and(eq(child.areaId, concern.areaId), eq(child.childId, concern.childId)))
    .where(and(eq(concern.areaId, who.areaId), eq(concern.concernId, concernId)));
export type ConcernRow = Awaited<ReturnType<typeof one>>[number];

/** A concern, or that there is none for this reader. */
export async function concernOf(records: Records, concernId: string): Promise<ConcernRow> {
  const [found] = await one(records, concernId);
  if (!found) throw new DomainError({ kind: "not-visible", what: "concern" });
  return found;
}

/** The same, held until the transaction ends. */
export async function lockConcern(records: Records, concernId: string): Promise<ConcernRow> {
  const { tx, who } = records;
  await tx
    .select({ concernId: concern.concernId })
    .from(concern)
    .where(and(eq(concern.areaId, who.areaId), eq(concern.concernId, concernId)))
    .for("update");
  return concernOf(records, concernId);
}

export type Answering = { readonly practitionerId: string; readonly as: AnswersAs };

/** To whom worries about a child come now, the nearest first; nobody who is held back from the child. */
export async function answeringFor({ tx, who, now }: Records, childId: string): Promise<readonly Answering[]> {
  const rows = await rowsOf<Answering>(
    tx,
    sql`select practitioner_id as "practitionerId", basis as "as" from child_access
      where area_id = ${who.areaId} and child_id = ${childId} and not held_back and during @> ${now}::timestamptz
        and basis in ${[...answersAs]}
      order by practitioner_id`,
  );
  return whoAnswers(rows);
}

/** About whom somebody hears of something new, by what they are to the child: names nobody. */
export const aboutWhom: Readonly<Record<AnswersAs, string>> = {
  "named-person": "about a child you are named person for.",
  lead: "about a child for whom you are the lead professional.",
  "acting-lead": "about a child for whom you are the acting lead professional.",
  "contact-of-record": "about a child whose contact for the plan you are.",
  head: "about a child of your school or clinic for whom nobody is named yet.",
};

export type NewConcern = {
  readonly childId: string;
  readonly noticedOn: LocalDate;
  readonly reportedOn: LocalDate;
  readonly noticed: string;
  readonly doneSoFar?: string | undefined;
  readonly raisedBy: string | undefined;
  readonly broughtBy: WorryBringer | undefined;
  readonly aboutPlace: WorryPlace | undefined;
  readonly chosenAdult: string | undefined;
  readonly touches: readonly ConcernTouches[];
};

export async function addConcern(records: Records, given: NewConcern): Promise<string> {
  const concernId = records.newId();
  await records.tx.insert(concern).values({
    ...given,
    areaId: records.who.areaId,
    concernId,
    touches: [...given.touches],
    doneSoFar: given.doneSoFar ?? null,
    raisedBy: given.raisedBy ?? null,
    broughtBy: given.broughtBy ?? null,
    aboutPlace: given.aboutPlace ?? null,
    chosenAdult: given.chosenAdult ?? null,
    recordedBy: records.who.practitionerId,
    recordedAt: records.now,
    state: "open",
  });
  return concernId;
}

/** Moves a concern on from the version that was seen. */
export async function moveConcern(
  { tx, who }: Records,
  concernId: string,
  version: number,
  to: Partial<typeof concern.$inferInsert>,
): Promise<void> {
  const moved = await tx
    .update(concern)
    .set({ ...to, version: version + 1 })
    .where(and(eq(concern.areaId, who.areaId), eq(concern.concernId, concernId), eq(concern.version, version)))
    .returning({ version: concern.version });
  if (moved.length === 0) throw new DomainError({ kind: "changed-since", what: "concern" });
}

export type Whose = "child" | "family";

/** Keeps what a child or family said of a concern, or why they could not be asked. Not asked yet keeps nothing. */
export async function addView(
  records: Records,
  of: { readonly concernId: string; readonly childId: string },
  whose: Whose,
  said: SaidView,
): Promise<void> {
  if (said.asked === "not-yet") return;
  await records.tx.insert(view).values({
    areaId: records.who.areaId,
    viewId: records.newId(),
    childId: of.childId,
    concernId: of.concernId,
    whose,
    about: "concern",
    words: said.asked === "given" ? said.words : null,
    how: said.asked === "given" ? said.how : null,
    notPossibleBecause: said.asked === "not-possible" ? said.because : null,
    saidOn: records.today,
    recordedBy: records.who.practitionerId,
    recordedAt: records.now,
  });
}

/** The last word of child and family on a concern. */
export const viewsOf = ({ tx, who }: Records, concernId: string) =>
  tx
    .selectDistinctOn([view.whose], {
      whose: view.whose,
      words: view.words,
      how: view.how,
      notPossibleBecause: view.notPossibleBecause,
      saidOn: view.saidOn,
      recordedById: practitioner.practitionerId,
      recordedByName: practitioner.name,
    })
    .from(view)
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, view.areaId), eq(practitioner.practitionerId, view.recordedBy)),
    )
    .where(and(eq(view.areaId, who.areaId), eq(view.concernId, concernId), eq(view.about, "concern")))
    .orderBy(view.whose, desc(view.recordedAt), desc(view.viewId));
export type ViewRow = Awaited<ReturnType<typeof viewsOf>>[number];

/** Keeps that a child or family was told of a concern, or why not; the last word counts. */
export async function keepTold(
  records: Records,
  of: { readonly concernId: string; readonly childId: string },
  whom: Whose,
  said: Told,
): Promise<void> {
  if (said.told === "not-yet") return;
  const told =
    said.told === "yes"
      ? { toldOn: said.on, how: said.how, notToldBecause: null }
      : { toldOn: null, how: null, notToldBecause: said.because };
  const { tx, who, now } = records;
  await tx
    .insert(telling)
    .values({
      ...told,
      areaId: who.areaId,
      tellingId: records.newId(),
      childId: of.childId,
      recipient: whom,
      about: "concern",
      sourceId: of.concernId,
      recordedBy: who.practitionerId,
      recordedAt: now,
    })
    .onConflictDoUpdate({
      target: [telling.areaId, telling.sourceId, telling.recipient],
      set: { ...told, recordedBy: who.practitionerId, recordedAt: now },
    });
}

/** What child and family were told of a concern. */
export const toldOf = ({ tx, who }: Records, concernId: string) =>
  tx
    .select({
      recipient: telling.recipient,
      toldOn: telling.toldOn,
      how: telling.how,
      notToldBecause: telling.notToldBecause,
    })
    .from(telling)
    .where(and(eq(telling.areaId, who.areaId), eq(telling.sourceId, concernId), eq(telling.about, "concern")));
export type ToldRow = Awaited<ReturnType<typeof toldOf>>[number];

export type InList = {
  readonly concernId: string;
  readonly noticedOn: LocalDate;
  readonly reportedOn: LocalDate;
  readonly beginning: string;
  readonly touches: readonly string[];
  readonly state: "open" | "closed";
  readonly outcome: "nothing-more" | "own-agency-help" | "another-agency-needed" | null;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly recordedAt: string;
  readonly planId: string | null;
};

/** A child's concerns, the newest first, one more than a page holds. */
export const concernRows = ({ tx, who }: Records, childId: string, after: Place | undefined) =>
  rowsOf<InList>(
    tx,
    sql`select c.concern_id as "concernId", c.noticed_on::text as "noticedOn", c.reported_on::text as "reportedOn",
        left(c.noticed, 200) as beginning, to_jsonb(c.touches) as touches, c.state, c.outcome,
        c.recorded_by as "recordedBy", p.name as "recordedByName",
        to_char(c.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt", c.plan_id as "planId"
      from concern c join practitioner p on p.area_id = c.area_id and p.practitioner_id = c.recorded_by
      where c.area_id = ${who.areaId} and c.child_id = ${childId}
        and ${after === undefined ? sql`true` : sql`(c.recorded_at, c.concern_id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
      order by c.recorded_at desc, c.concern_id desc
      limit ${pageSize + 1}`,
  );

/** All that was ever noticed about a child, in the order of its days, whoever raised it and however (HIG-73). */
export const besideOf = ({ tx, who }: Records, childId: string) =>
  rowsOf<{
    readonly concernId: string;
    readonly noticedOn: LocalDate;
    readonly beginning: string;
    readonly state: "open" | "closed";
    readonly from: string;
  }>(
    tx,
    sql`select c.concern_id as "concernId", c.noticed_on::text as "noticedOn", left(c.noticed, 200) as beginning, c.state,
        coalesce(c.raised_by, p.name) as "from"
      from concern c join practitioner p on p.area_id = c.area_id and p.practitioner_id = c.recorded_by
      where c.area_id = ${who.areaId} and c.child_id = ${childId}
      order by c.noticed_on, c.recorded_at, c.concern_id limit 100`,
  );

/** A person's line managers now, by name. */
export const lineManagersOf = ({ tx, who, today }: Records, practitionerId: string) =>
  tx
    .selectDistinct({ practitionerId: practitioner.practitionerId, name: practitioner.name })
    .from(post)
    .innerJoin(
      practitioner,
      and(
        eq(practitioner.areaId, post.areaId),
        sql`${practitioner.practitionerId} = coalesce(${post.lineManagerId}, (select t.manager_id from team t where t.area_id = ${post.areaId} and t.team_id = ${post.teamId}))`,
      ),
    )
    .where(
      and(eq(post.areaId, who.areaId), eq(post.practitionerId, practitionerId), sql`${post.during} @> ${today}::date`),
    )
    .orderBy(practitioner.name);
