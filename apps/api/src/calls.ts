import { createExpressMiddleware } from "@trpc/server/adapters/express";
import type { RequestHandler } from "express";
import { appRouter } from "./app-router.ts";
import { areasInForce } from "./area-in-force.ts";
import type { Context } from "./context.ts";
import type { Database } from "./db/database.ts";
import { asThrown, isFault } from "./errors.ts";
import { batchLimit, uploadLimit } from "./guards.ts";
import type { Shell } from "./server.ts";

/** The procedures, over HTTP: what the shell lets through is answered for whoever the session says is at work. */
export const callsOn = (database: Database) => {
  const areaOf = areasInForce();
  return (shell: Shell): RequestHandler =>
    createExpressMiddleware({
      router: appRouter,
      allowMethodOverride: true, // queries are posted too
      maxBatchSize: batchLimit,
      maxBodySize: uploadLimit, // the shell has held each call to its own limit already
      createContext: async ({ req }): Promise<Context> => {
        const session = await shell.sessionOf(req).catch((error: unknown) => {
          throw asThrown(error);
        });
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
};
