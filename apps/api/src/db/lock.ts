import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";

type Holder = { readonly pid: number; readonly started: string };

/** When a process started, so that a process number used again is not taken for the one that wrote the lock. */
function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return undefined;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "unknown";
  } catch {
    return "unknown"; // no /proc on this system: a living process of that number keeps the lock
  }
}

export class FolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(
      `The database folder ${folder} is open in another process (${pid}). Two processes on one folder lose data: ` +
        "stop the other one, give this one another DATA_DIR, or use a PostgreSQL server with DATABASE_URL.",
    );
  }
}

/**
 * Takes the lock of an embedded database's folder, or throws FolderInUse. PGlite takes none itself, and a second
 * process loses its writes in silence. A lock whose process is gone is taken over. Gives what releases it.
 */
export function lockFolder(folder: string): () => void {
  const path = `${folder.replace(/\/$/, "")}.lock`;
  const own: Holder = { pid: process.pid, started: startOf(process.pid) ?? "unknown" };
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      const file = openSync(path, "wx", 0o600);
      writeSync(file, JSON.stringify(own));
      closeSync(file);
      const release = () => rmSync(path, { force: true });
      process.once("exit", release);
      return () => {
        process.off("exit", release);
        release();
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = holderOf(path);
      if (holder !== undefined && startOf(holder.pid) === holder.started) throw new FolderInUse(folder, holder.pid);
      rmSync(path, { force: true });
    }
  }
  throw new FolderInUse(folder, 0);
}

function holderOf(path: string): Holder | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof read !== "object" || read === null || !("pid" in read) || !("started" in read)) return undefined;
    return { pid: Number(read.pid), started: String(read.started) };
  } catch {
    return undefined;
  }
}
