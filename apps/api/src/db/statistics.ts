import type { Database } from "./database.ts";

/**
 * Counts anew what the tables hold, by which the database chooses how to read them. A server does it by itself; the
 * embedded database never does, and after the first thousand rows it still reads them as if they were ten.
 */
export async function renewStatistics({ kind, jobs }: Pick<Database, "kind" | "jobs">): Promise<void> {
  if (kind === "pglite") await jobs.executeSql("analyze");
}
