import type { AssessmentKind, ChangeLevel, ConsentAtNewLevel, LeadAtNewLevel, LevelOfNeed } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { insertMany } from "../../db/many.ts";
import { levelChange, levelChangeBasis } from "../../db/schema/level-change.ts";
import { ownAgency } from "../../own-agency.ts";
import type { Records } from "../../records.ts";

/** What is said with a change of level. Each answer is left out where nobody gave it. */
export type SaidWithLevel = Pick<
  ChangeLevel,
  "assessmentId" | "noAssessmentBecause" | "lead" | "leadWords" | "consent" | "consentWords"
>;

type NewChange = {
  readonly planId: string;
  readonly from: LevelOfNeed;
  readonly to: LevelOfNeed;
  /** All children of the plan. */
  readonly childIds: readonly string[];
  /** Those of them of whose assessments the caller may know. */
  readonly knownIds: readonly string[];
  readonly said: SaidWithLevel;
  /** Whose assessment was used. */
  readonly assessedId: string | undefined;
};

/** Keeps a change of level with what was said: a row for each of the children. */
export async function addLevelChange(records: Records, change: NewChange): Promise<void> {
  const { tx, who, now, newId } = records;
  const { planId, from, to, childIds, knownIds, said, assessedId } = change;
  const { assessmentId, noAssessmentBecause, lead, leadWords, consent, consentWords } = said;
  const saysAssessment = assessmentId !== undefined || noAssessmentBecause !== undefined;
  const of = { areaId: who.areaId, changeId: newId(), planId };
  const rows = childIds.map((childId) => ({
    ...{ ...of, childId, fromLevel: from, toLevel: to, saysAssessment },
    ...{ lead: lead ?? null, leadWords: leadWords ?? null },
    ...{ consent: consent ?? null, consentWords: consentWords ?? null },
    ...{ recordedBy: who.practitionerId, recordedAt: now },
  }));
  await areaWide(tx, () => insertMany(tx, levelChange, rows));
  if (!saysAssessment) return;
  const { agencyId } = await ownAgency(records);
  await insertMany(
    tx,
    levelChangeBasis,
    knownIds
      .filter((childId) => assessmentId === undefined || childId === assessedId)
      .map((childId) => ({
        ...{ ...of, childId, agencyId },
        ...{ assessmentId: assessmentId ?? null, noneBecause: noAssessmentBecause ?? null },
      })),
  );
}

type Row = {
  readonly changeId: string;
  readonly from: LevelOfNeed;
  readonly to: LevelOfNeed;
  readonly at: string;
  readonly by: string;
  readonly saysAssessment: boolean;
  readonly lead: LeadAtNewLevel | null;
  readonly leadWords: string | null;
  readonly consent: ConsentAtNewLevel | null;
  readonly consentWords: string | null;
  /** Why no assessment was used, for whoever may read it. */
  readonly noneBecause: string | null;
  /** The assessment that was used, for whoever may know of it. */
  readonly used: {
    readonly childId: string;
    readonly kind: AssessmentKind;
    readonly on: string;
    readonly agency: string;
  } | null;
};

/** The changes of a plan's level as the reader may know them, the latest first. */
export const levelChangesOf = ({ tx, who }: Records, planId: string) =>
  rowsOf<Row>(
    tx,
    sql`select distinct on (c.recorded_at, c.change_id) c.change_id as "changeId", c.from_level as "from", c.to_level as "to",
        to_char(c.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
        coalesce(p.name, 'Somebody who has left') as by, c.says_assessment as "saysAssessment",
        c.lead, c.lead_words as "leadWords", c.consent, c.consent_words as "consentWords", b.none_because as "noneBecause", b.used
      from level_change c
      left join practitioner p on p.area_id = c.area_id and p.practitioner_id = c.recorded_by
      left join lateral (
        select k.none_because, (select json_build_object('childId', k.child_id, 'kind', f.kind, 'on', f.begun_on, 'agency', f.agency) from (
            select a.kind, a.begun_on, g.name as agency from assessment a join agency g on g.area_id = a.area_id and g.agency_id = a.agency_id
              where a.area_id = k.area_id and a.assessment_id = k.assessment_id
            union all
            select t.kind, t.begun_on, t.agency from assessments_told_of(k.child_id) t where t.assessment_id = k.assessment_id) f limit 1) as used
          from level_change_basis k where k.area_id = c.area_id and k.change_id = c.change_id limit 1) b on true
      where c.area_id = ${who.areaId} and c.plan_id = ${planId}
      order by c.recorded_at desc, c.change_id desc, c.child_id limit 200`,
  );
