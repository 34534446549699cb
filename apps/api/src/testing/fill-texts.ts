import { readFileSync } from "node:fs";
import { openPglite } from "../db/pglite.ts";

/**
 * `node fill-texts.ts FOLDER FILE`: ends every text of an embedded database that people wrote, in any table, with one of the
 * texts of a file, past every check of the product. What shows it afterwards shows what no form would have let in.
 */

/** Written by the product, and read by it: codes, addresses of pages, what is hashed or signed. */
const notWritten = /^(audit_|__|session|sign_in|throttle|change_made|outbox|adoption|decision$)/;
const notTexts = /^(search_name|link|issuer|subject|during|act|kind|role|state)$/;

type Column = { readonly table: string; readonly column: string; readonly type: string };

/** Every text in a value of any shape that reads like words, with one of the texts behind it. */
function filled(value: unknown, text: () => string): unknown {
  if (typeof value === "string") return /\s/.test(value) ? `${value} ${text()}` : value;
  if (Array.isArray(value)) return value.map((one) => filled(one, text));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, text)]));
}

async function fillTexts(folder: string, texts: readonly string[]): Promise<void> {
  const database = await openPglite({ folder });
  const run = (text: string, values?: unknown[]) => database.jobs.executeSql(text, values);
  const { rows } = (await run(`select c.relname::text as table, a.attname::text as column, t.typname::text as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attgenerated = '' and t.typname in ('text', 'jsonb')
    order by 1, 2`)) as { rows: Column[] };
  await run("set session_replication_role = replica");
  let next = 0;
  const text = () => texts[next++ % texts.length] ?? "";
  const told = { columns: 0, values: 0, left: [] as string[] };
  for (const { table, column, type } of rows) {
    if (notWritten.test(table) || notTexts.test(column)) continue;
    const found = (
      (await run(`select ctid::text as at, "${column}" as value from "${table}" where "${column}"::text ~ '\\s'`)) as {
        rows: { at: string; value: unknown }[];
      }
    ).rows;
    if (found.length === 0) continue;
    try {
      const now = found.map(({ value }) =>
        type === "jsonb" ? JSON.stringify(filled(value, text)) : filled(value, text),
      );
      await run(
        `update "${table}" t set "${column}" = n.value::${type} from unnest($1::tid[], $2::text[]) as n (at, value) where t.ctid = n.at`,
        [found.map(({ at }) => at), now],
      );
      told.columns += 1;
      told.values += found.length;
    } catch (error) {
      told.left.push(`${table}.${column} (${(error as Error).message})`);
    }
  }
  await run("set session_replication_role = origin");
  await database.close();
  process.stdout.write(
    `${told.values} texts in ${told.columns} columns end with one of ${texts.length}; left: ${told.left.join("; ") || "none"}\n`,
  );
}

if (import.meta.main) {
  const [folder = "", file = ""] = process.argv.slice(2);
  await fillTexts(folder, JSON.parse(readFileSync(file, "utf8")) as string[]);
}
