import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import type { Limits } from "./db/limits.ts";
import { type IndexKeys, readIndexKeys } from "./index-keys.ts";
import { type LogLevel, logLevels } from "./log.ts";
import { type IssuerSettings, IssuerSettingsSchema } from "./sign-in/issuer-settings.ts";
import { isLoopback } from "./sign-in/origins.ts";

export type Env = {
  readonly port: number;
  readonly host: string;
  /** The one origin that people reach us at, "https://linchpin.example": no path, no slash at the end. */
  readonly publicOrigin: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  /** Off behind a pooler that hands each transaction to another connection. */
  readonly databasePrepared: boolean;
  /** How long this process waits for a PostgreSQL server before it gives up on what it was asked. */
  readonly databaseLimits: Limits;
  readonly demo: boolean;
  readonly issuers: readonly IssuerSettings[];
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  /** How long what was being written, and answers that may be asked for again, are kept. */
  readonly keep: { readonly draftDays: number; readonly answerHours: number };
  readonly audit: { readonly headDir: string; readonly keyFile: string } | undefined;
  /** What entries to an index of children are signed with, by area. */
  readonly indexKeys: IndexKeys;
  readonly logLevel: LogLevel;
  /** Proxies whose word on a caller's address is taken: how many there are, or which. */
  readonly trustProxy: false | number | readonly string[];
  /** Modules of rulebooks that areas keep in files of their own. */
  readonly rulebookFiles: readonly string[];
  /** Where files are looked for that a command names: the root, by way of `npm run`. */
  readonly calledFrom: string;
};

type Variables = Readonly<Record<string, string | undefined>>;
export type EnvResult =
  | { readonly ok: true; readonly env: Env }
  | { readonly ok: false; readonly mistakes: readonly string[] };

const root = resolve(import.meta.dirname, "../../..");

const whole = (name: string, from: number, to: number) =>
  z.preprocess(
    (text) => (typeof text === "string" && /^\d+$/.test(text) ? Number(text) : text),
    z
      .int(`${name} must be a whole number from ${from} to ${to}.`)
      .min(from, `${name} must be a whole number from ${from} to ${to}.`)
      .max(to, `${name} must be a whole number from ${from} to ${to}.`),
  );
const onOrOff = (name: string) =>
  z.enum(["on", "off"], `${name} must be "on" or "off".`).transform((it) => it === "on");
const postgresUrl = (name: string) =>
  z.url({ protocol: /^postgres(ql)?$/, error: `${name} must be an address that starts with postgres://.` });

/** Reads the configuration from variables. All mistakes come back at once, each a sentence. A command lets nobody in: it does not serve. */
export function readEnv(
  variables: Variables,
  readText = (file: string) => readFileSync(file, "utf8"),
  serves = true,
): EnvResult {
  const mistakes: string[] = [];
  const given = (name: string) => variables[name]?.trim() || undefined;
  const read = <T, D>(name: string, schema: z.ZodType<T>, otherwise: D): T | D => {
    const text = given(name);
    if (text === undefined) return otherwise;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    mistakes.push(...parsed.error.issues.map((issue) => issue.message));
    return otherwise;
  };

  const port = read("PORT", whole("PORT", 1, 65534), 4000);
  const databaseUrl = read("DATABASE_URL", postgresUrl("DATABASE_URL"), undefined);
  const databaseAppUrl = read("DATABASE_APP_URL", postgresUrl("DATABASE_APP_URL"), undefined);
  if (given("DATABASE_APP_URL") && !given("DATABASE_URL")) {
    mistakes.push("DATABASE_APP_URL is given without DATABASE_URL: give both or neither.");
  }

  const publicOrigin = read("PUBLIC_ORIGIN", PublicOriginSchema, `http://localhost:${port}`);
  const issuers = readIssuers(given("ISSUERS"), given("ISSUERS_FILE"), readText, mistakes);
  const noneElse = !given("DATABASE_URL") && !given("ISSUERS") && !given("ISSUERS_FILE");
  const demo = read("DEMO", onOrOff("DEMO"), noneElse);
  if (demo && !isLoopback(publicOrigin)) {
    mistakes.push(
      "DEMO is on, and PUBLIC_ORIGIN is not on this machine: anybody could sign in as anybody. Turn DEMO off.",
    );
  }
  if (serves && !demo && issuers?.length === 0) {
    mistakes.push("ISSUERS is missing: nobody could sign in. Name an issuer, or set DEMO=on to try Linchpin out.");
  }

  const headDir = given("AUDIT_HEAD_DIR");
  const keyFile = given("AUDIT_KEY_FILE");
  if (Boolean(headDir) !== Boolean(keyFile)) {
    mistakes.push("AUDIT_HEAD_DIR and AUDIT_KEY_FILE belong together: give both or neither.");
  }

  const calledFrom = variables.INIT_CWD ?? process.cwd();
  const dataDir = given("DATA_DIR");
  const keysFile = given("INDEX_KEYS_FILE");
  const indexKeys = readIndexKeys(keysFile && resolve(calledFrom, keysFile), readText);
  mistakes.push(...indexKeys.mistakes);
  const rulebookFiles = readRulebookFiles(given("RULEBOOKS"), calledFrom, readText, mistakes);
  const env: Env = {
    port,
    host: given("HOST") ?? "127.0.0.1",
    publicOrigin,
    dataDir: dataDir ? resolve(calledFrom, dataDir) : resolve(root, "data"),
    databaseUrl,
    databaseAppUrl,
    databasePrepared: read("DATABASE_PREPARED", onOrOff("DATABASE_PREPARED"), true),
    databaseLimits: {
      connectSeconds: read("DATABASE_CONNECT_SECONDS", whole("DATABASE_CONNECT_SECONDS", 1, 120), 10),
      statementSeconds: read("DATABASE_STATEMENT_SECONDS", whole("DATABASE_STATEMENT_SECONDS", 1, 3600), 60),
      lockSeconds: read("DATABASE_LOCK_SECONDS", whole("DATABASE_LOCK_SECONDS", 1, 600), 10),
      idleSeconds: read("DATABASE_IDLE_SECONDS", whole("DATABASE_IDLE_SECONDS", 1, 3600), 60),
    },
    demo,
    issuers: issuers ?? [],
    sessionIdleMinutes: read("SESSION_IDLE_MINUTES", whole("SESSION_IDLE_MINUTES", 10, 30), 15),
    sessionHours: read("SESSION_HOURS", whole("SESSION_HOURS", 1, 24), 12),
    keep: {
      draftDays: read("KEEP_DRAFTS_DAYS", whole("KEEP_DRAFTS_DAYS", 1, 365), 30),
      answerHours: read("KEEP_ANSWERS_HOURS", whole("KEEP_ANSWERS_HOURS", 24, 720), 24),
    },
    audit:
      headDir && keyFile ? { headDir: resolve(calledFrom, headDir), keyFile: resolve(calledFrom, keyFile) } : undefined,
    indexKeys: indexKeys.keys,
    logLevel: read("LOG_LEVEL", z.enum(logLevels, `LOG_LEVEL must be one of ${logLevels.join(", ")}.`), "info"),
    trustProxy: read("TRUST_PROXY", TrustProxySchema, false),
    rulebookFiles,
    calledFrom,
  };
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, env };
}

const PublicOriginSchema = z.string().transform((text, ctx) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== text.replace(/\/$/, "").toLowerCase()) {
    ctx.addIssue("PUBLIC_ORIGIN must be an origin alone, such as https://linchpin.example: no path after it.");
    return z.NEVER;
  }
  if (url.protocol === "http:" && !isLoopback(url.origin)) {
    ctx.addIssue("PUBLIC_ORIGIN must start with https:// unless it is on this machine.");
    return z.NEVER;
  }
  return url.origin;
});

const TrustProxySchema = z.string().transform((text, ctx) => {
  if (/^[1-9]$/.test(text)) return Number(text);
  const named = text.split(",").map((address) => address.trim());
  if (named.every((address) => /^(loopback|linklocal|uniquelocal|[\da-f.:]+(\/\d{1,3})?)$/i.test(address)))
    return named;
  ctx.addIssue("TRUST_PROXY must be how many proxies stand before Linchpin, or their addresses with commas between.");
  return z.NEVER;
});

/** The files of rulebooks, whole paths, each of which can be read. */
function readRulebookFiles(
  text: string | undefined,
  calledFrom: string,
  readText: (file: string) => string,
  mistakes: string[],
): readonly string[] {
  const named = (text ?? "").split(",").map((file) => file.trim());
  const files = [...new Set(named.filter((file) => file !== "").map((file) => resolve(calledFrom, file)))];
  for (const file of files) {
    try {
      readText(file);
    } catch {
      mistakes.push(`RULEBOOKS names a file that cannot be read: ${file}.`);
    }
  }
  return files;
}

/** The issuers, or nothing when they could not be read. */
function readIssuers(
  text: string | undefined,
  file: string | undefined,
  readText: (file: string) => string,
  mistakes: string[],
): readonly IssuerSettings[] | undefined {
  if (text && file) {
    mistakes.push("ISSUERS and ISSUERS_FILE are both given: give one of them.");
    return undefined;
  }
  const name = file ? "ISSUERS_FILE" : "ISSUERS";
  let said: unknown = [];
  try {
    const json = file ? readText(file) : text;
    if (json) said = JSON.parse(json);
  } catch (error) {
    mistakes.push(error instanceof SyntaxError ? `${name} is not JSON.` : `${name} names a file that cannot be read.`);
    return undefined;
  }
  const parsed = z.array(IssuerSettingsSchema).safeParse(said);
  if (!parsed.success) {
    mistakes.push(...parsed.error.issues.map((issue) => issuerMistake(name, issue)));
    return undefined;
  }
  for (const [what, read] of [
    ["id", (issuer: IssuerSettings) => issuer.id],
    ["issuer", (issuer: IssuerSettings) => issuer.issuer],
  ] as const) {
    const values = parsed.data.map(read);
    if (new Set(values).size < values.length) mistakes.push(`In ${name}, two entries have the same ${what}.`);
  }
  return parsed.data;
}

function issuerMistake(name: string, issue: z.core.$ZodIssue): string {
  const [entry, ...path] = issue.path;
  if (typeof entry !== "number") return `${name} must be a list in JSON, between [ and ].`;
  const where = `In ${name}, entry ${entry + 1}`;
  if (issue.code === "unrecognized_keys") return `${where}, ${issue.keys.join(", ")} is not a setting.`;
  if (path.length === 0) return `${where} must be an object, between { and }.`;
  return `${where}, ${path.filter((part) => typeof part === "string").join(".")} ${issue.message}.`;
}

/** The configuration of this process. With mistakes in it there is nothing to run: says which, and ends. */
export function envOrExit({ serves }: { readonly serves: boolean } = { serves: true }): Env {
  const result = readEnv(process.env, undefined, serves);
  if (result.ok) return result.env;
  const what = serves ? "Linchpin cannot start" : "Nothing was done";
  process.stderr.write(`${what}:\n${result.mistakes.map((mistake) => `- ${mistake}\n`).join("")}`);
  process.exit(1);
}
