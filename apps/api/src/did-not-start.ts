import { isAbsolute, relative } from "node:path";
import { codeOf } from "./db/asking.ts";
import { isOutOfTime } from "./db/limits.ts";
import type { Env } from "./env.ts";
import { Mistaken } from "./mistaken.ts";

type Settings = Pick<Env, "dataDir" | "host" | "port">;
/** `isForeseen`: an operator can mend it by what the sentence says, so nobody needs to know where in the code it came up. */
export type Why = { readonly sentences: readonly string[]; readonly isForeseen: boolean };

/** Says to an operator why something did not start or was not done. */
export function whyNot(error: unknown, settings: Settings): Why {
  if (error instanceof Mistaken) return { sentences: error.mistakes, isForeseen: true };
  const foreseen = ofServer(error) ?? ofTime(error) ?? ofListening(error, settings) ?? ofFiles(error, settings);
  if (foreseen !== undefined) return { sentences: [foreseen], isForeseen: true };
  return { sentences: [`Something went wrong that was not foreseen: ${innermost(error)}`], isForeseen: false };
}

/** The first line of what went wrong under all that wrapped it: a wrapper's message has the whole statement in it. */
function innermost(error: unknown): string {
  if (!(error instanceof Error)) return "nothing says what.";
  if (error.cause instanceof Error) return innermost(error.cause);
  return error.message.split("\n")[0] || error.name;
}

type Raised = Error & {
  readonly syscall?: string;
  readonly path?: string;
  readonly hostname?: string;
  readonly address?: string;
  readonly port?: number;
};

/** The error that has a code, under whatever wrapped it, and the first of several tries. */
function raised(error: unknown): Raised | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (at instanceof AggregateError && at.errors[0] instanceof Error) return at.errors[0];
    if ("code" in at) return at;
  }
  return undefined;
}

const unanswered = new Set(["ECONNREFUSED", "ECONNRESET", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT"]);
const unnamed = new Set(["ENOTFOUND", "EAI_AGAIN"]);

function ofServer(error: unknown): string | undefined {
  const found = raised(error);
  const code = found === undefined ? undefined : codeOf(found);
  if (found === undefined || code === undefined) return undefined;
  if (unnamed.has(code)) return `There is no machine called ${found.hostname ?? "that"}: check DATABASE_URL.`;
  if (unanswered.has(code) && found.syscall !== "listen")
    return `No PostgreSQL server answers${found.address ? ` at ${found.address}:${found.port}` : ""}: check DATABASE_URL, and that the server runs.`;
  const said = `The PostgreSQL server said: ${found.message}`;
  if (code.startsWith("28")) return `${said}. Check the role and the password in DATABASE_URL (and DATABASE_APP_URL).`;
  if (code === "3D000") return `${said}. Check the end of DATABASE_URL, or create that database.`;
  if (code === "42501")
    return `${said}. The role of DATABASE_URL has to own the database, and that of DATABASE_APP_URL to be granted linchpin_app (docs/guides/run-on-postgresql.md).`;
  if (code === "57P03" || code === "53300") return `${said}. Try again in a moment.`;
  return undefined;
}

const ofTime = (error: unknown): string | undefined =>
  isOutOfTime(error)
    ? "The PostgreSQL server did not answer in time. Try again in a moment, or allow it longer: the settings that begin with DATABASE_ and end with _SECONDS say how long."
    : undefined;

function ofListening(error: unknown, { host, port }: Settings): string | undefined {
  const found = raised(error);
  if (found?.syscall !== "listen") return undefined;
  const code = codeOf(found);
  const at = found.port ?? port;
  if (code === "EADDRINUSE")
    return `Port ${at} is taken. Stop what uses it, or set PORT to another (and the one after it, for a demonstration).`;
  if (code === "EACCES") return `Port ${at} is kept for the system's administrator: set PORT to one from 1024 on.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `This machine has no address ${host}: set HOST to one that it has, such as 127.0.0.1.`;
  return undefined;
}

const unwritable = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOENT"]);

function ofFiles(error: unknown, { dataDir }: Settings): string | undefined {
  const found = raised(error);
  const code = found === undefined ? undefined : codeOf(found);
  if (code === "ENOSPC") return "The disk is full.";
  const isOurs = found?.path !== undefined && (isWithin(found.path, dataDir) || isWithin(dataDir, found.path));
  if (code === undefined || !unwritable.has(code) || !isOurs) return undefined;
  return `The folder ${dataDir} cannot be written to: give this user the right to, or set DATA_DIR to another.`;
}

const isWithin = (path: string, folder: string): boolean => {
  const from = relative(folder, path);
  return !from.startsWith("..") && !isAbsolute(from);
};
