import type { Departure, DepartureFacts, LocalDate, Strength } from "@linchpin/domain";
import { adoptionProblems, rulebook } from "@linchpin/domain/rulebooks";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { adoption, departure, departureStep } from "../../db/schema/area.ts";
import type { Records } from "../../records.ts";

export type DepartureRow = {
  readonly departureId: string;
  readonly rule: string;
  readonly title: string;
  readonly source: string;
  readonly at: string;
  readonly strength: Strength;
  readonly takes: DepartureFacts["takes"];
  readonly reason: string;
  readonly startsOn: LocalDate;
  readonly lastDay: LocalDate | null;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: string;
  readonly decided: Step | null;
  readonly ended: Step | null;
};
type Step = {
  readonly step: "approved" | "refused" | "ended";
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  /** The first day it holds, or the last. */
  readonly day: LocalDate | null;
};

const iso = (of: string) => sql.raw(`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
const stepOf = (which: string) =>
  sql.raw(`(select json_build_object('step', s.step, 'by', p.name, 'at', to_char(s.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'reason', s.reason, 'day', s.day) from departure_step s join practitioner p on p.area_id = s.area_id and p.practitioner_id = s.by
    where s.area_id = d.area_id and s.departure_id = d.departure_id and s.step in (${which}))`);

/** How many the page shows: the latest. */
const mostShown = 200;

const rows = ({ tx, who }: Records, which: ReturnType<typeof sql>) =>
  rowsOf<DepartureRow>(
    tx,
    sql`select d.departure_id as "departureId", d.rule, d.title, d.source, d.at, d.strength, d.takes, d.reason,
        d.starts_on::text as "startsOn", d.last_day::text as "lastDay", d.asked_by as "askedBy", p.name as "askedByName",
        ${iso("d.recorded_at")} as "askedAt", ${stepOf("'approved', 'refused'")} as decided, ${stepOf("'ended'")} as ended
      from departure d join practitioner p on p.area_id = d.area_id and p.practitioner_id = d.asked_by
      where d.area_id = ${who.areaId} and ${which}
      order by d.recorded_at desc, d.departure_id desc limit ${mostShown}`,
  );

export const departuresOfArea = (records: Records): Promise<readonly DepartureRow[]> => rows(records, sql`true`);

/** Those the caller asked for themselves. */
export const ownDepartures = (records: Records): Promise<readonly DepartureRow[]> =>
  rows(records, sql`d.asked_by = ${records.who.practitionerId}`);

export async function departureOf(records: Records, departureId: string): Promise<DepartureRow | undefined> {
  const [found] = await rows(records, sql`d.departure_id = ${departureId}`);
  return found;
}

/** Who approves departures here, but for the caller. */
export async function whoDecides({ tx, who, today }: Records): Promise<readonly string[]> {
  const found = await rowsOf<{ readonly id: string }>(
    tx,
    sql`select distinct practitioner_id as id from post where area_id = ${who.areaId} and practitioner_id <> ${who.practitionerId}
      and role in ('strategic-manager', 'director') and during @> ${today}::date`,
  );
  return found.map(({ id }) => id);
}

/** One change of an area's rulebook at a time: whoever waits sees what the other did. */
export const holdRulebook = ({ tx, who }: Records) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('rulebook'), hashtext(${who.areaId}))`);

type NewDeparture = Omit<typeof departure.$inferInsert, "areaId" | "departureId" | "askedBy" | "recordedAt">;

export async function addDeparture({ tx, who, now, newId }: Records, of: NewDeparture): Promise<string> {
  const departureId = newId();
  await tx
    .insert(departure)
    .values({ ...of, areaId: who.areaId, departureId, askedBy: who.practitionerId, recordedAt: now });
  return departureId;
}

export async function addStep(
  { tx, who, now, newId }: Records,
  of: Pick<typeof departureStep.$inferInsert, "departureId" | "step" | "reason" | "day">,
): Promise<void> {
  await tx
    .insert(departureStep)
    .values({ ...of, areaId: who.areaId, stepId: newId(), by: who.practitionerId, recordedAt: now });
}

/**
 * Adopts the rulebook again from a day, as it is adopted then, with other departures; and so every adoption that was
 * recorded for a later day. What is under way keeps the book it began with. Gives what does not hold of it, in sentences.
 */
export async function adoptWith(
  { tx, who, now, newId }: Records,
  from: LocalDate,
  change: (departures: readonly Departure[]) => readonly Departure[],
): Promise<readonly string[]> {
  const all = await tx
    .select()
    .from(adoption)
    .where(and(eq(adoption.areaId, who.areaId), isNull(adoption.supersededAt)))
    .orderBy(asc(adoption.from), asc(adoption.recordedAt), asc(adoption.adoptionId));
  const latest = new Map(all.map((one) => [one.from, one])); // of one day the last that was recorded counts
  const before = [...latest.values()].filter((one) => one.from <= from).at(-1);
  const later = [...latest.values()].filter((one) => one.from > from);
  const again = [...(before === undefined ? [] : [{ ...before, from }]), ...later].map((one) => ({
    ...one,
    departures: change(one.departures as readonly Departure[]),
    adoptionId: newId(),
    recordedAt: now,
  }));
  for (const one of again) {
    const edition = rulebook(one.editionId, one.editionVersion);
    if (edition === undefined) throw new Error(`no edition ${one.editionId}@${one.editionVersion}`);
    const problems = adoptionProblems(edition, {
      id: one.adoptionId,
      from: one.from,
      settings: one.settings as never, // read back as they were adopted
      terms: one.terms,
      departures: one.departures,
    });
    if (problems.length > 0) return problems;
  }
  await tx.insert(adoption).values(again);
  return [];
}
