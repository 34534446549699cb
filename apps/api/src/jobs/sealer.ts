import type { Database } from "../db/database.ts";
import { areasToSeal } from "./areas.ts";
import { hashOfBlock, hashOfEntry, noHash } from "./audit-hash.ts";
import { addBlock, headOf, maySeal, unsealedEntries } from "./audit-store.ts";

const blockSize = 2_000;
const everything = new Date(0);

/** "busy" when another process seals this area at this moment: it gave up rather than waited. */
export type Sealed = number | "busy";

/**
 * Puts entries that are in no block yet into the area's next block, whose hash covers them and the block before. `since`
 * bounds the search: what is older is looked for less often. No request ever waits for this.
 */
export async function sealArea(
  database: Pick<Database, "inArea">,
  areaId: string,
  now: Date,
  since: Date = everything,
): Promise<Sealed> {
  const sealedAt = now.toISOString();
  return database.inArea({ areaId, now: sealedAt, as: "system" }, async (tx) => {
    if (!(await maySeal(tx, areaId))) return "busy";
    const found = await unsealedEntries(tx, areaId, since, blockSize);
    if (found.length === 0) return 0;
    const head = await headOf(tx, areaId);
    const blockNumber = (head?.blockNumber ?? 0) + 1;
    const previousHash = head?.hash ?? noHash;
    const entries = found.map((entry) => ({ entryId: entry.entryId, hash: hashOfEntry(entry) }));
    const hash = hashOfBlock({
      areaId,
      number: blockNumber,
      sealedAt,
      previousHash,
      entries: entries.map((entry) => entry.hash),
    });
    await addBlock(tx, { areaId, blockNumber, previousHash, hash, entries: entries.length, sealedAt }, entries);
    return entries.length;
  });
}

/** Seals until nothing is left, or until another process is at it. Gives how many entries went into blocks. */
export async function sealWhole(
  database: Pick<Database, "inArea">,
  areaId: string,
  now: Date,
  since: Date = everything,
): Promise<number> {
  let total = 0;
  for (;;) {
    const sealed = await sealArea(database, areaId, now, since);
    if (sealed === "busy") return total;
    total += sealed;
    if (sealed < blockSize) return total;
  }
}

/** The same for every area that has something to seal. */
export async function sealEverywhere(
  database: Pick<Database, "inArea" | "outside">,
  now: Date,
  since: Date = everything,
): Promise<number> {
  let total = 0;
  for (const areaId of await areasToSeal(database, since)) total += await sealWhole(database, areaId, now, since);
  return total;
}
