import type { Handle } from "./database.ts";

type Values = Record<string, unknown>;
type Prepared<Answer> = { readonly execute: (values: Values) => Promise<Answer> };
type Build<Answer> = (tx: Handle) => { prepare: (name: string) => Prepared<Answer> };

const known = new WeakMap<Handle, Map<string, Prepared<unknown>>>();
const unnamed = new WeakSet<Handle>();

/** Statements on this handle get no name: a pooler may run each transaction on another connection. */
export const preparesNothing = (tx: Handle): void => void unnamed.add(tx);

function kept<Answer>(tx: Handle, name: string, build: Build<Answer>): Prepared<Answer> {
  const mine = known.get(tx) ?? new Map<string, Prepared<unknown>>();
  known.set(tx, mine);
  const found = mine.get(name) ?? build(tx).prepare(unnamed.has(tx) ? "" : name); // the driver prepares what has a name
  mine.set(name, found);
  return found as Prepared<Answer>; // it answers what its one builder says
}

/**
 * A hot statement: built once for each connection and prepared there under its name. Its values are placeholders.
 * On the embedded database each transaction builds it again, since nothing is kept between them there.
 */
export const prepared = <Row>(tx: Handle, name: string, build: Build<Row[]>): Prepared<Row[]> => kept(tx, name, build);
