import type { Database, Handle } from "../db/database.ts";
import { hashOfBlock, hashOfEntry, hex, noHash, type SealedEntry } from "./audit-hash.ts";
import type { ReadHeads } from "./audit-head.ts";
import { type Block, blocksAfter, type EntryInBlock, entriesOfBlock, unsealedEntries } from "./audit-store.ts";

/** What a walk along an area's chain found. `problem` names the first bad or missing entry or block, as a sentence. */
export type Verified = {
  readonly blocks: number;
  readonly entries: number;
  readonly unsealed: number;
  readonly problem?: string;
};

const blocksAtOnce = 100;

/** Walks an area's chain from its first block and works every hash out again from what the tables say today. */
export async function verifyArea(
  database: Pick<Database, "inArea">,
  areaId: string,
  now: Date,
  signed: ReadHeads = { heads: [], badFiles: [] },
): Promise<Verified> {
  return database.inArea({ areaId, now: now.toISOString(), as: "system" }, async (tx) => {
    const hashes = new Map(signed.heads.map((head) => [head.blockNumber, head.hash]));
    let previous: Block | undefined;
    let entries = 0;
    for (;;) {
      const blocks = await blocksAfter(tx, areaId, previous?.blockNumber ?? 0, blocksAtOnce);
      for (const block of blocks) {
        const problem = await problemOf(tx, block, previous, hashes.get(block.blockNumber));
        if (problem !== undefined) return { blocks: previous?.blockNumber ?? 0, entries, unsealed: 0, problem };
        hashes.delete(block.blockNumber);
        entries += block.entries;
        previous = block;
      }
      if (blocks.length < blocksAtOnce) break;
    }
    const unsealed = (await unsealedEntries(tx, areaId, new Date(0), 100_000)).length;
    const done = { blocks: previous?.blockNumber ?? 0, entries, unsealed };
    const [lost] = hashes.keys();
    if (lost !== undefined) return { ...done, problem: `Block ${lost} was signed and is missing.` };
    const [bad] = signed.badFiles;
    return bad === undefined ? done : { ...done, problem: `The signature in ${bad} does not hold.` };
  });
}

/** Takes a block and the one before, gives what is wrong with it; undefined when nothing is. */
async function problemOf(
  tx: Handle,
  block: Block,
  previous: Block | undefined,
  signedHash: string | undefined,
): Promise<string | undefined> {
  const number = block.blockNumber;
  const expected = (previous?.blockNumber ?? 0) + 1;
  if (number !== expected) return `Block ${expected} is missing.`;
  if (hex(block.previousHash) !== hex(previous?.hash ?? noHash))
    return `Block ${number} does not follow the one before.`;
  const held = await entriesOfBlock(tx, block.areaId, number);
  for (const entry of held) {
    if (!isWhole(entry)) return `Entry ${entry.sealedId} of block ${number} is missing.`;
    if (hex(hashOfEntry(entry)) !== hex(entry.sealedHash))
      return `Entry ${entry.sealedId} of block ${number} was changed.`;
  }
  if (held.length !== block.entries) return `Block ${number} held ${block.entries} entries and has ${held.length}.`;
  const { areaId, sealedAt, previousHash } = block;
  const hash = hashOfBlock({
    areaId,
    number,
    sealedAt,
    previousHash,
    entries: held.map(({ sealedHash }) => sealedHash),
  });
  if (hex(hash) !== hex(block.hash)) return `The hash of block ${number} is not that of its entries.`;
  if (signedHash !== undefined && signedHash !== hex(block.hash))
    return `Block ${number} is not the one that was signed.`;
  return undefined;
}

const isWhole = (entry: EntryInBlock): entry is EntryInBlock & SealedEntry =>
  entry.entryId !== undefined && entry.entryId !== null;
