import { AsyncLocalStorage } from "node:async_hooks";
import { Server } from "node:http";
import { createRequire } from "node:module";
import type { Client } from "pg";
import type { Statement } from "./statements.ts";

/**
 * Loaded into the product before its own code (`node --import`) when its statements are captured, never when it is
 * measured: keeps what each request sends to PostgreSQL, jobs apart, and hands it over when it is asked.
 */
const fromTheApi = createRequire(new URL("../../../apps/api/package.json", import.meta.url));
const driver = fromTheApi("pg") as { Client: { prototype: Client } };

const kept = new AsyncLocalStorage<Statement[]>();
let last: Statement[] = [];

const emit = Server.prototype.emit as (this: Server, event: string, ...args: unknown[]) => boolean;
Server.prototype.emit = function emitWatched(this: Server, event: string, ...args: unknown[]): boolean {
  const answer = () => emit.call(this, event, ...args);
  if (event !== "request") return answer();
  last = [];
  return kept.run(last, answer);
};

const query = driver.Client.prototype.query as (this: Client, ...args: unknown[]) => unknown;
driver.Client.prototype.query = function queryWatched(this: Client, ...args: unknown[]) {
  const [asked, given] = args as [string | { text: string; values?: unknown[]; rowMode?: string }, unknown];
  const text = typeof asked === "string" ? asked : asked.text;
  const values = Array.isArray(given) ? given : typeof asked === "string" ? [] : asked.values;
  kept
    .getStore()
    ?.push({ text, values: values ?? [], asLists: typeof asked !== "string" && asked.rowMode === "array" });
  return query.apply(this, args);
} as Client["query"];

process.on("message", () => process.send?.(last));
