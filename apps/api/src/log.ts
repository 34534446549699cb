import { type DestinationStream, pino } from "pino";

/** What a line of the log may hold: ids and numbers. Names, words, bodies, addresses of pages with their queries never. */
export type LogFields = {
  readonly event?: string;
  readonly requestId?: string;
  readonly method?: string;
  /** The route's template, "/sign-in/:issuer/start", never the address that was asked for. */
  readonly route?: string;
  readonly procedure?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly practitionerId?: string;
  readonly areaId?: string;
  readonly issuer?: string;
  readonly job?: string;
  readonly reason?: string;
  readonly count?: number;
  readonly port?: number;
  readonly error?: unknown;
};

type Write = (fields: LogFields, message: string) => void;
export type Log = { readonly [level in "debug" | "info" | "warn" | "error" | "fatal"]: Write };

export const logLevels = ["fatal", "error", "warn", "info", "debug", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

const allowed = new Set<string>([
  "event",
  "requestId",
  "method",
  "route",
  "procedure",
  "status",
  "ms",
  "practitionerId",
  "areaId",
  "issuer",
  "job",
  "reason",
  "count",
  "port",
] satisfies (keyof LogFields)[]);

/** A log that keeps what is on the list and drops the rest, whatever it is handed. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = { level, base: null, formatters: { log: keepAllowed } };
  return destination ? pino(options, destination) : pino(options);
}

function keepAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name)));
  const error = fields.error ?? fields.err;
  return error === undefined ? kept : { ...kept, error: describeError(error) };
}

/** A database's message quotes the values it was given and a parser's quotes the text: these kinds quote neither. */
const quotesNothing = new Set(["TypeError", "ReferenceError", "DomainError"]);

type Described = {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  readonly at?: readonly string[];
  readonly cause?: Described;
};

/** A place in the code: "at name (file:line:column)". */
const frame = /^\s+at \S.*(?::\d+:\d+|<anonymous>|native)\)?$/;

/** The places an error came through: what follows its message, which may have lines of its own that begin with "at". */
function framesOf({ stack = "", message }: Error): readonly string[] {
  const start = message === "" ? -1 : stack.indexOf(message);
  const lines = stack.slice(start < 0 ? 0 : start + message.length).split("\n");
  const last = lines.findLastIndex((line) => !frame.test(line));
  return lines.slice(last + 1).map((line) => line.trim());
}

/** What may be written about an error: its kind, its code and where it came from. */
export function describeError(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const isOfTheSystem = "syscall" in error;
  const at = framesOf(error).slice(0, 12);
  return {
    type: error.name,
    ...(code && { code }),
    ...((quotesNothing.has(error.name) || isOfTheSystem) && { message: error.message }),
    ...(at.length > 0 && { at }),
    ...(error.cause !== undefined && depth < 3 && { cause: describeError(error.cause, depth + 1) }),
  };
}
