import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A superuser's address of a real PostgreSQL: make a database of your own there, never use this one. */
    postgresUrl: string;
  }
}

/** One PostgreSQL for the whole run, unless TEST_DATABASE_URL names one. */
export default async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    provide("postgresUrl", given);
    return undefined;
  }
  const { url, stop } = await startPostgres();
  provide("postgresUrl", url);
  return stop;
}
