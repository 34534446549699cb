import { DomainError } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import { wayToReach } from "../../db/schema/named-person.ts";
import type { Records } from "../../records.ts";

type Holder = typeof wayToReach.$inferInsert.of;
type Kept = Partial<Pick<typeof wayToReach.$inferInsert, "name" | (typeof fields)[number]>>;
const fields = ["phone", "hours", "writeTo", "childPhone", "childHours", "childWriteTo"] as const;

export type ReachRow = {
  readonly holderId: string;
  readonly version: number;
  readonly name: string | null;
  readonly recordedBy: string;
} & Readonly<Record<(typeof fields)[number], string | null>>;

/** What is recorded of how some people, places or services are reached, by whose it is. */
export async function reachRows(
  { tx, who }: Pick<Records, "tx" | "who">,
  holderIds: readonly string[],
): Promise<ReadonlyMap<string, ReachRow>> {
  const rows = await rowsOf<ReachRow>(
    tx,
    sql`select w.holder_id as "holderId", w.version, w.name, w.phone, w.hours, w.write_to as "writeTo", w.child_phone as "childPhone",
        w.child_hours as "childHours", w.child_write_to as "childWriteTo", p.name as "recordedBy"
      from way_to_reach w join practitioner p on p.area_id = w.area_id and p.practitioner_id = w.recorded_by
      where w.area_id = ${who.areaId} and w.holder_id = ${anyOf(holderIds)}`,
  );
  return new Map(rows.map((row) => [row.holderId, row]));
}

/** Keeps it in place of what the page showed; somebody else's change in between is refused. */
export async function keepReach(
  { tx, who, now }: Records,
  holder: { readonly of: Holder; readonly holderId: string; readonly version: number | undefined },
  said: Kept,
): Promise<number> {
  const row = {
    name: said.name ?? null,
    ...Object.fromEntries(fields.map((field) => [field, said[field] ?? null])),
    recordedBy: who.practitionerId,
    recordedAt: now,
  };
  const changed =
    holder.version === undefined
      ? await tx
          .insert(wayToReach)
          .values({ areaId: who.areaId, of: holder.of, holderId: holder.holderId, ...row })
          .onConflictDoNothing()
          .returning({ version: wayToReach.version })
      : await tx
          .update(wayToReach)
          .set({ ...row, version: holder.version + 1 })
          .where(
            sql`${wayToReach.areaId} = ${who.areaId} and ${wayToReach.holderId} = ${holder.holderId} and ${wayToReach.version} = ${holder.version}`,
          )
          .returning({ version: wayToReach.version });
  const [kept] = changed;
  if (kept === undefined) throw new DomainError({ kind: "changed-since", what: "ways to reach" });
  return kept.version;
}

export type EducationService = { readonly agencyId: string; readonly agency: string };

/** Education services of the area: a co-ordinator's all of them, a service manager's own. */
export const educationServices = ({ tx, who, today }: Records): Promise<readonly EducationService[]> =>
  rowsOf(
    tx,
    sql`select g.agency_id as "agencyId", g.name as agency from agency g
      where g.area_id = ${who.areaId} and g.kind = 'education'
        and exists (select 1 from post po where po.area_id = g.area_id and po.post_id = ${who.postId} and po.practitioner_id = ${who.practitionerId}
          and po.during @> ${today}::date and (po.role = 'coordinator' or (po.role = 'service-manager' and po.agency_id = g.agency_id)))
      order by g.name, g.agency_id`,
  );
