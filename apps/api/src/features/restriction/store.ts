import { DomainError, type LocalDate, type RestrictionKind } from "@linchpin/domain";
import { and, eq, isNull, like, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { endedNow, endOfStretch, lasts } from "../../db/lasting.ts";
import {
  type GivenByList,
  heldFromList,
  restriction,
  restrictionReader,
  whereaboutsKeptFrom,
} from "../../db/schema/access.ts";
import { duty } from "../../db/schema/change.ts";
import { child } from "../../db/schema/child.ts";
import type { Records } from "../../records.ts";
import { asksWhere } from "../../relations.ts";

/** A safe contact as it is kept: what was left out is not there. */
export type KeptContact = NonNullable<(typeof restriction.$inferSelect)["safeContact"]>;

export type RestrictionRow = {
  readonly restrictionId: string;
  readonly kind: RestrictionKind;
  readonly adult: string | null;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly reason: string;
  readonly safeContact: KeptContact | null;
  readonly reviewOn: LocalDate;
  readonly from: string;
  /** As the database has them, exactly: what follows a look begins where the one before ended. */
  readonly begins: string;
  readonly ends: string | null;
  readonly until: string | null;
  readonly endedByName: string | null;
  readonly endedBecause: string | null;
  /** Whether the caller may know what it keeps, or might when it ended. */
  readonly named: boolean;
};

const name = (of: string) =>
  sql.raw(`(select p.name from practitioner p where p.area_id = r.area_id and p.practitioner_id = r.${of})`);
const iso = (of: string) => sql.raw(`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** Everything that is or was restricted about a child, the newest first. */
export const restrictionsOf = ({ tx, who }: Records, childId: string): Promise<readonly RestrictionRow[]> =>
  rowsOf(
    tx,
    sql`select r.restriction_id as "restrictionId", r.kind, r.adult, r.owner_id as "ownerId", coalesce(${name("owner_id")}, 'Somebody who has left') as "ownerName",
        r.reason, r.safe_contact as "safeContact", r.review_on::text as "reviewOn", ${iso("lower(r.during)")} as "from",
        lower(r.during)::text as begins, upper(r.during)::text as ends, ${iso("upper(r.during)")} as "until",
        ${name("ended_by")} as "endedByName", r.ended_because as "endedBecause",
        exists (select 1 from restriction_reader d where d.area_id = r.area_id and d.restriction_id = r.restriction_id and d.practitioner_id = ${who.practitionerId}
          and (upper_inf(d.during) or upper(d.during) >= upper(r.during))) as named
      from restriction r where r.area_id = ${who.areaId} and r.child_id = ${childId}
      order by lower(r.during) desc, r.restriction_id`,
  );

export type ReaderRow = {
  readonly restrictionId: string;
  readonly practitionerId: string;
  readonly name: string;
  readonly because: string;
  readonly since: string;
};

/** Who may know what is kept about a child now, by name. */
export const readersOf = ({ tx, who }: Records, childId: string): Promise<readonly ReaderRow[]> =>
  rowsOf(
    tx,
    sql`select r.restriction_id as "restrictionId", r.practitioner_id as "practitionerId", coalesce(${name("practitioner_id")}, 'Somebody who has left') as name,
        r.because, ${iso("lower(r.during)")} as since
      from restriction_reader r where r.area_id = ${who.areaId} and r.child_id = ${childId} and upper_inf(r.during)
      order by lower(r.during), name`,
  );

export type Colleague = {
  readonly practitionerId: string;
  readonly name: string;
  readonly bases: readonly string[];
};

/** Everybody with a part in a child's care now, by name; nobody who only opened the record in an emergency. */
export const colleaguesOf = ({ tx, who }: Records, childId: string): Promise<readonly Colleague[]> =>
  rowsOf(
    tx,
    sql`select a.practitioner_id as "practitionerId", p.name, json_agg(distinct a.basis) as bases
      from child_access a join practitioner p on p.area_id = a.area_id and p.practitioner_id = a.practitioner_id
      where a.area_id = ${who.areaId} and a.child_id = ${childId} and a.during @> app_now() and not a.held_back and a.basis <> 'emergency'
      group by a.practitioner_id, p.name order by p.name, a.practitioner_id`,
  );

/** A manager whom somebody may put in to answer for a restriction of which nobody is left who may know. */
export type Heir = { readonly practitionerId: string; readonly name: string; readonly as: string };

/**
 * Who manages something where the owner of a restriction works, or worked last: by name, with post and agency. Never the
 * caller, and nobody from whom the child's record is held back.
 */
export const heirsOf = ({ tx, who, today }: Records, childId: string, ownerId: string): Promise<readonly Heir[]> =>
  rowsOf(
    tx,
    sql`with owners as (select po.agency_id, po.during, max(upper(po.during)) over () as left_on from post po
        where po.area_id = ${who.areaId} and po.practitioner_id = ${ownerId}),
      theirs as (select agency_id from owners where during @> ${today}::date
        union select agency_id from owners where upper(during) = left_on
          and not exists (select 1 from owners o where o.during @> ${today}::date))
      select distinct on (p.name, po.practitioner_id) po.practitioner_id as "practitionerId", p.name, po.title || ', ' || ag.name as as
      from post po
      join practitioner p on p.area_id = po.area_id and p.practitioner_id = po.practitioner_id
      join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
      where po.area_id = ${who.areaId} and po.during @> ${today}::date and po.role in ('head', 'team-manager', 'service-manager')
        and po.agency_id in (select agency_id from theirs) and po.practitioner_id not in (${ownerId}, ${who.practitionerId})
        and not is_held_back(po.area_id, po.practitioner_id, ${childId})
      order by p.name, po.practitioner_id, po.hours desc, po.post_id`,
  );

/** Whether its owner has a part in the child's care by answering for a restriction, besides any other. */
export async function givesPart({ tx, who }: Records, restrictionId: string): Promise<boolean> {
  const [found] = await rowsOf(
    tx,
    sql`select 1 from child_access where area_id = ${who.areaId} and source_id = ${restrictionId} and during @> app_now() limit 1`,
  );
  return found !== undefined;
}

export type WaitingRow = Colleague & { readonly since: string };

/** Who came to work with a child after it was kept where the child is, has to know as a rule, and of whom nobody has said yet. */
export const waitingOf = ({ tx, who }: Records, childId: string): Promise<readonly WaitingRow[]> =>
  rowsOf(
    tx,
    sql`select a.practitioner_id as "practitionerId", p.name, json_agg(distinct a.basis) as bases, ${iso("max(lower(a.during))")} as since
      from child_access a join practitioner p on p.area_id = a.area_id and p.practitioner_id = a.practitioner_id
      where a.area_id = ${who.areaId} and a.child_id = ${childId} and a.during @> app_now() and not a.held_back
        and a.basis in (select jsonb_array_elements_text(${JSON.stringify(asksWhere)}::jsonb))
        and not exists (select 1 from restriction_reader d join restriction r on r.area_id = d.area_id and r.restriction_id = d.restriction_id
          where d.area_id = a.area_id and d.child_id = a.child_id and d.practitioner_id = a.practitioner_id and upper_inf(d.during) and r.kind = 'whereabouts')
        and not exists (select 1 from child_access b where b.area_id = a.area_id and b.child_id = a.child_id and b.practitioner_id = a.practitioner_id
          and not b.held_back and b.basis in ('record-keeper', 'head') and b.during @> app_now() and lower(b.during) <= whereabouts_kept_since(b.child_id))
      group by a.practitioner_id, p.name
      having max(lower(a.during)) > whereabouts_kept_since(${childId}) and not exists (select 1 from whereabouts_kept_from k
        where k.area_id = ${who.areaId} and k.child_id = ${childId} and k.practitioner_id = a.practitioner_id and k.decided_at >= max(lower(a.during)))
      order by p.name, a.practitioner_id`,
  );

/** Writes down that it stays kept from somebody who came later. */
export async function addKeptFrom({ tx, who, now, newId }: Records, childId: string, practitionerId: string) {
  await tx.insert(whereaboutsKeptFrom).values({
    areaId: who.areaId,
    keptFromId: newId(),
    childId,
    practitionerId,
    decidedBy: who.practitionerId,
    decidedAt: now,
  });
}

export type GivenRow = {
  readonly heldId: string;
  readonly childId: string;
  readonly establishment: string;
  readonly at: string;
  readonly given: GivenByList;
};

/** What lists gave of where a child is and nobody has looked at; nothing for whoever may not know. */
export const givenOf = ({ tx, who }: Records, of: { readonly childId: string } | { readonly heldId: string }) =>
  rowsOf<GivenRow>(
    tx,
    sql`select r.held_id as "heldId", r.child_id as "childId", e.name as establishment, ${iso("r.given_at")} as at, r.given
      from held_from_list r join establishment e on e.area_id = r.area_id and e.establishment_id = r.establishment_id
      where r.area_id = ${who.areaId} and r.settled_at is null
        and ${"heldId" in of ? sql`r.held_id = ${of.heldId}` : sql`r.child_id = ${of.childId}`}
      order by r.given_at, r.held_id`,
  );

/** Notes what became of what a list gave; said once. */
export async function settleHeld(
  { tx, who, now }: Records,
  heldId: string,
  outcome: "put-on-record" | "left-out",
): Promise<void> {
  const settled = await tx
    .update(heldFromList)
    .set({ outcome, settledBy: who.practitionerId, settledAt: now })
    .where(and(eq(heldFromList.areaId, who.areaId), eq(heldFromList.heldId, heldId), isNull(heldFromList.settledAt)))
    .returning({ heldId: heldFromList.heldId });
  if (settled.length === 0) throw new DomainError({ kind: "changed-since", what: "list" });
}

/** The child's name; the row is held, so that two changes about one child wait for each other. */
export async function lockChild({ tx, who }: Records, childId: string): Promise<string> {
  const [found] = await tx
    .select({ name: sql<string>`trim(${child.givenName} || ' ' || ${child.familyName})` })
    .from(child)
    .where(and(eq(child.areaId, who.areaId), eq(child.childId, childId), isNull(child.withdrawnAt)))
    .for("update");
  if (!found) throw new DomainError({ kind: "not-visible", what: "child" });
  return found.name;
}

export async function nameOfChild({ tx, who }: Records, childId: string): Promise<string> {
  const [found] = await tx
    .select({ name: sql<string>`trim(${child.givenName} || ' ' || ${child.familyName})` })
    .from(child)
    .where(and(eq(child.areaId, who.areaId), eq(child.childId, childId), isNull(child.withdrawnAt)));
  if (!found) throw new DomainError({ kind: "not-visible", what: "child" });
  return found.name;
}

/** Whose child a restriction is about, where there is one for this person. */
export async function childOfRestriction({ tx, who }: Records, restrictionId: string): Promise<string> {
  const [found] = await tx
    .select({ childId: restriction.childId })
    .from(restriction)
    .where(and(eq(restriction.areaId, who.areaId), eq(restriction.restrictionId, restrictionId)));
  if (!found) throw new DomainError({ kind: "not-visible", what: "restriction" });
  return found.childId;
}

export type NewRow = Pick<
  typeof restriction.$inferInsert,
  "childId" | "kind" | "adult" | "ownerId" | "reason" | "safeContact" | "reviewOn"
>;

/** Writes a restriction down, from now on or from where the one before it ended. Gives its id. */
export async function addRestriction(
  { tx, who, now, newId }: Records,
  given: NewRow,
  from: string = now,
): Promise<string> {
  const restrictionId = newId();
  await tx.insert(restriction).values({
    ...given,
    areaId: who.areaId,
    restrictionId,
    during: { from },
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
  return restrictionId;
}

/** Ends a restriction, with what was said then. Gives the first instant after it; one that is over already refuses the change. */
export async function closeRestriction(
  { tx, who, now }: Records,
  restrictionId: string,
  because: string,
): Promise<string> {
  const [closed] = await tx
    .update(restriction)
    .set({ during: endedNow(restriction.during, now), endedBy: who.practitionerId, endedBecause: because })
    .where(
      and(eq(restriction.areaId, who.areaId), eq(restriction.restrictionId, restrictionId), lasts(restriction.during)),
    )
    .returning({ end: endOfStretch(restriction.during) });
  if (closed === undefined) throw new DomainError({ kind: "changed-since", what: "restriction" });
  return closed.end;
}

export async function addReaders(
  { tx, who, now, newId }: Records,
  of: { readonly restrictionId: string; readonly childId: string },
  readers: readonly { readonly practitionerId: string; readonly because: string }[],
): Promise<void> {
  if (readers.length === 0) return;
  await tx.insert(restrictionReader).values(
    readers.map((reader) => ({
      ...of,
      ...reader,
      areaId: who.areaId,
      readerId: newId(),
      during: { from: now },
      recordedBy: who.practitionerId,
      recordedAt: now,
    })),
  );
}

/** Ends who may know of a restriction: one person, or everybody. Gives how many it was. */
export async function closeReaders(
  { tx, who, now }: Records,
  restrictionId: string,
  practitionerId?: string,
): Promise<number> {
  const closed = await tx
    .update(restrictionReader)
    .set({ during: endedNow(restrictionReader.during, now) })
    .where(
      and(
        eq(restrictionReader.areaId, who.areaId),
        eq(restrictionReader.restrictionId, restrictionId),
        practitionerId === undefined ? undefined : eq(restrictionReader.practitionerId, practitionerId),
        lasts(restrictionReader.during),
      ),
    )
    .returning({ readerId: restrictionReader.readerId });
  return closed.length;
}

/** The rule of the duty to look at a restriction again: it names which. */
const ruleOf = (restrictionId: string) => `ours.look-again.${restrictionId}`;
export const dutyToLookAgain = (restrictionId: string) => ({
  act: "restriction.look-again",
  rule: ruleOf(restrictionId),
});

/** What was owed about a restriction is done. */
export async function closeDuty({ tx, who, now }: Records, restrictionId: string): Promise<void> {
  await tx
    .update(duty)
    .set({ doneAt: now })
    .where(
      and(
        eq(duty.areaId, who.areaId),
        like(duty.act, "restriction.%"),
        eq(duty.rule, ruleOf(restrictionId)),
        isNull(duty.doneAt),
      ),
    );
}
