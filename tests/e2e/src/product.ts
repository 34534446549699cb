import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { DATABASE_URL: _, ...settings } = process.env; // the journeys walk on the embedded database
const main = join(import.meta.dirname, "../../../apps/api/src/main.ts");

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

/** Starts the product as `npm start` would, on free ports, on a copy of a database folder with the demonstration areas. */
export async function startProduct(seededDir: string): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), "linchpin-e2e-"));
  cpSync(join(seededDir, "pglite"), join(dataDir, "pglite"), { recursive: true });
  const port = await twoFreePorts();
  const run = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [main], {
      env: { ...settings, PORT: String(port), DATA_DIR: dataDir, DEMO: "on", LOG_LEVEL: "warn" },
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
