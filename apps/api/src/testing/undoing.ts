import { sql } from "drizzle-orm";
import type { Database, Handle } from "../db/database.ts";

class Undone extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super("undone");
    this.result = result;
  }
}

/**
 * The same database, in which every transaction is undone after all that the commit would check was checked. What is
 * about to be undone can be looked at first.
 */
export const undoing = (
  database: Database,
  look: (tx: Handle, asking: Parameters<Database["inArea"]>[0]) => Promise<void> = async () => {},
): Database => ({
  ...database,
  inArea: <T>(asking: Parameters<Database["inArea"]>[0], work: (tx: Handle) => Promise<T>) =>
    database
      .inArea(asking, async (tx): Promise<T> => {
        const result = await work(tx);
        await tx.execute(sql`set constraints all immediate`);
        await look(tx, asking);
        throw new Undone(result);
      })
      .catch((error: unknown) => {
        if (error instanceof Undone) return error.result as T; // what the work gave
        throw error;
      }),
});
