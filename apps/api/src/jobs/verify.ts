import type { Database, Handle } from "../db/database.ts";
import { hashOfBlock, hashOfEntry, hex, noHash, type SealedEntry } from "./audit-hash.ts";
import type { ReadHeads } from "./audit-head.ts";
import {
  type Block,
  blocksAfter,
  countUnsealed,
  type EntryInBlock,
  entriesOfBlocks,
  lostAfter,
} from "./audit-store.ts";

/** What a walk along an area's chain found. `problem` names the first bad or missing entry or block, as a sentence. */
export type Verified = {
  readonly blocks: number;
  readonly entries: number;
  readonly unsealed: number;
  readonly problem?: string;
};

const blocksAtOnce = 1_000;
/** Entries read in one statement, as whole blocks: a block of one second holds a few, one after a busy import many. */
const entriesAtOnce = 10_000;

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
      for (const run of runsOf(blocks)) {
        const held = await heldBy(tx, run);
        for (const block of run) {
          const signedHash = hashes.get(block.blockNumber);
          const problem = problemOf(block, previous, held.get(block.blockNumber) ?? [], signedHash);
          if (problem !== undefined) return { blocks: previous?.blockNumber ?? 0, entries, unsealed: 0, problem };
          hashes.delete(block.blockNumber);
          entries += block.entries;
          previous = block;
        }
      }
      if (blocks.length < blocksAtOnce) break;
    }
    const unsealed = await countUnsealed(tx, areaId);
    const done = { blocks: previous?.blockNumber ?? 0, entries, unsealed };
    const [signedOnly] = hashes.keys();
    if (signedOnly !== undefined) return { ...done, problem: `Block ${signedOnly} was signed and is missing.` };
    const lost = await lostAfter(tx, areaId, done.blocks);
    if (lost !== undefined) return { ...done, problem: `Block ${lost} is missing.` };
    const [bad] = signed.badFiles;
    return bad === undefined ? done : { ...done, problem: `The signature in ${bad} does not hold.` };
  });
}

/** Blocks in their order, as runs whose entries are read together. */
function runsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const runs: Block[][] = [];
  let inRun = entriesAtOnce;
  for (const block of blocks) {
    if (inRun >= entriesAtOnce) {
      runs.push([]);
      inRun = 0;
    }
    runs.at(-1)?.push(block);
    inRun += block.entries;
  }
  return runs;
}

/** What each block of a run holds, in its order. */
async function heldBy(tx: Handle, run: readonly Block[]): Promise<ReadonlyMap<number, readonly EntryInBlock[]>> {
  const held = new Map<number, EntryInBlock[]>();
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return held;
  for (const entry of await entriesOfBlocks(tx, first.areaId, first.blockNumber, last.blockNumber)) {
    const of = held.get(entry.blockNumber);
    if (of === undefined) held.set(entry.blockNumber, [entry]);
    else of.push(entry);
  }
  return held;
}

/** Takes a block, the one before and what it holds, gives what is wrong with it; undefined when nothing is. */
function problemOf(
  block: Block,
  previous: Block | undefined,
  held: readonly EntryInBlock[],
  signedHash: string | undefined,
): string | undefined {
  const number = block.blockNumber;
  const expected = (previous?.blockNumber ?? 0) + 1;
  if (number !== expected) return `Block ${expected} is missing.`;
  if (hex(block.previousHash) !== hex(previous?.hash ?? noHash))
    return `Block ${number} does not follow the one before.`;
  for (const entry of held) {
    if (!isWhole(entry)) return `Entry ${entry.sealedId} of block ${number} is missing.`;
    if (hex(hashOfEntry(entry)) !== hex(entry.sealedHash))
      return `Entry ${entry.sealedId} of block ${number} was changed.`;
  }
  if (held.length !== block.entries) {
    const gap = held.findIndex(({ position }, place) => position !== place);
    const first = gap === -1 ? held.length : gap;
    return `Block ${number} held ${block.entries} entries and has ${held.length}: number ${first + 1} is the first that is missing.`;
  }
  const { areaId, sealedAt, previousHash } = block;
  const hash = hashOfBlock({
    areaId,
    number,
    sealedAt,
    previousHash,
    entries: held.map(({ sealedHash }) => sealedHash),
  });
  if (hex(hash) !== hex(block.hash)) return `The hash of block ${number} is not that of its entries.`;
  const moved = held.findIndex(({ position }, place) => position !== place);
  if (moved !== -1) return `Entry ${held[moved]?.sealedId} of block ${number} is numbered otherwise.`;
  if (signedHash !== undefined && signedHash !== hex(block.hash))
    return `Block ${number} is not the one that was signed.`;
  return undefined;
}

const isWhole = (entry: EntryInBlock): entry is EntryInBlock & SealedEntry =>
  entry.entryId !== undefined && entry.entryId !== null;
