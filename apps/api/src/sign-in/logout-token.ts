import { type JWTVerifyGetKey, jwtVerify } from "jose";
import type { IssuerSettings } from "./issuer-settings.ts";

/** Whose sessions an issuer ends: everybody's of that name, the one it calls so, or the one if it is theirs. */
export type Logout = {
  /** The issuer's id of its own word: said again, it ends nothing. */
  readonly id: string;
  readonly subject: string | undefined;
  readonly issuerSession: string | undefined;
  /** Until when the word could be said again. */
  readonly until: Date;
};

const event = "http://schemas.openid.net/event/backchannel-logout";
/** Clocks differ a little; a word lives for minutes, whatever it says of itself. */
const seconds = { tolerance: 30, oldest: 300 };

/**
 * Reads a logout token as OpenID Connect Back-Channel Logout 1.0 asks (2.6): signed by the issuer with a key it
 * publishes, for us, now, about a logout, for one use. Throws when any of it does not hold.
 */
export async function logoutIn(
  token: string,
  { issuer, keys, now }: { issuer: IssuerSettings; keys: JWTVerifyGetKey; now: Date },
): Promise<Logout> {
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    issuer: issuer.issuer,
    audience: issuer.clientId,
    algorithms: ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
    requiredClaims: ["iss", "aud", "iat", "exp", "jti", "events"],
    clockTolerance: seconds.tolerance,
    maxTokenAge: seconds.oldest,
    currentDate: now,
  });
  const { jti, exp, nonce, events, sid } = payload;
  const subject = payload[issuer.claims.subject];
  const { typ } = protectedHeader;
  if (typ !== undefined && !["logout+jwt", "jwt"].includes(typ.toLowerCase()))
    throw new TypeError("another type of token");
  if (nonce !== undefined) throw new TypeError("a nonce: this was an ID token");
  if (!isObject(events) || !isObject(events[event])) throw new TypeError("no event of a logout");
  if (typeof jti !== "string" || jti === "" || exp === undefined) throw new TypeError("no id, or no end");
  if (!isNameOrNone(subject) || !isNameOrNone(sid)) throw new TypeError("a name that is none");
  if (subject === undefined && sid === undefined) throw new TypeError("nobody is named");
  const until = new Date(Math.min(exp, now.getTime() / 1000 + seconds.oldest) * 1000 + 2 * seconds.tolerance * 1000);
  return { id: jti, subject, issuerSession: sid, until };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isNameOrNone = (value: unknown): value is string | undefined =>
  value === undefined || (typeof value === "string" && value !== "" && value.length <= 255);
