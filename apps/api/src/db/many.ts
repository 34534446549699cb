import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
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

/** For `= any (…)`: many ids as one value, however many there are. */
export const ids = (of: readonly string[]): SQL =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(of)}::jsonb)::uuid)`;

/**
 * For `= any …`: the same for thousands of ids. The planner hashes an array, and would walk a list of rows once for each
 * row of a table that it believes to be empty, as it does of one that this transaction has just filled.
 */
export const anyOf = (of: readonly string[]): SQL => sql`any(${`{${of.join(",")}}`}::uuid[])`;
