import { startPostgres } from "@linchpin/api/testing";
import pg from "pg";

/** A PostgreSQL of our own with what a production server would be set to: what was answered is on the disk. */
const settings = {
  fsync: "on",
  synchronous_commit: "on",
  shared_buffers: "512MB",
  max_wal_size: "4GB",
  max_connections: "200",
};

/** One database, as each of the roles of docs/guides/run-on-postgresql.md reaches it. */
export type Addresses = {
  /** May do everything: loads the areas, since it passes by row security. */
  readonly administrator: string;
  /** Has the tables. */
  readonly owner: string;
  /** Owns nothing: what requests work as, and what the product is measured against. */
  readonly service: string;
};

const roles = [
  "create role linchpin_app nologin",
  "create role linchpin_owner login",
  "grant linchpin_app to linchpin_owner with admin option",
  "create role linchpin_service login",
  "grant linchpin_app to linchpin_service",
];

export type PostgresServer = {
  /** The process that all of its processes belong to. */
  readonly pid: number;
  readonly version: string;
  readonly create: (database: string, like?: string) => Promise<Addresses>;
  readonly megabytesOf: (database: string) => Promise<number>;
  readonly stop: () => Promise<void>;
};

export async function startServerOfOurOwn(): Promise<PostgresServer> {
  const { url, stop } = await startPostgres(settings);
  const client = new pg.Client(url);
  await client.connect();
  for (const role of roles) await client.query(role);
  const one = async <T>(sql: string) => Object.values((await client.query(sql)).rows[0] ?? {})[0] as T;
  return {
    pid: Number((await one<string>("select pg_read_file('postmaster.pid')")).split("\n")[0]),
    version: await one<string>("show server_version"),
    create: async (database, like) => {
      await client.query(`create database ${database} owner linchpin_owner${like ? ` template ${like}` : ""}`);
      const as = (role: string) => addressOf(url, database, role);
      return { administrator: as("postgres"), owner: as("linchpin_owner"), service: as("linchpin_service") };
    },
    megabytesOf: async (database) => Number(await one<string>(`select pg_database_size('${database}')`)) / 2 ** 20,
    stop: async () => {
      await client.end();
      await stop();
    },
  };
}

function addressOf(url: string, database: string, role: string): string {
  const other = new URL(url);
  other.username = role;
  other.pathname = `/${database}`;
  return other.href;
}
