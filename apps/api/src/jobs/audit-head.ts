import { type KeyObject, sign, verify } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Database } from "../db/database.ts";
import { makeFolder } from "../folders.ts";
import { canonical, hex } from "./audit-hash.ts";
import type { AuditKey } from "./audit-key.ts";
import { headOf } from "./audit-store.ts";

const Head = z.object({
  areaId: z.string(),
  blockNumber: z.int(),
  hash: z.string(),
  sealedAt: z.string(),
  signedAt: z.string(),
});
const SignedHead = z.object({ head: Head, signature: z.string() });
export type Head = z.infer<typeof Head>;

const fileOf = ({ areaId, blockNumber }: Head) => `${areaId}.${String(blockNumber).padStart(10, "0")}.json`;
const bytesOf = (head: Head) => Buffer.from(canonical(head));

/**
 * Writes the head of each area's chain, signed, to a folder outside the database: whoever rewrites the database later
 * cannot rewrite this. A head that is there already is never written over. Gives the files written.
 */
export async function signHeads(
  database: Pick<Database, "inArea" | "areas">,
  now: Date,
  folder: string,
  key: AuditKey,
): Promise<readonly string[]> {
  makeFolder(folder);
  const written: string[] = [];
  for (const { areaId } of await database.areas()) {
    const block = await database.inArea({ areaId, now: now.toISOString(), as: "system" }, (tx) => headOf(tx, areaId));
    if (block === undefined) continue;
    const { blockNumber, sealedAt } = block;
    const head: Head = { areaId, blockNumber, hash: hex(block.hash), sealedAt, signedAt: now.toISOString() };
    const signature = sign(null, bytesOf(head), key.privateKey).toString("base64");
    const file = join(folder, fileOf(head));
    if (writeOnce(file, `${JSON.stringify({ head, signature }, null, 2)}\n`)) written.push(file);
  }
  return written;
}

function writeOnce(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: "wx", mode: 0o644 });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

export type ReadHeads = { readonly heads: readonly Head[]; readonly badFiles: readonly string[] };

/** The signed heads of one area that a folder holds, and the files whose signature does not hold. */
export function readHeads(folder: string, areaId: string, publicKey: KeyObject): ReadHeads {
  const heads: Head[] = [];
  const badFiles: string[] = [];
  const files = readdirSync(folder).filter((file) => file.startsWith(`${areaId}.`) && file.endsWith(".json"));
  for (const file of files.sort()) {
    const head = headIn(readFileSync(join(folder, file), "utf8"), publicKey);
    // Under its own name only: an earlier head laid over a later one would let the chain be cut back to it.
    if (head !== undefined && fileOf(head) === file) heads.push(head);
    else badFiles.push(file);
  }
  return { heads, badFiles };
}

function headIn(text: string, publicKey: KeyObject): Head | undefined {
  try {
    const { head, signature } = SignedHead.parse(JSON.parse(text));
    return verify(null, bytesOf(head), publicKey, Buffer.from(signature, "base64")) ? head : undefined;
  } catch {
    return undefined;
  }
}
