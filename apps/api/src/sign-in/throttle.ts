import { emergency } from "@linchpin/domain";
import { lte, sql } from "drizzle-orm";
import type { Response } from "express";
import type { Clock } from "../clock.ts";
import type { Database } from "../db/database.ts";
import { throttle } from "../db/schema/sign-in.ts";
import { tooManyPage } from "./pages.ts";
import { hashOf } from "./secrets.ts";

/** How many tries are let through in how many minutes. A whole school may stand behind one address. */
export const limits = {
  "address-starts": { tries: 300, minutes: 15 },
  "address-fails": { tries: 60, minutes: 15 },
  person: { tries: 20, minutes: 15 },
  "person-at-address": { tries: 10, minutes: 15 },
  /** Records opened in an emergency, or tried: by the person and the day. */
  emergency: { tries: emergency.triesADay, minutes: 24 * 60 },
  /** Records asked to be sealed, or tried: the same. */
  sealing: { tries: emergency.triesADay, minutes: 24 * 60 },
} as const;
export type Limit = keyof typeof limits;

export type Throttle = {
  /** Counts a try. Answers the seconds to wait when there were too many, and nothing when it may go on. */
  count(limit: Limit, ...whoOrWhere: readonly string[]): Promise<number | undefined>;
  /** Like `count`, and counts nothing. */
  look(limit: Limit, ...whoOrWhere: readonly string[]): Promise<number | undefined>;
  sweep(): Promise<void>;
};

/** Counts in the database, so that several processes count together. */
export function throttleIn({ outside }: Pick<Database, "outside">, clock: Clock): Throttle {
  const keyOf = (limit: Limit, whoOrWhere: readonly string[]) => hashOf(JSON.stringify([limit, ...whoOrWhere]));
  const secondsToWait = (limit: Limit, row: { count: number; until: string } | undefined, mayStill: number) => {
    const seconds = row ? Math.ceil((Date.parse(row.until) - clock().getTime()) / 1000) : 0;
    return row && seconds > 0 && row.count + mayStill > limits[limit].tries ? seconds : undefined;
  };
  return {
    async count(limit, ...whoOrWhere) {
      const now = clock();
      const until = new Date(now.getTime() + limits[limit].minutes * 60_000).toISOString();
      const isOver = sql`${throttle.until} <= ${now.toISOString()}`;
      const [row] = await outside
        .insert(throttle)
        .values({ key: keyOf(limit, whoOrWhere), count: 1, until })
        .onConflictDoUpdate({
          target: throttle.key,
          set: {
            count: sql`case when ${isOver} then 1 else ${throttle.count} + 1 end`,
            until: sql`case when ${isOver} then excluded.until else ${throttle.until} end`,
          },
        })
        .returning({ count: throttle.count, until: throttle.until });
      return secondsToWait(limit, row, 0);
    },
    async look(limit, ...whoOrWhere) {
      const [row] = await outside
        .select({ count: throttle.count, until: throttle.until })
        .from(throttle)
        .where(sql`${throttle.key} = ${keyOf(limit, whoOrWhere)}`);
      return secondsToWait(limit, row, 1);
    },
    async sweep() {
      await outside.delete(throttle).where(lte(throttle.until, clock().toISOString()));
    },
  };
}

/** The part of an address that one household or office holds: all of IPv4, the first half of IPv6. */
export function addressToCount(address = ""): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const before = head ? head.split(":") : [];
  const after = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(gap).fill("0"), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""))
    .join(":");
}

export function tooMany(res: Response, seconds: number): void {
  res.status(429).set("Retry-After", String(seconds)).send(tooManyPage(seconds));
}
