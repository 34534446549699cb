import { randomUUID } from "node:crypto";
import { constants, copyFileSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { Mistaken } from "../mistaken.ts";

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

/** Another process has the folder open. */
export class FolderInUse extends Mistaken {
  constructor(folder: string, pid: number) {
    super([
      `The database folder ${folder} is open in another process (${pid}). Two processes on one folder lose data: ` +
        "stop the other one, give this one another DATA_DIR, or use a PostgreSQL server with DATABASE_URL.",
    ]);
  }
}

/**
 * Takes the lock of an embedded database's folder, or throws FolderInUse. PGlite takes none itself, and a second
 * process loses its writes in silence. A lock whose process is gone is taken over. Gives what releases it.
 */
export function lockFolder(folder: string): () => void {
  const path = `${folder.replace(/\/$/, "")}.lock`;
  const ours = `${path}.${randomUUID()}`;
  writeFileSync(ours, JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? "unknown" }), {
    flag: "wx",
    mode: 0o600,
  });
  try {
    for (let tries = 0; tries < 5; tries += 1) {
      if (appears(ours, path)) return held(path);
      const holder = holderOf(path);
      if (isLiving(holder)) throw new FolderInUse(folder, holder.pid);
      setAside(path);
    }
    throw new FolderInUse(folder, holderOf(path)?.pid ?? 0);
  } finally {
    rmSync(ours, { force: true });
  }
}

function held(path: string): () => void {
  const release = () => rmSync(path, { force: true });
  process.once("exit", release);
  return () => {
    process.off("exit", release);
    release();
  };
}

/** Gives a written file a second name, whole or not at all: nobody ever reads a lock that is half written. */
function appears(file: string, path: string): boolean {
  try {
    linkSync(file, path);
    return true;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (!["EPERM", "ENOTSUP", "ENOSYS"].includes(code)) throw error;
    return isCopied(file, path); // a disk that knows no second names
  }
}

function isCopied(file: string, path: string): boolean {
  try {
    copyFileSync(file, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Removes a lock that nobody holds. Where another process took it over meanwhile, it gets its lock back. */
function setAside(path: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return; // somebody was quicker
    throw error;
  }
  if (isLiving(holderOf(aside))) appears(aside, path);
  rmSync(aside, { force: true });
}

const isLiving = (holder: Holder | undefined): holder is Holder =>
  holder !== undefined && startOf(holder.pid) === holder.started;

function holderOf(path: string): Holder | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof read !== "object" || read === null || !("pid" in read) || !("started" in read)) return undefined;
    return { pid: Number(read.pid), started: String(read.started) };
  } catch {
    return undefined;
  }
}
