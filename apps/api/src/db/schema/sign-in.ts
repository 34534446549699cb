import { boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/**
 * Sign-in, outside the rule that every key starts with the area: nobody's area is known until they have signed in,
 * and one sign-in may hold posts in several. The tables outside are all here: `session`, `sign_in_attempt`, `throttle`,
 * `spent_logout`.
 * Rows are deleted when their time is up; the audit says who signed in.
 */
export const session = pgTable(
  "session",
  {
    sessionId: uuid().primaryKey(),
    /** SHA-256 of what the browser's cookie holds; the cookie's own value is kept nowhere. */
    secretHash: text().notNull().unique(),
    issuer: text().notNull(),
    subject: text().notNull(),
    /** Empty until the person has chosen one of their posts; until then the session opens nothing. */
    areaId: uuid(),
    practitionerId: uuid(),
    postId: uuid(),
    /** Where they were going when they had to sign in. */
    returnTo: text(),
    /** The issuer's word on who this is, handed back to it at sign-out; only the cookie's value opens it. */
    sealedIdToken: text(),
    /** The issuer's own name for the session, by which it may end it. */
    issuerSession: text(),
    /** Whether the issuer showed more than a password for it: some posts open with that alone. */
    secondFactor: boolean().notNull().default(false),
    /** What the browser says it is, in words: "Firefox on Windows". */
    device: text(),
    startedAt: instant().notNull(),
    /** When somebody last worked in it; kept once a minute at most. */
    usedAt: instant(),
    /** Moves on while the person works, at most once a minute. */
    idleUntil: instant().notNull(),
    until: instant().notNull(),
  },
  (t) => [index().on(t.issuer, t.subject), index().on(t.until)],
);

/** A way to an issuer and back that has begun and not ended. Taken once. */
export const signInAttempt = pgTable(
  "sign_in_attempt",
  {
    stateHash: text().primaryKey(),
    /** SHA-256 of the short-lived cookie of the browser that began it. */
    cookieHash: text().notNull(),
    issuerId: text().notNull(),
    nonce: text().notNull(),
    codeVerifier: text().notNull(),
    returnTo: text(),
    until: instant().notNull(),
  },
  (t) => [index().on(t.until)],
);

/** How often something was tried in the stretch of time that ends at `until`. */
export const throttle = pgTable(
  "throttle",
  {
    /** SHA-256 of what is counted: a person, an address, both. */
    key: text().primaryKey(),
    count: integer().notNull(),
    until: instant().notNull(),
  },
  (t) => [index().on(t.until)],
);

/** A word of an issuer's that ended sessions, by the hash of its id: sent again, it ends nothing. */
export const spentLogout = pgTable(
  "spent_logout",
  {
    tokenHash: text().primaryKey(),
    until: instant().notNull(),
  },
  (t) => [index().on(t.until)],
);
