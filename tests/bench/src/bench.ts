import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { type Attempt, attempts } from "./attempts.ts";
import { startBare } from "./bare.ts";
import { type Captured, capture } from "./capture.ts";
import { connectTo } from "./connection.ts";
import { type AtEnd, type Ground, groundFor } from "./ground.ts";
import { asking, type Call, type Reading, readingsIn } from "./operations.ts";
import type { Options } from "./options.ts";
import { noPgbench, pgbenchHere, pgbenchWith } from "./pgbench.ts";
import { memoryOf } from "./processes.ts";
import { type Running, startProduct } from "./product.ts";
import { rounds } from "./rounds.ts";
import type { Addresses } from "./server.ts";
import { type ColdStart, type Found, type Summary, summaryOf } from "./summary.ts";
import { bareAs, productAs } from "./systems.ts";

/** Connections that the product and the bare server each hold to PostgreSQL. */
const connections = 16;
const appointing = { name: "appoint", label: "Propose and appoint" };

type Doing = {
  readonly options: Options;
  readonly folder: string;
  readonly say: (words: string) => void;
  readonly attempt: Attempt;
  readonly atEnd: AtEnd;
};

/**
 * Measures everything. What fails is left out and said, and what does not depend on it is measured all the same; without
 * a database there is nothing to measure, and it throws. Whatever it started has ended when it returns or throws.
 */
export async function bench(options: Options, folder: string): Promise<Summary> {
  const ends: (() => unknown)[] = [];
  const began = performance.now();
  const say = (words: string) =>
    console.log(`${((performance.now() - began) / 1_000).toFixed(0).padStart(4)} s  ${words}`);
  const { attempt, failures } = attempts(say);
  try {
    const found = await run({ options, folder, say, attempt, atEnd: (end) => void ends.unshift(end) });
    return summaryOf({ ...found, failures: failures() });
  } finally {
    for (const end of ends) await end();
  }
}

async function run(doing: Doing): Promise<Omit<Found, "failures">> {
  const { options, say, attempt, atEnd } = doing;
  const now = Date.now();
  const machine = machineNow();
  const ground = await groundFor(now, atEnd, say);
  const { postgres, large, small } = ground;

  const isWanted = ({ name }: { name: string }) =>
    options.only.length === 0 || options.only.includes(name.split("-")[0] ?? "");
  const readings = readingsIn(large.area, large.size).filter(isWanted);
  const [captive, ...pending] = isWanted(appointing) ? large.area.pending : [];
  const nothing: Captured = { readings: new Map(), appointment: undefined };
  const captured =
    (await attempt("What the product asks of the database", () => capture(large.at, readings, captive, attempt))) ??
    nothing;
  const statements = counted(captured);
  say(`Captured what the product asks of the database: ${inWords(statements)}.`);
  const coldStarts = await coldStartsOf(doing, large.at, readings[0]?.calls[0] ?? firstCall(large.area));

  const product = await started(doing, "The product in the large area", () =>
    startProduct(large.at, options.cpuProf ? ["--cpu-prof", `--cpu-prof-dir=${options.cpuProf}`] : []),
  );
  const onSmall = await started(doing, "The product in the small area", () => startProduct(small.at));
  const owns = pending.map(({ own }) => own);
  const bare = await started(doing, "The bare server", () => bareFor(doing, ground, captured, owns));
  const program = pgbenchHere();
  if (!program) say(noPgbench);
  const pgbench =
    program === undefined
      ? undefined
      : await attempt("pgbench's scripts", () =>
          pgbenchWith(program, {
            ...captured,
            at: ground.copies.pgbench,
            folder: doing.folder,
            postgres: postgres.pid,
            owns: captive ? [captive.own, ...owns] : [],
          }),
        );

  const measuredHere: readonly Pick<Reading, "name" | "label">[] = captive ? [...readings, appointing] : readings;
  const figures = await rounds({
    ...doing,
    ground,
    systems: {
      product: product && productAs(product, readings, pending, now),
      small: onSmall && productAs(onSmall, readingsIn(small.area, small.size), small.area.pending, now),
      bare: bare && bareAs(bare, captured, owns.length),
    },
    pgbench,
    operations: measuredHere.filter(({ name }) => name !== "team-of-20"),
    scaled: measuredHere.filter(({ name }) => name !== "team"),
  });
  return {
    machine: { ...machine, postgresql: postgres.version, pgbench: pgbench?.version ?? "none" },
    loaded: { rows: large.rows, seconds: large.seconds, megabytes: large.megabytes },
    statements,
    ...figures,
    memory: product && (await attempt("Memory of the API", () => memoryOf(product.pid))),
    coldStarts,
    remarks: [...(program ? [] : [noPgbench]), ...(options.quick ? ["A quick run: to see that it runs."] : [])],
  };
}

/** What it runs on, before it runs. */
function machineNow(): Readonly<Record<string, string | number>> {
  return {
    measured: new Date().toISOString().slice(0, 16).replace("T", " "),
    commit: commitHere(),
    cores: cpus().length,
    processor: cpus()[0]?.model ?? "unknown",
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    "load before": readFileSync("/proc/loadavg", "utf8").split(" ")[0] ?? "",
    node: process.version,
  };
}

function commitHere(): string {
  try {
    return execFileSync("git", ["describe", "--always", "--dirty"], {
      cwd: import.meta.dirname,
      encoding: "utf8",
    }).trim();
  } catch {
    return "unknown";
  }
}

async function started(
  { attempt, atEnd }: Doing,
  part: string,
  start: () => Promise<Running>,
): Promise<Running | undefined> {
  const running = await attempt(part, start);
  if (running) atEnd(running.stop);
  return running;
}

const bareFor = ({ folder }: Doing, { copies }: Ground, captured: Captured, owns: readonly (readonly string[])[]) =>
  startBare(
    {
      url: copies.bare.service,
      connections,
      templates: [...captured.readings.values()].flat().concat(captured.appointment ?? []),
      owns,
    },
    folder,
  );

const firstCall = ({
  children,
}: {
  readonly children: readonly { readonly childId: string; readonly namedBy: Call["by"] }[];
}): Call => {
  const child = children[0];
  if (!child) throw new Error("an area without children");
  return { procedure: "people.child", by: child.namedBy, input: { childId: child.childId } };
};

async function coldStartsOf(
  { options, say, attempt }: Doing,
  at: Addresses,
  call: Call,
): Promise<readonly ColdStart[]> {
  const found: ColdStart[] = [];
  await attempt("Cold starts", async () => {
    for (let times = 0; times < (options.quick ? 2 : 5); times += 1) found.push(await coldStart(at, call));
  });
  say(`Started cold ${found.length} times.`);
  return found;
}

/** A process of its own on a database that is there: how long until it says it is ready, and until somebody has an answer. */
async function coldStart(at: Addresses, call: Call): Promise<ColdStart> {
  const began = performance.now();
  const product = await startProduct(at);
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

function counted({ readings, appointment }: Captured): Found["statements"] {
  const all = [...readings].map(([name, [one]]) => [name, one] as const);
  return Object.fromEntries(
    [...all, ["appoint", appointment] as const].flatMap(([name, template]) =>
      template ? [[name, { statements: template.requests.flat().length, requests: template.requests.length }]] : [],
    ),
  );
}

const inWords = (statements: Found["statements"]): string =>
  Object.entries(statements)
    .map(
      ([name, one]) => `${name} ${one.statements} in ${one.requests === 1 ? "1 request" : `${one.requests} requests`}`,
    )
    .join(", ");
