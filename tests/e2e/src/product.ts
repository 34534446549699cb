import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { DATABASE_URL: _, ...settings } = process.env; // the journeys walk on the embedded database
const root = join(import.meta.dirname, "../../..");
const main = join(root, "apps/api/src/main.ts");

/** The product, running as a process of its own on a database folder of its own. */
export type Product = {
  readonly origin: string;
  readonly dataDir: string;
  /** Ends the process as a power switch would (SIGKILL), keeping its database folder. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same folder and port. */
  readonly startAgain: () => Promise<void>;
  /** Stops it and removes its folder. */
  readonly stop: () => Promise<void>;
};

export type Otherwise = {
  /** Files of rulebooks that an area keeps by itself. */
  readonly rulebooks?: readonly string[];
  /** What an operator does before the start: `npm run` and these words. */
  readonly commands?: readonly (readonly [name: string, ...options: string[]])[];
  /** What is done to the copy of the database folder before the start. */
  readonly before?: (dataDir: string) => void;
};

/** Starts the product as `npm start` would, on free ports, on a copy of a database folder with the demonstration areas. */
export async function startProduct(
  seededDir: string,
  { rulebooks = [], commands = [], before }: Otherwise = {},
): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), "linchpin-e2e-"));
  cpSync(join(seededDir, "pglite"), join(dataDir, "pglite"), { recursive: true });
  before?.(dataDir);
  const own = { ...settings, DATA_DIR: dataDir, DEMO: "on", LOG_LEVEL: "warn", RULEBOOKS: rulebooks.join(",") };
  for (const [name, ...options] of commands) operate(name, options, own);
  const port = await twoFreePorts();
  const run = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [main], {
      env: { ...own, PORT: String(port) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    await opened(child);
    return child;
  };
  let child = await run();
  const end = (signal: "SIGKILL" | "SIGTERM") =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once("exit", () => resolve());
      child.kill(signal);
    });
  return {
    origin: `http://localhost:${port}`,
    dataDir,
    kill: () => end("SIGKILL"),
    startAgain: async () => {
      child = await run();
    },
    stop: async () => {
      await end("SIGTERM");
      rmSync(dataDir, { recursive: true, force: true });
      rmSync(`${dataDir}.lock`, { force: true });
    },
  };
}

/** An operator's command, as `npm run` finds it once what it needs is installed. */
function operate(name: string, options: readonly string[], env: NodeJS.ProcessEnv): void {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const [, file = ""] = (scripts[`${name}:inner`] ?? "").split(" ");
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...options], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`npm run ${name} ended with ${status}:\n${stdout}${stderr}`);
}

/** Resolves when the product says that it is open; rejects with what it said when it ends instead. */
function opened(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (part: Buffer) => {
      said += part.toString();
      if (said.includes("Linchpin is open at")) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => {
      if (code) process.stderr.write(`the product ended with ${code}:\n${said}\n`); // for a failing test to show
      reject(new Error(`the product ended with ${code} before it was open:\n${said}`));
    });
  });
}

/** A free port whose neighbour is free too: the demonstration's issuer listens there. */
async function twoFreePorts(): Promise<number> {
  for (;;) {
    const port = await freePort(0);
    if (await freePort(port + 1).catch(() => undefined)) return port;
  }
}

const freePort = (wanted: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(wanted, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
