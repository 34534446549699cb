import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noPgbench, pgbenchHere, pgbenchWith } from "./pgbench.ts";
import { type Addresses, type PostgresServer, startServerOfOurOwn } from "./server.ts";
import type { PatternStatement, Template } from "./statements.ts";

/** What the driver is given, and pgbench has to run as it is: colons in literals, a slice, a comment, values with colons. */
const text = `insert into said
  select $1 || regexp_replace($2, '[^[:alnum:]]+', ' ', 'g') || to_char($3::timestamp, ' "it''s" HH24:MI:SS')
    || E'\\ttab: \\'quoted:\\'' || (array['a', 'b', 'c'])[2:3]::text as "line", -- a :remark; of our own
    exists (select from pg_prepared_statements where statement like 'insert into said%'), current_setting('app.person')`;
const values = ["it's 10:30, ", "a-b::c", "2026-11-23 10:30:05"];
const opening = "begin; set local role said_by; select set_config('app.person', 'at 10:30', true)";

let postgres: PostgresServer;
let at: Addresses;
let client: pg.Client;
const folder = mkdtempSync(join(tmpdir(), "lp-"));

beforeAll(async () => {
  postgres = await startServerOfOurOwn();
  at = await postgres.create("said");
  client = new pg.Client(at.administrator);
  await client.connect();
  await client.query("create table said (line text, is_prepared boolean, person text); create role said_by");
  await client.query("grant insert on said to said_by; grant said_by to linchpin_service");
});

afterAll(async () => {
  await client.end();
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

async function taken(): Promise<unknown[]> {
  const { rows } = await client.query("select * from said order by line");
  await client.query("truncate said");
  return rows;
}

const statement = (text: string, values: PatternStatement["values"] = []): PatternStatement => ({
  text,
  values,
  asLists: false,
});
const calls: readonly Template[] = ["first, ", "second, "].map((one) => ({
  requests: [[statement(opening), statement(text, [one, ...values.slice(1)]), statement("commit")]],
  freshIds: 0,
}));

async function throughTheDriver(): Promise<readonly unknown[]> {
  for (const one of ["first, ", "second, "]) {
    await client.query(opening);
    await client.query({ name: "said", text, values: [one, ...values.slice(1)] });
    await client.query("commit");
  }
  return taken();
}

test("pgbench prepares what the driver is given, and it says the same", async () => {
  const program = pgbenchHere();
  if (!program) {
    expect(noPgbench).toMatch(/^There is no pgbench .*\.$/); // then its column is left out, and this is said
    return;
  }
  const given = { at, folder, postgres: postgres.pid, appointment: undefined, owns: [] };
  const pgbench = await pgbenchWith(program, { ...given, readings: new Map([["said", calls]]) });
  const { requests } = await pgbench.run("said", 2, { times: 60 });
  const rows = (await taken()) as { line: string; is_prepared: boolean; person: string }[];
  const direct = await throughTheDriver();
  expect([requests, rows.length]).toEqual([60, 60]);
  expect([rows[0], rows.at(-1)]).toEqual(direct);
  expect(direct[0]).toEqual({
    line: "first, a b c it's 10:30:05\ttab: 'quoted:'{b,c}",
    is_prepared: true,
    person: "at 10:30",
  });
  expect([...new Set(rows.map(({ is_prepared }) => is_prepared))]).toEqual([true]);
});

test("a statement that pgbench cannot run says why, and leaves nothing for the next run to count", async () => {
  const program = pgbenchHere();
  if (!program) return expect(noPgbench).toMatch(/^There is no pgbench/);
  const broken: Template = { requests: [[statement("select from nowhere")]], freshIds: 0 };
  const given = { at, folder, postgres: postgres.pid, appointment: undefined, owns: [] };
  const readings = new Map([
    ["broken", [broken]],
    ["said", calls],
  ]);
  const pgbench = await pgbenchWith(program, { ...given, readings });
  await expect(pgbench.run("broken", 1, { times: 1 })).rejects.toThrow(/"nowhere" does not exist/);
  expect((await pgbench.run("said", 1, { times: 3 })).requests).toBe(3);
});
