import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { aMonday } from "../testing/area.ts";
import { testDatabase } from "../testing/database.ts";
import type { Database } from "./database.ts";
import { prepared } from "./prepared.ts";
import { area } from "./schema/area.ts";

const opened: Database[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** Asks the same hot statement twice on the one connection there is, and gives what the server has prepared there. */
async function preparedOn(options: { readonly prepares?: boolean }): Promise<readonly string[]> {
  const database = await testDatabase({ connections: 1, ...options });
  opened.push(database);
  const asking = { areaId: "018f0000-0000-7000-8000-000000000000", now: aMonday.toISOString(), as: "person" } as const;
  const ask = () =>
    database.inArea(asking, async (tx) => {
      const named = prepared(tx, "areas_called", (handle) =>
        handle
          .select({ name: area.name })
          .from(area)
          .where(sql`${area.name} = ${sql.placeholder("name")}`),
      );
      expect(await named.execute({ name: "Nowhere" })).toEqual([]);
      const rows = await tx.execute(sql`select name from pg_prepared_statements order by name`);
      return (rows as unknown as { rows: { name: string }[] }).rows.map(({ name }) => name);
    });
  await ask();
  return ask();
}

test("a hot statement is prepared once for each connection", async () => {
  expect(await preparedOn({})).toContain("areas_called");
});

test("behind a pooler nothing is prepared, and the statement answers all the same", async () => {
  expect(await preparedOn({ prepares: false })).toEqual([]);
});
