import type { AgencyKind, CurriculumLevel, EnteredPart, LocalDate, MilestoneSource } from "@linchpin/domain";
import { eq, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { commonEntry } from "../../db/schema/common-element.ts";
import type { Records } from "../../records.ts";

export { whereaboutsAreKept } from "../restriction/reads.ts";

/** A row of what goes with a child, as the caller may read it: an entry, what put one right, or what took one back. */
export type EntryRow = {
  readonly entryId: string;
  readonly childId: string;
  readonly agencyId: string;
  readonly agency: string;
  readonly agencyKind: AgencyKind;
  readonly part: EnteredPart;
  readonly kind: string;
  readonly words: string;
  readonly on: LocalDate | null;
  readonly ageInMonths: number | null;
  readonly level: CurriculumLevel | null;
  readonly source: MilestoneSource | null;
  readonly writtenOn: LocalDate;
  readonly correctsId: string | null;
  readonly isTakenBack: boolean;
  readonly because: string | null;
  readonly by: string;
  readonly recordedOn: LocalDate;
};

/** More than this of one child nobody reads at once. */
const most = 1000;

const entries = sql`select e.entry_id as "entryId", e.child_id as "childId", e.agency_id as "agencyId", ag.name as agency, ag.kind as "agencyKind",
    e.part, e.kind, e.words, e."on"::text as "on", e.age_in_months as "ageInMonths", e.level, e.source, e.written_on::text as "writtenOn",
    e.corrects_id as "correctsId", e.is_taken_back as "isTakenBack", e.because, coalesce(p.name, 'Somebody who has left') as by,
    (e.recorded_at at time zone 'Europe/London')::date::text as "recordedOn"
  from common_entry e join agency ag on ag.area_id = e.area_id and ag.agency_id = e.agency_id
  left join practitioner p on p.area_id = e.area_id and p.practitioner_id = e.recorded_by
  where e.area_id = app_area()`;

/** Every row of a child that row security shows the caller, in the order they were written. */
export const entriesOf = ({ tx }: Records, childId: string): Promise<readonly EntryRow[]> =>
  rowsOf<EntryRow>(tx, sql`${entries} and e.child_id = ${childId} order by e.recorded_at, e.entry_id limit ${most}`);

/** One of them, with whether something took its place; undefined where the caller may not read it. */
export async function entryOf(
  { tx }: Records,
  entryId: string,
): Promise<(EntryRow & { readonly isReplaced: boolean }) | undefined> {
  const [found] = await rowsOf<EntryRow>(tx, sql`${entries} and e.entry_id = ${entryId}`);
  if (found === undefined) return undefined;
  const after = await tx
    .select({ entryId: commonEntry.entryId })
    .from(commonEntry)
    .where(eq(commonEntry.correctsId, entryId))
    .limit(1);
  return { ...found, isReplaced: after.length > 0 };
}

export type NewEntry = Pick<
  EntryRow,
  "childId" | "agencyId" | "part" | "kind" | "words" | "on" | "ageInMonths" | "level" | "source" | "writtenOn"
> & {
  readonly correctsId?: string;
  readonly isTakenBack?: boolean;
  readonly because?: string;
};

export async function addEntry(
  { tx, who, now, newId }: Records,
  { correctsId, isTakenBack, because, ...given }: NewEntry,
): Promise<string> {
  const entryId = newId();
  await tx.insert(commonEntry).values({
    ...given,
    areaId: who.areaId,
    entryId,
    correctsId: correctsId ?? null,
    isTakenBack: isTakenBack ?? false,
    because: because ?? null,
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
  return entryId;
}

/** The day a child was born, for what cannot have been before it. */
export async function bornOn({ tx }: Records, childId: string): Promise<LocalDate | null> {
  const [found] = await rowsOf<{ readonly bornOn: LocalDate | null }>(
    tx,
    sql`select born_on::text as "bornOn" from child where area_id = app_area() and child_id = ${childId}`,
  );
  return found?.bornOn ?? null;
}

/** The agencies at which the child's named person works today; none where nobody is. */
export async function agenciesOfNamedPerson({ tx, today }: Records, childId: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ readonly agencyId: string }>(
    tx,
    sql`select distinct po.agency_id as "agencyId" from named_person n
      join post po on po.area_id = n.area_id and po.practitioner_id = n.practitioner_id and po.during @> ${today}::date
      where n.area_id = app_area() and n.child_id = ${childId} and n.during @> app_now()`,
  );
  return rows.map(({ agencyId }) => agencyId);
}
