import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Log } from "./log.ts";
import type { Server } from "./server.ts";

export type Running = {
  readonly port: number;
  /** Stops once, however often it is asked: no new requests, those in hand finished, then everything behind them. */
  readonly stop: (why: string) => Promise<void>;
};

type Parts = {
  readonly server: Pick<Server, "app" | "stopTaking">;
  readonly host: string;
  /** 0 asks the machine for a free one. */
  readonly port: number;
  readonly log: Log;
  /** Closed one after another when the last request is answered: jobs, then the database. */
  readonly behind: readonly { readonly name: string; readonly close: () => Promise<unknown> }[];
  /** How long requests in hand may take to finish. */
  readonly patienceMs?: number;
};

/** Listens, and answers how to stop. */
export async function listen({ server, host, port, log, behind, patienceMs = 10_000 }: Parts): Promise<Running> {
  const http = createServer(server.app);
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, host, () => resolve(http.off("error", reject) && undefined));
  });
  let stopping: Promise<void> | undefined;
  const stopAll = async (reason: string) => {
    log.info({ event: "process.stopping", reason }, "stopping");
    server.stopTaking();
    await finish(http, patienceMs);
    for (const { name, close } of behind) {
      await close().catch((error: unknown) =>
        log.error({ event: "process.close-failed", reason: name, error }, "a part did not close"),
      );
    }
    log.info({ event: "process.stopped" }, "stopped");
  };
  return {
    port: (http.address() as AddressInfo).port, // listening on a port, so it is no pipe and not null
    stop: (reason) => {
      stopping ??= stopAll(reason);
      return stopping;
    },
  };
}

function finish(http: HttpServer, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const enough = setTimeout(() => http.closeAllConnections(), patienceMs);
    http.close(() => {
      clearTimeout(enough);
      resolve();
    });
    http.closeIdleConnections();
  });
}

/** Stops well when the process is asked to end. */
export function endWithProcess(stop: Running["stop"]): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void stop(signal).then(() => process.exit(0)));
  }
}

/** What nobody caught leaves the process in a state nobody knows: it ends at once, with a line in the log. */
export function endWhenBroken(log: Log): void {
  const end = (event: string) => (error: unknown) => {
    log.fatal({ event, error }, "the process ends: nobody caught an error");
    process.exit(1);
  };
  process.on("unhandledRejection", end("process.unhandled-rejection"));
  process.on("uncaughtException", end("process.uncaught-exception"));
}
