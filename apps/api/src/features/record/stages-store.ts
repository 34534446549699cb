import type { AgencyKind, LocalDate, RecordPart } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { recordStage } from "../../db/schema/common-element.ts";
import type { Records } from "../../records.ts";

/** What was last said of one part of one agency; `liveFrom` null: that it is not shared. */
export type StageSaid = {
  readonly part: RecordPart;
  readonly liveFrom: LocalDate | null;
  readonly by: string;
  readonly recordedOn: LocalDate;
};
export type AgencyAndStages = {
  readonly agencyId: string;
  readonly agency: string;
  readonly kind: AgencyKind;
  readonly isOurs: boolean;
  readonly said: readonly StageSaid[];
};

/** The area's health and education agencies by name, each with what was last said of its parts. */
export const agenciesAndStages = ({ tx, who }: Records): Promise<readonly AgencyAndStages[]> =>
  rowsOf(
    tx,
    sql`select ag.agency_id as "agencyId", ag.name as agency, ag.kind,
        ag.agency_id = any ((select my_agencies())::uuid[]) as "isOurs",
        coalesce((select json_agg(last) from (
          select distinct on (s.part) s.part, s.live_from as "liveFrom", coalesce(p.name, 'Somebody who has left') as by,
            (s.recorded_at at time zone 'Europe/London')::date as "recordedOn"
          from record_stage s left join practitioner p on p.area_id = s.area_id and p.practitioner_id = s.recorded_by
          where s.area_id = ag.area_id and s.agency_id = ag.agency_id
          order by s.part, s.recorded_at desc, s.stage_id desc) last), '[]'::json) as said
      from agency ag where ag.area_id = ${who.areaId} and ag.kind in ('health', 'education') order by ag.name, ag.agency_id`,
  );

/** Since when entries have the common shape here; undefined where nobody has said. */
export async function shapedSince({ tx, who }: Records): Promise<LocalDate | undefined> {
  const [found] = await rowsOf<{ readonly from: LocalDate }>(
    tx,
    sql`select live_from::text as "from" from record_stage where area_id = ${who.areaId} and agency_id is null and part = 'shape'
      order by recorded_at desc, stage_id desc limit 1`,
  );
  return found?.from;
}

export async function addStage(
  { tx, who, now, newId }: Records,
  said: {
    readonly agencyId: string | null;
    readonly part: RecordPart | "shape";
    readonly liveFrom: LocalDate | null;
  },
): Promise<string> {
  const stageId = newId();
  await tx
    .insert(recordStage)
    .values({ ...said, areaId: who.areaId, stageId, recordedBy: who.practitionerId, recordedAt: now });
  return stageId;
}
