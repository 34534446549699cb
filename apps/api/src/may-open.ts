import { type Act, deniedBecause } from "@linchpin/domain";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Records } from "./records.ts";

type Caller = Pick<Records, "who" | "now">;

/** The relations that the caller has to a child now, as one column of a larger statement: what `authorise` would find. */
export const basesTo = ({ who, now }: Caller, childId: SQLWrapper): SQL<readonly string[]> =>
  sql<readonly string[]>`coalesce((select json_agg(distinct held.basis) from child_access held
    where held.area_id = ${who.areaId} and held.practitioner_id = ${who.practitionerId}
      and held.child_id = ${childId} and held.during @> ${now}::timestamptz), '[]'::json)`;

/** The same to the child by whom a plan's door is opened: of its children the first whom the caller may see. */
export const basesToPlan = (records: Caller, planId: SQLWrapper): SQL<readonly string[]> =>
  basesTo(
    records,
    sql`(select joined.child_id from plan_member joined
      join child seen on seen.area_id = joined.area_id and seen.child_id = joined.child_id
      where joined.area_id = ${records.who.areaId} and joined.plan_id = ${planId}
      order by joined.added_at, joined.child_id limit 1)`,
  );

/** Whether a page that asks for this act opens to the caller, who has these relations to the child it is about. */
export const mayOpen = ({ who }: Pick<Records, "who">, act: Act, bases: readonly string[]): boolean =>
  deniedBecause(act, who.role, bases) === undefined;
