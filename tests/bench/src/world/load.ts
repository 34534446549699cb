import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Area, makeArea } from "./area.ts";
import { type Sheet, sheetsIn } from "./copy.ts";
import type { Size } from "./making.ts";

/** Tables in an order in which each finds what it points at. */
const order = [
  "area",
  "adoption",
  "agency",
  "establishment",
  "practitioner",
  "team",
  "post",
  "standing",
  "session",
  "child",
  "child_identifier",
  "child_address",
  "carer",
  "place",
  "legal_status",
  "named_person",
  "concern",
  "plan",
  "plan_member",
  "plan_practitioner",
  "plan_action",
  "proposal",
  "lead",
  "child_lead",
  "contact_of_record",
  "duty",
  "view",
  "chronology_entry",
  "child_access",
];

export type Copying = {
  /**
   * Whether foreign keys and triggers look at each row. They do where an area is small; a large one is made by the same
   * code, and would take a minute longer. Unique keys and "one at a time" hold in either.
   */
  readonly isChecked: boolean;
};

/** An invented area with the files that put it into a database, as often as wanted. */
export type Loadable = {
  readonly area: Area;
  /** Puts it into a migrated database in place of whatever is there. Gives how many rows that was. */
  readonly into: (url: string, how?: Copying) => Promise<number>;
  readonly remove: () => void;
};

/** Makes an area's rows as files that our own server, on this machine, copies in. */
export function loadable(size: Size, now: number): Loadable {
  const folder = mkdtempSync(join(tmpdir(), "linchpin-bench-"));
  chmodSync(folder, 0o755); // the server runs as another user
  const { add, done } = sheetsIn(folder);
  const area = makeArea({ size, add, now });
  const sheets = inOrder(done());
  return {
    area,
    into: (url, how) => copyIn(url, sheets, how),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function inOrder(sheets: readonly Sheet[]): readonly Sheet[] {
  const unknown = sheets.find(({ table }) => !order.includes(table));
  if (unknown) throw new Error(`say after which tables ${unknown.table} is loaded`);
  return sheets.toSorted((a, b) => order.indexOf(a.table) - order.indexOf(b.table));
}

async function copyIn(
  url: string,
  sheets: readonly Sheet[],
  { isChecked }: Copying = { isChecked: true },
): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  let rows = 0;
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      "select quote_ident(tablename) as name from pg_tables where schemaname = 'public'",
    );
    await client.query("begin");
    await client.query("set local session_replication_role = replica"); // records that are never emptied, but for this
    await client.query(`truncate ${tables.map(({ name }) => name).join(", ")}`);
    if (isChecked) await client.query("set local session_replication_role = origin");
    for (const { table, columns, file } of sheets) {
      const named = columns.map((column) => `"${column}"`).join(", ");
      const copied = await client.query(`copy "${table}" (${named}) from '${file}'`);
      rows += copied.rowCount ?? 0;
    }
    await client.query("commit");
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
  return rows;
}
