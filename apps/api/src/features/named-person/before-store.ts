import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import type { Records } from "../../records.ts";

export type BeforeRow = {
  readonly childId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly from: string;
  readonly until: string;
};

const iso = (of: string) => sql.raw(`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** The times in which the caller was somebody's named person, the newest first: all, or those of one child. */
export const timesBefore = ({ tx }: Records, childId?: string): Promise<readonly BeforeRow[]> =>
  rowsOf(
    tx,
    sql`select child_id as "childId", given_name as "givenName", family_name as "familyName",
        ${iso("lower(during)")} as "from", ${iso("upper(during)")} as until
      from my_time_as_named_person() where ${childId === undefined ? sql`true` : sql`child_id = ${childId}`}
      order by upper(during) desc, search_name, child_id limit 500`,
  );

/** What happened, and was written down, in those days. */
export const happenedBefore = ({ tx }: Records, childId: string) =>
  rowsOf<{
    readonly entryId: string;
    readonly happenedAt: string;
    readonly title: string;
    readonly detail: string | null;
    readonly byName: string;
  }>(
    tx,
    sql`select entry_id as "entryId", ${iso("happened_at")} as "happenedAt", title, detail, by_name as "byName"
      from happened_in_my_time(${childId}::uuid) limit 1000`,
  );
