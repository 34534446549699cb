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

export type PostgresServer = {
  /** The process that all of its processes belong to. */
  readonly pid: number;
  readonly version: string;
  readonly create: (database: string, like?: string) => Promise<string>;
  readonly megabytesOf: (database: string) => Promise<number>;
  readonly stop: () => Promise<void>;
};

export async function startServerOfOurOwn(): Promise<PostgresServer> {
  const { url, stop } = await startPostgres(settings);
  const client = new pg.Client(url);
  await client.connect();
  const one = async <T>(sql: string) => Object.values((await client.query(sql)).rows[0] ?? {})[0] as T;
  return {
    pid: Number((await one<string>("select pg_read_file('postmaster.pid')")).split("\n")[0]),
    version: await one<string>("show server_version"),
    create: async (database, like) => {
      await client.query(`create database ${database}${like ? ` template ${like}` : ""}`);
      return urlOf(url, database);
    },
    megabytesOf: async (database) => Number(await one<string>(`select pg_database_size('${database}')`)) / 2 ** 20,
    stop: async () => {
      await client.end();
      await stop();
    },
  };
}

function urlOf(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
