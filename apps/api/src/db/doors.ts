import { sql } from "drizzle-orm";
import type { AreaName, Database, DemonstrationPerson, Handle, SignInPost } from "./database.ts";

type Row = Record<string, unknown>;

const rowsOf = async (outside: Handle, query: Parameters<Handle["execute"]>[0]): Promise<readonly Row[]> => {
  const answered = (await outside.execute(query)) as unknown as { rows: Row[] };
  return answered.rows;
};

/** The few questions that have to be asked before there is an area: each is a function of the database and nothing else. */
export const doors = (outside: Handle): Pick<Database, "postsFor" | "areas" | "demonstrationPeople" | "ping"> => ({
  postsFor: async (issuer, subject, on) =>
    (await rowsOf(outside, sql`select * from posts_for_sign_in(${issuer}, ${subject}, ${on}::date)`)).map(
      (row): SignInPost => ({
        areaId: String(row["area_id"]),
        areaName: String(row["area_name"]),
        isDemonstration: row["is_demonstration"] === true,
        practitionerId: String(row["practitioner_id"]),
        practitionerName: String(row["practitioner_name"]),
        postId: String(row["post_id"]),
        postTitle: String(row["post_title"]),
        role: String(row["role"]),
        agencyName: String(row["agency_name"]),
        idleMinutes: row["idle_minutes"] === null ? undefined : Number(row["idle_minutes"]),
      }),
    ),
  areas: async () =>
    (await rowsOf(outside, sql`select * from areas_of_this_database()`)).map(
      (row): AreaName => ({
        areaId: String(row["area_id"]),
        name: String(row["name"]),
        isDemonstration: row["is_demonstration"] === true,
      }),
    ),
  demonstrationPeople: async (on) =>
    (await rowsOf(outside, sql`select * from people_of_demonstrations(${on}::date)`)).map(
      (row): DemonstrationPerson => ({
        issuer: String(row["issuer"]),
        subject: String(row["subject"]),
        name: String(row["name"]),
        area: String(row["area"]),
        title: String(row["title"]),
        agency: String(row["agency"]),
        role: String(row["role"]),
        hint: String(row["hint"]),
      }),
    ),
  ping: async () => {
    await outside.execute(sql`select 1`);
  },
});
