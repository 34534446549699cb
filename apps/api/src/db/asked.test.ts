import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../testing/database.ts";
import { areaWide, rowsOf } from "./asked.ts";
import type { Database, Handle } from "./database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const asWhom = async (tx: Handle) => {
  const [row] = await rowsOf<{ readonly as: string }>(tx, sql`select current_setting('app.as') as "as"`);
  return row?.as;
};

test.each(["person", "system"] as const)(
  "what is asked of the whole area within another such question ends with the outer one, and gives back %s",
  async (as) => {
    const asking = { areaId: newId(), practitionerId: newId(), now: "2026-11-23T10:00:00.000Z", as };
    const seen = await database.inArea(asking, async (tx) => {
      const inner: (string | undefined)[] = [];
      await areaWide(tx, async () => {
        await areaWide(tx, async () => inner.push(await asWhom(tx)));
        inner.push(await asWhom(tx));
      });
      await areaWide(tx, () => Promise.reject(new Error("no"))).catch(() => undefined);
      return [...inner, await asWhom(tx)];
    });
    expect(seen).toEqual(["system", "system", as]);
  },
);
