import pg from "pg";
import type { TestProject } from "vitest/node";
import { openPostgres } from "../db/postgres.ts";
import { removeLater, startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Which engine this project's tests run on. */
    engine: "pglite" | "postgres";
    /** A superuser's address of a real PostgreSQL: make a database of your own there, never use this one. */
    postgresUrl: string;
    /** A database there that is migrated and empty, to copy from. */
    templateDatabase: string;
    /** A file that holds a migrated, empty embedded database. */
    pgliteDump: string;
  }
}

/** One PostgreSQL for the whole run, unless TEST_DATABASE_URL names one, with a migrated database to copy from. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  const { url, stop } = given ? { url: given, stop: async () => {} } : await startPostgres({}, removeLater);
  const template = `linchpin_template_${process.pid}`;
  const asked = new pg.Client(url);
  await asked.connect();
  await asked.query(`create database ${template}`);
  const migrated = await openPostgres({ url: withDatabase(url, template), onLost: () => {} });
  await migrated.close();
  provide("engine", "postgres");
  provide("postgresUrl", url);
  provide("templateDatabase", template);
  return async () => {
    if (given) await asked.query(`drop database if exists ${template}`);
    await asked.end();
    await stop();
  };
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
