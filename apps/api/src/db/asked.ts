import { type SQL, sql } from "drizzle-orm";
import { codeOf } from "./asking.ts";
import type { Handle } from "./database.ts";

/** Rows of a statement written out, as the driver gives them. Their store turns them into types, and nobody else does. */
export async function rowsOf<Row>(tx: Handle, query: SQL): Promise<readonly Row[]> {
  // Both drivers answer { rows }; the handle's own type does not say so.
  return ((await tx.execute(query)) as unknown as { rows: Row[] }).rows;
}

/**
 * Asks something of every child of the area within a person's transaction: is this number known, how many have no named
 * person. What comes out of it must name nobody whom the person may not know.
 */
export async function areaWide<T>(tx: Handle, work: () => Promise<T>): Promise<T> {
  const [before] = await rowsOf<{ readonly was: string | null }>(
    tx,
    sql`with before as materialized (select current_setting('app.as', true) as was) select was, set_config('app.as', 'system', true) from before`,
  );
  try {
    return await work();
  } finally {
    // what was asked within another such question is still a part of that one
    await tx.execute(sql`select set_config('app.as', ${before?.was ?? "person"}, true)`).catch((error: unknown) => {
      if (codeOf(error) !== "25P02") throw error; // the transaction has failed already, and its settings go with it
    });
  }
}
