import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { startBare } from "./bare.ts";
import { capture } from "./capture.ts";
import { connectTo } from "./connection.ts";
import { type AtEnd, groundFor } from "./ground.ts";
import { asking, type Call, readingsIn } from "./operations.ts";
import type { Options } from "./options.ts";
import { pgbenchWith } from "./pgbench.ts";
import { memoryOf } from "./processes.ts";
import { startProduct } from "./product.ts";
import type { ColdStart, Found } from "./report.ts";
import { rounds } from "./rounds.ts";
import { bareAs, productAs } from "./systems.ts";

/** Connections that the product and the bare server each hold to PostgreSQL. */
const connections = 16;
const appointing = { name: "appoint", label: "Propose and appoint" };
const noPgbench = "There is no pgbench on the PATH or under /usr/lib/postgresql: its column is left out.";

/** Measures everything. Whatever it started has ended when it returns or throws. */
export async function bench(options: Options, folder: string): Promise<Found> {
  const ends: (() => unknown)[] = [];
  const began = performance.now();
  const say = (words: string) =>
    console.log(`${((performance.now() - began) / 1_000).toFixed(0).padStart(4)} s  ${words}`);
  try {
    return await run(options, folder, say, (end) => ends.unshift(end));
  } finally {
    for (const end of ends) await end();
  }
}

async function run(options: Options, folder: string, say: (words: string) => void, atEnd: AtEnd): Promise<Found> {
  const now = Date.now();
  const ground = await groundFor(now, atEnd);
  const { postgres, large, small, copies } = ground;
  say(
    `PostgreSQL ${postgres.version} holds ${large.rows.toLocaleString("en-GB")} rows of 100,000 children, and a hundredth of them apart.`,
  );

  const isWanted = ({ name }: { name: string }) =>
    options.only.length === 0 || options.only.includes(name.split("-")[0] ?? "");
  const readings = readingsIn(large.area, large.size).filter(isWanted);
  const [captive, ...pending] = isWanted(appointing) ? large.area.pending : [];
  const captured = await capture(large.url, readings, captive);
  say(`Captured what the product asks of the database: ${inWords(captured.readings, captured.appointment?.requests)}.`);
  const first = readings[0]?.calls[0] ?? firstCall(large.area);
  const coldStarts: ColdStart[] = [];
  for (let times = 0; times < (options.quick ? 2 : 5); times += 1) coldStarts.push(await coldStart(large.url, first));

  const product = await startProduct(
    large.url,
    options.cpuProf ? ["--cpu-prof", `--cpu-prof-dir=${options.cpuProf}`] : [],
  );
  atEnd(product.stop);
  const onSmall = await startProduct(small.url);
  atEnd(onSmall.stop);
  const owns = pending.map(({ own }) => own);
  const templates = [...captured.readings.values()].flat().concat(captured.appointment ?? []);
  const bare = await startBare({ url: copies.bare, connections, templates, owns }, folder);
  atEnd(bare.stop);
  const pgbench = await pgbenchWith({
    ...captured,
    url: copies.pgbench,
    folder,
    postgres: postgres.pid,
    owns: captive ? [captive.own, ...owns] : [],
  });

  const measuredHere = captive ? [...readings, appointing] : readings;
  const figures = await rounds({
    options,
    ground,
    systems: {
      product: productAs(product, readings, pending, now),
      small: productAs(onSmall, readingsIn(small.area, small.size), small.area.pending, now),
      bare: bareAs(bare, captured, owns.length),
    },
    pgbench,
    operations: measuredHere.filter(({ name }) => name !== "team-of-20"),
    scaled: measuredHere.filter(({ name }) => name !== "team"),
    say,
  });
  return {
    machine: {
      cores: cpus().length,
      processor: cpus()[0]?.model ?? "unknown",
      memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
      load: readFileSync("/proc/loadavg", "utf8").split(" ")[0] ?? "",
      node: process.version,
      postgresql: postgres.version,
      pgbench: pgbench?.version ?? "none",
    },
    loaded: { rows: large.rows, seconds: large.seconds, megabytes: large.megabytes },
    ...figures,
    memory: memoryOf(product.pid),
    coldStarts,
    remarks: pgbench ? [] : [noPgbench],
  };
}

const firstCall = ({
  children,
}: {
  readonly children: readonly { readonly childId: string; readonly namedBy: Call["by"] }[];
}): Call => {
  const child = children[0];
  if (!child) throw new Error("an area without children");
  return { procedure: "people.child", by: child.namedBy, input: { childId: child.childId } };
};

/** A process of its own on a database that is there: how long until it says it is ready, and until somebody has an answer. */
async function coldStart(url: string, call: Call): Promise<ColdStart> {
  const began = performance.now();
  const product = await startProduct(url);
  try {
    const connection = await connectTo(product.port);
    await asking(connection, product.port)(call);
    const firstAnswer = performance.now() - began;
    connection.close();
    return { ready: product.startedInMs, firstAnswer };
  } finally {
    await product.stop();
  }
}

function inWords(
  readings: ReadonlyMap<string, readonly { readonly requests: readonly (readonly unknown[])[] }[]>,
  appointment: readonly (readonly unknown[])[] | undefined,
): string {
  const statements = [...readings].map(([name, [one]]) => `${name} ${one?.requests[0]?.length ?? 0} statements`);
  const ofAppointment = appointment && `appoint ${appointment.flat().length} in ${appointment.length} requests`;
  return [...statements, ...(ofAppointment ? [ofAppointment] : [])].join(", ");
}
