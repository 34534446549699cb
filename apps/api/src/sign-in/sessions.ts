import { and, eq, lte, or, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { type Clock, today } from "../clock.ts";
import type { Database, Handle, SignInPost } from "../db/database.ts";
import { prepared } from "../db/prepared.ts";
import { session } from "../db/schema/sign-in.ts";
import type { Env } from "../env.ts";
import { type IssuerSettings, nameOf } from "./issuer-settings.ts";
import { hashOf, newSecret, seal, unseal } from "./secrets.ts";

/** Somebody signed in, at work in one of their posts. Instants are ISO 8601 in UTC. */
export type Session = {
  readonly id: string;
  readonly areaId: string;
  readonly areaName: string;
  readonly isDemonstration: boolean;
  readonly practitionerId: string;
  readonly practitionerName: string;
  readonly postId: string;
  readonly postTitle: string;
  readonly agencyName: string;
  readonly role: string;
  readonly issuer: string;
  readonly subject: string;
  readonly startedAt: string;
  readonly idleUntil: string;
  readonly until: string;
};

/** Who came back from the issuer: not yet at work, because they hold several posts and have not chosen. */
export type Arrival = {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly returnTo: string | undefined;
};

export type Person = { readonly issuer: string; readonly subject: string };

export type Found =
  | { readonly is: "at-work"; readonly session: Session }
  | { readonly is: "arrived"; readonly arrival: Arrival }
  | { readonly is: "ended" };

export type Sessions = {
  /** What a cookie's secret opens today. Looking counts as working, unless `unattended`. */
  find(secret: string, how?: { unattended: boolean }): Promise<Found>;
  /** A new session with a new secret, always: none is ever taken over from before sign-in. */
  begin(who: Person, at: SignInPost | undefined, more: { idToken?: string; returnTo?: string }): Promise<string>;
  /** Puts a session into a post, under a new secret. Nothing when it has ended meanwhile. */
  choose(secret: string, post: SignInPost): Promise<string | undefined>;
  /** Ends one session. Gives the issuer's word that it began with, for signing out there too. */
  end(secret: string): Promise<(Person & { idToken: string | undefined }) | undefined>;
  /** Ends every session of a person, on whatever device. Gives how many there were. */
  endAllOf(who: Person): Promise<number>;
  sweep(): Promise<void>;
};

type Given = {
  readonly database: Pick<Database, "outside">;
  readonly env: Pick<Env, "sessionIdleMinutes" | "sessionHours">;
  readonly issuers: readonly IssuerSettings[];
  readonly clock: Clock;
};

const minute = 60_000;

/** Sessions kept in the database: the browser holds a secret, we hold its hash. */
export function sessionsIn({ database, env, issuers, clock }: Given): Sessions {
  const { outside } = database;
  const idleFrom = (now: Date, until: string) => {
    const idleUntil = new Date(now.getTime() + env.sessionIdleMinutes * minute).toISOString();
    return idleUntil < until ? idleUntil : until;
  };
  const stillVouchedFor = ({ issuer, areaId }: { issuer: string; areaId: string | null }) => {
    const settings = issuers.find((one) => nameOf(one) === issuer);
    return settings !== undefined && (!areaId || !settings.areas || settings.areas.includes(areaId));
  };

  const sessions: Sessions = {
    async find(secret, how) {
      const now = clock();
      const secretHash = hashOf(secret);
      const [row] = await withItsPost(outside).execute({ secretHash, today: today(clock) });
      if (!row) return { is: "ended" };
      const { held, post, ...kept } = row;
      const isOver = row.idleUntil <= now.toISOString() || row.until <= now.toISOString();
      const hasLeft = row.postId !== null && held === null;
      if (isOver || hasLeft || !stillVouchedFor(row)) {
        await outside.delete(session).where(isThis(secretHash));
        return { is: "ended" };
      }
      const idleUntil = how?.unattended ? row.idleUntil : idleFrom(now, row.until);
      if (Date.parse(idleUntil) - Date.parse(row.idleUntil) >= minute) {
        await outside.update(session).set({ idleUntil }).where(isThis(secretHash));
      }
      const { id, issuer, subject, returnTo, areaId, practitionerId, postId, startedAt, until } = kept;
      if (!areaId || !practitionerId || !postId) {
        return { is: "arrived", arrival: { id, issuer, subject, returnTo: returnTo ?? undefined } };
      }
      const ids = { id, areaId, practitionerId, postId, issuer, subject };
      return { is: "at-work", session: { ...ids, ...post, startedAt, idleUntil, until } };
    },

    async begin({ issuer, subject }, post, { idToken, returnTo }) {
      const now = clock();
      const secret = newSecret();
      const until = new Date(now.getTime() + env.sessionHours * 60 * minute).toISOString();
      await outside.insert(session).values({
        sessionId: uuidv7(),
        secretHash: hashOf(secret),
        issuer,
        subject,
        ...idsOf(post),
        returnTo: returnTo ?? null,
        sealedIdToken: idToken ? seal(secret, idToken) : null,
        startedAt: now.toISOString(),
        idleUntil: idleFrom(now, until),
        until,
      });
      return secret;
    },

    async choose(secret, post) {
      const next = newSecret();
      const secretHash = hashOf(secret);
      const [row] = await outside.select({ sealed: session.sealedIdToken }).from(session).where(isThis(secretHash));
      const idToken = row?.sealed ? unseal(secret, row.sealed) : undefined;
      const moved = await outside
        .update(session)
        .set({
          secretHash: hashOf(next),
          ...idsOf(post),
          returnTo: null,
          sealedIdToken: idToken ? seal(next, idToken) : null,
        })
        .where(isThis(secretHash))
        .returning({ id: session.sessionId });
      return moved.length > 0 ? next : undefined;
    },

    async end(secret) {
      const [row] = await outside
        .delete(session)
        .where(isThis(hashOf(secret)))
        .returning();
      if (!row) return undefined;
      const { issuer, subject, sealedIdToken } = row;
      return { issuer, subject, idToken: sealedIdToken ? unseal(secret, sealedIdToken) : undefined };
    },

    async endAllOf({ issuer, subject }) {
      const isTheirs = and(eq(session.issuer, issuer), eq(session.subject, subject));
      return (await outside.delete(session).where(isTheirs).returning({ id: session.sessionId })).length;
    },

    async sweep() {
      const now = clock().toISOString();
      await outside.delete(session).where(or(lte(session.idleUntil, now), lte(session.until, now)));
    },
  };
  return sessions;
}

const isThis = (secretHash: string) => eq(session.secretHash, secretHash);

const idsOf = (post: SignInPost | undefined) => ({
  areaId: post?.areaId ?? null,
  practitionerId: post?.practitionerId ?? null,
  postId: post?.postId ?? null,
});

/** Read anew at each request, with the session itself: whoever left their post has lost access by the next one. */
const postsHeld = sql`posts_for_sign_in(${session.issuer}, ${session.subject}, ${sql.placeholder("today")}::date) as held`;
const isItsPost = sql`held.area_id = ${session.areaId} and held.post_id = ${session.postId} and held.practitioner_id = ${session.practitionerId}`;

const columns = {
  id: session.sessionId,
  issuer: session.issuer,
  subject: session.subject,
  areaId: session.areaId,
  practitionerId: session.practitionerId,
  postId: session.postId,
  returnTo: session.returnTo,
  startedAt: session.startedAt,
  idleUntil: session.idleUntil,
  until: session.until,
  held: sql<string | null>`held.post_id`,
  post: {
    areaName: sql<string>`held.area_name`,
    isDemonstration: sql<boolean>`held.is_demonstration`,
    practitionerName: sql<string>`held.practitioner_name`,
    postTitle: sql<string>`held.post_title`,
    agencyName: sql<string>`held.agency_name`,
    role: sql<string>`held.role`,
  },
};

/** Asked by every request. */
const withItsPost = (outside: Handle) =>
  prepared(outside, "session_with_its_post", (handle) =>
    handle
      .select(columns)
      .from(session)
      .leftJoin(postsHeld, isItsPost)
      .where(eq(session.secretHash, sql.placeholder("secretHash"))),
  );
