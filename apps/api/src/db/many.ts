import { type SQL, sql } from "drizzle-orm";
import type { IndexColumn, PgTable } from "drizzle-orm/pg-core";
import type { Handle } from "./database.ts";

/** Rows of one statement: PostgreSQL takes 65,535 values at most, and longer statements are no faster. */
const atOnce = 500;

/** Writes rows in statements of 500, in their order. None writes nothing. */
export async function insertMany<T extends PgTable>(
  tx: Handle,
  table: T,
  rows: readonly T["$inferInsert"][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) await tx.insert(table).values(rows.slice(from, from + atOnce));
}

/** The same, leaving out those that are there already: `taken` is the index that tells. */
export async function insertMissing<T extends PgTable>(
  tx: Handle,
  table: T,
  rows: readonly T["$inferInsert"][],
  taken: { readonly target: IndexColumn[]; readonly where?: SQL },
): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce)
    await tx
      .insert(table)
      .values(rows.slice(from, from + atOnce))
      .onConflictDoNothing(taken);
}

/**
 * For `= any …`: many ids as one value, however many there are. The planner looks each of a few up by key and hashes
 * thousands; a list of rows it takes for a hundred, and walks the whole table to find one.
 */
export const anyOf = (of: readonly string[]): SQL => sql`any(${`{${of.join(",")}}`}::uuid[])`;
