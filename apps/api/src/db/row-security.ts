import { sql } from "drizzle-orm";
import { Mistaken } from "../mistaken.ts";
import type { Database } from "./database.ts";

/** Tables with an area column that row security does not hold: they belong to a sign-in, not to an area's data. */
export const outsideAreas: readonly string[] = ["session"];

const nobody = "00000000-0000-7000-8000-000000000000";

/**
 * Throws when row-level security would not apply: the role the app works as is too strong, or a table of an area's data
 * is open. Start-up runs it and refuses to go on.
 */
export async function assertRowSecurity(database: Database): Promise<void> {
  const problems = await database.inArea(
    { areaId: nobody, now: new Date().toISOString(), as: "person" },
    async (tx) => {
      const found: string[] = [];
      const role = (await tx.execute(
        sql`select current_user::text as name, rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user`,
      )) as unknown as { rows: { name: string; passes: boolean }[] };
      if (role.rows[0]?.name !== "linchpin_app")
        found.push(`works as ${role.rows[0]?.name ?? "nobody"}, not as linchpin_app`);
      if (role.rows[0]?.passes !== false) found.push("works as a role that row security does not hold");
      const open = (await tx.execute(sql`
      select c.relname::text as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'area_id' and not a.attisdropped
      where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity
        and exists (select 1 from pg_policy p where p.polrelid = c.oid))`)) as unknown as { rows: { name: string }[] };
      for (const { name } of open.rows) if (!outsideAreas.includes(name)) found.push(`table ${name} is open`);
      return found;
    },
  );
  if (problems.length > 0) throw new Mistaken([`Row-level security would not apply: ${problems.join("; ")}.`]);
}

/**
 * Throws when the role that requests sign in to the server as could pass by row security: it would be one forgotten
 * statement away from seeing every area. Records that somebody relies on are not kept that way.
 */
export async function assertPlainRole({ outside }: Pick<Database, "outside">): Promise<void> {
  const { rows } = (await outside.execute(
    sql`select rolname::text as name from pg_roles where rolname = session_user and (rolsuper or rolbypassrls)`,
  )) as unknown as { rows: { name: string }[] };
  for (const { name } of rows)
    throw new Mistaken([
      `The role ${name} passes by row security: name one that does not in DATABASE_URL, or in DATABASE_APP_URL (docs/guides/run-on-postgresql.md). Only a demonstration may use it.`,
    ]);
}
