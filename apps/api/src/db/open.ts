import { join } from "node:path";
import type { Database } from "./database.ts";
import type { Limits } from "./limits.ts";
import { assertPlainRole, assertRowSecurity } from "./row-security.ts";

export type DatabaseOptions = {
  /** The folder the embedded database is kept under, when there is no server. */
  readonly dataDir: string;
  readonly url?: string | undefined;
  readonly appUrl?: string | undefined;
  readonly prepares?: boolean | undefined;
  /** How long to wait for a server; without them, as long as it takes. */
  readonly limits?: Limits | undefined;
  /** With invented children alone in it, a server may be used as a role that could see everything. */
  readonly isDemonstration?: boolean | undefined;
  readonly onLost: (error: Error) => void;
};

/** Opens the database that the settings name, migrates it, and refuses one that row security would not hold. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const database = await opened(options);
  try {
    await assertRowSecurity(database);
    if (database.kind === "postgres" && !options.isDemonstration) await assertPlainRole(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Only the engine that is used is loaded: the embedded one alone takes a tenth of the time to start. */
async function opened({ dataDir, url, appUrl, prepares = true, limits, onLost }: DatabaseOptions): Promise<Database> {
  if (url === undefined) {
    const { openPglite } = await import("./pglite.ts");
    return openPglite({ folder: join(dataDir, "pglite") });
  }
  const { openPostgres } = await import("./postgres.ts");
  return openPostgres({ url, appUrl, prepares, limits, onLost });
}
