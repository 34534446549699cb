import type { AskToSeal, LocalDate, Relation } from "@linchpin/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { type SealingEnds, sealing } from "../../db/schema/sealing.ts";
import { type Place, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";

export type SealingRow = {
  readonly sealingId: string;
  readonly askedById: string;
  readonly askedByName: string;
  readonly askedAt: string;
  readonly orderedOn: string | null;
  readonly court: string | null;
  readonly reason: string | null;
  readonly decidedById: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly outcome: "sealed" | "not-sealed" | null;
  readonly words: string | null;
  readonly ended: SealingEnds | null;
  /** While it waits: whose record it is. */
  readonly childId: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly bornOn: string | null;
  readonly ends: SealingEnds | null;
};

const iso = (of: string) => sql.raw(`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

type Asked =
  | { readonly show: "waiting" }
  | { readonly show: "decided"; readonly after?: Place | undefined }
  | { readonly sealingId: string };

/** What was asked and is not decided, the oldest first; or what was decided, a page and one more; or one of them. */
export const sealings = ({ tx }: Records, of: Asked): Promise<readonly SealingRow[]> => {
  const one = "sealingId" in of ? of.sealingId : null;
  const after = "after" in of ? of.after : undefined;
  const isDecided = "show" in of && of.show === "decided";
  return rowsOf<SealingRow>(
    tx,
    sql`select s.sealing_id as "sealingId", s.asked_by as "askedById", p.name as "askedByName", ${iso("s.asked_at")} as "askedAt",
        s.ordered_on::text as "orderedOn", s.court, s.reason, s.decided_by as "decidedById", d.name as "decidedByName",
        ${iso("s.decided_at")} as "decidedAt", s.outcome, s.words, s.ended,
        w.child_id as "childId", w.given_name as "givenName", w.family_name as "familyName", w.born_on::text as "bornOn", w.ends
      from sealing s
      join practitioner p on p.area_id = s.area_id and p.practitioner_id = s.asked_by
      left join practitioner d on d.area_id = s.area_id and d.practitioner_id = s.decided_by
      left join sealings_asked(${one}::uuid) w on w.sealing_id = s.sealing_id
      where s.area_id = app_area() and (s.decided_at is not null or w.sealing_id is not null)
        ${one === null ? sql`` : sql`and s.sealing_id = ${one}`}
        ${"show" in of ? (isDecided ? sql`and s.decided_at is not null` : sql`and s.decided_at is null`) : sql``}
        ${after === undefined ? sql`` : sql`and (s.decided_at, s.sealing_id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
      order by ${isDecided ? sql`s.decided_at desc, s.sealing_id desc limit ${pageSize + 1}` : sql`s.asked_at, s.sealing_id`}`,
  );
};

export type PartRow = { readonly practitionerId: string; readonly name: string; readonly parts: readonly Relation[] };

/** Everybody with a part in a child's care now, and by what. */
export const partsIn = ({ tx }: Records, childId: string): Promise<readonly PartRow[]> =>
  rowsOf<PartRow>(
    tx,
    sql`select a.practitioner_id as "practitionerId", p.name, json_agg(distinct a.basis) as parts
      from child_access a join practitioner p on p.area_id = a.area_id and p.practitioner_id = a.practitioner_id
      where a.area_id = app_area() and a.child_id = ${childId} and a.during @> app_now() and a.basis <> 'emergency'
      group by a.practitioner_id, p.name order by p.name, a.practitioner_id`,
  );

/** Who else may decide: whoever holds such a post today, save the caller and whoever is held back from the child. */
export const othersWhoDecide = ({ tx, who, today }: Records, childId: string): Promise<readonly { id: string }[]> =>
  rowsOf(
    tx,
    sql`select distinct po.practitioner_id as id from post po
      where po.area_id = app_area() and po.role in ('privacy-officer', 'service-manager') and po.during @> ${today}::date
        and po.practitioner_id <> ${who.practitionerId} and not is_held_back(po.area_id, po.practitioner_id, ${childId})`,
  );

/** Keeps that somebody asked. Gives its id. */
export async function keepAsked(
  { tx, who, now, newId }: Records,
  childId: string,
  said: Pick<AskToSeal, "court" | "reason"> & { readonly orderedOn: LocalDate },
): Promise<string> {
  const sealingId = newId();
  const { orderedOn, court, reason } = said;
  await tx.insert(sealing).values({
    ...{ areaId: who.areaId, sealingId, childId, orderedOn, court, reason },
    askedBy: who.practitionerId,
    askedAt: now,
  });
  return sealingId;
}

/** Leaves the record as it is. False where somebody was quicker. */
export async function keepNo({ tx, who, now }: Records, sealingId: string, words: string): Promise<boolean> {
  const kept = await tx
    .update(sealing)
    .set({ outcome: "not-sealed", words, decidedBy: who.practitionerId, decidedAt: now })
    .where(and(eq(sealing.areaId, who.areaId), eq(sealing.sealingId, sealingId), isNull(sealing.decidedAt)))
    .returning({ sealingId: sealing.sealingId });
  return kept.length > 0;
}

/** Seals the record, and ends what goes on. False where somebody was quicker, or where it is not the caller's to decide. */
export async function seal({ tx }: Records, sealingId: string, words: string): Promise<boolean> {
  const [row] = await rowsOf<{ readonly ended: SealingEnds | null }>(
    tx,
    sql`select seal_record(${sealingId}::uuid, ${words}) as ended`,
  );
  return row?.ended != null;
}
