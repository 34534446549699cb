import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import express, { type Express, type RequestHandler } from "express";
import helmet from "helmet";
import { exportJWK, generateKeyPair } from "jose";
import { Provider } from "oidc-provider";
import { fromOurPages, ofType } from "../guards.ts";
import type { Log } from "../log.ts";
import { Mistaken } from "../mistaken.ts";
import { type IssuerSettings, IssuerSettingsSchema } from "../sign-in/issuer-settings.ts";
import { newSecret } from "../sign-in/secrets.ts";
import { fileAt } from "../static.ts";
import { memory } from "./memory.ts";
import * as pages from "./pages.ts";

/** How the demonstration's people are tied to its issuer: by this name, since its address goes with the port. */
export const demonstrationIssuer = "urn:linchpin:demonstration";

export type DemoIssuerParts = {
  /** 0 asks the machine for a free one. */
  readonly port: number;
  /** Linchpin's own origin: nobody else may send people here. */
  readonly publicOrigin: string;
  readonly demoPeople: () => Promise<readonly pages.DemoPerson[]>;
  /** Every area of the database: the issuer works only while each is a demonstration. */
  readonly areas: () => Promise<readonly { readonly isDemonstration: boolean }[]>;
  readonly log: Log;
};

export type DemoIssuer = {
  readonly settings: IssuerSettings;
  readonly port: number;
  readonly close: () => Promise<void>;
};

/** An area here is not a demonstration, so nobody may sign in without a password. */
export class NotADemonstration extends Mistaken {
  constructor() {
    super(["DEMO is on, and an area of this database is not a demonstration. Turn DEMO off, or use another database."]);
  }
}

/** Starts the development issuer on this machine's own address, with keys and a client made for this run alone. */
export async function startDemoIssuer(parts: DemoIssuerParts): Promise<DemoIssuer> {
  if (!(await onlyDemonstrations(parts))) throw new NotADemonstration();
  const http = createServer();
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(parts.port, "127.0.0.1", () => resolve(http.off("error", reject) && undefined));
  });
  const { port } = http.address() as AddressInfo; // listening on a port, so it is no pipe and not null
  const origin = `http://localhost:${port}`;
  const settings: IssuerSettings = {
    ...IssuerSettingsSchema.parse({
      id: "demonstration",
      label: "Choose somebody of the demonstration",
      issuer: origin,
      clientId: "linchpin",
      clientSecret: newSecret(),
    }),
    knownAs: demonstrationIssuer,
    isNotCounted: true,
  };
  http.on("request", demoApp(parts, await providerFor(parts, settings), origin));
  return {
    settings,
    port,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

const onlyDemonstrations = async ({ areas }: DemoIssuerParts) => (await areas()).every((area) => area.isDemonstration);

async function providerFor({ publicOrigin, log }: DemoIssuerParts, settings: IssuerSettings): Promise<Provider> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: "RS256", use: "sig" };
  const provider = new Provider(settings.issuer, {
    adapter: memory(),
    jwks: { keys: [key] },
    clients: [
      {
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        token_endpoint_auth_method: "client_secret_post",
        redirect_uris: [`${publicOrigin}/sign-in/${settings.id}/callback`],
        post_logout_redirect_uris: [`${publicOrigin}/signed-out`],
        backchannel_logout_uri: `${publicOrigin}/sign-in/${settings.id}/back-channel-logout`,
        backchannel_logout_session_required: true,
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    cookies: {
      keys: [newSecret()],
      names: {
        interaction: "demonstration-interaction",
        resume: "demonstration-resume",
        session: "demonstration-session",
      },
    },
    pkce: { required: () => true },
    scopes: ["openid"],
    // Nobody proves anything here; the demonstration's managers come in as if they had.
    claims: { openid: ["sub", "amr"] },
    findAccount: (_ctx, accountId) => ({ accountId, claims: async () => ({ sub: accountId }) }),
    // Whoever chose a person has agreed to be that person here.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        ...(ctx.oidc.client && { clientId: ctx.oidc.client.clientId }),
        ...(ctx.oidc.session?.accountId && { accountId: ctx.oidc.session.accountId }),
      });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    ttl: { Interaction: 3600, Session: 12 * 3600, Grant: 3600, AuthorizationCode: 60, AccessToken: 60, IdToken: 3600 },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = pages.signOutOfDemoPage(form);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = pages.demoSignedOutPage();
        },
      },
    },
    // Its one call of its own goes to Linchpin, on this machine, where the library would not go by itself.
    fetch: (url, options) => {
      const { dispatcher: _, ...asAsked }: RequestInit & { dispatcher?: unknown } = options ?? {};
      return fetch(url, asAsked);
    },
    renderError: (ctx) => {
      ctx.type = "html";
      ctx.body = pages.demoFailedPage(publicOrigin);
    },
  });
  provider.on("server_error", (_ctx, error) =>
    log.error({ event: "demo-issuer.failed", error }, "the demo issuer failed"),
  );
  return provider;
}

function demoApp(parts: DemoIssuerParts, provider: Provider, origin: string): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use(demoHeaders(parts.publicOrigin), forThisMachine(origin));
  app.get("/look/linchpin.css", fileAt(join(import.meta.dirname, "../sign-in/look/linchpin.css")));
  app.get("/look/send.js", fileAt(join(import.meta.dirname, "send.js")));
  app.use(async (_req, res, next) => {
    if (await onlyDemonstrations(parts)) return next();
    res.status(403).send(pages.onlyDemonstrationsPage());
  });

  app.get("/interaction/:uid", async (req, res) => {
    const { uid } = await provider.interactionDetails(req, res);
    res.send(pages.choosePersonPage(await parts.demoPeople(), `/interaction/${uid}`));
  });
  app.post(
    "/interaction/:uid",
    fromOurPages(origin),
    ofType("application/x-www-form-urlencoded"),
    express.urlencoded({ extended: false, limit: "4kb" }),
    async (req, res) => {
      const { subject } = req.body as Record<string, unknown>;
      const person = (await parts.demoPeople()).find((one) => one.subject === subject);
      if (!person) return void res.status(403).send(pages.demoFailedPage(parts.publicOrigin));
      await provider.interactionFinished(req, res, { login: { accountId: person.subject, amr: ["mfa"] } });
    },
  );
  app.get("/", (_req, res) => res.redirect(303, parts.publicOrigin));
  const answer = provider.callback();
  app.use((req, res) => answer(req, res));
  const failed: express.ErrorRequestHandler = (_error, _req, res, _next) => {
    res.status(400).send(pages.demoFailedPage(parts.publicOrigin));
  };
  app.use(failed);
  return app;
}

/** A foreign name that was pointed at this machine is not this issuer's. */
const forThisMachine =
  (origin: string): RequestHandler =>
  (req, res, next) => {
    if (`http://${req.get("host")}` === origin) return next();
    res.status(421).type("text/plain").send("Nobody of that name is here.");
  };

function demoHeaders(publicOrigin: string): RequestHandler {
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        formAction: ["'self'", publicOrigin],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: false,
  });
  return (req, res, next) => {
    res.set("Cache-Control", "no-store");
    headers(req, res, next);
  };
}
