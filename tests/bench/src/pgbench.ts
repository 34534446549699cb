import { spawn, spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Measured } from "./figures.ts";
import type { Until } from "./measure.ts";
import { oneOf, scriptOf, usedOf } from "./pgbench-script.ts";
import { cpuOf } from "./processes.ts";
import type { Addresses } from "./server.ts";
import type { Template } from "./statements.ts";

/** How many of a reading's calls pgbench chooses from: each connection prepares the statements of all of them. */
const callsEach = 16;

export type Pgbench = {
  readonly version: string;
  /** Whether it has a script for this operation. */
  readonly answers: (name: string) => boolean;
  readonly run: (name: string, connections: number, until: Until) => Promise<Measured>;
};

type Given = {
  readonly at: Addresses;
  readonly folder: string;
  readonly postgres: number;
  readonly readings: ReadonlyMap<string, readonly Template[]>;
  readonly appointment: Template | undefined;
  readonly owns: readonly (readonly string[])[];
};

/** What is said where a machine has none: it comes with PostgreSQL's own packages, and not with the install. */
export const noPgbench =
  "There is no pgbench on the PATH or under /usr/lib/postgresql, so its figures are left out: it comes with PostgreSQL's own packages (Debian and Ubuntu: postgresql, or postgresql-contrib).";

/** PostgreSQL's own load generator, with the captured statements as its scripts. */
export async function pgbenchWith(
  program: string,
  { at, folder, postgres, readings, appointment, owns }: Given,
): Promise<Pgbench> {
  const script = (name: string) => join(folder, name, "script.sql");
  const write = (name: string, templates: readonly Template[], own: readonly string[]) => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(script(name), oneOf(templates.map((template) => scriptOf(template, { own, fresh: [] }))));
  };
  for (const [name, templates] of readings) write(name, templates.slice(0, callsEach), []);
  if (appointment) {
    await keepOwn(at.administrator, appointment, owns);
    write("appoint", [appointment], owns[0] ?? []);
  }
  const run: Pgbench["run"] = async (name, connections, until) => {
    const logs = join(folder, name, "log");
    removeLogs(join(folder, name)); // those of a run that failed
    const most =
      "seconds" in until
        ? ["-T", String(Math.ceil(until.seconds))]
        : ["-t", String(Math.ceil(until.times / connections))];
    const threads = ["-j", String(Math.min(2, connections))];
    const before = cpuOf(postgres);
    const said = await spoken(program, [
      "-n",
      "-M",
      "prepared",
      "-c",
      String(connections),
      ...threads,
      ...most,
      "-l",
      `--log-prefix=${logs}`,
      "-f",
      script(name),
      at.service,
    ]);
    const cpu = { api: 0, postgres: cpuOf(postgres) - before };
    const latencies = latenciesIn(join(folder, name));
    const perSecond = Number(/tps = ([\d.]+) \(without/.exec(said)?.[1] ?? Number.NaN);
    return { requests: latencies.length, seconds: latencies.length / perSecond, latencies, cpu };
  };
  const answers: Pgbench["answers"] = (name) => (name === "appoint" ? appointment !== undefined : readings.has(name));
  return { version: spawnSync(program, ["--version"], { encoding: "utf8" }).stdout.trim(), answers, run };
}

/** This machine's pgbench: the one on the PATH, or the newest that its PostgreSQL packages brought. */
export function pgbenchHere(): string | undefined {
  const found = spawnSync("pgbench", ["--version"]);
  if (found.status === 0) return "pgbench";
  return globSync("/usr/lib/postgresql/*/bin/pgbench")
    .toSorted()
    .findLast((file) => existsSync(file));
}

/** The strings that tell one waiting plan from the next, where a script can take the next one's from. */
async function keepOwn(url: string, { requests }: Template, owns: readonly (readonly string[])[]): Promise<void> {
  const used = usedOf(requests);
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query("create sequence bench_turn; grant usage on sequence bench_turn to linchpin_service");
    await client.query(
      `create table bench_own (turn bigint primary key, ${used.map((place) => `o${place} text`).join(", ")})`,
    );
    await client.query("grant select on bench_own to linchpin_service");
    const rows = owns.map((own, at) => [at + 1, ...used.map((place) => own[place])]);
    await client.query(
      "insert into bench_own select (jsonb_populate_record(null::bench_own, row)).* from jsonb_array_elements($1::jsonb) row",
      [
        JSON.stringify(
          rows.map(([turn, ...rest]) => ({
            turn,
            ...Object.fromEntries(rest.map((one, at) => [`o${used[at]}`, one])),
          })),
        ),
      ],
    );
  } finally {
    await client.end();
  }
}

const logsIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith("log."))
    .map((name) => join(folder, name));

const removeLogs = (folder: string): void => {
  for (const log of logsIn(folder)) rmSync(log);
};

/** Of each transaction, in milliseconds; the logs are removed. */
function latenciesIn(folder: string): readonly number[] {
  const lines = logsIn(folder).flatMap((log) => readFileSync(log, "utf8").trimEnd().split("\n"));
  removeLogs(folder);
  return lines.filter(Boolean).map((line) => Number(line.split(" ")[2]) / 1_000);
}

function spoken(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    let wrong = "";
    child.stdout.on("data", (part) => {
      said += part;
    });
    child.stderr.on("data", (part) => {
      wrong = `${wrong}${part}`.slice(-2_000);
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0 && !/aborted/.test(wrong)) resolve(said);
      else reject(new Error(`pgbench ended with ${code}: ${wrong}`));
    });
  });
}
