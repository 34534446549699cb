import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../db/database.ts";
import { canariesTold } from "./canaries.ts";
import { testDatabase } from "./database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test.each(["highland", "wigan"])(
  "%s: every choice that an input offers, as everybody from whom it is kept private",
  {
    timeout: 3_600_000,
  },
  async (edition) => {
    const { leaks, told, fields } = await canariesTold(database, edition, 40);
    expect(leaks).toEqual([]);
    expect(told, "told to whoever may know").toEqual(fields);
  },
);
