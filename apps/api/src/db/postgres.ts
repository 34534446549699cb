import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { codeOf, givingWay, opening } from "./asking.ts";
import type { Asking, Database, Handle } from "./database.ts";
import { doors } from "./doors.ts";
import { inTransactionOf, type Limits, onConnection } from "./limits.ts";
import { migrationsFolder } from "./migrations-folder.ts";
import { preparesNothing } from "./prepared.ts";

/** Any number: it keeps two processes that start together from migrating at once. */
const migrationLock = 7_204_118_033;

export type PostgresOptions = {
  /** The owner's address: it migrates, and the job library keeps its schema with it. */
  readonly url: string;
  /** The app's own address, where it signs in as a role that was granted linchpin_app; the owner's when left out. */
  readonly appUrl?: string | undefined;
  readonly connections?: number;
  /** Whether hot statements are prepared on the app's connections; they are unless a pooler stands before the server. */
  readonly prepares?: boolean;
  /** How long to wait for the server; without them, as long as it takes. Migrations always take as long as they take. */
  readonly limits?: Limits | undefined;
  /** A lost connection that nobody was waiting on. */
  readonly onLost: (error: Error) => void;
};

/** Opens a PostgreSQL server of version 15 or later and brings its schema up to date. */
export async function openPostgres({
  url,
  appUrl,
  connections = 16,
  prepares = true,
  limits,
  onLost,
}: PostgresOptions): Promise<Database> {
  const waits = limits ? { connectionTimeoutMillis: limits.connectSeconds * 1000 } : {};
  const limited = limits ? { ...waits, ...onConnection(limits) } : {};
  await migrateOnce({ connectionString: url, application_name: "linchpin-owner", ...waits });
  const owner = poolOf({ connectionString: url, max: 4, application_name: "linchpin-owner", ...limited }, onLost);
  const app = poolOf(
    {
      connectionString: appUrl ?? url,
      max: connections,
      application_name: "linchpin",
      ...(prepares ? limited : waits), // a pooler refuses a connection that says more than who it is
    },
    onLost,
  );
  const of = { pool: app, prepares, opens: `begin; ${limits && !prepares ? inTransactionOf(limits) : ""}` };
  const outside = drizzle({ client: app, casing: "snake_case" }) as unknown as Handle;
  if (!prepares) preparesNothing(outside);
  return {
    kind: "postgres",
    inArea: (asking, work) => givingWay(() => inTransaction(of, asking, work)),
    outside,
    inOne: (work) => inTransaction(of, undefined, work),
    ...doors(outside),
    jobs: {
      executeSql: async (text, values) => {
        const answered = await asOwner(owner, text, values);
        const all = Array.isArray(answered) ? answered : [answered];
        return { rows: all.flatMap((one: pg.QueryResult) => one.rows) };
      },
    },
    backup: undefined,
    close: async () => {
      await Promise.all([app.end(), owner.end()]);
    },
  };
}

/** The job library sends whole transactions as one text: one that failed half-way must not stay open on its connection. */
async function asOwner(owner: pg.Pool, text: string, values?: unknown[]): Promise<pg.QueryResult | pg.QueryResult[]> {
  const client = await owner.connect();
  try {
    return await client.query(text, values);
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

function poolOf(config: pg.PoolConfig, onLost: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on("error", onLost);
  // Of one that is at work the pool says nothing: whoever works on it is told, and nobody else is to fall over it.
  pool.on("connect", (client) => void client.on("error", () => {}));
  return pool;
}

async function migrateOnce(config: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await migrate(drizzle({ client, casing: "snake_case" }), { migrationsFolder });
  } finally {
    await client.query("select pg_advisory_unlock($1)", [migrationLock]).catch(() => {});
    await client.end();
  }
}

/** One handle a connection, so that the statements prepared on it are prepared once. */
const handles = new WeakMap<pg.PoolClient, Handle>();

function handleOf(client: pg.PoolClient, prepares: boolean): Handle {
  const known = handles.get(client);
  if (known) return known;
  const made = drizzle({ client, casing: "snake_case" }) as unknown as Handle;
  if (!prepares) preparesNothing(made);
  handles.set(client, made);
  return made;
}

/** `opens` begins a transaction. */
type App = { readonly pool: pg.Pool; readonly prepares: boolean; readonly opens: string };

async function inTransaction<T>(
  { pool, prepares, opens }: App,
  asking: Asking | undefined,
  work: (tx: Handle) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const whenLost = (error: Error) => {
    broken ??= error;
  };
  client.on("error", whenLost);
  try {
    await client.query(asking === undefined ? opens : `${opens}${opening(asking)}`);
    const result = await work(handleOf(client, prepares));
    await client.query("commit");
    return result;
  } catch (error) {
    const why = broken ?? error; // on a connection that is gone the driver no longer says why
    await client.query("rollback").catch((lost: unknown) => {
      broken ??= lost instanceof Error ? lost : new Error("the connection was lost");
    });
    if (codeOf(error)?.startsWith("57P")) broken = error as Error;
    throw why;
  } finally {
    client.off("error", whenLost);
    client.release(broken);
  }
}
