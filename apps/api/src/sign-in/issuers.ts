import * as oidc from "openid-client";
import type { Clock } from "../clock.ts";
import type { IssuerSettings } from "./issuer-settings.ts";
import { isLoopback } from "./origins.ts";

/** The issuer did not answer, or not as an issuer does. */
export class IssuerAway extends Error {
  override readonly name = "IssuerAway";
}

export type Issuers = {
  readonly all: readonly IssuerSettings[];
  named(id: unknown): IssuerSettings | undefined;
  /** Where to send somebody to sign in. */
  startUrl(issuer: IssuerSettings, way: { state: string; nonce: string; codeVerifier: string }): Promise<URL>;
  /** Redeems the code that somebody came back with; throws unless everything the issuer says holds. */
  redeem(
    issuer: IssuerSettings,
    cameBackTo: URL,
    way: { state: string; nonce: string; codeVerifier: string },
  ): Promise<{ subject: string; idToken: string }>;
  /** Where to sign out at the issuer too, when it offers that. */
  endUrl(issuer: IssuerSettings, idToken: string | undefined): Promise<URL | undefined>;
  /** Origins that a form of ours may lead on to. */
  formOrigins(): readonly string[];
};

const hour = 3_600_000;

/** The relying party: talks to each issuer, whose own description is asked for once an hour. */
export function issuersOf(all: readonly IssuerSettings[], publicOrigin: string, clock: Clock): Issuers {
  const known = new Map<string, { readonly at: number; readonly configuration: Promise<oidc.Configuration> }>();
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
  const callbackOf = (issuer: IssuerSettings) => `${publicOrigin}/sign-in/${issuer.id}/callback`;

  return {
    all,
    named: (id) => all.find((issuer) => issuer.id === id),
    formOrigins: () => [...origins],
    async startUrl(issuer, { state, nonce, codeVerifier }) {
      return oidc.buildAuthorizationUrl(await configurationOf(issuer), {
        redirect_uri: callbackOf(issuer),
        scope: issuer.scope,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: "S256",
        ...(issuer.asksEveryTime && { prompt: "login" }),
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
      for (const [claim, wanted] of Object.entries(issuer.claims.required)) {
        if (claims[claim] !== wanted) throw new TypeError(`${issuer.id} sent another ${claim} than is required`);
      }
      return { subject, idToken: tokens.id_token };
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
