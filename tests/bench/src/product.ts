import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as passed } from "node:timers/promises";
import { type Connection, connectTo } from "./connection.ts";
import type { Addresses } from "./server.ts";
import { issuer } from "./world/workforce.ts";

/** A server of ours in a process of its own. */
export type Running = {
  readonly pid: number;
  readonly port: number;
  /** From starting the process to its first good answer, in milliseconds. */
  readonly startedInMs: number;
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
};

const root = join(import.meta.dirname, "../../..");

/** What `npm start` gives Node once everything is built: options and the program. */
const startsWith = argumentsOfStart(
  JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts["start:inner"],
);

function argumentsOfStart(script: string): readonly string[] {
  const [program, ...args] = (script.split(" && ").at(-1) ?? "").split(" ");
  if (program !== "node" || args.length === 0) throw new Error(`npm start ends with another program: ${script}`);
  return args;
}

/** Anybody who signs in comes from here; it is never asked, since the sessions are there already. */
const issuers = [{ id: "bench", label: "Sign in", issuer, clientId: "bench", clientSecret: "not used" }];

/** Starts the product on a PostgreSQL database, as `npm start` does. What it logged as an error is shown when it stops. */
export async function startProduct(at: Addresses, nodeOptions: readonly string[] = []): Promise<Running> {
  const dataDir = mkdtempSync(join(tmpdir(), "linchpin-bench-data-"));
  const port = await freePort();
  const env = {
    PORT: String(port),
    PUBLIC_ORIGIN: originOf(port),
    DATABASE_URL: at.owner,
    DATABASE_APP_URL: at.service,
    DATA_DIR: dataDir,
    ISSUERS: JSON.stringify(issuers),
  };
  const log = join(dataDir, "log");
  const running = await startServer([...nodeOptions, ...startsWith], { port, path: "/readyz", env, log });
  const stop = async () => {
    await running.stop();
    for (const line of errorsIn(log).slice(0, 3)) console.error(line);
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...running, stop };
}

export const originOf = (port: number): string => `http://localhost:${port}`;

type Listening = {
  readonly port: number;
  /** What answers 200 once it is ready. */
  readonly path: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The file it logs to. */
  readonly log?: string;
};

const errorsIn = (log: string): readonly string[] =>
  readFileSync(log, "utf8")
    .split("\n")
    .filter((line) => /"level":(50|60|"error"|"fatal")/.test(line));

/** Starts a Node program that listens on a port, and waits until it answers there. */
export async function startServer(args: readonly string[], { port, path, env = {}, log }: Listening): Promise<Running> {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
    cwd: root,
    stdio: ["ignore", log === undefined ? "ignore" : openSync(log, "w"), "pipe", "ipc"],
    serialization: "advanced",
  });
  let said = "";
  child.stderr?.on("data", (part) => {
    said = `${said}${part}`.slice(-4_000);
  });
  const killed = () => child.kill("SIGKILL");
  process.once("exit", killed);
  const stop = async () => {
    process.off("exit", killed);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  };
  while (!(await answers(port, path))) {
    if (child.exitCode !== null) throw new Error(`a server ended before it answered:\n${said}`);
    if (performance.now() - began > 60_000) throw new Error(`a server did not answer within a minute:\n${said}`);
    await passed(5);
  }
  return { pid: child.pid ?? 0, port, startedInMs: performance.now() - began, child, stop };
}

async function answers(port: number, path: string): Promise<boolean> {
  let connection: Connection | undefined;
  try {
    connection = await connectTo(port);
    return (await connection.get(path)).status === 200;
  } catch {
    return false;
  } finally {
    connection?.close();
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
