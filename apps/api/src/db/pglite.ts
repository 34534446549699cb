import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { fromPglite } from "pg-boss";
import { makeFolder } from "../folders.ts";
import { givingWay, opening } from "./asking.ts";
import type { Database, Handle } from "./database.ts";
import { doors } from "./doors.ts";
import { lockFolder } from "./lock.ts";
import { migrationsFolder } from "./migrations-folder.ts";
import { type Client, preparing } from "./pglite-prepared.ts";

const extensions = { btree_gist, pg_trgm };

/** A migrated, empty embedded database as bytes, for tests to start from. */
export async function dumpOfEmpty(): Promise<Blob> {
  const lite = await PGlite.create({ extensions });
  await migrate(drizzle({ client: lite, casing: "snake_case" }), { migrationsFolder });
  const dump = await lite.dumpDataDir("none");
  await lite.close();
  return dump;
}

type Where = { readonly folder: string } | { readonly inMemoryFrom?: Blob };

/**
 * Opens the embedded database: in a folder, which no other process may then open, or in memory for tests.
 * kill -9 loses nothing that was acknowledged; a power cut may, since fsync is off.
 */
export async function openPglite(where: Where): Promise<Database> {
  let unlock = () => {};
  let lite: PGlite;
  if ("folder" in where) {
    makeFolder(where.folder);
    unlock = lockFolder(where.folder);
    lite = await PGlite.create({ dataDir: where.folder, extensions });
  } else {
    lite = await PGlite.create({ extensions, ...(where.inMemoryFrom ? { loadDataDir: where.inMemoryFrom } : {}) });
  }
  const outside = drizzle({ client: lite, casing: "snake_case" });
  await migrate(outside, { migrationsFolder });
  // Of the driver's own client drizzle calls nothing but what ours has.
  const handleFor = (client: Client) =>
    drizzle({ client: client as PGlite, casing: "snake_case" }) as unknown as Handle;
  const clientOf = preparing(lite);
  return {
    kind: "pglite",
    inArea: (asking, work) =>
      givingWay(() =>
        lite.transaction(async (tx) => {
          await tx.exec(opening(asking));
          return work(handleFor(clientOf(tx)));
        }),
      ),
    outside: outside as unknown as Handle,
    inOne: (work) => lite.transaction((tx) => work(handleFor(clientOf(tx)))),
    ...doors(outside as unknown as Handle),
    jobs: fromPglite(lite),
    backup: async () => lite.dumpDataDir("gzip"),
    close: async () => {
      await lite.close();
      unlock();
    },
  };
}
