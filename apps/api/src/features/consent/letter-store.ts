import { acts } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf, insertMany } from "../../db/many.ts";
import { sentCopy } from "../../db/schema/sent-copy.ts";
import type { Records } from "../../records.ts";
import type { NewSentCopy } from "./copy-store.ts";

/** The last letter about each of some things to be told: when it went, and by whom. */
export async function lettersSentOf(
  { tx, who }: Records,
  tellingIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly sentCopyId: string; readonly on: string; readonly by: string }>> {
  if (tellingIds.length === 0) return new Map();
  const rows = await rowsOf<{ tellingId: string; sentCopyId: string; on: string; by: string }>(
    tx,
    sql`select distinct on (s.telling_id) s.telling_id as "tellingId", s.sent_copy_id as "sentCopyId",
        to_char((s.sent_at at time zone 'Europe/London')::date, 'YYYY-MM-DD') as "on",
        coalesce((select p.name from practitioner p where p.area_id = s.area_id and p.practitioner_id = s.sent_by), 'Somebody who has left') as by
      from sent_copy s where s.area_id = ${who.areaId} and s.telling_id = ${anyOf(tellingIds)} and s.run_id is not null
      order by s.telling_id, s.sent_at desc, s.sent_copy_id desc`,
  );
  return new Map(rows.map(({ tellingId, ...letter }) => [tellingId, letter]));
}

export type NewLetter = Omit<NewSentCopy, "kind" | "basis" | "planId"> & {
  readonly tellingId: string;
  readonly runId: string;
};

export async function addLetters({ tx, who, now }: Records, letters: readonly NewLetter[]): Promise<void> {
  await insertMany(
    tx,
    sentCopy,
    letters.map((letter) => ({
      ...letter,
      areaId: who.areaId,
      kind: "letter" as const,
      basis: "their-own" as const,
      planId: null,
      sentBy: who.practitionerId,
      sentAt: now,
    })),
  );
}

export type LetterKept = {
  readonly sentCopyId: string;
  readonly childId: string;
  readonly child: string;
  readonly recipientName: string;
  readonly way: "post" | "handed-over";
  readonly addressedTo: string | null;
  readonly address: string | null;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly sentAt: string;
  readonly sentByName: string | null;
};

/** A letter and those that went together with it, of those children whom the caller tells today, by the child's name. */
export async function lettersSentWith({ tx, who }: Records, sentCopyId: string): Promise<readonly LetterKept[]> {
  const rows = await rowsOf<Omit<LetterKept, "bytes"> & { readonly bytes: string }>(
    tx,
    sql`select s.sent_copy_id as "sentCopyId", s.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as child,
        s.recipient_name as "recipientName", s.way, s.addressed_to as "addressedTo", s.address,
        s.sha256, encode(s.bytes, 'base64') as bytes, to_char(s.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sentAt",
        (select p.name from practitioner p where p.area_id = s.area_id and p.practitioner_id = s.sent_by) as "sentByName"
      from sent_copy s join child c on c.area_id = s.area_id and c.child_id = s.child_id and c.withdrawn_at is null
      where s.area_id = ${who.areaId} and s.kind = 'letter' and s.run_id = (select o.run_id from sent_copy o where o.area_id = ${who.areaId} and o.sent_copy_id = ${sentCopyId})
        and exists (select 1 from child_access a where a.area_id = s.area_id and a.practitioner_id = ${who.practitionerId} and a.child_id = s.child_id
          and a.during @> app_now() and a.basis in (select jsonb_array_elements_text(${JSON.stringify(acts["telling.record"].relations)}::jsonb)))
      order by c.search_name, s.sent_copy_id`,
  );
  return rows.map(({ bytes, ...row }) => ({ ...row, bytes: new Uint8Array(Buffer.from(bytes, "base64")) }));
}
