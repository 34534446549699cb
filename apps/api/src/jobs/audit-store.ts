import { desc, eq, sql } from "drizzle-orm";
import { rowsOf } from "../db/asked.ts";
import type { Handle } from "../db/database.ts";
import { insertMany } from "../db/many.ts";
import { auditBlock, auditBlockEntry } from "../db/schema/record.ts";
import type { SealedEntry } from "./audit-hash.ts";

const columns = sql`
  e.area_id as "areaId", e.entry_id as "entryId",
  to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
  e.practitioner_id as "practitionerId", e.post_id as "postId", e.act as "act", e.outcome as "outcome",
  e.child_id as "childId", e.plan_id as "planId", e.basis as "basis", e.detail as "detail", e.request_id as "requestId"`;

/** The least UUIDv7 of an instant: ids are made in the order of time, so this bounds a search by it. */
export const leastIdAt = (instant: Date): string => {
  const time = Math.max(0, instant.getTime()).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
};

/** Entries that are in no block yet, in the order they were made. */
export const unsealedEntries = (tx: Handle, areaId: string, since: Date, limit: number) =>
  rowsOf<SealedEntry>(
    tx,
    sql`select ${columns} from audit_entry e
      where e.area_id = ${areaId} and e.entry_id >= ${leastIdAt(since)}::uuid and not exists (
        select 1 from audit_block_entry b where b.area_id = ${areaId} and b.entry_id = e.entry_id)
      order by e.entry_id limit ${limit}`,
  );

/** True for the one transaction that may seal this area until it ends; the others are told no and go away. */
export async function maySeal(tx: Handle, areaId: string): Promise<boolean> {
  const [held] = await rowsOf<{ held: boolean }>(
    tx,
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`linchpin audit ${areaId}`}, 0)) as held`,
  );
  return held?.held === true;
}

export type Block = typeof auditBlock.$inferSelect;

/** The last block of an area's chain. */
export async function headOf(tx: Handle, areaId: string): Promise<Block | undefined> {
  const [head] = await tx
    .select({
      areaId: auditBlock.areaId,
      blockNumber: auditBlock.blockNumber,
      previousHash: auditBlock.previousHash,
      hash: auditBlock.hash,
      entries: auditBlock.entries,
      sealedAt: auditBlock.sealedAt,
    })
    .from(auditBlock)
    .where(eq(auditBlock.areaId, areaId))
    .orderBy(desc(auditBlock.blockNumber))
    .limit(1);
  return head;
}

/** Adds a block with its entries in their order. */
export async function addBlock(
  tx: Handle,
  block: Block,
  entries: readonly { readonly entryId: string; readonly hash: Uint8Array }[],
): Promise<void> {
  await tx.insert(auditBlock).values(block);
  await insertMany(
    tx,
    auditBlockEntry,
    entries.map(({ entryId, hash }, position) => ({
      areaId: block.areaId,
      entryId,
      blockNumber: block.blockNumber,
      position,
      hash,
    })),
  );
}

/** To the microsecond, as the database has it; the one a block is sealed at has none beyond the millisecond. */
const sealedAtWhole = sql<string>`to_char(${auditBlock.sealedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.')
  || regexp_replace(to_char(${auditBlock.sealedAt} at time zone 'UTC', 'US'), '000$', '') || 'Z'`;

/** Blocks after a number, in their order. */
export const blocksAfter = (tx: Handle, areaId: string, number: number, limit: number): Promise<readonly Block[]> =>
  tx
    .select({
      areaId: auditBlock.areaId,
      blockNumber: auditBlock.blockNumber,
      previousHash: auditBlock.previousHash,
      hash: auditBlock.hash,
      entries: auditBlock.entries,
      sealedAt: sealedAtWhole,
    })
    .from(auditBlock)
    .where(sql`${auditBlock.areaId} = ${areaId} and ${auditBlock.blockNumber} > ${number}`)
    .orderBy(auditBlock.blockNumber)
    .limit(limit);

/** The first block after the last there is, of which an entry still says that it holds it. */
export async function lostAfter(tx: Handle, areaId: string, number: number): Promise<number | undefined> {
  const [found] = await rowsOf<{ readonly lost: number | null }>(
    tx,
    sql`select min(block_number) as lost from audit_block_entry where area_id = ${areaId} and block_number > ${number}`,
  );
  return found?.lost ?? undefined;
}

export type EntryInBlock = Partial<SealedEntry> & {
  readonly blockNumber: number;
  readonly position: number;
  readonly sealedId: string;
  readonly sealedHash: Uint8Array;
};

/**
 * What blocks from one number to another say they hold, each beside the entry as it reads today; an entry that is gone
 * has only its place, id and hash.
 */
export const entriesOfBlocks = (tx: Handle, areaId: string, from: number, to: number) =>
  rowsOf<EntryInBlock>(
    tx,
    sql`select b.block_number as "blockNumber", b.position, b.entry_id as "sealedId", b.hash as "sealedHash", ${columns}
      from audit_block_entry b left join audit_entry e on e.area_id = b.area_id and e.entry_id = b.entry_id
      where b.area_id = ${areaId} and b.block_number between ${from} and ${to} order by b.block_number, b.position`,
  );

/** How many entries are in no block yet. */
export async function countUnsealed(tx: Handle, areaId: string): Promise<number> {
  const [found] = await rowsOf<{ readonly many: number }>(
    tx,
    sql`select count(*)::int as many from audit_entry e where e.area_id = ${areaId} and not exists (
      select 1 from audit_block_entry b where b.area_id = e.area_id and b.entry_id = e.entry_id)`,
  );
  return found?.many ?? 0;
}
