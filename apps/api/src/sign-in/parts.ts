import { type Clock, today } from "../clock.ts";
import type { Database, SignInPost } from "../db/database.ts";
import type { Env } from "../env.ts";
import type { Log } from "../log.ts";
import type { Attempts } from "./attempts.ts";
import type { Cookies } from "./cookies.ts";
import type { IssuerSettings } from "./issuer-settings.ts";
import { IssuerAway, type Issuers } from "./issuers.ts";
import type { SessionOf } from "./session-of.ts";
import type { Person, Sessions } from "./sessions.ts";
import type { Throttle } from "./throttle.ts";

/** What happened at the door, for whoever keeps it. The answer to the person waits until it is kept. */
export type SignInEvent = {
  readonly kind:
    | "signed-in"
    | "changed-post"
    | "signed-out"
    | "signed-out-everywhere"
    | "signed-out-by-issuer"
    | "no-post"
    | "no-second-factor"
    | "throttled";
  readonly issuer: string;
  readonly subject: string;
  readonly post?: { readonly areaId: string; readonly practitionerId: string; readonly postId: string };
};

export type SignInParts = {
  readonly database: Pick<Database, "postsFor">;
  readonly env: Pick<Env, "publicOrigin" | "sessionIdleMinutes" | "demo">;
  readonly log: Log;
  readonly clock: Clock;
  readonly issuers: Issuers;
  readonly attempts: Attempts;
  readonly sessions: Sessions;
  readonly cookies: Cookies;
  readonly throttle: Throttle;
  readonly found: SessionOf;
  readonly note: (event: SignInEvent) => Promise<void>;
};

/** The posts that an issuer may open for somebody today. */
export async function postsOf(
  { database, clock }: SignInParts,
  issuer: IssuerSettings,
  who: Person,
): Promise<readonly SignInPost[]> {
  const posts = await database.postsFor(who.issuer, who.subject, today(clock));
  return posts.filter((post) => !issuer.areas || issuer.areas.includes(post.areaId));
}

/** Nobody waits for an issuer that is away; whatever else went wrong goes on. */
export function away({ log }: SignInParts, issuer: IssuerSettings, error: unknown): undefined {
  if (!(error instanceof IssuerAway)) throw error;
  log.error({ event: "sign-in.issuer-away", issuer: issuer.id, error }, "an issuer does not answer");
  return undefined;
}
