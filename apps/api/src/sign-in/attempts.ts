import { and, eq, gt, lte } from "drizzle-orm";
import type { Clock } from "../clock.ts";
import type { Database } from "../db/database.ts";
import { signInAttempt } from "../db/schema/sign-in.ts";
import { hashOf } from "./secrets.ts";

export const attemptMinutes = 15;

export type Attempt = {
  readonly issuerId: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string | undefined;
};

export type Attempts = {
  begin(attempt: Attempt, cookie: string): Promise<void>;
  /** The attempt, once: asking a second time finds nothing. Only the browser and issuer that began it are answered. */
  take(asked: { issuerId: string; state: string; cookie: string }): Promise<Attempt | undefined>;
  sweep(): Promise<void>;
};

export function attemptsIn({ outside }: Pick<Database, "outside">, clock: Clock): Attempts {
  return {
    async begin({ state, returnTo, ...attempt }, cookie) {
      const until = new Date(clock().getTime() + attemptMinutes * 60_000).toISOString();
      await outside.insert(signInAttempt).values({
        ...attempt,
        stateHash: hashOf(state),
        cookieHash: hashOf(cookie),
        returnTo: returnTo ?? null,
        until,
      });
    },
    async take({ issuerId, state, cookie }) {
      const [taken] = await outside
        .delete(signInAttempt)
        .where(
          and(
            eq(signInAttempt.stateHash, hashOf(state)),
            eq(signInAttempt.cookieHash, hashOf(cookie)),
            eq(signInAttempt.issuerId, issuerId),
            gt(signInAttempt.until, clock().toISOString()),
          ),
        )
        .returning();
      if (!taken) return undefined;
      const { nonce, codeVerifier, returnTo } = taken;
      return { issuerId, state, nonce, codeVerifier, returnTo: returnTo ?? undefined };
    },
    async sweep() {
      await outside.delete(signInAttempt).where(lte(signInAttempt.until, clock().toISOString()));
    },
  };
}
