import { type IndexProblem, type LocalDate, leftNothing } from "@linchpin/domain";
import { eq, sql } from "drizzle-orm";
import { rowsOf } from "../db/asked.ts";
import type { Database, Handle } from "../db/database.ts";
import { childIndex } from "../db/schema/child-index.ts";

/** Who leads a child whose record carries a reference of the index, as the index should show it. */
type LeadToShow = {
  readonly reference: string;
  readonly childId: string;
  readonly leadId: string;
  readonly name: string;
  readonly agency: string;
  readonly phone: string | null;
  /** The digest of how the entry reads. */
  readonly wanted: string;
  /** The day of the latest of: the lead began, was recorded, the reference was recorded, the index was switched on. */
  readonly since: LocalDate;
};
export type ChangedLead = Omit<LeadToShow, "name" | "agency" | "phone"> & {
  readonly entryId: string | null;
  readonly leadBefore: string | null;
};

/**
 * What the area's index should show. Nothing of a record that is sealed (row security gives none of it) or was withdrawn, of
 * a child whose whereabouts are protected, or of one of the same plan or family whom the same person leads, in the same plan or
 * another, since the lead's agency tells where to look; or while the index is off; and nobody whose work in the area has ended.
 */
const leadsToShow = sql`
  select s.reference, s."childId", s."leadId", s.name, s.agency, s.phone, s.since,
    encode(sha256(convert_to(json_build_array(s.reference, s.name, s.agency, s.phone)::text, 'UTF8')), 'hex') as wanted
  from (
    select r.reference, r.child_id as "childId", l.lead_id as "leadId", p.name, g.name as agency, coalesce(w.phone, p.phone) as phone,
      (greatest(lower(cl.during), l.recorded_at, r.recorded_at, i.set_at) at time zone 'Europe/London')::date::text as since
    from child_index i
    join child_reference r on r.area_id = i.area_id and r.kind = 'child-index' and r.superseded_at is null
    join child c on c.area_id = r.area_id and c.child_id = r.child_id and c.withdrawn_at is null
    join child_lead cl on cl.area_id = r.area_id and cl.child_id = r.child_id and cl.during @> app_now()
    join lead l on l.area_id = cl.area_id and l.lead_id = cl.lead_id and l.during @> app_now()
    join practitioner p on p.area_id = l.area_id and p.practitioner_id = l.practitioner_id
    join lateral (select ag.name from post po join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
      where po.area_id = p.area_id and po.practitioner_id = p.practitioner_id and po.during @> (app_now() at time zone 'Europe/London')::date
      order by lower(po.during), po.post_id limit 1) g on true
    left join way_to_reach w on w.area_id = p.area_id and w.holder_id = p.practitioner_id and w."of" = 'practitioner'
    where i.area_id = app_area() and i.is_on
      and not exists (select 1 from restriction x
        join child_lead theirs on theirs.area_id = x.area_id and theirs.child_id = x.child_id and theirs.during @> app_now()
        join lead t on t.area_id = theirs.area_id and t.lead_id = theirs.lead_id and t.during @> app_now()
        where x.area_id = l.area_id and x.kind = 'whereabouts' and (upper_inf(x.during) or x.during @> app_now())
          and t.practitioner_id = l.practitioner_id
          and (t.lead_id = l.lead_id or r.child_id = any (family_of_child(x.area_id, x.child_id))))) s`;

/** Where the area's index is; held until the transaction ends, so that two processes do not work out the same at once. */
export async function holdIndex(tx: Handle, areaId: string): Promise<{ readonly url: string } | undefined> {
  const [found] = await tx
    .select({ url: childIndex.url })
    .from(childIndex)
    .where(eq(childIndex.areaId, areaId))
    .for("update");
  return found;
}

/** The index does not show an entry as it should, or has not said yet that it does. */
const waits = sql`((e.wanted is not null and e.shown is distinct from e.wanted) or (e.wanted is null and e.may_stand))`;

/**
 * Entries that should read otherwise than they did, or are new; so many at a time. What stands of a sealed record is nobody's:
 * whoever has its reference by now waits until it is taken back, and then has an entry of their own.
 */
export const changedLeads = (tx: Handle, most: number): Promise<readonly ChangedLead[]> =>
  rowsOf(
    tx,
    sql`with to_show as (${leadsToShow})
      select t.reference, t."childId", t."leadId", t.since, t.wanted, e.entry_id as "entryId", e.lead_id as "leadBefore"
      from to_show t left join index_entry e on e.area_id = app_area() and e.reference = t.reference
      where e.entry_id is null or (e.child_id is not null and (e.wanted is distinct from t.wanted or e.child_id <> t."childId"))
      order by t.since, t.reference limit ${most}`,
  );

type WantedNow = { readonly at: string; readonly dueBy: string | null; readonly clause: string | null };

/** Something else is wanted. What the index had not acknowledged is due when it was, and was tried as often. */
const wantedAnew = ({
  at,
  dueBy,
  clause,
}: WantedNow) => sql`changed_at = ${at}::timestamptz, next_try_at = ${at}::timestamptz,
  due_by = case when ${waits} then least(e.due_by, ${dueBy}::timestamptz) else ${dueBy}::timestamptz end,
  clause = case when ${waits} and e.due_by <= coalesce(${dueBy}::timestamptz, 'infinity') then e.clause else ${clause}::text end,
  tries = case when ${waits} then e.tries else 0 end, problem = case when ${waits} then e.problem end, revision = e.revision + 1`;

export async function wantOtherwise(
  tx: Handle,
  { entryId, childId, leadId, wanted }: ChangedLead & { readonly entryId: string },
  now: WantedNow,
): Promise<void> {
  await tx.execute(sql`update index_entry e set child_id = ${childId}, lead_id = ${leadId}, wanted = ${wanted}, ${wantedAnew(now)}
    where e.area_id = app_area() and e.entry_id = ${entryId}`);
}

/**
 * Entries of whom nobody is to be shown any more are to be taken back. Those that never went out are gone at once. That of a
 * sealed record is due as the others are, and each has another id from now on, so that the queue does not tell them apart.
 */
export async function takeBackWhatIsOver(tx: Handle, now: WantedNow): Promise<void> {
  await tx.execute(sql`with to_show as (${leadsToShow})
    update index_entry e set entry_id = gen_random_uuid(), lead_id = null, wanted = null, ${wantedAnew(now)}
    where e.area_id = app_area() and e.wanted is not null and not exists (select 1 from to_show t where t.reference = e.reference)`);
  await tx.execute(sql`update index_entry e set due_by = ${now.dueBy}::timestamptz, clause = ${now.clause}::text
    where e.area_id = app_area() and e.wanted is null and e.due_by is null`);
  await tx.execute(
    sql`delete from index_entry e where e.area_id = app_area() and e.wanted is null and not e.may_stand`,
  );
}

export type WaitingEntry = {
  readonly entryId: string;
  readonly childId: string | null;
  readonly leadId: string | null;
  readonly reference: string;
  readonly wanted: string | null;
  readonly revision: number;
  readonly tries: number;
  /** As it was before this try: what it falls back to where nothing left us. */
  readonly shown: string | null;
  readonly mayStand: boolean;
};

/** Longer than a try can take: nobody sends an entry while somebody else's answer to it is out, whatever changed meanwhile. */
const aTry = sql`interval '20 seconds'`;

/**
 * What is to be taken back first, then the entry that has waited longest, held until the transaction ends; what another
 * process holds is passed over.
 */
export async function nextWaiting(tx: Handle): Promise<WaitingEntry | undefined> {
  const [waiting] = await rowsOf<WaitingEntry>(
    tx,
    sql`select e.entry_id as "entryId", e.child_id as "childId", e.lead_id as "leadId", e.reference, e.wanted, e.revision,
        e.tries + 1 as tries, e.shown, e.may_stand as "mayStand" from index_entry e
      where e.area_id = app_area() and e.next_try_at <= app_now() and (e.tried_at is null or e.tried_at <= app_now() - ${aTry})
        and ${waits}
      order by e.wanted is not null, e.next_try_at, e.entry_id limit 1 for update skip locked`,
  );
  return waiting;
}

const after = (wait: number) => sql`app_now() + ${wait} * interval '1 millisecond'`;

/**
 * Sets when the entry would be tried again before it is tried: another process passes it over. From here on the index may
 * hold it, whatever it answers.
 */
export async function takeInHand(tx: Handle, { entryId, tries }: WaitingEntry, wait: number): Promise<void> {
  await tx.execute(sql`update index_entry e set tries = ${tries}, tried_at = app_now(), may_stand = true, shown = null,
      next_try_at = ${after(wait)} where e.area_id = app_area() and e.entry_id = ${entryId}`);
}

/** It reads otherwise since a moment ago: the next round works out how. */
export async function putOff(tx: Handle, { entryId }: WaitingEntry, wait: number): Promise<void> {
  await tx.execute(
    sql`update index_entry e set next_try_at = ${after(wait)} where e.area_id = app_area() and e.entry_id = ${entryId}`,
  );
}

/** How the entry reads, as long as it still should read so: what changed a moment ago comes with the next round. */
export async function leadOfEntry(tx: Handle, { reference, wanted }: WaitingEntry) {
  const [lead] = await rowsOf<Pick<LeadToShow, "name" | "agency" | "phone">>(
    tx,
    sql`with to_show as (${leadsToShow}) select name, agency, phone from to_show t where t.reference = ${reference} and t.wanted = ${wanted}`,
  );
  return lead;
}

/** The index has it, or has taken it back; unless something else is wanted by now. */
export async function settleEntry(tx: Handle, { entryId, wanted, revision }: WaitingEntry): Promise<void> {
  if (wanted === null)
    await tx.execute(
      sql`delete from index_entry e where e.area_id = app_area() and e.entry_id = ${entryId} and e.revision = ${revision}`,
    );
  else
    await tx.execute(sql`update index_entry e set shown = ${wanted}, shown_at = app_now(), problem = null, tries = 0
      where e.area_id = app_area() and e.entry_id = ${entryId} and e.revision = ${revision}`);
}

/** Why it did not arrive. Where nothing left us, the index holds what it held before. */
export async function keepProblem(
  tx: Handle,
  { entryId, revision, tries, shown, mayStand }: WaitingEntry,
  problem: IndexProblem,
): Promise<void> {
  const asBefore = leftNothing(problem) ? sql`, shown = ${shown}::text, may_stand = ${mayStand}` : sql``;
  await tx.execute(sql`update index_entry e set problem = ${problem} ${asBefore}
    where e.area_id = app_area() and e.entry_id = ${entryId} and e.revision = ${revision} and e.tries = ${tries}`);
}

/** Areas that tell an index, or have to take back what it shows: one question across areas, which says nothing of any child. */
export async function areasWithIndex({ outside }: Pick<Database, "outside">): Promise<readonly string[]> {
  const found = await rowsOf<{ area_id: string }>(outside, sql`select area_id from areas_with_index()`);
  return found.map((row) => row.area_id);
}
