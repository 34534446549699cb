import { acts, type CopyKind, type LocalDate } from "@linchpin/domain";
import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf, insertMany } from "../../db/many.ts";
import { nameKeyOf } from "../../db/name-key.ts";
import { sentCopy } from "../../db/schema/sent-copy.ts";
import type { Records } from "../../records.ts";
import type { NewSentCopy } from "./copy-store.ts";

/** What goes to one of a family, beside a plan. */
export type ToFamilyKind = Exclude<CopyKind, "plan">;

export const calledToFamily: Readonly<Record<ToFamilyKind, string>> = {
  letter: "A letter",
  "family-paper": "The family's paper",
  pack: "A pack",
  "who-does-what": "The list of who does what",
  "what-is-shared": "The sheet of what is shared",
  "who-looked": "The list of who has looked",
};

/** Something that went to one of a family before: what it was, when, and by whom. */
export type WentBefore = {
  readonly sentCopyId: string;
  readonly kind: ToFamilyKind;
  readonly on: LocalDate;
  readonly by: string;
};

const whatWent = sql`s.sent_copy_id as "sentCopyId", s.kind, to_char((s.sent_at at time zone 'Europe/London')::date, 'YYYY-MM-DD') as "on",
  coalesce((select p.name from practitioner p where p.area_id = s.area_id and p.practitioner_id = s.sent_by), 'Somebody who has left') as by`;

/** What went last about each of some things to be told: a letter, the family's paper or a part of a pack. */
export async function lettersSentOf(
  { tx, who }: Records,
  tellingIds: readonly string[],
): Promise<ReadonlyMap<string, WentBefore>> {
  if (tellingIds.length === 0) return new Map();
  const rows = await rowsOf<WentBefore & { readonly tellingId: string }>(
    tx,
    sql`select distinct on (s.telling_id) s.telling_id as "tellingId", ${whatWent}
      from sent_copy s where s.area_id = ${who.areaId} and s.telling_id = ${anyOf(tellingIds)}
      order by s.telling_id, s.sent_at desc, s.sent_copy_id desc`,
  );
  return new Map(rows.map(({ tellingId, ...went }) => [tellingId, went]));
}

type SentTo = {
  readonly childId: string;
  readonly kinds: readonly ToFamilyKind[];
  readonly to: { readonly is: "child" | "carer"; readonly carerId: string | null };
  /** Of the paper of a plan. */
  readonly planId?: string | undefined;
  /** Only what went on that day or later. */
  readonly since?: LocalDate | undefined;
};

/** The rows of a parent or carer before a list brought them anew: of the same child, by the same name, and closed. */
const rowsBefore = (childId: string, carerId: string | null): SQL =>
  sql`select b.carer_id from carer b join carer k on k.area_id = b.area_id and k.child_id = b.child_id
      and ${nameKeyOf(sql`k.name`)} = ${nameKeyOf(sql`b.name`)}
    where b.area_id = app_area() and b.child_id = ${childId} and b.superseded_at is not null and k.carer_id = ${carerId}::uuid`;

/** Whether it is recorded that a parent or carer was told of a named person, or why not, before a list brought them anew. */
export async function wasToldBefore(
  { tx, who }: Records,
  { childId, carerId, practitionerId }: Readonly<Record<"childId" | "carerId" | "practitionerId", string>>,
): Promise<boolean> {
  const [row] = await rowsOf<{ readonly was: boolean }>(
    tx,
    sql`select exists (select 1 from telling t
      join named_person n on n.area_id = t.area_id and n.named_person_id = t.source_id and n.practitioner_id = ${practitionerId}
      where t.area_id = ${who.areaId} and t.child_id = ${childId} and t.about = 'named-person'
      and t.recipient in (select r.carer_id::text from (${rowsBefore(childId, carerId)}) r)
      and (t.told_on is not null or t.not_told_because is not null)) as was`,
  );
  return row?.was ?? false;
}

/**
 * What of some kinds went last to one of a child's family. A parent or carer whom a list brought anew has another row: what went to
 * the row before, of the same name, went to them. Of letters those that tell who the named person is. Asked of the whole record.
 */
export async function lastSentTo(
  { tx, who }: Records,
  { childId, kinds, to, planId, since }: SentTo,
): Promise<WentBefore | undefined> {
  const [found] = await rowsOf<WentBefore>(
    tx,
    sql`select ${whatWent} from sent_copy s
      where s.area_id = ${who.areaId} and s.child_id = ${childId} and s.kind in (${sql.join(
        kinds.map((kind) => sql`${kind}`),
        sql`, `,
      )})
        and s.recipient_kind = ${to.is} and (s.recipient_id is not distinct from ${to.carerId}::uuid or s.recipient_id in (${rowsBefore(childId, to.carerId)}))
        and (s.kind <> 'letter' or exists (select 1 from telling t where t.area_id = s.area_id and t.telling_id = s.telling_id
          and t.about = 'named-person'))
        ${planId === undefined ? sql`` : sql`and s.plan_id = ${planId}`}
        ${since === undefined ? sql`` : sql`and (s.sent_at at time zone 'Europe/London')::date >= ${since}::date`}
      order by s.sent_at desc, s.sent_copy_id desc limit 1`,
  );
  return found;
}

/** Something for one of a family as it goes; those that go together have one run. */
export type NewToFamily = Omit<NewSentCopy, "basis"> & { readonly runId: string };

export async function addToFamily({ tx, who, now }: Records, all: readonly NewToFamily[]): Promise<void> {
  await insertMany(
    tx,
    sentCopy,
    all.map((one) => ({
      ...one,
      areaId: who.areaId,
      basis: "their-own" as const,
      sentBy: who.practitionerId,
      sentAt: now,
    })),
  );
}

export type LetterKept = {
  readonly sentCopyId: string;
  readonly childId: string;
  readonly child: string;
  readonly kind: "letter" | "family-paper" | "pack";
  readonly recipientName: string;
  readonly way: "post" | "handed-over";
  readonly addressedTo: string | null;
  readonly address: string | null;
  readonly otherWayBecause: string | null;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly sentAt: string;
  readonly sentByName: string | null;
};

/** A letter, a paper or a part of a pack and those that went together with it, of those children whom the caller tells today, by the child's name. */
export async function lettersSentWith({ tx, who }: Records, sentCopyId: string): Promise<readonly LetterKept[]> {
  const rows = await rowsOf<Omit<LetterKept, "bytes"> & { readonly bytes: string }>(
    tx,
    sql`select s.sent_copy_id as "sentCopyId", s.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as child,
        s.kind, s.recipient_name as "recipientName", s.way, s.addressed_to as "addressedTo", s.address, s.other_way_because as "otherWayBecause",
        s.sha256, encode(s.bytes, 'base64') as bytes, to_char(s.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sentAt",
        (select p.name from practitioner p where p.area_id = s.area_id and p.practitioner_id = s.sent_by) as "sentByName"
      from sent_copy s join child c on c.area_id = s.area_id and c.child_id = s.child_id and c.withdrawn_at is null
      where s.area_id = ${who.areaId} and s.kind in ('letter', 'family-paper', 'pack') and s.run_id = (select o.run_id from sent_copy o where o.area_id = ${who.areaId} and o.sent_copy_id = ${sentCopyId})
        and exists (select 1 from child_access a where a.area_id = s.area_id and a.practitioner_id = ${who.practitionerId} and a.child_id = s.child_id
          and a.during @> app_now() and a.basis in (select jsonb_array_elements_text(${JSON.stringify(acts["telling.record"].relations)}::jsonb)))
      order by c.search_name, s.sent_copy_id`,
  );
  return rows.map(({ bytes, ...row }) => ({ ...row, bytes: new Uint8Array(Buffer.from(bytes, "base64")) }));
}
