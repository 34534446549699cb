import { type Connection, connectTo } from "./connection.ts";
import type { Measured } from "./figures.ts";
import { cpuOf } from "./processes.ts";

export type Watched = { readonly api: number; readonly postgres: number };

export type Until = { readonly seconds: number } | { readonly times: number };

type Run = {
  readonly port: number;
  readonly connections: number;
  /** How long, or how many altogether. */
  readonly until: Until;
  /** One operation on a connection; its number counts on through the run. */
  readonly each: (connection: Connection, number: number) => Promise<unknown>;
  readonly watched: Watched;
};

/** Runs an operation again and again on so many connections at once, each waiting for its answer before it asks again. */
export async function measured({ port, connections, until, each, watched }: Run): Promise<Measured> {
  const open = await Promise.all(Array.from({ length: connections }, () => connectTo(port)));
  const latencies: number[] = [];
  let number = 0;
  const before = cpu(watched);
  const began = performance.now();
  let hasFailed = false;
  const stopping = (error: unknown) => {
    hasFailed = true; // the others ask nothing more, and do not weigh on what is measured next
    throw error;
  };
  const goesOn = () =>
    !hasFailed && ("times" in until ? number < until.times : performance.now() - began < until.seconds * 1_000);
  const asksAgain = async (connection: Connection) => {
    while (goesOn()) {
      const own = number;
      number += 1;
      const asked = performance.now();
      await each(connection, own);
      latencies.push(performance.now() - asked);
    }
  };
  try {
    await together(open.map((connection) => asksAgain(connection).catch(stopping)));
  } finally {
    for (const connection of open) connection.close();
  }
  const seconds = (performance.now() - began) / 1_000;
  const after = cpu(watched);
  return {
    requests: latencies.length,
    seconds,
    latencies,
    cpu: { api: after.api - before.api, postgres: after.postgres - before.postgres },
  };
}

/** Waits for all of them, then says what went wrong in the first that failed. */
async function together(runs: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(runs)).find((run) => run.status === "rejected");
  if (failed) throw failed.reason;
}

const cpu = ({ api, postgres }: Watched): Watched => ({ api: cpuOf(api), postgres: cpuOf(postgres) });
