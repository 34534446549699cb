import { join } from "node:path";
import type { Database } from "./database.ts";
import { openPglite } from "./pglite.ts";
import { openPostgres } from "./postgres.ts";
import { assertRowSecurity } from "./row-security.ts";

export type DatabaseOptions = {
  /** The folder the embedded database is kept under, when there is no server. */
  readonly dataDir: string;
  readonly url?: string | undefined;
  readonly appUrl?: string | undefined;
  readonly prepares?: boolean | undefined;
  readonly onLost: (error: Error) => void;
};

/** Opens the database that the settings name, migrates it, and refuses one that row security would not hold. */
export async function openDatabase({
  dataDir,
  url,
  appUrl,
  prepares = true,
  onLost,
}: DatabaseOptions): Promise<Database> {
  const database =
    url === undefined
      ? await openPglite({ folder: join(dataDir, "pglite") })
      : await openPostgres({ url, appUrl, prepares, onLost });
  try {
    await assertRowSecurity(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
