import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { type Clock, today } from "../clock.ts";
import type { Database, Handle, SignInPost } from "../db/database.ts";
import { prepared } from "../db/prepared.ts";
import { session, spentLogout } from "../db/schema/sign-in.ts";
import type { Env } from "../env.ts";
import { type IssuerSettings, isEnoughFor, nameOf } from "./issuer-settings.ts";
import type { Logout } from "./logout-token.ts";
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
  readonly hasSecondFactor: boolean;
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
  readonly hasSecondFactor: boolean;
};

export type Person = { readonly issuer: string; readonly subject: string };

/** What came with a sign-in, beside who it is. */
export type Brought = {
  readonly idToken?: string;
  readonly issuerSession?: string | undefined;
  readonly hasSecondFactor?: boolean;
  readonly device?: string;
  readonly returnTo?: string;
};

/** A session that was ended, for whoever keeps that it was. */
export type Ended = Person & {
  readonly areaId: string | null;
  readonly practitionerId: string | null;
  readonly postId: string | null;
};

export type Found =
  | { readonly is: "at-work"; readonly session: Session }
  | { readonly is: "arrived"; readonly arrival: Arrival }
  | { readonly is: "ended" };

export type Sessions = {
  /** What a cookie's secret opens today. Looking counts as working, unless `unattended`. */
  find(secret: string, how?: { unattended: boolean }): Promise<Found>;
  /** A new session with a new secret, always: none is ever taken over from before sign-in. */
  begin(who: Person, at: SignInPost | undefined, more: Brought): Promise<string>;
  /** Puts a session into a post, under a new secret. Nothing when it has ended meanwhile. */
  choose(secret: string, post: SignInPost): Promise<string | undefined>;
  /** Ends one session. Gives the issuer's word that it began with, for signing out there too. */
  end(secret: string): Promise<(Person & { idToken: string | undefined }) | undefined>;
  /** Ends every session of a person, on whatever device. Gives how many there were. */
  endAllOf(who: Person): Promise<number>;
  /** Ends what an issuer's own word ends, once: gives nothing when the word was said before. */
  endAsTold(issuer: string, logout: Logout): Promise<readonly Ended[] | undefined>;
  sweep(): Promise<void>;
};

type Given = {
  readonly database: Pick<Database, "outside" | "inOne">;
  readonly env: Pick<Env, "sessionIdleMinutes" | "sessionHours">;
  readonly issuers: readonly IssuerSettings[];
  readonly clock: Clock;
};

const minute = 60_000;

/** Sessions kept in the database: the browser holds a secret, we hold its hash. */
export function sessionsIn({ database, env, issuers, clock }: Given): Sessions {
  const { outside } = database;
  /** Each area may set its own minutes; until a post is chosen the product's own hold. */
  const idleFrom = (now: Date, until: string, idleMinutes = env.sessionIdleMinutes) => {
    const idleUntil = new Date(now.getTime() + idleMinutes * minute).toISOString();
    return idleUntil < until ? idleUntil : until;
  };
  /** The issuer is still taken, for this area, and said enough of the person for what the post is today. */
  const stillVouchedFor = ({ issuer, areaId, secondFactor, post }: VouchedFor) => {
    const settings = issuers.find((one) => nameOf(one) === issuer);
    if (settings === undefined) return false;
    if (!areaId) return true;
    if (settings.areas && !settings.areas.includes(areaId)) return false;
    return isEnoughFor(settings, post.role, secondFactor);
  };

  const sessions: Sessions = {
    async find(secret, how) {
      const now = clock();
      const secretHash = hashOf(secret);
      const [row] = await withItsPost(outside).execute({ secretHash, today: today(clock) });
      if (!row) return { is: "ended" };
      const { held, post, idleMinutes, ...kept } = row;
      const isOver = row.idleUntil <= now.toISOString() || row.until <= now.toISOString();
      const hasLeft = row.postId !== null && held === null;
      if (isOver || hasLeft || !stillVouchedFor(row)) {
        await outside.delete(session).where(isThis(secretHash));
        return { is: "ended" };
      }
      const next = idleFrom(now, row.until, idleMinutes ?? undefined);
      const moves = !how?.unattended && Math.abs(Date.parse(next) - Date.parse(row.idleUntil)) >= minute;
      const idleUntil = moves ? next : row.idleUntil; // what is kept: whoever is warned by it is warned in time
      if (moves) {
        await outside.update(session).set({ idleUntil, usedAt: now.toISOString() }).where(isThis(secretHash));
      }
      const { id, issuer, subject, secondFactor: hasSecondFactor, returnTo, startedAt, until } = kept;
      const { areaId, practitionerId, postId } = kept;
      if (!areaId || !practitionerId || !postId) {
        return { is: "arrived", arrival: { id, issuer, subject, hasSecondFactor, returnTo: returnTo ?? undefined } };
      }
      const ids = { id, areaId, practitionerId, postId, issuer, subject, hasSecondFactor };
      return { is: "at-work", session: { ...ids, ...post, startedAt, idleUntil, until } };
    },

    async begin({ issuer, subject }, post, { idToken, issuerSession, hasSecondFactor, device, returnTo }) {
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
        issuerSession: issuerSession ?? null,
        secondFactor: hasSecondFactor ?? false,
        device: device ?? null,
        startedAt: now.toISOString(),
        usedAt: now.toISOString(),
        idleUntil: idleFrom(now, until, post?.idleMinutes),
        until,
      });
      return secret;
    },

    async choose(secret, post) {
      const next = newSecret();
      const secretHash = hashOf(secret);
      const [row] = await outside
        .select({ sealed: session.sealedIdToken, until: session.until })
        .from(session)
        .where(isThis(secretHash));
      const now = clock();
      const idToken = row?.sealed ? unseal(secret, row.sealed) : undefined;
      const moved = await outside
        .update(session)
        .set({
          secretHash: hashOf(next),
          ...idsOf(post),
          returnTo: null,
          sealedIdToken: idToken ? seal(next, idToken) : null,
          usedAt: now.toISOString(),
          ...(row && { idleUntil: idleFrom(now, row.until, post.idleMinutes) }),
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

    async endAsTold(issuer, { id, subject, issuerSession, until }) {
      // A session that began without a name of the issuer's own cannot be told from the person's others: it ends too.
      const isNamed = issuerSession !== undefined && eq(session.issuerSession, issuerSession);
      const isTheirs = subject !== undefined && eq(session.subject, subject);
      const isMeant =
        isNamed && isTheirs ? and(isTheirs, or(isNamed, isNull(session.issuerSession))) : isNamed || isTheirs;
      if (!isMeant) return undefined;
      return database.inOne(async (tx) => {
        const tokenHash = hashOf(JSON.stringify([issuer, id]));
        const once = await tx
          .insert(spentLogout)
          .values({ tokenHash, until: until.toISOString() })
          .onConflictDoNothing()
          .returning({ tokenHash: spentLogout.tokenHash });
        if (once.length === 0) return undefined;
        return tx
          .delete(session)
          .where(and(eq(session.issuer, issuer), isMeant))
          .returning({
            issuer: session.issuer,
            subject: session.subject,
            areaId: session.areaId,
            practitionerId: session.practitionerId,
            postId: session.postId,
          });
      });
    },

    async sweep() {
      const now = clock().toISOString();
      await outside.delete(spentLogout).where(lte(spentLogout.until, now));
      await outside.delete(session).where(or(lte(session.idleUntil, now), lte(session.until, now)));
    },
  };
  return sessions;
}

type VouchedFor = {
  readonly issuer: string;
  readonly areaId: string | null;
  readonly secondFactor: boolean;
  readonly post: { readonly role: string };
};

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
  secondFactor: session.secondFactor,
  returnTo: session.returnTo,
  startedAt: session.startedAt,
  idleUntil: session.idleUntil,
  until: session.until,
  held: sql<string | null>`held.post_id`,
  idleMinutes: sql<number | null>`held.idle_minutes`,
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
