import { createHash } from "node:crypto";

/** An audit entry as it is hashed: every column, the instant to the microsecond. */
export type SealedEntry = {
  readonly areaId: string;
  readonly entryId: string;
  readonly at: string;
  readonly practitionerId: string | null;
  readonly postId: string | null;
  readonly act: string;
  readonly outcome: string;
  readonly childId: string | null;
  readonly planId: string | null;
  readonly basis: string | null;
  readonly detail: unknown;
  readonly requestId: string | null;
};

export type BlockToHash = {
  readonly areaId: string;
  readonly number: number;
  readonly sealedAt: string;
  readonly previousHash: Uint8Array;
  readonly entries: readonly Uint8Array[];
};

/** What comes before the first block. */
export const noHash: Uint8Array = new Uint8Array(32);

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** The same value always reads the same: keys in order, nothing left to the writer's mood. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, of]) => `${JSON.stringify(key)}:${canonical(of)}`).join(",")}}`;
}

const sha256 = (text: string): Uint8Array => new Uint8Array(createHash("sha256").update(text).digest());

export const hashOfEntry = (entry: SealedEntry): Uint8Array =>
  sha256(
    canonical([
      "linchpin audit entry 1",
      entry.areaId,
      entry.entryId,
      entry.at,
      entry.practitionerId,
      entry.postId,
      entry.act,
      entry.outcome,
      entry.childId,
      entry.planId,
      entry.basis,
      entry.detail,
      entry.requestId,
    ]),
  );

export const hashOfBlock = ({ areaId, number, sealedAt, previousHash, entries }: BlockToHash): Uint8Array =>
  sha256(canonical(["linchpin audit block 1", areaId, number, sealedAt, hex(previousHash), entries.map(hex)]));
