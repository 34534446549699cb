import type { Handle } from "./database.ts";

type Prepared<Row> = { readonly execute: (values: Record<string, unknown>) => Promise<Row[]> };

const known = new WeakMap<Handle, Map<string, Prepared<never>>>();
const unnamed = new WeakSet<Handle>();

/** Statements on this handle get no name: a pooler may run each transaction on another connection. */
export const preparesNothing = (tx: Handle): void => void unnamed.add(tx);

/**
 * A hot statement: built once for each connection and prepared there under its name. Its values are placeholders.
 * On the embedded database each transaction builds it again, since nothing is kept between them there.
 */
export function prepared<Row>(
  tx: Handle,
  name: string,
  build: (tx: Handle) => { prepare: (name: string) => Prepared<Row> },
): Prepared<Row> {
  const mine = known.get(tx) ?? new Map<string, Prepared<never>>();
  known.set(tx, mine);
  const kept = mine.get(name) ?? build(tx).prepare(unnamed.has(tx) ? "" : name); // the driver prepares what has a name
  mine.set(name, kept as Prepared<never>); // its rows are of the type its one builder says
  return kept as Prepared<Row>;
}
