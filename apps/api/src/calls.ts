import { createExpressMiddleware } from "@trpc/server/adapters/express";
import express, { type RequestHandler } from "express";
import { appRouter } from "./app-router.ts";
import { areasInForce } from "./area-in-force.ts";
import type { Context } from "./context.ts";
import type { Database } from "./db/database.ts";
import { asThrown, isFault } from "./errors.ts";
import { batchLimit, uploadLimit } from "./guards.ts";
import type { Shell } from "./server.ts";
import type { Session } from "./sign-in/sessions.ts";

/** The procedures, over HTTP: what the shell lets through is answered for whoever the session says is at work. */
export const callsOn = (database: Database) => {
  const areaOf = areasInForce();
  // Who asks is looked up once all of it is here: whoever leaves while they still send is refused like any leaver.
  const whole = express.text({ type: "application/json", limit: uploadLimit, inflate: false });
  return (shell: Shell): RequestHandler => {
    const answer = createExpressMiddleware({
      router: appRouter,
      allowMethodOverride: true, // queries are posted too
      maxBatchSize: batchLimit,
      maxBodySize: uploadLimit, // the shell has held each call to its own limit already
      createContext: async ({ req, res }): Promise<Context> => {
        const session = await shell.sessionOf(req).catch((error: unknown) => {
          throw asThrown(error);
        });
        if (session) res.setHeader(timeLeftHeader, timeLeft(session, shell.clock()));
        return {
          database,
          areaOf,
          clock: shell.clock,
          requestId: shell.requestIdOf(req),
          who: session,
          session,
        };
      },
      onError: ({ error, path, ctx }) => {
        if (!isFault(error)) return;
        const { who, requestId } = ctx ?? {};
        shell.log.error(
          {
            event: "call.failed",
            error: error.cause ?? error,
            ...(path && Object.hasOwn(appRouter._def.procedures, path) && { procedure: path }),
            ...(requestId && { requestId }),
            ...(who && { practitionerId: who.practitionerId, areaId: who.areaId }),
          },
          "a call failed",
        );
      },
    });
    return (req, res, next) => whole(req, res, (error?: unknown) => (error ? next(error) : answer(req, res, next)));
  };
};

/** Seconds until the session ends without work, and until it ends in any case: a portal warns by them. */
export const timeLeftHeader = "x-linchpin-time-left";

const timeLeft = ({ idleUntil, until }: Session, now: Date): string =>
  [idleUntil, until].map((end) => Math.max(0, Math.ceil((Date.parse(end) - now.getTime()) / 1000))).join(" ");
