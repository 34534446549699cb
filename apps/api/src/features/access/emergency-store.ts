import { type EmergencyReason, emergencyReasons } from "@linchpin/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { childAccess, emergencyAccess } from "../../db/schema/access.ts";
import { outbox } from "../../db/schema/change.ts";
import type { Period } from "../../db/schema/columns.ts";
import { type Place, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";

export { openUntil } from "./reads.ts";

export type Opening = {
  readonly childId: string;
  readonly reason: EmergencyReason;
  readonly words: string;
  readonly during: Period;
  readonly reviewBy: string;
};

/** Opens a record for a while: the row, the relation that ends by itself with it, and the clock of its review. */
export async function keepOpening(
  { tx, who, now, newId }: Records,
  { childId, during, reviewBy, ...said }: Opening,
): Promise<string> {
  const { areaId, practitionerId, postId } = who;
  const emergencyAccessId = newId();
  await tx
    .insert(emergencyAccess)
    .values({ ...said, areaId, emergencyAccessId, practitionerId, postId, childId, during, reviewBy });
  await tx.insert(childAccess).values({
    areaId,
    accessId: newId(),
    practitionerId,
    childId,
    basis: "emergency",
    sourceId: emergencyAccessId,
    during,
    recordedAt: now,
  });
  await tx.insert(outbox).values({
    areaId,
    outboxId: newId(),
    kind: "clock",
    payload: { emergencyAccessId },
    dueAt: reviewBy,
    recordedAt: now,
  });
  return emergencyAccessId;
}

export type ToTell = { readonly practitionerId: string; readonly as: "owner" | "privacy-officer" | "service-manager" };

/** Who answers for the child's record, and who looks after privacy in the area; neither the caller nor anybody held back. */
export const toTellOfOpening = ({ tx, who, today }: Records, childId: string): Promise<readonly ToTell[]> =>
  rowsOf(
    tx,
    sql`select distinct a.practitioner_id as "practitionerId", 'owner' as "as" from child_access a
        where a.area_id = app_area() and a.child_id = ${childId} and not a.held_back and a.during @> app_now()
          and a.basis in ('named-person', 'lead', 'acting-lead', 'contact-of-record') and a.practitioner_id <> ${who.practitionerId}
      union all
      select distinct po.practitioner_id, po.role from post po
        where po.area_id = app_area() and po.role in ('privacy-officer', 'service-manager') and po.during @> ${today}::date
          and po.practitioner_id <> ${who.practitionerId}`,
  );

export type OpeningRow = {
  readonly emergencyAccessId: string;
  readonly practitionerId: string;
  readonly name: string;
  readonly postTitle: string | null;
  readonly agency: string | null;
  readonly childId: string;
  readonly childName: string;
  readonly reason: string;
  readonly words: string;
  readonly openedAt: string;
  readonly openUntil: string;
  readonly reviewBy: string;
  readonly escalatedAt: string | null;
  readonly reviewedAt: string | null;
  readonly reviewedByName: string | null;
  readonly finding: "right" | "not-right" | null;
  readonly findingWords: string | null;
  /** Acts by which the record was looked at while it was open. */
  readonly looked: readonly string[];
};

const asIso = (of: ReturnType<typeof sql>) => sql`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

type Asked = {
  readonly show?: "waiting" | "reviewed";
  readonly after?: Place | undefined;
  readonly emergencyAccessId?: string;
};

/** Openings that wait for a review, nearest clock first, or reviewed ones, newest first; one more than a page holds. None of a child from whom the caller is held back. */
export const openings = (
  { tx, who }: Records,
  { show, after, emergencyAccessId }: Asked,
): Promise<readonly OpeningRow[]> =>
  rowsOf(
    tx,
    sql`select e.emergency_access_id as "emergencyAccessId", e.practitioner_id as "practitionerId", p.name, po.title as "postTitle", ag.name as agency,
        c.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as "childName", e.reason, e.words,
        ${asIso(sql`lower(e.during)`)} as "openedAt", ${asIso(sql`upper(e.during)`)} as "openUntil", ${asIso(sql`e.review_by`)} as "reviewBy",
        ${asIso(sql`e.escalated_at`)} as "escalatedAt", ${asIso(sql`e.reviewed_at`)} as "reviewedAt",
        (select r.name from practitioner r where r.area_id = e.area_id and r.practitioner_id = e.reviewed_by) as "reviewedByName",
        e.finding, e.finding_words as "findingWords",
        coalesce((select json_agg(distinct u.act) from audit_entry u where u.area_id = e.area_id and u.child_id = e.child_id
          and u.practitioner_id = e.practitioner_id and u.outcome = 'read' and u.act <> 'emergency.open' and u.at <@ e.during), '[]'::json) as looked
      from emergency_access e
      join practitioner p on p.area_id = e.area_id and p.practitioner_id = e.practitioner_id
      join child c on c.area_id = e.area_id and c.child_id = e.child_id
      left join post po on po.area_id = e.area_id and po.post_id = e.post_id
      left join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
      where e.area_id = app_area() and not is_held_back(e.area_id, ${who.practitionerId}, e.child_id)
        ${emergencyAccessId === undefined ? sql`` : sql`and e.emergency_access_id = ${emergencyAccessId}`}
        ${show === undefined ? sql`` : show === "waiting" ? sql`and e.reviewed_at is null` : sql`and e.reviewed_at is not null`}
        ${after === undefined ? sql`` : show === "reviewed" ? sql`and (e.reviewed_at, e.emergency_access_id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`and (e.review_by, e.emergency_access_id) > (${after.at}::timestamptz, ${after.id}::uuid)`}
      order by ${show === "reviewed" ? sql`e.reviewed_at desc, e.emergency_access_id desc` : sql`e.review_by, e.emergency_access_id`} limit ${pageSize + 1}`,
  );

/** Keeps what was found of somebody else's opening, once. False where somebody was quicker. */
export async function keepFinding(
  { tx, who, now }: Records,
  of: { readonly emergencyAccessId: string; readonly finding: "right" | "not-right"; readonly words: string },
): Promise<boolean> {
  const kept = await tx
    .update(emergencyAccess)
    .set({ reviewedAt: now, reviewedBy: who.practitionerId, finding: of.finding, findingWords: of.words })
    .where(
      and(
        eq(emergencyAccess.areaId, who.areaId),
        eq(emergencyAccess.emergencyAccessId, of.emergencyAccessId),
        isNull(emergencyAccess.reviewedAt),
      ),
    )
    .returning({ emergencyAccessId: emergencyAccess.emergencyAccessId });
  return kept.length > 0;
}

export const reasonInWords = (reason: string): string =>
  reason in emergencyReasons ? emergencyReasons[reason as EmergencyReason].label : reason;
