import { startProduct } from "./product.ts";
import { type Addresses, type PostgresServer, startServerOfOurOwn } from "./server.ts";
import type { Area } from "./world/area.ts";
import { loadable } from "./world/load.ts";
import { largeArea, type Size, smallArea } from "./world/making.ts";

/** Something that has to end when the run does, whatever became of it. */
export type AtEnd = (end: () => unknown) => void;

/** An area in a database of its own. */
export type Loaded = {
  readonly size: Size;
  readonly area: Area;
  readonly at: Addresses;
  readonly rows: number;
  readonly seconds: number;
  readonly megabytes: number;
  /** Puts the database back to what it was. */
  readonly again: () => Promise<unknown>;
};

/** PostgreSQL with two areas, and a copy of the large one for each of those that the product is measured against. */
export type Ground = {
  readonly postgres: PostgresServer;
  readonly large: Loaded;
  readonly small: Loaded;
  readonly copies: { readonly bare: Addresses; readonly pgbench: Addresses };
};

export async function groundFor(now: number, atEnd: AtEnd, say: (words: string) => void): Promise<Ground> {
  const postgres = await startServerOfOurOwn();
  atEnd(postgres.stop);
  say(`PostgreSQL ${postgres.version} has started.`);
  const small = await loadedArea(postgres, "bench_small", smallArea, now, atEnd);
  const large = await loadedArea(postgres, "bench_large", largeArea, now, atEnd);
  say(`It holds the small area, and ${large.rows.toLocaleString("en-GB")} rows of 100,000 children.`);
  const copy = (name: string) => postgres.create(name, "bench_large");
  return { postgres, large, small, copies: { bare: await copy("bench_bare"), pgbench: await copy("bench_pgbench") } };
}

/** An invented area of that size in a new database of the product's own schema. */
export async function loadedArea(
  postgres: PostgresServer,
  name: string,
  size: Size,
  now: number,
  atEnd: AtEnd,
): Promise<Loaded> {
  const { area, into, remove } = loadable(size, now);
  atEnd(remove);
  const at = await postgres.create(name);
  await migrate(at);
  const began = performance.now();
  const rows = await into(at.administrator, { isChecked: size === smallArea });
  const seconds = (performance.now() - began) / 1_000;
  const again = () => into(at.administrator);
  return { size, area, at, rows, seconds, megabytes: await postgres.megabytesOf(name), again };
}

/** The product itself brings a new database up to date when it starts. */
async function migrate(at: Addresses): Promise<void> {
  const product = await startProduct(at);
  await product.stop();
}
