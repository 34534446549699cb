import { createRemoteJWKSet, type JWTVerifyGetKey } from "jose";
import * as oidc from "openid-client";
import type { Clock } from "../clock.ts";
import { type IssuerSettings, says } from "./issuer-settings.ts";
import { type Logout, logoutIn } from "./logout-token.ts";
import { isLoopback } from "./origins.ts";

/** The issuer did not answer, or not as an issuer does. */
export class IssuerAway extends Error {
  override readonly name = "IssuerAway";
}

/** What an issuer vouched for. */
export type Vouched = {
  readonly subject: string;
  readonly idToken: string;
  /** The issuer's own name for the session. */
  readonly issuerSession: string | undefined;
  readonly hasSecondFactor: boolean;
};

export type Issuers = {
  readonly all: readonly IssuerSettings[];
  named(id: unknown): IssuerSettings | undefined;
  /** Where to send somebody to sign in. */
  startUrl(
    issuer: IssuerSettings,
    way: { state: string; nonce: string; codeVerifier: string },
    how?: { withSecondFactor: boolean },
  ): Promise<URL>;
  /** Redeems the code that somebody came back with; throws unless everything the issuer says holds. */
  redeem(
    issuer: IssuerSettings,
    cameBackTo: URL,
    way: { state: string; nonce: string; codeVerifier: string },
  ): Promise<Vouched>;
  /** Whose session an issuer's own call ends; throws unless everything it says holds. */
  readLogout(issuer: IssuerSettings, token: string): Promise<Logout>;
  /** Where to sign out at the issuer too, when it offers that. */
  endUrl(issuer: IssuerSettings, idToken: string | undefined): Promise<URL | undefined>;
  /** Origins that a form of ours may lead on to. */
  formOrigins(): readonly string[];
};

const hour = 3_600_000;
/** How far an issuer's clock may be ahead of ours. */
const aheadMs = 60_000;

/** The relying party: talks to each issuer, whose own description is asked for once an hour. */
export function issuersOf(all: readonly IssuerSettings[], publicOrigin: string, clock: Clock): Issuers {
  const known = new Map<string, { readonly at: number; readonly configuration: Promise<oidc.Configuration> }>();
  const keys = new Map<string, JWTVerifyGetKey>();
  const origins = new Set(all.map(({ issuer }) => new URL(issuer).origin));

  const configurationOf = (issuer: IssuerSettings): Promise<oidc.Configuration> => {
    const now = clock().getTime();
    const before = known.get(issuer.id);
    if (before && now - before.at < hour) return before.configuration;
    const configuration = discover(issuer).then(
      (found) => {
        const ends = found.serverMetadata().end_session_endpoint;
        if (ends && URL.canParse(ends)) origins.add(new URL(ends).origin);
        return found;
      },
      (cause) => {
        known.delete(issuer.id);
        throw new IssuerAway(issuer.id, { cause });
      },
    );
    known.set(issuer.id, { at: now, configuration });
    return configuration;
  };
  const keysOf = async (issuer: IssuerSettings): Promise<JWTVerifyGetKey> => {
    const address = (await configurationOf(issuer)).serverMetadata().jwks_uri;
    if (address === undefined) throw new TypeError(`${issuer.id} publishes no keys`);
    const before = keys.get(address);
    if (before) return before;
    const found = createRemoteJWKSet(new URL(address), { timeoutDuration: 10_000 });
    keys.set(address, found);
    return found;
  };
  const callbackOf = (issuer: IssuerSettings) => `${publicOrigin}/sign-in/${issuer.id}/callback`;

  return {
    all,
    named: (id) => all.find((issuer) => issuer.id === id),
    formOrigins: () => [...origins],
    async startUrl(issuer, { state, nonce, codeVerifier }, how) {
      const { secondFactor } = issuer;
      const asksMore = how?.withSecondFactor === true && secondFactor !== "always" ? secondFactor.asks : {};
      return oidc.buildAuthorizationUrl(await configurationOf(issuer), {
        redirect_uri: callbackOf(issuer),
        scope: issuer.scope,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: "S256",
        ...((issuer.asksEveryTime || how?.withSecondFactor) && { prompt: "login" }),
        ...(asksMore.acr_values !== undefined && { acr_values: asksMore.acr_values }),
        ...(asksMore.claims !== undefined && { claims: asksMore.claims }),
      });
    },
    async redeem(issuer, cameBackTo, { state, nonce, codeVerifier }) {
      const tokens = await oidc.authorizationCodeGrant(await configurationOf(issuer), cameBackTo, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      const subject = claims?.[issuer.claims.subject];
      if (!claims || !tokens.id_token || typeof subject !== "string" || subject === "") {
        throw new TypeError(`${issuer.id} sent no claim that tells who this is`);
      }
      if (claims.azp !== undefined && claims.azp !== issuer.clientId)
        throw new TypeError(`${issuer.id} vouched for another's use`);
      if (claims.iat * 1000 > Date.now() + aheadMs) throw new TypeError(`${issuer.id} vouched at a time to come`);
      for (const [claim, wanted] of Object.entries(issuer.claims.required)) {
        if (!says(claims[claim], wanted)) throw new TypeError(`${issuer.id} sent another ${claim} than is required`);
      }
      const { secondFactor } = issuer;
      return {
        subject,
        idToken: tokens.id_token,
        issuerSession: typeof claims.sid === "string" ? claims.sid : undefined,
        hasSecondFactor:
          secondFactor === "always" || says(claims[secondFactor.shownBy.claim], secondFactor.shownBy.values),
      };
    },
    async readLogout(issuer, token) {
      const keys = await keysOf(issuer);
      return logoutIn(token, { issuer, keys, now: new Date() }); // its clock is the world's, as it is for whoever comes back
    },
    async endUrl(issuer, idToken) {
      const configuration = await configurationOf(issuer);
      if (!configuration.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: `${publicOrigin}/signed-out`,
        ...(idToken && { id_token_hint: idToken }),
      });
    },
  };
}

function discover(issuer: IssuerSettings): Promise<oidc.Configuration> {
  const authentication = issuer.clientAuthentication === "basic" ? oidc.ClientSecretBasic : oidc.ClientSecretPost;
  return oidc.discovery(new URL(issuer.issuer), issuer.clientId, undefined, authentication(issuer.clientSecret), {
    timeout: 10,
    execute: [
      oidc.enableNonRepudiationChecks, // its signature is checked too, not only the connection it came by
      ...(isLoopback(issuer.issuer) ? [oidc.allowInsecureRequests] : []),
    ],
  });
}
