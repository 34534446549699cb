import pg from "pg";
import { expect, inject, test } from "vitest";

test("the tests have a real PostgreSQL of at least version 15", async () => {
  const client = new pg.Client(inject("postgresUrl"));
  await client.connect();
  try {
    const { rows } = await client.query("select 1 as one, current_setting('server_version_num')::int as version");
    expect(rows[0].one).toBe(1);
    expect(rows[0].version).toBeGreaterThanOrEqual(150000);
  } finally {
    await client.end();
  }
});
