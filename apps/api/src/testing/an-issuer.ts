import { createServer } from "node:http";
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, type JWTPayload, SignJWT } from "jose";
import { type IssuerSettings, IssuerSettingsSchema } from "../sign-in/issuer-settings.ts";
import { freePort } from "./free-port.ts";

/** The keys of an issuer, and one that is not among those it publishes. */
export type IssuerKeys = {
  readonly own: CryptoKey;
  readonly foreign: CryptoKey;
  readonly foreignJwk: JWK;
  /** The published key, as anybody may read it. */
  readonly publicPem: string;
  readonly publicJwk: JWK;
};

/** What the issuer says of whoever comes; a test changes what it needs to be wrong. */
export type Saying = {
  claims?: Record<string, unknown>;
  /** Signs with a key that is not among those it publishes. */
  withForeignKey?: boolean;
  unsigned?: boolean;
  /** The `iss` beside the code. */
  besideTheCode?: string;
  /** Forgets to send an ID token. */
  noIdToken?: boolean;
  /** Writes the ID token by itself. */
  writes?: (claims: JWTPayload, keys: IssuerKeys) => string | Promise<string>;
  /** Answers the code with something else altogether. */
  answers?: { readonly status: number; readonly body: string };
};

/** An issuer that sends everybody straight back, and says of them what a test wants. */
export async function anIssuer(id: string, more: Record<string, unknown> = {}) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const settings: IssuerSettings = IssuerSettingsSchema.parse({
    id,
    label: `Sign in with ${id}`,
    issuer: origin,
    clientId: `client-of-${id}`,
    clientSecret: "a secret for tests",
    ...more,
  });
  const [own, foreign] = [await generateKeyPair("RS256", { extractable: true }), await generateKeyPair("RS256")];
  const key = { ...(await exportJWK(own.publicKey)), kid: "one", alg: "RS256", use: "sig" };
  const keys: IssuerKeys = {
    own: own.privateKey,
    foreign: foreign.privateKey,
    foreignJwk: await exportJWK(foreign.publicKey),
    publicPem: await exportSPKI(own.publicKey),
    publicJwk: key,
  };
  let saying: Saying = {};
  const nonces = new Map<string, string>();
  /** What was asked of the token endpoint, last first. */
  const redeemed: URLSearchParams[] = [];

  const idToken = (nonce: string | undefined) => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: origin,
      aud: settings.clientId,
      sub: "ann",
      iat: now,
      exp: now + 60,
      nonce,
      ...saying.claims,
    };
    if (saying.writes) return saying.writes(claims as JWTPayload, keys);
    if (saying.unsigned) {
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
      return `${part({ alg: "none" })}.${part(claims)}.`;
    }
    return new SignJWT(claims)
      .setProtectedHeader({ alg: "RS256", kid: "one" })
      .sign(saying.withForeignKey ? foreign.privateKey : own.privateKey);
  };

  const http = createServer(async (req, res) => {
    const url = new URL(req.url ?? "/", origin);
    const json = (value: unknown) => res.setHeader("content-type", "application/json").end(JSON.stringify(value));
    if (url.pathname === "/.well-known/openid-configuration") {
      return json({
        issuer: origin,
        authorization_endpoint: `${origin}/auth`,
        token_endpoint: `${origin}/token`,
        jwks_uri: `${origin}/jwks`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
        authorization_response_iss_parameter_supported: true,
      });
    }
    if (url.pathname === "/jwks") return json({ keys: [key] });
    if (url.pathname === "/auth") {
      const asked = url.searchParams;
      const code = `code-${nonces.size + 1}`;
      nonces.set(code, asked.get("nonce") ?? "");
      const back = new URL(asked.get("redirect_uri") ?? "");
      back.search = String(
        new URLSearchParams({ code, state: asked.get("state") ?? "", iss: saying.besideTheCode ?? origin }),
      );
      return res.writeHead(302, { location: back.href }).end();
    }
    let body = "";
    for await (const part of req) body += part;
    const asked = new URLSearchParams(body);
    redeemed.unshift(asked);
    if (saying.answers) return res.writeHead(saying.answers.status).end(saying.answers.body);
    const nonce = nonces.get(asked.get("code") ?? "");
    json({ access_token: "x", token_type: "bearer", ...(!saying.noIdToken && { id_token: await idToken(nonce) }) });
  });
  await new Promise<void>((resolve) => http.listen(port, "127.0.0.1", resolve));
  return {
    settings,
    keys,
    redeemed,
    say: (next: Saying) => {
      saying = next;
    },
    close: () => new Promise((resolve) => http.close(resolve).closeAllConnections()),
  };
}
export type TestIssuer = Awaited<ReturnType<typeof anIssuer>>;
