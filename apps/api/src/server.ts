import { randomUUID } from "node:crypto";
import { join } from "node:path";
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from "express";
import helmet from "helmet";
import type { Clock } from "./clock.ts";
import type { Database } from "./db/database.ts";
import { isOutOfTime } from "./db/limits.ts";
import { endpointsOn } from "./endpoints.ts";
import type { Env } from "./env.ts";
import { copyStyleHashes } from "./features/consent/copy-html.ts";
import { fromOurPages, ofType, postOnly, readsAndPostsOnly, turnedAway, withinLimits } from "./guards.ts";
import type { Log } from "./log.ts";
import { attemptsIn } from "./sign-in/attempts.ts";
import { cookiesFor } from "./sign-in/cookies.ts";
import { issuersOf } from "./sign-in/issuers.ts";
import { busyPage, notBuiltPage, notFoundPage, wentWrongPage } from "./sign-in/pages.ts";
import type { SignInEvent } from "./sign-in/parts.ts";
import { portalOf } from "./sign-in/portal.ts";
import { issuerRoutes, signInRoutes } from "./sign-in/routes.ts";
import { type SessionOf, sessionOfRequests } from "./sign-in/session-of.ts";
import { type Person, type Session, sessionsIn } from "./sign-in/sessions.ts";
import { throttleIn } from "./sign-in/throttle.ts";
import { fileAt, portalAt } from "./static.ts";

/** What the shell offers to whatever is mounted in it. */
export type Shell = {
  readonly clock: Clock;
  readonly log: Log;
  /** Who is at work; nobody when they are not signed in, or have yet to choose a post. */
  readonly sessionOf: (req: Request) => Promise<Session | undefined>;
  readonly requestIdOf: (req: Request) => string;
  /** Ends every session of a person: at their word, or when they leave. */
  readonly endSessionsOf: (who: Person) => Promise<number>;
};

export type ServerParts = {
  readonly database: Pick<Database, "outside" | "inOne" | "postsFor" | "ping">;
  readonly env: Pick<Env, "publicOrigin" | "sessionIdleMinutes" | "sessionHours" | "issuers" | "trustProxy" | "demo">;
  readonly log: Log;
  readonly clock: Clock;
  /** Builds what answers under /api/trpc. */
  readonly trpc?: (shell: Shell) => RequestHandler;
  /** Procedures that may be sent more than the rest, alone. */
  readonly uploads?: readonly string[];
  /** Folders of the built portals. */
  readonly portals?: { readonly namedPerson: string; readonly manager: string } | undefined;
  /** Keeps who came and went, before they are answered. */
  readonly note?: (event: SignInEvent) => Promise<void>;
};

export type Server = {
  readonly app: Express;
  readonly shell: Shell;
  /** From here on the process says that it is not ready for more. */
  readonly stopTaking: () => void;
  /** Deletes sessions, attempts and counts whose time is up. */
  readonly sweep: () => Promise<void>;
};

/** Builds the process's HTTP side from its parts; it listens to nothing yet. */
export function buildServer(parts: ServerParts): Server {
  const { database, env, log, clock } = parts;
  const issuers = issuersOf(env.issuers, env.publicOrigin, clock);
  const cookies = cookiesFor(env.publicOrigin);
  const attempts = attemptsIn(database, clock);
  const throttle = throttleIn(database, clock);
  const sessions = sessionsIn({ database, env, issuers: env.issuers, clock });
  const found = sessionOfRequests(sessions, cookies);
  const ids = new WeakMap<Request, string>();
  const requestIdOf = (req: Request) => ids.get(req) ?? "";
  const shell: Shell = { clock, log, requestIdOf, sessionOf: found.sessionOf, endSessionsOf: sessions.endAllOf };
  let isStopping = false;

  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", env.trustProxy);
  app.set("query parser", "simple");

  app.use(headers(env.publicOrigin, issuers.formOrigins));
  app.use((req, res, next) => {
    ids.set(req, randomUUID());
    res.set({ "X-Request-Id": requestIdOf(req), "Cache-Control": "no-store" });
    logWhenDone(req, res, log, requestIdOf(req), found);
    next();
  });
  const note = async (event: SignInEvent) => {
    const { areaId, practitionerId } = event.post ?? {};
    const who = areaId && practitionerId ? { areaId, practitionerId } : {};
    log.info({ event: `sign-in.${event.kind}`, ...who }, "sign-in");
    await parts.note?.(event);
  };
  const signIn = { database, env, log, clock, issuers, attempts, sessions, cookies, throttle, found, note };
  app.use(readsAndPostsOnly, issuerRoutes(signIn), fromOurPages(env.publicOrigin));

  const on = endpointsOn(app);
  on.get("process.is-alive", "/healthz", (_req, res) => void res.type("text/plain").send("The process lives."));
  on.get("process.is-ready", "/readyz", async (_req, res) => {
    const isReady =
      !isStopping &&
      (await database.ping().then(
        () => true,
        () => false,
      ));
    res
      .status(isReady ? 200 : 503)
      .type("text/plain")
      .send(isReady ? "Ready." : "Not ready.");
  });
  on.get("page.look", "/look/linchpin.css", fileAt(join(import.meta.dirname, "sign-in/look/linchpin.css")));

  const callGuards = [postOnly, ofType("application/json"), withinLimits(parts.uploads ?? [])];
  if (parts.trpc) on.use("calls.answer", "/api/trpc", ...callGuards, parts.trpc(shell));
  app.use("/api", (_req, res) => void res.status(404).type("text/plain").send("There is no such call."));

  app.use(signInRoutes(signIn));

  const signedInOnly = toSignIn(found);
  for (const [at, folder] of [
    ["/named-person", parts.portals?.namedPerson],
    ["/manager", parts.portals?.manager],
  ] as const) {
    on.use(
      "page.open-portal",
      at,
      folder ? portalAt(folder, signedInOnly) : (_req, res) => void res.status(404).send(notBuiltPage()),
    );
  }
  on.get("page.start", "/", async (req, res) => {
    const session = await found.sessionOf(req);
    res.redirect(303, session ? portalOf(session.role) : "/sign-in");
  });
  app.use((_req, res) => void res.status(404).send(notFoundPage()));
  app.use(whenSomethingFails(log, requestIdOf));

  return {
    app,
    shell,
    stopTaking: () => {
      isStopping = true;
    },
    sweep: async () => {
      await Promise.all([sessions.sweep(), attempts.sweep(), throttle.sweep()]);
    },
  };
}

/** A portal's page opens for somebody at work; others go to sign in, and come back to where they were going. */
const toSignIn =
  (found: SessionOf): RequestHandler =>
  async (req, res, next) => {
    const { is } = await found.foundOn(req);
    if (is === "at-work") return next();
    const back = new URLSearchParams({ "return-to": req.originalUrl });
    if (is === "arrived") return res.redirect(303, "/sign-in/post");
    res.redirect(303, `${is === "ended" ? "/session-ended" : "/sign-in"}?${back}`);
  };

function headers(publicOrigin: string, formOrigins: () => readonly string[]): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Beside our own sheet the one style that copies of plans carry, by its hash: a copy is shown as it goes.
        styleSrc: ["'self'", ...copyStyleHashes],
        imgSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        // Signing out ends at the issuer, and a browser holds a form to this list wherever it is sent on to.
        formAction: ["'self'", () => formOrigins().join(" ")],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    // Not "no-referrer": browsers would then send "Origin: null" with our own forms.
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: publicOrigin.startsWith("https:") && { maxAge: 63_072_000, includeSubDomains: true },
    xFrameOptions: { action: "deny" },
  });
}

/** One line for each request: who by id, what by the route's template, never an address as it was asked. */
function logWhenDone(req: Request, res: express.Response, log: Log, requestId: string, found: SessionOf): void {
  const began = performance.now();
  res.once("close", () => {
    const session = found.seenOn(req);
    const reason = turnedAway(res);
    log.info(
      {
        event: reason ? "request.turned-away" : "request",
        ...(reason && { reason }),
        requestId,
        method: req.method,
        route: routeOf(req),
        status: res.statusCode,
        ms: Math.round(performance.now() - began),
        ...(session && { practitionerId: session.practitionerId, areaId: session.areaId }),
      },
      "request",
    );
  });
}

function routeOf(req: Request): string {
  const route: unknown = req.route;
  if (typeof route === "object" && route && "path" in route && typeof route.path === "string") return route.path;
  const top = ["/api/trpc", "/named-person", "/manager"].find((one) => req.originalUrl.startsWith(one));
  return top ? `${top}/*` : "none";
}

function whenSomethingFails(log: Log, requestIdOf: (req: Request) => string): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const requestId = requestIdOf(req);
    const said = typeof error === "object" && error && "status" in error ? Number(error.status) : 500;
    const isBusy = isOutOfTime(error);
    const status = isBusy ? 503 : said >= 400 && said < 500 ? said : 500; // what the body parser refuses is the sender's mistake
    if (status >= 500)
      log.error({ event: "request.failed", requestId, route: routeOf(req), error }, "a request failed");
    if (res.headersSent) return next(error);
    res
      .set("Cache-Control", "no-store")
      .status(status)
      .send(isBusy ? busyPage() : wentWrongPage(requestId));
  };
}
