import { createHash } from "node:crypto";

/** Chance from a seed: the same area is made on every machine. */
export type Random = {
  /** A whole number from 0, below this one. */
  readonly below: (limit: number) => number;
  readonly chance: (of: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** A UUIDv7 of that millisecond: indexes by range need ids like those the product makes. */
  readonly idAt: (at: number) => string;
  /** 32 bytes as a cookie holds them. */
  readonly secret: () => string;
};

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  /** mulberry32: 32 bits at a time, good enough to spread rows. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");
  return {
    below,
    chance: (of) => next() < of * 2 ** 32,
    pick: (from) => from[below(from.length)] as (typeof from)[number], // below stays within the list
    idAt: (at) => {
      const time = hex(Math.floor(at), 12);
      const [version, variant] = [0x7000 | below(0x1000), 0x8000 | below(0x4000)];
      return `${time.slice(0, 8)}-${time.slice(8)}-${hex(version, 4)}-${hex(variant, 4)}-${hex(below(0x10000), 4)}${hex(next(), 8)}`;
    },
    secret: () => {
      const bytes = Buffer.alloc(32);
      for (let at = 0; at < 32; at += 4) bytes.writeUInt32LE(next(), at);
      return bytes.toString("base64url");
    },
  };
}

/** What the session table keeps of a cookie's secret. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");
