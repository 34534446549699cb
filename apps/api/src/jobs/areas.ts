import { sql } from "drizzle-orm";
import { rowsOf } from "../db/asked.ts";
import type { Database } from "../db/database.ts";
import { leastIdAt } from "./audit-store.ts";

export type AreaWithWork = { readonly areaId: string; readonly hasOutbox: boolean; readonly hasClocks: boolean };

/** Which areas have something due: one question across areas, which says nothing of what it is. */
export async function areasWithWork(
  { outside }: Pick<Database, "outside">,
  now: Date,
): Promise<readonly AreaWithWork[]> {
  const found = await rowsOf<{ area_id: string; has_outbox: boolean; has_clocks: boolean }>(
    outside,
    sql`select area_id, has_outbox, has_clocks from areas_with_work(${now.toISOString()}::timestamptz)`,
  );
  return found
    .map((row) => ({ areaId: row.area_id, hasOutbox: row.has_outbox, hasClocks: row.has_clocks }))
    .filter(({ hasOutbox, hasClocks }) => hasOutbox || hasClocks);
}

/** Areas that have audit entries in no block yet, made since an instant. */
export async function areasToSeal({ outside }: Pick<Database, "outside">, since: Date): Promise<readonly string[]> {
  const found = await rowsOf<{ area_id: string }>(
    outside,
    sql`select area_id from areas_to_seal(${leastIdAt(since)}::uuid)`,
  );
  return found.map((row) => row.area_id);
}
