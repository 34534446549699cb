import { readFileSync } from "node:fs";
import pg from "pg";
import { inject } from "vitest";
import type { Database } from "../db/database.ts";
import type { Limits } from "../db/limits.ts";
import { openPglite } from "../db/pglite.ts";
import { openPostgres } from "../db/postgres.ts";
import { withDatabase } from "./postgres-setup.ts";

let made = 0;

/** A migrated, empty database of this test file's own, on the engine the project runs on. Close it after all tests. */
export async function testDatabase(
  options: { readonly connections?: number; readonly prepares?: boolean; readonly limits?: Limits } = {},
): Promise<Database> {
  if (inject("engine") === "pglite")
    return openPglite({ inMemoryFrom: new Blob([readFileSync(inject("pgliteDump"))]) });
  return openPostgres({ url: await copyOfTemplate(), onLost: () => {}, ...options });
}

/** The address of a copy of the migrated, empty database on the test server. */
export async function copyOfTemplate(): Promise<string> {
  const url = inject("postgresUrl");
  made += 1;
  const name = `test_${process.pid}_${process.hrtime.bigint()}_${made}`;
  const asked = new pg.Client(url);
  await asked.connect();
  await asked.query(`create database ${name} template ${inject("templateDatabase")}`);
  await asked.end();
  return withDatabase(url, name);
}
