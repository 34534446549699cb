import type { IndexProblem } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import type { Records } from "../../records.ts";

/** Since when the area tells an index of children, or does not any more; undefined where it never did. */
export async function indexStands({ tx }: Records) {
  const [found] = await rowsOf<{
    readonly isOn: boolean;
    readonly setOn: string;
    readonly shown: number;
    readonly waiting: number;
    readonly overdue: number;
  }>(
    tx,
    sql`select is_on as "isOn", (set_at at time zone 'Europe/London')::date::text as "setOn", shown, waiting, overdue from child_index_stands()`,
  );
  return found;
}

export type WaitingRow = {
  readonly entryId: string;
  /** Null where the entry is to be taken back. */
  readonly lead: string | null;
  readonly agency: string | null;
  readonly changedAt: string;
  readonly dueBy: string | null;
  readonly clause: string | null;
  readonly tries: number;
  readonly triedAt: string | null;
  readonly nextTryAt: string;
  readonly problem: IndexProblem | null;
};

const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** What the index does not show yet, or shows still: the soonest due first, 200 at most. */
export const indexWaits = ({ tx }: Records): Promise<readonly WaitingRow[]> =>
  rowsOf(
    tx,
    sql`select entry_id as "entryId", lead, agency, ${iso("changed_at")} as "changedAt", ${iso("due_by")} as "dueBy", clause, tries,
        ${iso("tried_at")} as "triedAt", ${iso("next_try_at")} as "nextTryAt", problem from child_index_waits()`,
  );
